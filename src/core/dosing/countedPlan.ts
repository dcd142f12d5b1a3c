import { confirmed, type EnginesDisagree } from '../crosscheck/agreement.ts';
import { type CountedPlanDisagreement, countedPlanDisagreements } from '../crosscheck/countedPlanBackward.ts';
import type { DoseDevice } from '../library/library.ts';
import {
  compareQuantities,
  derive,
  type Quantity,
  type QuantityText,
  quantityText,
  wholeQuantity,
} from '../quantity/quantity.ts';
import { isOnGrid } from '../quantity/round.ts';
import { err, type Result } from '../result.ts';
import { intranasalDoses } from './countedDoses.ts';
import { timesCount } from './doseSchedule.ts';
import { intramuscularDoses } from './intramuscularDoses.ts';

/** Everything the sum of counted doses starts from. */
export type CountedInput = {
  readonly kind: DoseDevice['kind'];
  /** Drug in one dose. */
  readonly perDose: Quantity<'mg'>;
  readonly doses: bigint;
  /** The least time from one dose to the next. */
  readonly gap: Quantity<'min'>;
  /** Of the vial, undiluted. */
  readonly strength: Quantity<'mg/mL'>;
  /** Stays behind in one device. */
  readonly deadSpace: Quantity<'mL'>;
  /** The most one dose may measure. */
  readonly doseMaximum: Quantity<'mL'>;
  readonly weight: Quantity<'kg'>;
};

export type CountedSum = {
  readonly total: Quantity<'mg'>;
  readonly perKg: Quantity<'mg/kg'>;
  readonly volumePerDose: Quantity<'mL'>;
  /** Filled into one device: every spray, or one injection, and its dead space. */
  readonly fill: Quantity<'mL'>;
  readonly devices: bigint;
  /** Into all devices together. */
  readonly drawUp: Quantity<'mL'>;
  /** Drug that stays behind in them. */
  readonly leftBehind: Quantity<'mg'>;
  /** From the first dose to the earliest moment of the last one. */
  readonly lasts: Quantity<'min'>;
};

/** Why counted doses have no sum. No partial number is ever shown. */
export type CountedSumRefusal =
  | {
      readonly kind: 'doseNotMeasurable';
      readonly volume: QuantityText<'mL'>;
      readonly step: QuantityText<'mL'>;
    }
  | {
      readonly kind: 'doseTooLarge';
      readonly volume: QuantityText<'mL'>;
      readonly most: QuantityText<'mL'>;
    }
  | EnginesDisagree<CountedPlanDisagreement | 'schedule'>;

/** What a syringe is marked for, below 1 mL and from there on. Source: graduation, head of UX 7. */
const ONE = wholeQuantity(1n, 'mL');
const FINE_STEP = derive('mL', [wholeQuantity(1n, 'mL'), wholeQuantity(1n, '%')]);
const COARSE_STEP = derive('mL', [wholeQuantity(1n, 'mL'), wholeQuantity(10n, '%')]);

/**
 * Counted doses for one person: total (mg) = one dose × doses; per kg = total ÷ weight; volume of a dose (mL) = dose ÷
 * strength; to draw up = volumes + dead space of each device: one for all sprays, one for each injection. Worked out
 * forward, then back by the second engine; both must agree exactly. Nothing is rounded.
 *
 * Refuses a dose or a fill that no syringe is marked for, and a dose larger than the device gives at once. Limits are
 * judged apart, in `countedBreaches`.
 */
export function countedSum(input: CountedInput): Result<CountedSum, CountedSumRefusal> {
  const worked = input.kind === 'spray' ? sprays(input) : injections(input);
  if (!worked) return err({ kind: 'enginesDisagree', on: ['schedule'] });
  const sum: CountedSum = { ...worked, perKg: derive('mg/kg', [worked.total], [input.weight]) };
  const { volumePerDose: volume, fill } = sum;
  for (const measured of [volume, fill]) {
    const step = stepOf(measured);
    if (!isOnGrid(measured, step))
      return err({ kind: 'doseNotMeasurable', volume: quantityText(measured), step: quantityText(step) });
  }
  if (compareQuantities(volume, input.doseMaximum) > 0) {
    const most = quantityText(input.doseMaximum);
    return err({ kind: 'doseTooLarge', volume: quantityText(volume), most });
  }
  return confirmed(sum, countedPlanDisagreements(input, sum));
}

function stepOf(volume: Quantity<'mL'>): Quantity<'mL'> {
  return compareQuantities(volume, ONE) < 0 ? FINE_STEP : COARSE_STEP;
}

type Worked = Omit<CountedSum, 'perKg'>;

/** All sprays from one syringe with its atomiser. Undefined where the engines disagree or nothing is ordered. */
function sprays(input: CountedInput): Worked | undefined {
  const { perDose, doses, gap, strength, deadSpace } = input;
  const filling = { concentration: strength, deadSpace, devices: 1n };
  const order = { amountPerSpray: perDose, spraysPerDose: wholeQuantity(1n, 'sprays'), doses, gap, filling };
  const worked = intranasalDoses(order);
  if (!worked.ok || !worked.value.volumes) return undefined;
  const { total, volumes, schedule } = worked.value;
  return {
    total,
    volumePerDose: volumes.perSpray,
    fill: volumes.drawUp,
    devices: 1n,
    drawUp: volumes.drawUp,
    leftBehind: volumes.leftBehind,
    lasts: lastOffset(schedule),
  };
}

function injections(input: CountedInput): Worked | undefined {
  const { perDose, doses, gap, strength, deadSpace } = input;
  const worked = intramuscularDoses({
    amountPerInjection: perDose,
    injections: doses,
    gap,
    concentration: strength,
    deadSpace,
  });
  if (!worked.ok) return undefined;
  const { total, volumePerInjection, drawUpPerInjection, leftBehind, schedule } = worked.value;
  return {
    total,
    volumePerDose: volumePerInjection,
    fill: drawUpPerInjection,
    devices: doses,
    drawUp: timesCount(drawUpPerInjection, doses),
    leftBehind,
    lasts: lastOffset(schedule),
  };
}

function lastOffset(schedule: readonly { readonly offset: Quantity<'min'> }[]): Quantity<'min'> {
  return schedule.reduce((_, { offset }) => offset, wholeQuantity(0n, 'min'));
}

/** A sum in stored form, for the log and for the window. */
export type CountedSumText = {
  /** In all. */
  readonly dose: QuantityText<'mg'>;
  readonly dosePerKg: QuantityText<'mg/kg'>;
  readonly concentration: QuantityText<'mg/mL'>;
  readonly volumePerDose: QuantityText<'mL'>;
  readonly fill: QuantityText<'mL'>;
  readonly devices: number;
  readonly drawUp: QuantityText<'mL'>;
  readonly leftBehind: QuantityText<'mg'>;
  readonly lasts: QuantityText<'min'>;
};

export function countedSumText(
  { strength }: Pick<CountedInput, 'strength'>,
  sum: CountedSum,
): CountedSumText {
  return {
    dose: quantityText(sum.total),
    dosePerKg: quantityText(sum.perKg),
    concentration: quantityText(strength),
    volumePerDose: quantityText(sum.volumePerDose),
    fill: quantityText(sum.fill),
    devices: Number(sum.devices),
    drawUp: quantityText(sum.drawUp),
    leftBehind: quantityText(sum.leftBehind),
    lasts: quantityText(sum.lasts),
  };
}
