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
import { signers, signingRefusal, turnToSign } from './signing.ts';

/** T18: the nurse signs, then a prescriber countersigns; whoever is not next is told who is. Source: UX 3.14. */
export function SignRecord({ session }: { readonly session: SessionView }) {
  const { app } = useApp();
  const turn = turnToSign(session);
  if (turn === null || !app.user) return null;
  if (!app.user.roles.includes(turn)) return <WhoSigns session={session} turn={turn} />;
  return <Signing session={session} turn={turn} user={app.user} />;
}

type SigningProps = TurnProps & { readonly user: StaffView };
type TurnProps = { readonly session: SessionView; readonly turn: 'nurse' | 'prescriber' };

function WhoSigns({ session, turn }: TurnProps) {
  const { app, clock } = useApp();
  const names = signers(app, turn, session.signatures.nurse?.done.by.id ?? null);
  const sentence =
    turn === 'nurse' ? errorText({ kind: 'nurseSignsFirst' }, clock.zone) : 'A prescriber countersigns next.';
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
          <Signer turn={turn} user={user} />
          <SignatureFields session={session} turn={turn} />
        </>
      ) : (
        <Button size="act" icon="lock" wide missing={refusal} onPress={() => {}}>
          {SIGN_WORDS[turn]}
        </Button>
      )}
    </section>
  );
}

function Signer({ turn, user }: Pick<SigningProps, 'turn' | 'user'>) {
  return (
    <p className={styles['who']}>
      <span>
        <strong>{user.fullName}</strong>, {user.suffix === '' ? turn : user.suffix}{' '}
        <span className={styles['licence']}>
          licence <span className="hy">{user.licence ?? 'not recorded'}</span>
        </span>
      </span>
      {turn === 'nurse' && <span className={styles['then']}>a prescriber countersigns</span>}
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
          {SIGN_WORDS[turn]}
        </Button>
      </div>
    </>
  );
}

const SIGN_WORDS = { nurse: 'Sign v1', prescriber: 'Countersign v1' } as const;

function refusalFor({ session, turn }: TurnProps, user: StaffView): string | undefined {
  if (turn === 'prescriber') {
    const isSame = session.signatures.nurse?.done.by.id === user.id;
    return isSame ? errorText({ kind: 'anotherPersonNeeded' }, '') : undefined;
  }
  const refusal = signingRefusal(session);
  return refusal ? errorText(refusal, '') : undefined;
}

function statement({ session, turn }: TurnProps): string {
  return turn === 'nurse'
    ? `I was responsible for Chair ${session.chair}. This record is complete and true as far as I know.`
    : `I have read this record of Chair ${session.chair} and countersign it.`;
}
