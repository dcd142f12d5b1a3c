import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { SecretField } from '../../components/SecretField.tsx';
import { errorText } from '../../errorText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { useStep } from '../../hooks/useStep.ts';
import { FailureLine } from '../session/running/FailureLine.tsx';
import { isAboutSecret } from '../session/running/SecondPerson.tsx';
import { missingTwice, NOTHING_TYPED } from './twice.ts';

type PassphraseFormProps = { readonly autoFocus?: boolean; readonly onDone: () => void };

/** The signed-in person's own new passphrase, on the one there is now. */
export function PassphraseForm({ autoFocus = false, onDone }: PassphraseFormProps) {
  const { clock } = useApp();
  const [passphrase, setPassphrase] = useState('');
  const [next, setNext] = useState(NOTHING_TYPED);
  const step = useStep('identity:changePassphrase');
  const missing =
    passphrase === '' ? 'Type the passphrase you have now.' : missingTwice(next, 'new passphrase');
  const send = async (): Promise<void> => {
    if (missing !== undefined || !(await step.send({ passphrase, next: next.first }))) return;
    setPassphrase('');
    setNext(NOTHING_TYPED);
    onDone();
  };
  const wrong = isAboutSecret(step.failure) ? errorText(step.failure, clock.zone) : undefined;
  return (
    <>
      <SecretField
        label="Passphrase you have now"
        value={passphrase}
        onType={setPassphrase}
        refusal={wrong}
        autoFocus={autoFocus}
      />
      <SecretField
        label="New passphrase"
        hint="at least 8 characters"
        value={next.first}
        onType={(first) => setNext({ ...next, first })}
      />
      <SecretField
        label="New passphrase again"
        value={next.again}
        onType={(again) => setNext({ ...next, again })}
        onEnter={() => void send()}
      />
      {wrong === undefined && <FailureLine failure={step.failure} />}
      <Button variant="primary" missing={missing} onPress={() => void send()}>
        Change my passphrase
      </Button>
    </>
  );
}
