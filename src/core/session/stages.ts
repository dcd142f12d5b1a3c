import type { PlanSumText, StageText } from '../dosing/planSumText.ts';
import { type Quantity, readQuantity } from '../quantity/quantity.ts';
import { compare, multiply, rational } from '../quantity/rational.ts';
import { pumpedOf } from './countedSession.ts';
import { type InfusionRun, stageLeft } from './delivered.ts';
import type { Session } from './session.ts';

/** What is set on the pump of one stage: where it starts, and where it stops by itself. */
export type PumpSet = Pick<StageText, 'rate' | 'volumeToGive'>;

/** What the pump is set to before the start: the first stage, or the whole infusion where there is one. */
export function firstSetting(sum: PlanSumText): PumpSet {
  return sum.staged?.stages[0] ?? sum;
}

/** The stages two people agreed on, in their order; empty for an infusion of one stage, and before the match. */
export function plannedStages(session: Session): readonly StageText[] {
  return pumpedOf(session)?.match?.sum.staged?.stages ?? [];
}

/** The stage that runs: its number, counted from 1, of how many, and as it was ordered. */
export type RunningStage = { readonly number: number; readonly count: number; readonly planned: StageText };

/** The stage that was begun last; undefined for an infusion of one stage, and before the start. */
export function runningStage(session: Session): RunningStage | undefined {
  const stages = plannedStages(session);
  const number = session.run?.stages?.begun.length ?? 0;
  const planned = stages[number - 1];
  return planned && { number, count: stages.length, planned };
}

/** The stage to begin next; undefined where there is none. */
export function nextStage(session: Session): RunningStage | undefined {
  const running = runningStage(session);
  const planned = running && plannedStages(session)[running.number];
  return planned && { ...running, number: running.number + 1, planned };
}

/** Of the volume of a stage, which is what clocks of pump and record may be apart. As for a container, UX 2.3 T16. */
const NEARLY_OVER_PERCENT = rational(5n);

/** True when no more of the stage is left than record and pump may differ by. */
export function isStageOver(run: InfusionRun, stage: Pick<StageText, 'volumeToGive'>, at: number): boolean {
  const left: Quantity<'mL'> = stageLeft(run, at);
  const whole = readQuantity(stage.volumeToGive, 'mL');
  return compare(multiply(left.value, HUNDRED), multiply(whole.value, NEARLY_OVER_PERCENT)) <= 0;
}

const HUNDRED = rational(100n);
