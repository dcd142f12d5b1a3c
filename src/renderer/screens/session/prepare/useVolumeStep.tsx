import { useRef } from 'react';
import type { Failure } from '../../../../contract/failures.ts';
import type { SessionView } from '../../../../contract/views/session.ts';
import type { EntryRule } from '../../../../core/quantity/parseEntry.ts';
import type { Unit } from '../../../../core/quantity/quantity.ts';
import { CHECKERS } from '../../../../core/session/roles.ts';
import { FailureNote } from '../../../components/FailureNote.tsx';
import { NumberField } from '../../../components/NumberField.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { FailureLine } from '../running/FailureLine.tsx';
import { focusAfterKey } from '../running/focusAfterKey.ts';
import { SaveButton } from '../running/SaveButton.tsx';
import { chairAndPatient, firstMissing, roleMissing } from '../running/sessionWords.ts';
import { useTypedNumber } from '../running/typedNumber.ts';
import type { StepParts } from './StepsFrame.tsx';
import styles from './stepWork.module.css';

export type VolumeAsked = {
  /** What is to be done, with its amount: the preparer works from the matched plan. */
  readonly words: string;
  /** What is easily done wrong with this volume. */
  readonly warning?: string | undefined;
  readonly label: string;
  readonly rule: EntryRule<Unit>;
  readonly saveWords: string;
  readonly failure: Failure | null;
  readonly onType: () => void;
  readonly onSave: (volume: string) => void;
};

/** A step in which one volume is typed as it stands on the syringe. */
export function useVolumeStep(session: SessionView, asked: VolumeAsked): StepParts {
  const { label } = asked;
  const { app } = useApp();
  const volume = useTypedNumber(asked.rule, asked.onType);
  const saveButton = useRef<HTMLButtonElement>(null);
  return {
    work: (
      <>
        <p className={styles['words']}>{asked.words}</p>
        {asked.warning !== undefined && <FailureNote>{asked.warning}</FailureNote>}
        <div className={styles['fields']}>
          <div className={styles['wide']}>
            <NumberField
              {...volume.field}
              label={label}
              echo
              autoFocus
              onNext={() => focusAfterKey(saveButton)}
            />
          </div>
        </div>
        <FailureLine failure={asked.failure} />
      </>
    ),
    action: (
      <SaveButton
        missing={roleMissing(app, CHECKERS) ?? firstMissing([!volume.entered, `${label} is not entered.`])}
        onSave={() => asked.onSave(volume.value)}
        ref={saveButton}
      >
        {`${asked.saveWords} for ${chairAndPatient(session)}`}
      </SaveButton>
    ),
  };
}
