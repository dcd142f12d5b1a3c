import { useRef, useState } from 'react';
import { CHECKERS } from '../../../../core/session/roles.ts';
import { TextEntry } from '../../../components/TextEntry.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import { FailureLine } from '../running/FailureLine.tsx';
import { focusAfterKey } from '../running/focusAfterKey.ts';
import { SaveButton } from '../running/SaveButton.tsx';
import { chairAndPatient, firstMissing, roleMissing } from '../running/sessionWords.ts';
import { useFocusOnOpen } from '../running/useFocusOnOpen.ts';
import { CopyLabel } from './CopyLabel.tsx';
import { PreparationFrame } from './PreparationFrame.tsx';
import type { PreparationProps } from './preparationSteps.ts';
import styles from './stepWork.module.css';

export const LABEL_DIGITS = 4;

/** Steps 5 and 6: the label is copied by hand, stuck on, and its last four digits typed back from the container. */
export function LabelStep(props: PreparationProps) {
  const { session, preparation } = props;
  const { app } = useApp();
  const step = useStep('preparation:checkLabel');
  const [lastFour, setLastFour] = useState('');
  const saveButton = useRef<HTMLButtonElement>(null);
  const type = (typed: string): void => {
    setLastFour(typed);
    step.clear();
  };
  const missing = firstMissing([
    lastFour.length < LABEL_DIGITS,
    'Type the last 4 from the label on the container.',
  ]);
  const lastFourWork = (
    <>
      <p className={styles['words']}>{`The syringe is tied to Chair ${session.chair} from then on.`}</p>
      <LastFour value={lastFour} onType={type} onEnter={() => focusAfterKey(saveButton)} />
      <FailureLine failure={step.failure} />
    </>
  );
  return (
    <PreparationFrame
      {...props}
      work={{ 5: <CopyLabel label={preparation.witnessed?.label ?? ''} />, 6: lastFourWork }}
      action={
        <SaveButton
          ref={saveButton}
          missing={roleMissing(app, CHECKERS) ?? missing}
          onSave={() => void step.send({ session: session.id, lastFour })}
        >
          {`Save the label for ${chairAndPatient(session)}`}
        </SaveButton>
      }
    />
  );
}

type LastFourProps = {
  readonly value: string;
  readonly onType: (typed: string) => void;
  readonly onEnter: () => void;
};

/** Typed back from the container. */
export function LastFour({ value, onType, onEnter }: LastFourProps) {
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useFocusOnOpen(field);
  return (
    <div className={styles['fields']}>
      <div className={styles['wide']}>
        <TextEntry
          label="Last 4 of the label"
          value={value}
          maxLength={LABEL_DIGITS}
          onType={onType}
          onEnter={onEnter}
          ref={field}
        />
      </div>
    </div>
  );
}
