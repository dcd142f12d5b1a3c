import { confirmed, type EnginesDisagree } from '../crosscheck/agreement.ts';
import { type LoadingDoseDisagreement, loadingDoseDisagreements } from '../crosscheck/bolusBackward.ts';
import { convert, plus, type Quantity } from '../quantity/quantity.ts';
import { err, type Result } from '../result.ts';
import { type Bolus, type BolusOrder, type BolusRefusal, bolus } from './bolus.ts';
import {
  type AmountIn,
  amountOf,
  type DosedUnit,
  type DoseOrderUnit,
  type FamiliesDiffer,
  firstNotAboveZero,
  isSameFamily,
} from './doseUnits.ts';

/** A dose before the infusion, from the same container, with its own time. */
export type LoadingDoseOrder<U extends DoseOrderUnit = DoseOrderUnit> = BolusOrder<U> & {
  /** All that the infusion gives after it. */
  readonly infusion: Quantity<DosedUnit>;
};

/** A loading dose, apart from the infusion, and what the two come to. */
export type LoadingDose<U extends DoseOrderUnit = DoseOrderUnit> = {
  readonly loading: Bolus<U>;
  /** The infusion as it was handed in. */
  readonly infusion: Quantity<DosedUnit>;
  /** Loading dose as ordered and infusion, for the limits on the exact value. */
  readonly total: Quantity<AmountIn<U>>;
  /** Loading dose as the pump gives it and infusion, for the limits on the achieved value. */
  readonly achievedTotal: Quantity<AmountIn<U>>;
  /** From the start of the loading dose, at the set rate. */
  readonly infusionStartsAfter: Quantity<'min'>;
};

export type LoadingDoseRefusal = BolusRefusal | FamiliesDiffer | EnginesDisagree<LoadingDoseDisagreement>;

/**
 * A loading dose: a bolus given before the infusion. Total = loading dose + infusion, in the amount unit of the loading
 * dose; the infusion starts when the set volume has run at the set rate. Exact.
 *
 * Refuses what `bolus` refuses, an infusion that is not above 0 and one of another family.
 *
 * Source: UX 3.6 ("separate line, never inside dose"); loading dose with its own amount and time, DOMAIN 1.3;
 * limits on exact and achieved values, UX 7.
 */
export function loadingDose<U extends DoseOrderUnit>(
  order: LoadingDoseOrder<U>,
): Result<LoadingDose<U>, LoadingDoseRefusal> {
  const { infusion, dose } = order;
  const notAboveZero = firstNotAboveZero({ infusion });
  if (notAboveZero) return err(notAboveZero);
  const unit = amountOf(dose.unit);
  if (!isSameFamily(unit, infusion.unit))
    return err({ kind: 'familiesDiffer', ordered: dose.unit, offered: infusion.unit });
  const loading = bolus(order);
  if (!loading.ok) return loading;
  const answer: LoadingDose<U> = {
    loading: loading.value,
    infusion,
    total: plus(loading.value.ordered.dose, convert(infusion, unit)),
    achievedTotal: plus(loading.value.achieved.dose, convert(infusion, unit)),
    infusionStartsAfter: loading.value.achieved.duration,
  };
  return confirmed(answer, loadingDoseDisagreements(answer));
}
