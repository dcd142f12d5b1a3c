import { smallDrawUpText } from '../../../components/drawUpWords.ts';
import { useLabel } from '../../label/useLabel.ts';
import { LabelSide, PrintLabel } from '../prepare/labelParts.tsx';
import { productText } from '../prepare/preparationSteps.ts';
import { useDrawStep } from '../prepare/useDrawStep.ts';
import { useHandOver } from '../prepare/useHandOver.tsx';
import { useLabelCheck } from '../prepare/useLabelCheck.tsx';
import { useVialStep } from '../prepare/useVialStep.tsx';
import { CountedFrame } from './CountedFrame.tsx';
import { CountedLabel } from './CountedLabel.tsx';
import { CountedWitness } from './CountedWitness.tsx';
import { type CountedProps, fillText } from './countedSteps.ts';

/** P8 of counted doses: from the match to a filled device with its label on, one step at a time. */
export function PrepareCounted(props: CountedProps) {
  const { preparation } = props;
  if (!preparation.vial) return <TakeVial {...props} />;
  if (!preparation.drawn) return <Draw {...props} />;
  return preparation.witnessed ? <Label {...props} /> : <Witness {...props} />;
}

function TakeVial(props: CountedProps) {
  const { session, counted } = props;
  const { work, action } = useVialStep(session, {
    product: counted.product.id,
    label: productText(session, counted),
  });
  return <CountedFrame {...props} work={{ 1: work }} action={action} />;
}

function Draw(props: CountedProps) {
  const { session, counted } = props;
  const { work, action } = useDrawStep(session, {
    words: `From ${productText(session, counted)}, undiluted: ${fillText(counted)}. Type what is drawn in all.`,
    warning: counted.smallDrawUp && smallDrawUpText(counted.sum.fill),
  });
  return <CountedFrame {...props} work={{ 2: work }} action={action} />;
}

const HAND_OVER =
  'Hand over what is filled and the vial. The witness reads both and types the volume on their own view.';

function Witness(props: CountedProps) {
  const { isOpen, close, work, action } = useHandOver(HAND_OVER);
  if (isOpen) return <CountedWitness {...props} onClose={close} />;
  return <CountedFrame {...props} work={{ 3: work }} action={action} />;
}

function Label(props: CountedProps) {
  const { session, counted, preparation } = props;
  const { work, action } = useLabelCheck(session, `It is tied to Chair ${session.chair} from then on.`);
  const label = useLabel(session.id, preparation.witnessed?.label ?? '');
  const words =
    counted.of === 'spray'
      ? 'Hold it beside the device. Read the concentration aloud.'
      : 'One for each syringe. Hold it beside them and read the concentration aloud.';
  return (
    <CountedFrame
      {...props}
      work={{ 4: <PrintLabel session={session.id} label={label} words={words} />, 5: work }}
      action={action}
      side={<LabelSide label={label} byHand={<CountedLabel {...props} />} />}
    />
  );
}
