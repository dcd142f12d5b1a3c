import { LabelActions } from '../../label/LabelActions.tsx';
import { LabelPreview } from '../../label/LabelPreview.tsx';
import { useLabel } from '../../label/useLabel.ts';
import { FailureLine } from '../running/FailureLine.tsx';
import { LabelDrawing } from './LabelDrawing.tsx';
import { PreparationFrame } from './PreparationFrame.tsx';
import type { PreparationProps } from './preparationSteps.ts';
import styles from './stepWork.module.css';
import { useLabelCheck } from './useLabelCheck.tsx';

/** Steps 5 and 6: the label is printed, stuck on, and read back from the container. */
export function LabelStep(props: PreparationProps) {
  const { session, preparation } = props;
  const label = useLabel(session.id, preparation.witnessed?.label ?? '');
  const { work, action } = useLabelCheck(
    session,
    `The syringe is tied to Chair ${session.chair} from then on.`,
  );
  return (
    <PreparationFrame
      {...props}
      work={{ 5: <PrintLabel session={session.id} label={label} />, 6: work }}
      side={<LabelSide {...props} label={label} />}
      action={action}
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
