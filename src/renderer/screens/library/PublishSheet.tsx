import { useState } from 'react';
import type { Failure } from '../../../contract/failures.ts';
import type { Role } from '../../../core/session/roles.ts';
import { ActionBar } from '../../components/ActionBar.tsx';
import { Button } from '../../components/Button.tsx';
import { SecondPersonFields } from '../../components/SecondPersonFields.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { TextEntry } from '../../components/TextEntry.tsx';
import { errorText } from '../../errorText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import type { ReviewedFile } from '../../hooks/useLibraryFile.ts';
import { useStep } from '../../hooks/useStep.ts';
import { FailureLine } from '../session/running/FailureLine.tsx';
import { type SecondPersonState, useSecondPerson } from '../session/running/SecondPerson.tsx';
import styles from './Library.module.css';

type PublishSheetProps = {
  readonly reviewed: ReviewedFile;
  readonly onClose: () => void;
  readonly onPublished: () => void;
};

/** Why, and the two who sign, each by passphrase. Nothing is published by one of them alone: scenario 41 of UX 7. */
export function PublishSheet({ reviewed, onClose, onPublished }: PublishSheetProps) {
  const [reason, setReason] = useState('');
  const [pharmacist, director] = [useSecondPerson(), useSecondPerson()];
  const step = useStep('library:publish');
  const { file, review } = reviewed;
  const publish = async (): Promise<void> => {
    const people = { pharmacist: pharmacist.proof, director: director.proof };
    if (await step.send({ file, hash: review.hash, reason, ...people })) onPublished();
  };
  const send = (): void => void publish();
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={`Publish library ${review.version}`}
      footer={
        <>
          {step.failure?.kind !== 'wrongPassphrase' && <FailureLine failure={step.failure} />}
          <ActionBar
            end={
              <>
                <Button size="act" shortcut="Esc" onPress={onClose}>
                  Close
                </Button>
                <Button
                  size="act"
                  variant="primary"
                  icon="lock"
                  missing={step.busy ? 'It is being published.' : undefined}
                  onPress={send}
                >
                  {`Publish ${review.version}`}
                </Button>
              </>
            }
          />
        </>
      }
    >
      <div className={styles['sheet']}>
        <p>From then on every new session is planned by it. Running sessions keep their version.</p>
        <TextEntry label="Reason" value={reason} onType={setReason} lines={2} maxLength={2_000} autoFocus />
        <Signer label="Pharmacist" signsAs="pharmacist" state={pharmacist} failure={step.failure} />
        <Signer
          label="Medical director"
          signsAs="director"
          state={director}
          failure={step.failure}
          onEnter={send}
        />
      </div>
    </Sheet>
  );
}

type SignerProps = {
  readonly label: string;
  readonly signsAs: Role;
  readonly state: SecondPersonState;
  readonly failure: Failure | null;
  readonly onEnter?: () => void;
};

/** One of the two: a name picked, never preselected, and that person's passphrase. A PIN is not enough here. */
function Signer({ label, signsAs, state, failure, onEnter }: SignerProps) {
  const { app, clock } = useApp();
  const people = app.staff.filter(({ roles }) => roles.includes(signsAs));
  const name = people.find(({ id }) => id === state.chosen)?.name;
  const isTheirs = failure?.kind === 'wrongPassphrase' && failure.name === name;
  return (
    <SecondPersonFields
      label={label}
      people={people}
      byPassphrase
      chosen={state.chosen}
      onChoose={state.choose}
      secret={state.secret}
      onSecret={state.type}
      {...(onEnter ? { onEnter } : {})}
      refusal={isTheirs ? errorText(failure, clock.zone) : undefined}
    />
  );
}
