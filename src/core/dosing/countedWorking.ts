import { formatCount, formatQuantity } from '../quantity/format.ts';
import { formatMinutes } from '../quantity/formatDuration.ts';
import type { CountedInput, CountedSum } from './countedPlan.ts';

export const COUNTED_STEPS = ['total', 'perKg', 'volume', 'drawUp', 'backToOrder', 'lasts'] as const;

/** One line of the sum of counted doses, the same words on screen and on paper. */
export type CountedWorkingLine = {
  readonly step: (typeof COUNTED_STEPS)[number];
  /** The sum with its numbers put in. */
  readonly calculation: string;
  readonly result: string;
};

/** `2 sprays`, `1 injection`. */
export function countedText(count: bigint | number, kind: CountedInput['kind']): string {
  return `${formatCount(count)} ${kind}${BigInt(count) === 1n ? '' : 's'}`;
}

/** The sum step by step, with the numbers put in. Source: UX 3.6 and D1. */
export function countedWorking(input: CountedInput, sum: CountedSum): readonly CountedWorkingLine[] {
  const { perDose, doses, gap, strength, deadSpace, weight, kind } = input;
  const show = formatQuantity;
  const many = countedText(doses, kind);
  const filled =
    kind === 'spray' ? `${many} × ${show(sum.volumePerDose)}` : `${many} × (${show(sum.volumePerDose)}`;
  const draw =
    kind === 'spray'
      ? `${filled} + ${show(deadSpace)} that stays behind`
      : `${filled} + ${show(deadSpace)} that stays behind)`;
  const line = (step: CountedWorkingLine['step'], calculation: string, result: string) => ({
    step,
    calculation,
    result,
  });
  return [
    line('total', `${show(perDose)} × ${many}`, show(sum.total)),
    line('perKg', `${show(sum.total)} ÷ ${show(weight)}`, show(sum.perKg)),
    line('volume', `${show(perDose)} ÷ ${show(strength)}`, show(sum.volumePerDose)),
    line('drawUp', draw, show(sum.drawUp)),
    line(
      'backToOrder',
      `${show(sum.drawUp)} × ${show(strength)} − ${show(sum.leftBehind)} that stays behind`,
      `${show(sum.total)}, agrees`,
    ),
    line('lasts', `${formatCount(doses - 1n)} × ${show(gap)}`, `last one after ${formatMinutes(sum.lasts)}`),
  ];
}
