import { meaningOf } from '../dosing/orderedRate.ts';
import type { PumpedProtocol } from '../library/library.ts';
import { type RateUnit, rateUnitOf } from '../library/orderUnits.ts';
import {
  type Quantity,
  type QuantityText,
  quantity,
  quantityText,
  readQuantity,
} from '../quantity/quantity.ts';
import { divide, multiply, rational } from '../quantity/rational.ts';
import { pumpedOf } from './countedSession.ts';
import type { PlanAuthorised } from './events.ts';
import type { Session } from './session.ts';
import { firstSetting, runningStage } from './stages.ts';

const HUNDRED = rational(100n);

/** The share of the ordered rate, of the stage that runs or of the first one, a nurse may set alone, in mL/h and in the protocol's own unit. Source: protocol. */
export function nurseRange(session: Session):
  | {
      readonly lowest: Quantity<'mL/h'>;
      readonly highest: Quantity<'mL/h'>;
      readonly lowestDose: Quantity<RateUnit>;
      readonly highestDose: Quantity<RateUnit>;
    }
  | undefined {
  const { match, authorised } = pumpedOf(session) ?? {};
  if (!match || !authorised) return undefined;
  const ordered = readQuantity(runningStage(session)?.planned.rate ?? firstSetting(match.sum).rate, 'mL/h');
  const range = authorised.rules.protocol.nurseRange;
  const lowest = shareOfRate(ordered, range.lowest);
  const highest = shareOfRate(ordered, range.highest);
  return { lowest, highest, lowestDose: meaning(session, lowest), highestDose: meaning(session, highest) };
}

/** A share of a rate: rate × percent ÷ 100. Exact. */
export function shareOfRate(rate: Quantity<'mL/h'>, percent: QuantityText<'%'>): Quantity<'mL/h'> {
  return quantity(divide(multiply(rate.value, readQuantity(percent, '%').value), HUNDRED), 'mL/h');
}

/** The rate as ordered; of a dose over a time, what that comes to by the hour. */
export function orderedRate({ order, rules, sum }: PlanAuthorised): Quantity<RateUnit> {
  const unit = rateUnitOf(rules.protocol);
  const isDose = rules.protocol.mode === 'doseOverTime';
  return isDose
    ? readQuantity(sum.doseRate, 'mg/kg/h')
    : readQuantity(order.dose as QuantityText<RateUnit>, unit);
}

/** The nurse's range as ordered: a share of the rate, or of dose over duration; the same for every weight. */
export function orderedNurseRange(
  ordered: Quantity<RateUnit>,
  { nurseRange: range }: Pick<PumpedProtocol, 'nurseRange'>,
): { readonly lowest: QuantityText<RateUnit>; readonly highest: QuantityText<RateUnit> } {
  const share = (percent: QuantityText<'%'>): QuantityText<RateUnit> => {
    const value = multiply(ordered.value, readQuantity(percent, '%').value);
    return quantityText(quantity(divide(value, HUNDRED), ordered.unit));
  };
  return { lowest: share(range.lowest), highest: share(range.highest) };
}

/** What a rate means for this patient, in the unit of the protocol. */
export function meaning(session: Session, rate: Quantity<'mL/h'>): Quantity<RateUnit> {
  const { concentration, weight, unit } = infusateOf(session);
  return meaningOf(rate, concentration, weight, unit);
}

/** What the pump gives, for whom, and the unit of the protocol. */
export function infusateOf(session: Session): {
  readonly concentration: Quantity<'mg/mL'>;
  readonly weight: Quantity<'kg'>;
  readonly unit: RateUnit;
} {
  const { match, authorised } = pumpedOf(session) ?? {};
  if (!match || !authorised) throw new Error('A rate has a meaning only after the match.');
  const concentration = session.preparation.witnessed?.concentration ?? match.sum.concentration;
  return {
    concentration: readQuantity(concentration, 'mg/mL'),
    weight: readQuantity(dosedWeight(session), 'kg'),
    unit: rateUnitOf(authorised.rules.protocol),
  };
}

/** The weight both people agreed on. */
export function matchedWeight(session: Session): QuantityText<'kg'> {
  if (!session.match) throw new Error('There is no agreed weight before the match.');
  return session.match.weighing.weight;
}

/** The weight every per kilogram of a session counts on: the agreed one, or what the protocol makes of it. */
export function dosedWeight(session: Session): QuantityText<'kg'> {
  const sum = pumpedOf(session)?.match?.sum;
  return sum?.dosingWeight?.weight ?? matchedWeight(session);
}
