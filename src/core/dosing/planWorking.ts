import { formatChange, formatQuantity } from '../quantity/format.ts';
import { type Quantity, quantity } from '../quantity/quantity.ts';
import { compare, multiply } from '../quantity/rational.ts';
import type { InnerSetting } from './innerStep.ts';
import type { PlanInput } from './planInput.ts';
import type { PlanSum } from './planSum.ts';
import type { Preparation } from './preparation.ts';

/** One line of the sum as shown on screen and on paper: the same words in both. */
export type WorkingLine = {
  readonly step: WorkingStep;
  /** The sum with its numbers put in. */
  readonly calculation: string;
  readonly result: string;
};

export type WorkingStep =
  | 'dose'
  | 'strength'
  | 'volume'
  | 'rate'
  | 'pump'
  | 'pumpVolume'
  | 'backCheck'
  | 'backCheckMicrograms'
  | 'backToOrder'
  | 'drawUp';

/** The sum step by step, with the numbers put in. Source: UX 3.6 and D1. */
export function planWorking(input: PlanInput, sum: PlanSum): readonly WorkingLine[] {
  const show = formatQuantity;
  const { rate, volume, preparation: prepared } = sum;
  return [
    line('dose', `${show(input.dosePerKg)} × ${show(input.weight)}`, show(sum.dose)),
    line(
      'strength',
      `${show(drawnAmount(input, prepared))} ÷ ${show(prepared.finalVolume)}`,
      show(sum.concentration),
    ),
    line('volume', `${show(sum.dose)} ÷ ${show(sum.concentration)}`, show(volume.exact)),
    line('rate', `${show(volume.exact)} ÷ ${show(input.duration)} × 60 min/h`, show(rate.exact)),
    roundingLine('pump', rate, input.rateStep),
    ...(isRounded(volume) ? [roundingLine('pumpVolume', volume, input.volumeStep)] : []),
    line(
      'backCheck',
      `${show(rate.exact)} × ${show(sum.concentration)} ÷ ${show(input.weight)}`,
      show(sum.doseRate),
    ),
    line(
      'backCheckMicrograms',
      `${show(sum.doseRate)} × 1,000 mcg/mg ÷ 60 min/h`,
      show(sum.doseRateMicrograms),
    ),
    line(
      'backToOrder',
      `${show(sum.doseRate)} × ${show(input.duration)} ÷ 60 min/h`,
      `${show(input.dosePerKg)}, agrees`,
    ),
    drawUpLine(input, prepared),
  ];
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

function drawUpLine(input: PlanInput, prepared: Preparation): WorkingLine {
  const drug = formatQuantity(prepared.drawUp);
  const diluent = formatQuantity(prepared.diluent);
  // What a bag holds beyond its label would make the mixture weaker than it says.
  const measured = input.mixing === 'addedTo' ? ', measured: no overfill is counted' : '';
  return line(
    'drawUp',
    `${formatQuantity(input.amount)} ÷ ${formatQuantity(input.strength)}, then ${diluent} diluent${measured}`,
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
