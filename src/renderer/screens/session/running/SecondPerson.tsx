import { useState } from 'react';
import type { Failure } from '../../../../contract/failures.ts';
import type { StaffView } from '../../../../contract/views/people.ts';
import type { Role } from '../../../../core/session/roles.ts';
import { SecondPersonFields } from '../../../components/SecondPersonFields.tsx';
import { errorText } from '../../../errorText.ts';
import { useApp } from '../../../hooks/useApp.tsx';

/** The one who proves who they are for one action, and the proof. Null until both are there. */
export type Proof = { readonly user: string; readonly secret: string } | null;

export type SecondPersonState = {
  readonly chosen: string | null;
  readonly secret: string;
  readonly proof: Proof;
  readonly choose: (person: string) => void;
  readonly type: (secret: string) => void;
};

/** Keeps a second person's name and secret for as long as the sheet is open, and no longer. */
export function useSecondPerson(): SecondPersonState {
  const [chosen, setChosen] = useState<string | null>(null);
  const [secret, setSecret] = useState('');
  return {
    chosen,
    secret,
    proof: chosen !== null && secret !== '' ? { user: chosen, secret } : null,
    choose: (person) => {
      setChosen(person);
      setSecret('');
    },
    type: setSecret,
  };
}

type SecondPersonProps = {
  /** `Witness`, `Prescriber`, `Read back by`. */
  readonly label: string;
  readonly state: SecondPersonState;
  readonly roles: readonly Role[];
  /** People who may not be the second one here. */
  readonly except: readonly (string | undefined)[];
  readonly failure: Failure | null;
  readonly onEnter?: () => void;
};

/** The staff who may be the second person, and what became of their proof, beside the field it was typed in. */
export function SecondPerson({ label, state, roles, except, failure, onEnter }: SecondPersonProps) {
  const { app, clock } = useApp();
  const may = ({ id, roles: own }: StaffView): boolean =>
    !except.includes(id) && own.some((role) => roles.includes(role));
  const name = app.staff.find(({ id }) => id === state.chosen)?.name;
  const isTheirs = (refused: Failure | null): refused is Failure =>
    isAboutSecret(refused) && (!('name' in refused) || refused.name === name);
  return (
    <SecondPersonFields
      label={label}
      people={app.staff.filter(may)}
      chosen={state.chosen}
      onChoose={state.choose}
      secret={state.secret}
      onSecret={state.type}
      {...(onEnter ? { onEnter } : {})}
      refusal={isTheirs(failure) ? errorText(failure, clock.zone) : undefined}
    />
  );
}

const ABOUT_SECRET: readonly Failure['kind'][] = [
  'wrongPin',
  'wrongSecret',
  'passphraseNeeded',
  'waitToTry',
  'ownPassphraseFirst',
];

/** True for a refusal that belongs beside the PIN and not below the sheet. */
export function isAboutSecret(failure: Failure | null): failure is Failure {
  return failure !== null && ABOUT_SECRET.includes(failure.kind);
}
