import { useRef } from 'react';
import type { Failure } from '../../../../contract/failures.ts';
import type { EntryRule } from '../../../../core/quantity/parseEntry.ts';
import type { Unit } from '../../../../core/quantity/quantity.ts';
import { CHECKERS } from '../../../../core/session/roles.ts';
import { NumberField } from '../../../components/NumberField.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { FailureLine } from '../running/FailureLine.tsx';
import { focusAfterKey } from '../running/focusAfterKey.ts';
import { SaveButton } from '../running/SaveButton.tsx';
import { chairAndPatient, firstMissing, roleMissing } from '../running/sessionWords.ts';
import { useTypedNumber } from '../running/typedNumber.ts';
import { PreparationFrame } from './PreparationFrame.tsx';
import type { PreparationProps } from './preparationSteps.ts';
import styles from './stepWork.module.css';

type VolumeStepProps = PreparationProps & {
  readonly number: number;
  /** What is to be done, with its amount: the preparer works from the matched plan. */
  readonly words: string;
  readonly label: string;
  readonly rule: EntryRule<Unit>;
  readonly saveWords: string;
  readonly failure: Failure | null;
  readonly onType: () => void;
  readonly onSave: (volume: string) => void;
};

/** A step in which one volume is typed as it stands on the syringe. */
export function VolumeStep(props: VolumeStepProps) {
  const { session, label } = props;
  const { app } = useApp();
  const volume = useTypedNumber(props.rule, props.onType);
  const saveButton = useRef<HTMLButtonElement>(null);
  const work = (
    <>
      <p className={styles['words']}>{props.words}</p>
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
      <FailureLine failure={props.failure} />
    </>
  );
  return (
    <PreparationFrame
      {...props}
      work={{ [props.number]: work }}
      action={
        <SaveButton
          missing={roleMissing(app, CHECKERS) ?? firstMissing([!volume.entered, `${label} is not entered.`])}
          onSave={() => props.onSave(volume.value)}
          ref={saveButton}
        >
          {`${props.saveWords} for ${chairAndPatient(session)}`}
        </SaveButton>
      }
    />
  );
}
