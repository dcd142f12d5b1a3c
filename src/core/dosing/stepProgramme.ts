import { confirmed, type EnginesDisagree } from '../crosscheck/agreement.ts';
import { type ProgrammeDisagreement, programmeDisagreements } from '../crosscheck/programmeBackward.ts';
import {
  convert,
  derive,
  plus,
  type Quantity,
  type QuantityText,
  quantity,
  quantityText,
} from '../quantity/quantity.ts';
import { multiply, rational } from '../quantity/rational.ts';
import { isOnGrid } from '../quantity/round.ts';
import type { AmountUnit, DurationUnit } from '../quantity/units.ts';
import { err, type Result } from '../result.ts';
import { amountOf, firstNotAboveZero, type NotAboveZero } from './doseUnits.ts';
import { highestOf, outsidePump, type PumpRange } from './pumpRounding.ts';

/** One rate for a time, or a straight line from one rate to another. */
export type ProgrammeStep =
  | {
      readonly kind: 'steady';
      readonly rate: Quantity<'mL/h'>;
      readonly duration: Quantity<DurationUnit>;
    }
  | {
      readonly kind: 'ramp';
      readonly from: Quantity<'mL/h'>;
      readonly to: Quantity<'mL/h'>;
      readonly duration: Quantity<DurationUnit>;
    };

/** A step with what it gives. Times are counted from the start of the programme. */
export type WorkedStep<Amount extends AmountUnit> = {
  readonly startRate: Quantity<'mL/h'>;
  readonly endRate: Quantity<'mL/h'>;
  readonly startsAfter: Quantity<'min'>;
  readonly endsAfter: Quantity<'min'>;
  readonly volume: Quantity<'mL'>;
  readonly dose: Quantity<Amount>;
};

/** A whole programme, exact. */
export type StepProgramme<Amount extends AmountUnit> = {
  readonly steps: readonly WorkedStep<Amount>[];
  readonly volume: Quantity<'mL'>;
  readonly dose: Quantity<Amount>;
  readonly duration: Quantity<'min'>;
  readonly highestRate: Quantity<'mL/h'>;
};

/** What is wrong with one step; steps are counted from 1. */
export type StepRefusal =
  | { readonly kind: 'durationNotAboveZero'; readonly step: number; readonly duration: QuantityText }
  | {
      readonly kind: 'rateOffStep';
      readonly step: number;
      readonly rate: QuantityText<'mL/h'>;
      readonly pumpStep: QuantityText<'mL/h'>;
    }
  | {
      readonly kind: 'rateBelowPumpMinimum' | 'rateAbovePumpMaximum';
      readonly step: number;
      readonly rate: QuantityText<'mL/h'>;
      readonly limit: QuantityText<'mL/h'>;
    }
  | { readonly kind: 'rampFromZeroToZero'; readonly step: number };

export type ProgrammeRefusal =
  | { readonly kind: 'noSteps' }
  /** Every fault of every step, in order of the steps. */
  | { readonly kind: 'stepsRefused'; readonly faults: readonly StepRefusal[] }
  | NotAboveZero
  | EnginesDisagree<ProgrammeDisagreement>;

/**
 * A programme of steps: volume of a steady step (mL) = rate × duration; of a ramp = (first rate + last rate) ÷ 2 ×
 * duration, the exact integral of a straight line; dose = volume × concentration. The totals are the sums.
 *
 * Refuses a programme without steps, a step without time, and every rate that is no whole number of pump steps or
 * lies outside the pump's range. Rates are not rounded: what is programmed is what was ordered. Only a ramp may
 * begin or end at 0 mL/h, from rest or to rest.
 *
 * Source: multi-step and ramp modes of B. Braun Space and Baxter Spectrum (DOMAIN 1.2, 1.3); the area under a
 * straight line.
 */
export function stepProgramme<Amount extends AmountUnit>(
  steps: readonly ProgrammeStep[],
  concentration: Quantity<`${Amount}/mL`>,
  pump: PumpRange,
): Result<StepProgramme<Amount>, ProgrammeRefusal> {
  if (steps.length === 0) return err({ kind: 'noSteps' });
  const notAboveZero = firstNotAboveZero({ concentration, pumpStep: pump.step });
  if (notAboveZero) return err(notAboveZero);
  const faults = steps.flatMap((step, place) => stepFaults(step, place + 1, pump));
  if (faults.length > 0) return err({ kind: 'stepsRefused', faults });
  const programme = worked(steps, concentration);
  return confirmed(programme, programmeDisagreements(steps, concentration, programme));
}

function worked<Amount extends AmountUnit>(
  steps: readonly ProgrammeStep[],
  concentration: Quantity<`${Amount}/mL`>,
): StepProgramme<Amount> {
  const amount = amountOf(concentration.unit) as AmountUnit as Amount;
  const nothing: StepProgramme<Amount> = {
    steps: [],
    volume: quantity(rational(0n), 'mL'),
    dose: quantity(rational(0n), amount),
    duration: quantity(rational(0n), 'min'),
    highestRate: quantity(rational(0n), 'mL/h'),
  };
  return steps.reduce<StepProgramme<Amount>>((soFar, step) => {
    const { startRate, endRate } = endsOf(step);
    const volume = derive('mL', [meanRate(startRate, endRate), step.duration]);
    const dose = derive(amount, [volume, concentration]);
    const endsAfter = plus(soFar.duration, convert(step.duration, 'min'));
    const line: WorkedStep<Amount> = {
      startRate,
      endRate,
      startsAfter: soFar.duration,
      endsAfter,
      volume,
      dose,
    };
    return {
      steps: [...soFar.steps, line],
      volume: plus(soFar.volume, volume),
      dose: plus<Amount>(soFar.dose, dose),
      duration: endsAfter,
      highestRate: highestOf(soFar.highestRate, startRate, endRate),
    };
  }, nothing);
}

/** What is wrong with a step, its time first. */
function stepFaults(step: ProgrammeStep, place: number, pump: PumpRange): readonly StepRefusal[] {
  const faults: StepRefusal[] = [];
  if (step.duration.value.numerator <= 0n)
    faults.push({ kind: 'durationNotAboveZero', step: place, duration: quantityText(step.duration) });
  if (step.kind === 'steady') return [...faults, ...rateFaults(step.rate, place, pump)];
  const moving = [step.from, step.to].filter((rate) => rate.value.numerator !== 0n);
  if (moving.length === 0) return [...faults, { kind: 'rampFromZeroToZero', step: place }];
  return [...faults, ...moving.flatMap((rate) => rateFaults(rate, place, pump))];
}

function rateFaults(rate: Quantity<'mL/h'>, step: number, pump: PumpRange): readonly StepRefusal[] {
  const outside = outsidePump(rate, pump);
  if (outside) return [{ ...outside, step }];
  if (isOnGrid(rate, pump.step)) return [];
  return [{ kind: 'rateOffStep', step, rate: quantityText(rate), pumpStep: quantityText(pump.step) }];
}

function endsOf(step: ProgrammeStep): {
  readonly startRate: Quantity<'mL/h'>;
  readonly endRate: Quantity<'mL/h'>;
} {
  return step.kind === 'steady'
    ? { startRate: step.rate, endRate: step.rate }
    : { startRate: step.from, endRate: step.to };
}

function meanRate(first: Quantity<'mL/h'>, last: Quantity<'mL/h'>): Quantity<'mL/h'> {
  return quantity(multiply(plus(first, last).value, rational(1n, 2n)), 'mL/h');
}
