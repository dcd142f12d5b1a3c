import type { StageKind } from '../dosing/planSum.ts';

/** What a stage is called, the same on screen, on paper and in the timeline: `loading dose`, `infusion`, `step 2`. */
export function stageName(stages: readonly { readonly kind: StageKind }[], number: number): string {
  const kind = stages[number - 1]?.kind;
  if (kind === 'loading') return 'loading dose';
  const hasSteps = stages.some((stage) => stage.kind === 'step');
  const before = stages.filter((stage, place) => place < number && stage.kind !== 'loading').length;
  return hasSteps ? `step ${before}` : 'infusion';
}
