import { useLabel } from '../../label/useLabel.ts';
import { LabelDrawing } from './LabelDrawing.tsx';
import { LabelSide, PrintLabel } from './labelParts.tsx';
import { PreparationFrame } from './PreparationFrame.tsx';
import type { PreparationProps } from './preparationSteps.ts';
import { useLabelCheck } from './useLabelCheck.tsx';

const READ_ALOUD = 'Hold it beside the syringe. Read the concentration aloud.';

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
      work={{ 5: <PrintLabel session={session.id} label={label} words={READ_ALOUD} />, 6: work }}
      side={<LabelSide label={label} byHand={<LabelDrawing session={session} preparation={preparation} />} />}
      action={action}
    />
  );
}
