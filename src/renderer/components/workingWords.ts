import type { CountedView, PlanView } from '../../contract/views/session.ts';

export type WorkingLine = PlanView['working'][number] | CountedView['working'][number];

const STEP_WORDS: Record<WorkingLine['step'], string> = {
  idealWeight: 'ideal weight',
  adjustedWeight: 'adjusted',
  leanWeight: 'lean weight',
  dosingWeight: 'dosing weight',
  hourly: 'by the hour',
  dose: 'dose',
  strength: 'strength',
  volume: 'volume',
  rate: 'rate',
  pump: 'pump rate',
  pumpVolume: 'pump volume',
  backCheck: 'back-check',
  backCheckMicrograms: '',
  backToOrder: 'to the order',
  drawUp: 'draw up',
  containers: 'containers',
  loadingDose: 'loading dose',
  loadingVolume: 'its volume',
  loadingRate: 'its rate',
  stepDose: 'step dose',
  stepVolume: 'its volume',
  stepRate: 'its rate',
  wholeDose: 'dose in all',
  wholeVolume: 'volume in all',
  total: 'total',
  perKg: 'per kg',
  lasts: 'time',
};

/** The word in front of a line of the sum; a line that goes on from the one before has none. */
export function workingWord(step: WorkingLine['step']): string {
  return STEP_WORDS[step];
}
