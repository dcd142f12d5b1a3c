import { PreparationFrame } from './PreparationFrame.tsx';
import type { PreparationProps } from './preparationSteps.ts';
import { useHandOver } from './useHandOver.tsx';
import { WitnessView } from './WitnessView.tsx';

const WORDS =
  'Hand over the syringe and the vial. The witness reads both and types the volumes on their own view.';

/** Step 4: the witness reads the syringe. */
export function WitnessStep(props: PreparationProps) {
  const { isOpen, close, work, action } = useHandOver(WORDS);
  if (isOpen) return <WitnessView {...props} onClose={close} />;
  return <PreparationFrame {...props} work={{ 4: work }} action={action} />;
}
