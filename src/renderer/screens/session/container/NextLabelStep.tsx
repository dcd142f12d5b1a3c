import { usePlace } from '../../../hooks/usePlace.tsx';
import { CopyLabel } from '../prepare/CopyLabel.tsx';
import { PreparationFrame } from '../prepare/PreparationFrame.tsx';
import type { PreparationProps } from '../prepare/preparationSteps.ts';
import styles from '../prepare/stepWork.module.css';
import { SaveButton } from '../running/SaveButton.tsx';

/** Steps 5 and 6 of the next container: its label is read when it is connected, not before. */
export function NextLabelStep(props: PreparationProps) {
  const { session, preparation } = props;
  const { go } = usePlace();
  const noun = session.infusion?.container.noun ?? 'container';
  return (
    <PreparationFrame
      {...props}
      work={{
        5: <CopyLabel label={preparation.witnessed?.label ?? ''} />,
        6: (
          <p className={styles['words']}>
            {`Stick it on. The last 4 are typed when the ${noun} is changed. Waste what is left in the vial with a witness.`}
          </p>
        ),
      }}
      action={
        <SaveButton autoFocus onSave={() => go({ at: 'session', session: session.id })}>
          {`Back to Chair ${session.chair}`}
        </SaveButton>
      }
    />
  );
}
