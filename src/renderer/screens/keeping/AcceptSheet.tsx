import { useState } from 'react';
import type { FailureText } from '../../../contract/startFailureText.ts';
import { ActionBar } from '../../components/ActionBar.tsx';
import { Button } from '../../components/Button.tsx';
import { SecretField } from '../../components/SecretField.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { errorText } from '../../errorText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { useStep } from '../../hooks/useStep.ts';
import { FailureLine } from '../session/running/FailureLine.tsx';
import { isAboutSecret } from '../session/running/SecondPerson.tsx';
import sheet from './Sheet.module.css';

type AcceptSheetProps = { readonly text: FailureText; readonly onClose: () => void };

/** The medical director or the administrator records what opening found; from then on the record takes entries. */
export function AcceptSheet({ text, onClose }: AcceptSheetProps) {
  const { clock } = useApp();
  const [passphrase, setPassphrase] = useState('');
  const step = useStep('keeping:acceptStanding');
  const accept = async (): Promise<void> => {
    if (passphrase !== '' && (await step.send({ passphrase }))) onClose();
  };
  const wrong = isAboutSecret(step.failure) ? errorText(step.failure, clock.zone) : undefined;
  const missing = passphrase === '' ? 'Type your passphrase.' : undefined;
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title="Record what happened"
      footer={
        <>
          {!isAboutSecret(step.failure) && <FailureLine failure={step.failure} />}
          <ActionBar
            end={
              <>
                <Button size="act" shortcut="Esc" onPress={onClose}>
                  Close
                </Button>
                <Button size="act" variant="primary" missing={missing} onPress={() => void accept()}>
                  Record it and go on
                </Button>
              </>
            }
          />
        </>
      }
    >
      <div className={sheet['body']}>
        <p>{text.what}</p>
        <p>
          This goes into the record under your name, with what was seen and what is there. What is missing
          stays missing: keep print-outs and downtime forms of that time with the record.
        </p>
        <SecretField
          label="Your passphrase"
          value={passphrase}
          onType={setPassphrase}
          onEnter={() => void accept()}
          refusal={wrong}
          size="field"
          autoFocus
        />
      </div>
    </Sheet>
  );
}
