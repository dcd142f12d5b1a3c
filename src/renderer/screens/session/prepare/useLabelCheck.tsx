import { useRef, useState } from 'react';
import type { SessionView } from '../../../../contract/views/session.ts';
import { CHECKERS } from '../../../../core/session/roles.ts';
import { TextEntry } from '../../../components/TextEntry.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import { FailureLine } from '../running/FailureLine.tsx';
import { focusAfterKey } from '../running/focusAfterKey.ts';
import { SaveButton } from '../running/SaveButton.tsx';
import { chairAndPatient, firstMissing, roleMissing } from '../running/sessionWords.ts';
import { useFocusOnOpen } from '../running/useFocusOnOpen.ts';
import type { StepParts } from './StepsFrame.tsx';
import styles from './stepWork.module.css';

const LABEL_DIGITS = 4;
/** A scanner types the whole number, `KT-0412`. */
const SCANNED_CHARACTERS = 8;

/** The label is read back from the container, scanned or by its last four. `words`: what that ties to the chair. */
export function useLabelCheck(session: SessionView, words: string): StepParts {
  const { app } = useApp();
  const step = useStep('preparation:checkLabel');
  const [lastFour, setLastFour] = useState('');
  const saveButton = useRef<HTMLButtonElement>(null);
  const missing = firstMissing([
    lastFour.length < LABEL_DIGITS,
    'Scan the label on the container, or type its last 4.',
  ]);
  const type = (typed: string): void => {
    setLastFour(typed);
    step.clear();
  };
  return {
    work: (
      <>
        <p className={styles['words']}>{words}</p>
        <LastFour value={lastFour} onType={type} onEnter={() => focusAfterKey(saveButton)} />
        <FailureLine failure={step.failure} />
      </>
    ),
    action: (
      <SaveButton
        ref={saveButton}
        missing={roleMissing(app, CHECKERS) ?? missing}
        onSave={() => void step.send({ session: session.id, lastFour })}
      >
        {`Save the label for ${chairAndPatient(session)}`}
      </SaveButton>
    ),
  };
}

type LastFourProps = {
  readonly value: string;
  readonly onType: (typed: string) => void;
  readonly onEnter: () => void;
};

/** Typed back from the container. */
function LastFour({ value, onType, onEnter }: LastFourProps) {
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useFocusOnOpen(field);
  return (
    <div className={styles['fields']}>
      <div className={styles['wide']}>
        <TextEntry
          label="Last 4 of the label"
          value={value}
          maxLength={SCANNED_CHARACTERS}
          onType={onType}
          onEnter={onEnter}
          ref={field}
        />
      </div>
    </div>
  );
}
