import { usePlace } from '../../../hooks/usePlace.tsx';
import { useLabel } from '../../label/useLabel.ts';
import { LabelDrawing } from '../prepare/LabelDrawing.tsx';
import { LabelSide, PrintLabel } from '../prepare/labelParts.tsx';
import { PreparationFrame } from '../prepare/PreparationFrame.tsx';
import type { PreparationProps } from '../prepare/preparationSteps.ts';
import styles from '../prepare/stepWork.module.css';
import { SaveButton } from '../running/SaveButton.tsx';

/** Steps 5 and 6 of the next container: its label is read when it is connected, not before. */
export function NextLabelStep(props: PreparationProps) {
  const { session, preparation } = props;
  const { go } = usePlace();
  const label = useLabel(session.id, preparation.witnessed?.label ?? '');
  const noun = session.infusion?.container.noun ?? 'container';
  return (
    <PreparationFrame
      {...props}
      work={{
        5: (
          <PrintLabel
            session={session.id}
            label={label}
            words={`Hold it beside the ${noun}. Read the concentration aloud.`}
          />
        ),
        6: (
          <p className={styles['words']}>
            {`Stick it on. The last 4 are typed when the ${noun} is changed. Waste what is left in the vial with a witness.`}
          </p>
        ),
      }}
      side={<LabelSide label={label} byHand={<LabelDrawing session={session} preparation={preparation} />} />}
      action={
        <SaveButton autoFocus onSave={() => go({ at: 'session', session: session.id })}>
          {`Back to Chair ${session.chair}`}
        </SaveButton>
      }
    />
  );
}
