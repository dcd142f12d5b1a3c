import { useEffect, useRef, useState } from 'react';
import type { StaffView } from '../../../../contract/views/people.ts';
import type { SessionView } from '../../../../contract/views/session.ts';
import { Button } from '../../../components/Button.tsx';
import { SecretField } from '../../../components/SecretField.tsx';
import { errorText } from '../../../errorText.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import { FailureLine } from '../running/FailureLine.tsx';
import { focusAfterKey } from '../running/focusAfterKey.ts';
import { isAboutSecret } from '../running/SecondPerson.tsx';
import styles from './SignRecord.module.css';
import { signers, signingRefusal, type Turn, turnsToSign } from './signing.ts';

/** T18: the nurse signs, then a prescriber countersigns; whoever is not next is told who is. Source: UX 3.14. */
export function SignRecord({ session }: { readonly session: SessionView }) {
  const { app } = useApp();
  const { user } = app;
  const turns = turnsToSign(session);
  if (turns.length === 0 || !user) return null;
  const turn = turns.find((each) => user.roles.includes(each));
  if (!turn) return <WhoSigns session={session} turns={turns} />;
  return <Signing session={session} turn={turn} user={user} />;
}

function whoSignsText(turns: readonly Turn[], nurseFirst: string): string {
  if (turns.length > 1) return 'A nurse or a prescriber signs.';
  return turns[0] === 'nurse' ? nurseFirst : 'A prescriber countersigns next.';
}

type SigningProps = TurnProps & { readonly user: StaffView };
type TurnProps = { readonly session: SessionView; readonly turn: Turn };

type WhoSignsProps = Pick<TurnProps, 'session'> & { readonly turns: readonly Turn[] };

function WhoSigns({ session, turns }: WhoSignsProps) {
  const { app, clock } = useApp();
  const names = signers(app, turns, session.signatures.nurse?.done.by.id ?? null);
  const sentence = whoSignsText(turns, errorText({ kind: 'nurseSignsFirst' }, clock.zone));
  return (
    <section className={styles['waits']} aria-label="Signature">
      <p className={styles['next']}>{sentence}</p>
      <p className={styles['statement']}>{`Lock, and sign in as ${names}.`}</p>
    </section>
  );
}

function Signing({ session, turn, user }: SigningProps) {
  const refusal = refusalFor({ session, turn }, user);
  return (
    <section className={styles[refusal === undefined ? 'sign' : 'waits']} aria-label="Signature">
      {refusal === undefined ? (
        <>
          <p className={styles['statement']}>{statement({ session, turn })}</p>
          <Signer turn={turn} user={user} then={session.signatures.asked === 'both'} />
          <SignatureFields session={session} turn={turn} />
        </>
      ) : (
        <Button size="act" icon="lock" wide missing={refusal} onPress={() => {}}>
          {signWords({ session, turn })}
        </Button>
      )}
    </section>
  );
}

type SignerProps = Pick<SigningProps, 'turn' | 'user'> & {
  /** Another signature follows. */
  readonly then: boolean;
};

function Signer({ turn, user, then }: SignerProps) {
  return (
    <p className={styles['who']}>
      <span>
        <strong>{user.fullName}</strong>, {user.suffix === '' ? turn : user.suffix}{' '}
        <span className={styles['licence']}>
          licence <span className="hy">{user.licence ?? 'not recorded'}</span>
        </span>
      </span>
      {turn === 'nurse' && (
        <span className={styles['then']}>
          {then ? 'a prescriber countersigns' : 'this signature closes the record'}
        </span>
      )}
    </p>
  );
}

function SignatureFields({ session, turn }: TurnProps) {
  const { clock } = useApp();
  const [passphrase, setPassphrase] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const step = useStep('record:sign');
  useEffect(() => field.current?.focus(), []);
  const sign = async (): Promise<void> => {
    setIsAsked(passphrase === '');
    if (passphrase === '') field.current?.focus();
    else if (await step.send({ session: session.id, passphrase })) setPassphrase('');
  };
  const wrong = isAboutSecret(step.failure) ? errorText(step.failure, clock.zone) : undefined;
  const empty = isAsked && passphrase === '' ? 'Type your passphrase.' : undefined;
  return (
    <>
      {!isAboutSecret(step.failure) && <FailureLine failure={step.failure} />}
      <div className={styles['row']}>
        <SecretField
          label="Your passphrase"
          size="act"
          value={passphrase}
          onType={setPassphrase}
          onEnter={() => focusAfterKey(button)}
          refusal={empty ?? wrong}
          ref={field}
        />
        <Button ref={button} size="act" variant="primary" icon="lock" onPress={() => void sign()}>
          {signWords({ session, turn })}
        </Button>
      </div>
    </>
  );
}

/** A prescriber countersigns what a nurse has signed, and signs what nobody has. */
function signWords({ session, turn }: TurnProps): string {
  return turn === 'prescriber' && session.signatures.nurse ? 'Countersign v1' : 'Sign v1';
}

function refusalFor({ session, turn }: TurnProps, user: StaffView): string | undefined {
  if (turn === 'prescriber' && session.signatures.nurse) {
    const isSame = session.signatures.nurse?.done.by.id === user.id;
    return isSame ? errorText({ kind: 'anotherPersonNeeded' }, '') : undefined;
  }
  const refusal = signingRefusal(session);
  return refusal ? errorText(refusal, '') : undefined;
}

function statement({ session, turn }: TurnProps): string {
  if (turn === 'prescriber' && !session.signatures.nurse) {
    return `I have read this record of Chair ${session.chair}. It is complete and true as far as I know.`;
  }
  return turn === 'nurse'
    ? `I was responsible for Chair ${session.chair}. This record is complete and true as far as I know.`
    : `I have read this record of Chair ${session.chair} and countersign it.`;
}
