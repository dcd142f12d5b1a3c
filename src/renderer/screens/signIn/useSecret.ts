import { type RefObject, useState } from 'react';
import type { Failure } from '../../../contract/failures.ts';
import type { StaffView } from '../../../contract/views/people.ts';
import { useApp } from '../../hooks/useApp.tsx';

export type SecretKind = 'pin' | 'passphrase';

export type Secret = {
  readonly secret: string;
  /** What is asked for now: the PIN while it is enough and the person wants it. */
  readonly by: SecretKind;
  readonly other: SecretKind;
  readonly failure: Failure | null;
  readonly type: (text: string) => void;
  readonly send: () => void;
  /** The other of the two instead. */
  readonly turn: () => void;
};

/** Signs in, one try at a time. A secret that was refused is gone; one that could not be judged stays typed. */
export function useSecret(person: StaffView | null, field: RefObject<HTMLInputElement | null>): Secret {
  const { change } = useApp();
  const [secret, setSecret] = useState('');
  const [wanted, setWanted] = useState<SecretKind>('pin');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const by = person?.pinIsEnough ? wanted : 'passphrase';
  const other = by === 'pin' ? 'passphrase' : 'pin';
  const begin = (kind: SecretKind, refused: Failure | null): void => {
    setWanted(kind);
    setFailure(refused);
    setSecret('');
    field.current?.focus();
  };
  const send = async (): Promise<void> => {
    if (!person || secret === '' || busy) return;
    setBusy(true);
    const reply = await change('identity:signIn', { user: person.id, secret, by });
    setBusy(false);
    if (reply.ok) return;
    if (reply.failure.kind === 'notSaved') setFailure(reply.failure);
    else begin(reply.failure.kind === 'passphraseNeeded' ? 'passphrase' : by, reply.failure);
  };
  const type = (text: string): void => {
    setSecret(text);
    setFailure(null);
  };
  return { secret, by, other, failure, type, send: () => void send(), turn: () => begin(other, null) };
}
