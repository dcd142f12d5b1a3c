import { FIELD_RULES } from '../../../../core/session/entryRules.ts';
import { smallDrawUpText } from '../../../components/drawUpWords.ts';
import { useStep } from '../../../hooks/useStep.ts';
import { PreparationFrame } from './PreparationFrame.tsx';
import { type PreparationProps, productText } from './preparationSteps.ts';
import { useVolumeStep } from './useVolumeStep.tsx';

/** Step 2: the drug is drawn up, and the volume read from the syringe is typed. */
export function DrawStep(props: PreparationProps) {
  const step = useStep('preparation:draw');
  const { session, plan } = props;
  const { work, action } = useVolumeStep(session, {
    words: `From ${productText(session, plan)}. Type what the syringe holds.`,
    warning: plan.smallDrawUp && smallDrawUpText(plan.sum.drawUp),
    label: 'Volume drawn',
    rule: FIELD_RULES.drawnVolume,
    saveWords: 'Save the draw-up',
    failure: step.failure,
    onType: step.clear,
    onSave: (volume) => void step.send({ session: session.id, volume }),
  });
  return <PreparationFrame {...props} work={{ 2: work }} action={action} />;
}
