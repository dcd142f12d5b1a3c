import { formatQuantity } from '../quantity/format.ts';
import { formatInHours } from '../quantity/formatDuration.ts';
import { derive, type Quantity } from '../quantity/quantity.ts';
import type { PlanInput } from './planInput.ts';
import type { PlannedStage, PlanSum } from './planSum.ts';
import type { WorkingLine } from './planWorking.ts';
import type { PumpSetting } from './pumpSetting.ts';

/** Lines of a sum that only an order of several stages has. */
export type StageStep =
  | 'loadingDose'
  | 'loadingVolume'
  | 'loadingRate'
  | 'stepDose'
  | 'stepVolume'
  | 'stepRate'
  | 'wholeDose'
  | 'wholeVolume';

type Show = (value: Quantity) => string;

/** What stands beside the infusion, or its first step: the loading dose, each later step, and what all come to. */
export function stageWorking(input: PlanInput, sum: PlanSum, show: Show): readonly WorkingLine[] {
  const { staged } = sum;
  if (!staged) return [];
  const { stages } = staged;
  const together = (values: readonly Quantity[]) => values.map(show).join(' + ');
  return [
    ...stages.flatMap((stage, place) => {
      if (stage.kind === 'loading') return loadingLines(input, stage, show);
      return stage.kind === 'step' ? stepLines(stage, stepNumber(stages, place), show) : [];
    }),
    {
      step: 'wholeDose',
      calculation: together(stages.map((stage) => stage.sum.dose)),
      result: show(staged.dose),
    },
    {
      step: 'wholeVolume',
      calculation: together(stages.map((stage) => stage.sum.volume.set)),
      result: show(staged.volume),
    },
  ];
}

function loadingLines(plan: PlanInput, { input, sum }: PlannedStage, show: Show): readonly WorkingLine[] {
  const { volume, rate } = sum;
  return [
    {
      step: 'loadingDose',
      calculation: `${show(input.dosePerKg)} × ${show(plan.weight)}`,
      result: show(sum.dose),
    },
    {
      step: 'loadingVolume',
      calculation: `${show(sum.dose)} ÷ ${show(sum.concentration)}${asSet(volume)}`,
      result: show(volume.set),
    },
    {
      step: 'loadingRate',
      calculation: `${show(volume.exact)} ÷ ${show(input.duration)} × 60 min/h${asSet(rate)}`,
      result: show(rate.set),
    },
  ];
}

function stepLines({ input, sum }: PlannedStage, number: number, show: Show): readonly WorkingLine[] {
  const { volume, rate } = sum;
  const hourly = derive('mg/h', [sum.dose], [input.duration]);
  const ofHourly = `${show(hourly)} ÷ ${show(sum.concentration)}`;
  return [
    {
      step: 'stepDose',
      calculation: `step ${number}: ${show(hourly)} × ${formatInHours(input.duration)}`,
      result: show(sum.dose),
    },
    { step: 'stepRate', calculation: `step ${number}: ${ofHourly}${asSet(rate)}`, result: show(rate.set) },
    {
      step: 'stepVolume',
      calculation: `step ${number}: ${show(sum.dose)} ÷ ${show(sum.concentration)}${asSet(volume)}`,
      result: show(volume.set),
    },
  ];
}

/** Steps are counted from 1, and the infusion is the first. */
function stepNumber(stages: readonly PlannedStage[], place: number): number {
  return stages.slice(0, place + 1).filter(({ kind }) => kind !== 'loading').length;
}

/** Said only where the pump's step changes the value. */
function asSet<U extends 'mL' | 'mL/h'>({ exact, set }: PumpSetting<U>): string {
  const written = formatQuantity(exact);
  return written === formatQuantity(set) ? '' : ` = ${written}, as the pump is set`;
}
