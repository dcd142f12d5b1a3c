import { confirmed, type EnginesDisagree } from '../crosscheck/agreement.ts';
import { type ContinuousRateDisagreement, continuousRateDisagreements } from '../crosscheck/ratesBackward.ts';
import { derive, type Quantity } from '../quantity/quantity.ts';
import type { ConcentrationUnit } from '../quantity/units.ts';
import { err, ok, type Result } from '../result.ts';
import {
  amountOf,
  type Body,
  type BodyMissing,
  basisOf,
  bodyFactors,
  type DosedUnit,
  type DoseOrderUnit,
  type DoseRateUnit,
  type FamiliesDiffer,
  firstNotAboveZero,
  isFluid,
  isSameFamily,
  type NotAboveZero,
} from './doseUnits.ts';

/** What the pump gives, and to whom. A fluid ordered in mL has no concentration. */
export type Infusate = Body & {
  readonly concentration?: Quantity<ConcentrationUnit> | undefined;
};

/** A drug cannot be turned into millilitres without its concentration. */
export type ConcentrationMissing = { readonly kind: 'concentrationMissing' };

export type InfusateRefusal = BodyMissing | FamiliesDiffer | ConcentrationMissing;

export type ContinuousRateRefusal =
  | InfusateRefusal
  | NotAboveZero
  | EnginesDisagree<ContinuousRateDisagreement>;

/**
 * Pump rate of a running dose:
 * rate (mL/h) = dose rate × weight or surface ÷ (concentration × weight or surface).
 *
 * A basis that both sides share cancels, so "3 mg/kg in 50 mL" needs no weight for an order in mcg/kg/min. A fluid
 * ordered in mL or L takes no concentration. Exact and not rounded; the pump's step is applied in `pumpRate`.
 *
 * Refuses: a weight or surface the units ask for and nobody gave, a concentration of another family (mg per mL for
 * an order in units, any for a fluid), a drug without a concentration, a value that is not above 0.
 *
 * Source: ASA Monitor 85(1):40 (weight-based rate and its check); golden vectors of DOMAIN 4.10; the rule "3 mg/kg
 * in 50 mL: 1 mL/h is 1 mcg/kg/min" follows from it.
 */
export function continuousRate(
  doseRate: Quantity<DoseRateUnit>,
  infusate: Infusate,
): Result<Quantity<'mL/h'>, ContinuousRateRefusal> {
  const { concentration, weight, surface } = infusate;
  const notAboveZero = firstNotAboveZero({ doseRate, concentration, weight, surface });
  if (notAboveZero) return err(notAboveZero);
  const bridge = bridgeFor(doseRate.unit, infusate);
  if (!bridge.ok) return bridge;
  const rate = derive('mL/h', [doseRate, ...bridge.value.ordered], bridge.value.offered);
  return confirmed(rate, continuousRateDisagreements(rate, doseRate, infusate));
}

/**
 * The dose rate a pump rate means, in a wanted unit:
 * dose rate = rate (mL/h) × concentration × weight or surface ÷ (weight or surface). The reverse of
 * `continuousRate`, with the same refusals.
 *
 * Source: ASA Monitor 85(1):40 recommends it as the check of a weight-based rate.
 */
export function doseRateAtRate<U extends DoseRateUnit>(
  rate: Quantity<'mL/h'>,
  infusate: Infusate,
  wanted: U,
): Result<Quantity<U>, ContinuousRateRefusal> {
  const { concentration, weight, surface } = infusate;
  const notAboveZero = firstNotAboveZero({ rate, concentration, weight, surface });
  if (notAboveZero) return err(notAboveZero);
  const bridge = bridgeFor(wanted, infusate);
  if (!bridge.ok) return bridge;
  const doseRate = derive(wanted, [rate, ...bridge.value.offered], bridge.value.ordered);
  return confirmed(doseRate, continuousRateDisagreements(rate, doseRate, infusate));
}

/** What stands on either side of an order and the volume that carries it. */
export type Bridge = {
  /** Multiplies the order: the weight or surface of its unit. */
  readonly ordered: readonly Quantity[];
  /** Divides it: the concentration, and the weight or surface of its unit. Empty for a fluid. */
  readonly offered: readonly Quantity[];
};

/** What turns an order in `unit` into a volume: volume = order × `ordered` ÷ `offered`. */
export function bridgeFor(
  unit: DoseOrderUnit | DoseRateUnit,
  infusate: Infusate,
): Result<Bridge, InfusateRefusal> {
  const { concentration } = infusate;
  const amount: DosedUnit = amountOf(unit);
  if (concentration === undefined) {
    if (!isFluid(amount)) return err({ kind: 'concentrationMissing' });
    const ordered = bodyFactors(unit, infusate);
    return ordered.ok ? ok({ ordered: ordered.value, offered: [] }) : ordered;
  }
  if (!isSameFamily(amount, amountOf(concentration.unit)))
    return err({ kind: 'familiesDiffer', ordered: unit, offered: concentration.unit });
  if (basisOf(unit) === basisOf(concentration.unit)) return ok({ ordered: [], offered: [concentration] });
  const ordered = bodyFactors(unit, infusate);
  if (!ordered.ok) return ordered;
  const offered = bodyFactors(concentration.unit, infusate);
  if (!offered.ok) return offered;
  return ok({ ordered: ordered.value, offered: [concentration, ...offered.value] });
}
