import { FIELD_RULES } from '../../../../core/session/entryRules.ts';
import { useStep } from '../../../hooks/useStep.ts';
import { PreparationFrame } from './PreparationFrame.tsx';
import { finalVolumeText, type PreparationProps } from './preparationSteps.ts';
import { useVolumeStep } from './useVolumeStep.tsx';

/** Step 3: the diluent is added, and the final volume is typed. */
export function DiluentStep(props: PreparationProps) {
  const step = useStep('preparation:addDiluent');
  const { session, plan } = props;
  const { work, action } = useVolumeStep(session, {
    words: `${finalVolumeText(plan)}. Type what the syringe holds now.`,
    label: 'Final volume',
    rule: FIELD_RULES.finalVolume,
    saveWords: 'Save the final volume',
    failure: step.failure,
    onType: step.clear,
    onSave: (finalVolume) => void step.send({ session: session.id, finalVolume }),
  });
  return <PreparationFrame {...props} work={{ 3: work }} action={action} />;
}
