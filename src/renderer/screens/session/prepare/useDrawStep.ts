import type { SessionView } from '../../../../contract/views/session.ts';
import { FIELD_RULES } from '../../../../core/session/entryRules.ts';
import { useStep } from '../../../hooks/useStep.ts';
import type { StepParts } from './StepsFrame.tsx';
import { useVolumeStep, type VolumeAsked } from './useVolumeStep.tsx';

/** Step 2: the drug is drawn up, and what is read from the syringe is typed. */
export function useDrawStep(session: SessionView, asked: Pick<VolumeAsked, 'words' | 'warning'>): StepParts {
  const step = useStep('preparation:draw');
  return useVolumeStep(session, {
    ...asked,
    label: 'Volume drawn',
    rule: FIELD_RULES.drawnVolume,
    saveWords: 'Save the draw-up',
    failure: step.failure,
    onType: step.clear,
    onSave: (volume) => void step.send({ session: session.id, volume }),
  });
}
