import { confirmed, type EnginesDisagree } from '../crosscheck/agreement.ts';
import { type IntramuscularDisagreement, intramuscularDisagreements } from '../crosscheck/countedBackward.ts';
import { derive, plus, type Quantity } from '../quantity/quantity.ts';
import type { AmountUnit } from '../quantity/units.ts';
import { err, type Result } from '../result.ts';
import { familyRefusal, type Solution } from './countedDoses.ts';
import {
  type DoseScheduleRefusal,
  doseSchedule,
  firstBelowZero,
  type ScheduledDose,
  scheduleRefusal,
  timesCount,
} from './doseSchedule.ts';
import { type FamiliesDiffer, firstNotAboveZero, type NotAboveZero } from './doseUnits.ts';

export type IntramuscularOrder<U extends AmountUnit = AmountUnit> = Solution & {
  readonly amountPerInjection: Quantity<U>;
  readonly injections: bigint;
  /** The least time from one injection to the next. */
  readonly gap: Quantity<'min'>;
};

export type IntramuscularDoses<U extends AmountUnit = AmountUnit> = {
  readonly total: Quantity<U>;
  readonly volumePerInjection: Quantity<'mL'>;
  /** Volume per injection and the dead space of its syringe and needle. */
  readonly drawUpPerInjection: Quantity<'mL'>;
  readonly leftBehind: Quantity<U>;
  readonly schedule: readonly ScheduledDose<U>[];
};

export type IntramuscularRefusal =
  | NotAboveZero
  | DoseScheduleRefusal
  | FamiliesDiffer
  | EnginesDisagree<IntramuscularDisagreement>;

/**
 * Counted intramuscular doses, each in a syringe of its own: total = amount per injection × injections; volume (mL) =
 * amount per injection ÷ concentration; to draw up = volume + dead space. Each follows the one before by the least
 * gap. Exact.
 *
 * Refuses an amount, number of injections or concentration that is not above 0; a gap that is below 0 or not in whole
 * minutes; a dead space below 0; a concentration of another family.
 *
 * Source: definition of a concentration; feature 14 of DOMAIN 6; dead space as in DOMAIN 4.4.
 */
export function intramuscularDoses<U extends AmountUnit>(
  order: IntramuscularOrder<U>,
): Result<IntramuscularDoses<U>, IntramuscularRefusal> {
  const { amountPerInjection, injections, gap, concentration, deadSpace } = order;
  const refusal =
    firstNotAboveZero({ amountPerInjection, concentration }) ??
    scheduleRefusal({ injections }, gap) ??
    firstBelowZero({ deadSpace }) ??
    familyRefusal(amountPerInjection.unit, concentration.unit);
  if (refusal) return err(refusal);
  const volumePerInjection = derive('mL', [amountPerInjection], [concentration]);
  const answer: IntramuscularDoses<U> = {
    total: timesCount(amountPerInjection, injections),
    volumePerInjection,
    drawUpPerInjection: plus(volumePerInjection, deadSpace),
    leftBehind: derive(amountPerInjection.unit, [timesCount(deadSpace, injections), concentration]),
    schedule: doseSchedule(injections, amountPerInjection, gap),
  };
  return confirmed(answer, intramuscularDisagreements(order, answer));
}
