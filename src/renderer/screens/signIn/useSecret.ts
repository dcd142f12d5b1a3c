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

type Refused = { readonly failure: Failure; readonly at: number };

/** A wait runs down by the one clock, and is over by itself. */
function stillRefused({ failure, at }: Refused, counter: number): Failure | null {
  if (failure.kind !== 'waitToTry') return failure;
  const seconds = failure.seconds - Math.floor((counter - at) / 1000);
  return seconds > 0 ? { ...failure, seconds } : null;
}

/** The secret itself was not looked at. */
const NOT_JUDGED: readonly Failure['kind'][] = ['notSaved', 'waitToTry'];

/** Signs in, one try at a time. A secret that was refused is gone; one that could not be judged stays typed. */
export function useSecret(person: StaffView | null, field: RefObject<HTMLInputElement | null>): Secret {
  const { change, clock } = useApp();
  const [secret, setSecret] = useState('');
  const [wanted, setWanted] = useState<SecretKind>('pin');
  const [refused, setRefused] = useState<Refused | null>(null);
  const setFailure = (failure: Failure | null): void => setRefused(failure && { failure, at: clock.counter });
  const [busy, setBusy] = useState(false);
  const by = person?.pinIsEnough ? wanted : 'passphrase';
  const other = by === 'pin' ? 'passphrase' : 'pin';
  const begin = (kind: SecretKind, why: Failure | null): void => {
    setWanted(kind);
    setFailure(why);
    setSecret('');
    field.current?.focus();
  };
  const send = async (): Promise<void> => {
    if (!person || secret === '' || busy) return;
    setBusy(true);
    const reply = await change('identity:signIn', { user: person.id, secret, by });
    setBusy(false);
    if (reply.ok) return;
    if (NOT_JUDGED.includes(reply.failure.kind)) setFailure(reply.failure);
    else begin(reply.failure.kind === 'passphraseNeeded' ? 'passphrase' : by, reply.failure);
  };
  const type = (text: string): void => {
    setSecret(text);
    setFailure(null);
  };
  const failure = refused && stillRefused(refused, clock.counter);
  return { secret, by, other, failure, type, send: () => void send(), turn: () => begin(other, null) };
}
