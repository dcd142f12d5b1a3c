import { PreparationFrame } from './PreparationFrame.tsx';
import { type PreparationProps, productText } from './preparationSteps.ts';
import { useVialStep } from './useVialStep.tsx';

/** Step 1: the vial. */
export function TakeVialStep(props: PreparationProps) {
  const { session, plan } = props;
  const { work, action } = useVialStep(session, {
    product: plan.product.id,
    label: productText(session, plan),
  });
  return <PreparationFrame {...props} work={{ 1: work }} action={action} />;
}
