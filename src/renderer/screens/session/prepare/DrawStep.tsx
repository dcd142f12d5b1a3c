import { smallDrawUpText } from '../../../components/drawUpWords.ts';
import { PreparationFrame } from './PreparationFrame.tsx';
import { type PreparationProps, productText } from './preparationSteps.ts';
import { useDrawStep } from './useDrawStep.ts';

/** Step 2 of an infusion. */
export function DrawStep(props: PreparationProps) {
  const { session, plan } = props;
  const { work, action } = useDrawStep(session, {
    words: `From ${productText(session, plan)}. Type what the syringe holds.`,
    warning: plan.smallDrawUp && smallDrawUpText(plan.sum.drawUp),
  });
  return <PreparationFrame {...props} work={{ 2: work }} action={action} />;
}
