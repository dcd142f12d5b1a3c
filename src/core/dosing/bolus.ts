import { confirmed, type EnginesDisagree } from '../crosscheck/agreement.ts';
import { type BolusDisagreement, bolusDisagreements } from '../crosscheck/bolusBackward.ts';
import {
  compareQuantities,
  derive,
  minus,
  type Quantity,
  type QuantityText,
  quantityText,
} from '../quantity/quantity.ts';
import { err, type Result } from '../result.ts';
import {
  type DoseOverDuration,
  type DoseOverDurationOrder,
  type DoseOverDurationRefusal,
  doseOverDuration,
} from './doseOverDuration.ts';
import { type AmountIn, amountOf, type DoseOrderUnit, firstNotAboveZero } from './doseUnits.ts';
import { type PumpRange, type PumpRate, type PumpRateRefusal, pumpRate } from './pumpRounding.ts';
import { type PumpSetting, pumpSetting, roundingWeight } from './pumpSetting.ts';

/** A dose given from a connected container in a short time: fixed, per kg or per m2. */
export type BolusOrder<U extends DoseOrderUnit = DoseOrderUnit> = DoseOverDurationOrder<U> & {
  /** What the container still holds. */
  readonly remaining: Quantity<'mL'>;
  readonly pump: PumpRange;
  /** The pump's step for a volume. */
  readonly volumeStep: Quantity<'mL'>;
};

/** A bolus as worked out and as the pump gives it. */
export type Bolus<U extends DoseOrderUnit = DoseOrderUnit> = {
  readonly ordered: DoseOverDuration<U>;
  readonly volume: PumpSetting<'mL'>;
  readonly rate: PumpRate;
  readonly achieved: {
    readonly dose: Quantity<AmountIn<U>>;
    /** In the unit of the order: mg/kg. */
    readonly order: Quantity<U>;
    readonly doseRate: Quantity<`${U}/h`>;
    readonly duration: Quantity<'min'>;
  };
  /** What the container holds after it. */
  readonly remaining: Quantity<'mL'>;
};

export type BolusRefusal =
  | DoseOverDurationRefusal
  | PumpRateRefusal
  | {
      readonly kind: 'containerHoldsLess';
      readonly needed: QuantityText<'mL'>;
      readonly remaining: QuantityText<'mL'>;
    }
  | EnginesDisagree<BolusDisagreement>;

/**
 * A bolus: dose = order × weight or surface; volume (mL) = dose ÷ concentration; rate (mL/h) = volume ÷ duration; volume
 * and rate on the pump's steps. What is achieved follows from the set volume at the set rate.
 *
 * Refuses what `doseOverDuration` and `pumpRate` refuse, a volume step that is not above 0 or that would change the
 * volume by more than 5 %, and a container that holds less than the set volume. Never clamps.
 *
 * Source: working of the plan screen, UX 3.6; bolus of UX 2.3 (T13: mg, mL, over min); the content of the container
 * ends what can be given, DESIGN 8.
 */
export function bolus<U extends DoseOrderUnit>(order: BolusOrder<U>): Result<Bolus<U>, BolusRefusal> {
  const ordered = doseOverDuration(order);
  if (!ordered.ok) return ordered;
  const volume = settableVolume(ordered.value.volume, order.volumeStep);
  if (!volume.ok) return volume;
  const rate = pumpRate(ordered.value.rate, order.pump);
  if (!rate.ok) return rate;
  const { set } = volume.value;
  if (compareQuantities(order.remaining, set) < 0) {
    return err({
      kind: 'containerHoldsLess',
      needed: quantityText(set),
      remaining: quantityText(order.remaining),
    });
  }
  const answer: Bolus<U> = {
    ordered: ordered.value,
    volume: volume.value,
    rate: rate.value,
    achieved: achieved(order, ordered.value, set, rate.value.set),
    remaining: minus(order.remaining, set),
  };
  return confirmed(answer, bolusDisagreements(order, answer));
}

function settableVolume(
  exact: Quantity<'mL'>,
  volumeStep: Quantity<'mL'>,
): Result<PumpSetting<'mL'>, BolusRefusal> {
  const notAboveZero = firstNotAboveZero({ volumeStep });
  if (notAboveZero) return err(notAboveZero);
  const volume = pumpSetting(exact, volumeStep);
  if (roundingWeight(volume.changePercent) !== 'refused') return { ok: true, value: volume };
  return err({ kind: 'pumpStepTooCoarse', exact: quantityText(exact), set: quantityText(volume.set) });
}

/** Every part of the dose in the proportion of the set volume to the exact one. */
function achieved<U extends DoseOrderUnit>(
  { dose }: BolusOrder<U>,
  ordered: DoseOverDuration<U>,
  setVolume: Quantity<'mL'>,
  setRate: Quantity<'mL/h'>,
): Bolus<U>['achieved'] {
  return {
    dose: derive(amountOf(dose.unit), [ordered.dose, setVolume], [ordered.volume]),
    order: derive(dose.unit, [dose, setVolume], [ordered.volume]),
    doseRate: derive(ordered.doseRate.unit, [dose, setRate], [ordered.volume]),
    duration: derive('min', [setVolume], [setRate]),
  };
}
