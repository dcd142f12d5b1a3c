import { confirmed, type EnginesDisagree } from '../crosscheck/agreement.ts';
import {
  type PumpRateDisagreement,
  type PumpRunDisagreement,
  pumpRateDisagreements,
  pumpRunDisagreements,
} from '../crosscheck/pumpBackward.ts';
import type { PumpProfile } from '../library/library.ts';
import {
  compareQuantities,
  derive,
  type Quantity,
  type QuantityText,
  quantityText,
  readQuantity,
} from '../quantity/quantity.ts';
import { err, type Result } from '../result.ts';
import { firstNotAboveZero, type NotAboveZero } from './doseUnits.ts';
import { type Ends, type InnerSetting, innerSetting } from './innerStep.ts';
import { roundingWeight } from './pumpSetting.ts';

/** What a pump can be set to: whole steps from its minimum to its maximum, both ends included. */
export type PumpRange = {
  readonly step: Quantity<'mL/h'>;
  readonly minimum: Quantity<'mL/h'>;
  readonly maximum: Quantity<'mL/h'>;
};

/** Hard limits as pump rates of this patient and this concentration. */
export type HardRates = Ends<'mL/h'>;

/** A rate as worked out and as the pump is set. */
export type PumpRate = InnerSetting<'mL/h'> & {
  /** `said` when rounding changes the rate by more than 1 %. */
  readonly rounding: 'small' | 'said';
};

/** Why a pump cannot run a rate. The rate is never moved into the range. */
export type PumpRateRefusal =
  | NotAboveZero
  | RateRefusal<'rateBelowPumpMinimum' | 'rateAbovePumpMaximum'>
  | RateRefusal<'rateBelowHardLimit' | 'rateAboveHardLimit'>
  | { readonly kind: 'noStepInsideHardLimits'; readonly rate: QuantityText<'mL/h'> }
  | {
      readonly kind: 'pumpStepTooCoarse';
      readonly exact: QuantityText<'mL/h' | 'mL'>;
      readonly set: QuantityText<'mL/h' | 'mL'>;
    }
  | EnginesDisagree<PumpRateDisagreement>;

type RateRefusal<Kind extends string> = {
  readonly kind: Kind;
  readonly rate: QuantityText<'mL/h'>;
  readonly limit: QuantityText<'mL/h'>;
};

/** The rates a pump of the library can be set to. */
export function pumpRange(profile: PumpProfile): PumpRange {
  return {
    step: readQuantity(profile.rateStep, 'mL/h'),
    minimum: readQuantity(profile.rateMinimum, 'mL/h'),
    maximum: readQuantity(profile.rateMaximum, 'mL/h'),
  };
}

/**
 * A rate on the pump's steps: the nearest one, an exact half down. When only this rounding would cross a hard
 * limit, the next step inside is taken and said so.
 *
 * Refuses a rate outside the pump's range, exact or as set; an exact rate outside a hard limit; hard limits without
 * a step between them; a change of more than 5 %. Never clamps.
 *
 * Source: rounding policy of UX 3.6; hard limits of UX 7, head; HAZARDS H10.
 */
export function pumpRate(
  exact: Quantity<'mL/h'>,
  pump: PumpRange,
  hard: HardRates = {},
): Result<PumpRate, PumpRateRefusal> {
  const notAboveZero = firstNotAboveZero({ rate: exact, step: pump.step });
  if (notAboveZero) return err(notAboveZero);
  const outside = outsidePump(exact, pump) ?? outsideHard(exact, hard);
  if (outside) return err(outside);
  const setting = innerSetting(exact, pump.step, hard);
  const { set } = setting;
  if (outsideHard(set, hard)) return err({ kind: 'noStepInsideHardLimits', rate: quantityText(exact) });
  const setOutside = outsidePump(set, pump);
  if (setOutside) return err(setOutside);
  const rounding = roundingWeight(setting.changePercent);
  if (rounding === 'refused')
    return err({ kind: 'pumpStepTooCoarse', exact: quantityText(exact), set: quantityText(set) });
  const rate: PumpRate = { ...setting, rounding };
  return confirmed(rate, pumpRateDisagreements(rate, pump, hard));
}

/** A volume on a pump rate, and how long it really takes. */
export type PumpRun = {
  readonly rate: PumpRate;
  readonly volume: Quantity<'mL'>;
  /** Volume ÷ exact rate. */
  readonly duration: Quantity<'min'>;
  /** Volume ÷ set rate: the true end. */
  readonly achievedDuration: Quantity<'min'>;
};

export type PumpRunRefusal = PumpRateRefusal | EnginesDisagree<PumpRunDisagreement>;

/**
 * A volume given at a rate the pump can be set to: duration (min) = volume (mL) ÷ set rate (mL/h), exact, beside the
 * duration the exact rate would have taken.
 *
 * Refuses what `pumpRate` refuses and a volume that is not above 0.
 *
 * Source: UX 3.6 and acceptance scenario 2 of UX 7 ("runs 39 min 56 s").
 */
export function pumpRun(
  volume: Quantity<'mL'>,
  exact: Quantity<'mL/h'>,
  pump: PumpRange,
  hard: HardRates = {},
): Result<PumpRun, PumpRunRefusal> {
  const notAboveZero = firstNotAboveZero({ volume });
  if (notAboveZero) return err(notAboveZero);
  const rate = pumpRate(exact, pump, hard);
  if (!rate.ok) return rate;
  const run: PumpRun = {
    rate: rate.value,
    volume,
    duration: derive('min', [volume], [rate.value.exact]),
    achievedDuration: derive('min', [volume], [rate.value.set]),
  };
  return confirmed(run, pumpRunDisagreements(run));
}

/** The refusal of a rate the pump cannot run, or undefined when it can. */
export function outsidePump(
  rate: Quantity<'mL/h'>,
  pump: PumpRange,
): RateRefusal<'rateBelowPumpMinimum' | 'rateAbovePumpMaximum'> | undefined {
  if (compareQuantities(rate, pump.minimum) < 0) return refusal('rateBelowPumpMinimum', rate, pump.minimum);
  if (compareQuantities(rate, pump.maximum) > 0) return refusal('rateAbovePumpMaximum', rate, pump.maximum);
  return undefined;
}

/** The highest of some rates. */
export function highestOf(first: Quantity<'mL/h'>, ...others: readonly Quantity<'mL/h'>[]): Quantity<'mL/h'> {
  return others.reduce((most, rate) => (compareQuantities(rate, most) > 0 ? rate : most), first);
}

function outsideHard(
  rate: Quantity<'mL/h'>,
  { minimum, maximum }: HardRates,
): RateRefusal<'rateBelowHardLimit' | 'rateAboveHardLimit'> | undefined {
  if (minimum && compareQuantities(rate, minimum) < 0) return refusal('rateBelowHardLimit', rate, minimum);
  if (maximum && compareQuantities(rate, maximum) > 0) return refusal('rateAboveHardLimit', rate, maximum);
  return undefined;
}

function refusal<Kind extends string>(
  kind: Kind,
  rate: Quantity<'mL/h'>,
  limit: Quantity<'mL/h'>,
): RateRefusal<Kind> {
  return { kind, rate: quantityText(rate), limit: quantityText(limit) };
}
