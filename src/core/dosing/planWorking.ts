import type { RateUnit } from '../library/orderUnits.ts';
import { formatChange, formatQuantity } from '../quantity/format.ts';
import { formatInHours, formatMinutes } from '../quantity/formatDuration.ts';
import { type Quantity, quantity } from '../quantity/quantity.ts';
import { compare, multiply } from '../quantity/rational.ts';
import { inAmount } from '../quantity/shownAmount.ts';
import type { InnerSetting } from './innerStep.ts';
import { hourlyDose, isPerKg, meaningOf } from './orderedRate.ts';
import type { PlanInput } from './planInput.ts';
import type { PlanSum } from './planSum.ts';
import type { Preparation } from './preparation.ts';
import { type StageStep, stageWorking } from './stageWorking.ts';
import { weightWorking } from './weightWorking.ts';

/** One line of the sum as shown on screen and on paper: the same words in both. */
export type WorkingLine = {
  readonly step: WorkingStep;
  /** The sum with its numbers put in. */
  readonly calculation: string;
  readonly result: string;
};

export type WorkingStep =
  | 'idealWeight'
  | 'adjustedWeight'
  | 'leanWeight'
  | 'dosingWeight'
  | 'hourly'
  | 'dose'
  | 'strength'
  | 'volume'
  | 'rate'
  | 'pump'
  | 'pumpVolume'
  | 'backCheck'
  | 'backCheckMicrograms'
  | 'backToOrder'
  | 'drawUp'
  | 'containers'
  | StageStep;

/** The sum step by step, with the numbers put in. Source: UX 3.6 and D1. */
export function planWorking(input: PlanInput, sum: PlanSum): readonly WorkingLine[] {
  const { rate, volume, preparation: prepared } = sum;
  const show = shownIn(input);
  const lines = input.ordered
    ? rateLines(input, sum, input.ordered, show)
    : doseLines(input, sum, `${show(input.dosePerKg)} × ${show(input.weight)}`, show);
  return [
    ...weightWorking(input),
    ...lines.toVolume,
    line(
      'strength',
      `${show(drawnAmount(input, prepared))} ÷ ${show(prepared.finalVolume)}`,
      show(sum.concentration),
    ),
    line('volume', `${show(sum.dose)} ÷ ${show(sum.concentration)}`, show(volume.exact)),
    line('rate', lines.rate, show(rate.exact)),
    roundingLine('pump', rate, input.rateStep),
    ...(isRounded(volume) ? [roundingLine('pumpVolume', volume, input.volumeStep)] : []),
    ...lines.backCheck,
    drawUpLine(input, prepared, show),
    ...stageWorking(input, sum, show),
    ...containerLines(input, sum),
  ];
}

type Show = (value: Quantity) => string;

/** What differs by what is ordered. */
type OrderLines = {
  readonly toVolume: readonly WorkingLine[];
  readonly rate: string;
  readonly backCheck: readonly WorkingLine[];
};

/** Everything counted in mg in the amount the order is written in. */
function shownIn({ ordered }: PlanInput): Show {
  const amount = ordered?.unit.startsWith('mcg') ? 'mcg' : 'mg';
  return (value) => formatQuantity(inAmount(value, amount));
}

function doseLines(input: PlanInput, sum: PlanSum, dose: string, show: Show): OrderLines {
  const { rate, volume } = sum;
  return {
    toVolume: [line('dose', dose, show(sum.dose))],
    rate: `${show(volume.exact)} ÷ ${show(input.duration)} × 60 min/h`,
    backCheck: [
      line(
        'backCheck',
        `${show(rate.exact)} × ${show(sum.concentration)} ÷ ${show(input.weight)}`,
        show(sum.doseRate),
      ),
      microgramsLine(sum, show),
      line(
        'backToOrder',
        `${show(sum.doseRate)} × ${show(input.duration)} ÷ 60 min/h`,
        `${show(input.dosePerKg)}, agrees`,
      ),
    ],
  };
}

/** Through what goes in by the hour, as a nurse works it out; the back-check is then the order itself. */
function rateLines(input: PlanInput, sum: PlanSum, ordered: Quantity<RateUnit>, show: Show): OrderLines {
  const hourly = hourlyDose(ordered, input.weight);
  const perKg = isPerKg(ordered.unit);
  const given = meaningOf(sum.rate.exact, sum.concentration, input.weight, ordered.unit);
  const byWeight = perKg ? ` ÷ ${show(input.weight)}` : '';
  const inHours = ordered.unit === 'mcg/kg/min' ? ' × 60 min/h' : '';
  return {
    toVolume: [
      ...(perKg
        ? [line('hourly', `${formatQuantity(ordered)} × ${show(input.weight)}${inHours}`, show(hourly))]
        : []),
      line('dose', `${show(hourly)} × ${formatInHours(input.duration)}`, show(sum.dose)),
    ],
    rate: `${show(hourly)} ÷ ${show(sum.concentration)}`,
    backCheck: [
      line(
        'backCheck',
        `${show(sum.rate.exact)} × ${show(sum.concentration)}${byWeight}`,
        `${formatQuantity(given)}, agrees`,
      ),
      ...(ordered.unit === 'mg/kg/h' ? [microgramsLine(sum, show)] : []),
    ],
  };
}

function microgramsLine(sum: PlanSum, show: Show): WorkingLine {
  return line(
    'backCheckMicrograms',
    `${show(sum.doseRate)} × 1,000 mcg/mg ÷ 60 min/h`,
    show(sum.doseRateMicrograms),
  );
}

/** How many containers, and when the first one ends: by its content, or by its use-by. */
function containerLines(input: PlanInput, sum: PlanSum): readonly WorkingLine[] {
  const [first] = sum.containerUses;
  if (!first || sum.containers === 1n) return [];
  const byUse = input.useBy !== undefined && first.endedBy === 'useBy';
  const { volume, duration } = sum.staged ?? { volume: sum.volume.set, duration: sum.achieved.duration };
  const calculation = byUse
    ? `${formatInHours(duration)}, each used for ${formatInHours(input.useBy)}`
    : `${formatQuantity(volume)} ÷ ${formatQuantity(sum.preparation.finalVolume)}`;
  const ends = `first ${byUse ? 'ends' : 'empty'} after ${formatMinutes(first.endsAfter)}`;
  return [line('containers', calculation, `${sum.containers}, ${ends}`)];
}

function roundingLine<U extends 'mL/h' | 'mL'>(
  step: 'pump' | 'pumpVolume',
  setting: InnerSetting<U>,
  pumpStep: Quantity<U>,
): WorkingLine {
  const [exact, steps] = [formatQuantity(setting.exact), formatQuantity(pumpStep)];
  const change = isRounded(setting)
    ? `${formatChange(setting.changePercent)} from rounding`
    : 'nothing to round';
  const side = setting.inner ? ', to the step inside the hard limit' : '';
  return line(step, `${exact}, step ${steps}, ${change}${side}`, formatQuantity(setting.set));
}

function drawUpLine(input: PlanInput, prepared: Preparation, show: Show): WorkingLine {
  const drug = formatQuantity(prepared.drawUp);
  const diluent = formatQuantity(prepared.diluent);
  // What a bag holds beyond its label would make the mixture weaker than it says.
  const measured = input.mixing === 'addedTo' ? ', measured: no overfill is counted' : '';
  return line(
    'drawUp',
    `${show(input.amount)} ÷ ${show(input.strength)}, then ${diluent} diluent${measured}`,
    `${drug} drug`,
  );
}

function drawnAmount(input: PlanInput, prepared: Preparation): Quantity<'mg'> {
  return quantity(multiply(prepared.drawUp.value, input.strength.value), 'mg');
}

function isRounded<U extends 'mL/h' | 'mL'>(setting: InnerSetting<U>): boolean {
  return compare(setting.exact.value, setting.set.value) !== 0;
}

function line(step: WorkingStep, calculation: string, result: string): WorkingLine {
  return { step, calculation, result };
}
