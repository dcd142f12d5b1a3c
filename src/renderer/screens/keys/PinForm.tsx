import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { SecretField } from '../../components/SecretField.tsx';
import { errorText } from '../../errorText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { useStep } from '../../hooks/useStep.ts';
import { FailureLine } from '../session/running/FailureLine.tsx';
import { isAboutSecret } from '../session/running/SecondPerson.tsx';
import { missingTwice, NOTHING_TYPED } from './twice.ts';

/** The signed-in person's own six digits, the first or the next, on their passphrase. */
export function PinForm({ onDone }: { readonly onDone: () => void }) {
  const { clock } = useApp();
  const [passphrase, setPassphrase] = useState('');
  const [pin, setPin] = useState(NOTHING_TYPED);
  const step = useStep('identity:choosePin');
  const missing = passphrase === '' ? 'Type your passphrase.' : missingTwice(pin, 'PIN');
  const send = async (): Promise<void> => {
    if (missing !== undefined || !(await step.send({ passphrase, pin: pin.first }))) return;
    setPassphrase('');
    setPin(NOTHING_TYPED);
    onDone();
  };
  const wrong = isAboutSecret(step.failure) ? errorText(step.failure, clock.zone) : undefined;
  return (
    <>
      <SecretField label="Your passphrase" value={passphrase} onType={setPassphrase} refusal={wrong} />
      <SecretField
        label="New PIN"
        hint="six digits, no run and no repeat"
        pin
        value={pin.first}
        onType={(first) => setPin({ ...pin, first })}
      />
      <SecretField
        label="New PIN again"
        pin
        value={pin.again}
        onType={(again) => setPin({ ...pin, again })}
        onEnter={() => void send()}
      />
      {wrong === undefined && <FailureLine failure={step.failure} />}
      <Button variant="primary" missing={missing} onPress={() => void send()}>
        Choose this PIN
      </Button>
    </>
  );
}
