import { useRef, useState } from 'react';
import { CHECKERS } from '../../../../core/session/roles.ts';
import { TextEntry } from '../../../components/TextEntry.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import { LabelActions } from '../../label/LabelActions.tsx';
import { LabelPreview } from '../../label/LabelPreview.tsx';
import { useLabel } from '../../label/useLabel.ts';
import { FailureLine } from '../running/FailureLine.tsx';
import { focusAfterKey } from '../running/focusAfterKey.ts';
import { SaveButton } from '../running/SaveButton.tsx';
import { chairAndPatient, firstMissing, roleMissing } from '../running/sessionWords.ts';
import { useFocusOnOpen } from '../running/useFocusOnOpen.ts';
import { LabelDrawing } from './LabelDrawing.tsx';
import { PreparationFrame } from './PreparationFrame.tsx';
import type { PreparationProps } from './preparationSteps.ts';
import styles from './stepWork.module.css';

export const LABEL_DIGITS = 4;
/** A scanner types the whole number, `KT-0412`. */
const SCANNED_CHARACTERS = 8;

/** Steps 5 and 6: the label is printed, stuck on, and read back from the container, scanned or by its last four. */
export function LabelStep(props: PreparationProps) {
  const { session, preparation } = props;
  const { app } = useApp();
  const step = useStep('preparation:checkLabel');
  const label = useLabel(session.id, preparation.witnessed?.label ?? '');
  const [lastFour, setLastFour] = useState('');
  const saveButton = useRef<HTMLButtonElement>(null);
  const type = (typed: string): void => {
    setLastFour(typed);
    step.clear();
  };
  const missing = firstMissing([
    lastFour.length < LABEL_DIGITS,
    'Scan the label on the container, or type its last 4.',
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
      work={{ 5: <PrintLabel session={session.id} label={label} />, 6: lastFourWork }}
      side={<LabelSide {...props} label={label} />}
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

type LabelRead = ReturnType<typeof useLabel>;

function PrintLabel({ session, label }: { readonly session: string; readonly label: LabelRead }) {
  return (
    <>
      <p className={styles['words']}>Hold it beside the syringe. Read the concentration aloud.</p>
      <FailureLine failure={label.failure} />
      {label.chosen && <LabelActions session={session} label={label.chosen} />}
    </>
  );
}

/** The label as it is printed, or large enough to be copied. */
function LabelSide({ session, preparation, label }: PreparationProps & { readonly label: LabelRead }) {
  if (!label.chosen) return null;
  const { data, choice } = label.chosen;
  if (choice.byHand) return <LabelDrawing session={session} preparation={preparation} />;
  return <LabelPreview data={data} size={choice.size} reason={choice.reason} />;
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
          maxLength={SCANNED_CHARACTERS}
          onType={onType}
          onEnter={onEnter}
          ref={field}
        />
      </div>
    </div>
  );
}
