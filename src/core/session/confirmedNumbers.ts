import { confirmed, type EnginesDisagree } from '../crosscheck/agreement.ts';
import { type BalanceDisagreement, balanceDisagreements } from '../crosscheck/balanceBackward.ts';
import {
  containerEmptyDisagreements,
  containerLeftDisagreements,
  endDisagreements,
  type GivenDisagreement,
  givenDisagreements,
  stageLeftDisagreements,
} from '../crosscheck/givenBackward.ts';
import { type ContinuousRateDisagreement, continuousRateDisagreements } from '../crosscheck/ratesBackward.ts';
import type { RateUnit } from '../library/orderUnits.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { ok, type Result } from '../result.ts';
import {
  containerEmptyAt,
  containerLeft,
  endsAt,
  givenVolume,
  type InfusionRun,
  stageLeft,
} from './delivered.ts';
import { infusateOf, meaning } from './nurseRange.ts';
import { type Reconciliation, reconciliation } from './reconciliation.ts';
import type { Session } from './session.ts';

/**
 * The numbers of a session worked out twice: an amount that the second engine does not confirm is not recorded, nothing is
 * signed on it, and a moment it does not confirm is not shown. What ticks in the window in between is the first engine's.
 */

/** `givenVolume`, confirmed. */
export function confirmedGiven(
  run: InfusionRun,
  at: number,
): Result<Quantity<'mL'>, EnginesDisagree<GivenDisagreement>> {
  const given = givenVolume(run, at);
  return confirmed(given, givenDisagreements(run, at, given));
}

/** `containerLeft`, confirmed. */
export function confirmedLeft(
  run: InfusionRun,
  at: number,
): Result<Quantity<'mL'>, EnginesDisagree<GivenDisagreement>> {
  const left = containerLeft(run, at);
  return confirmed(left, containerLeftDisagreements(run, at, left));
}

/** `stageLeft`, confirmed. */
export function confirmedStageLeft(
  run: InfusionRun,
  at: number,
): Result<Quantity<'mL'>, EnginesDisagree<GivenDisagreement>> {
  const left = stageLeft(run, at);
  return confirmed(left, stageLeftDisagreements(run, at, left));
}

/** `endsAt`, confirmed. */
export function confirmedEnd(run: InfusionRun): Result<number | null, EnginesDisagree<GivenDisagreement>> {
  const end = endsAt(run);
  return confirmed(end, endDisagreements(run, end));
}

/** `containerEmptyAt`, confirmed. */
export function confirmedEmpty(run: InfusionRun): Result<number | null, EnginesDisagree<GivenDisagreement>> {
  const empty = containerEmptyAt(run);
  return confirmed(empty, containerEmptyDisagreements(run, empty));
}

/** `meaning` of a rate, confirmed. */
export function confirmedMeaning(
  session: Session,
  rate: Quantity<'mL/h'>,
): Result<Quantity<RateUnit>, EnginesDisagree<ContinuousRateDisagreement>> {
  const doseRate = meaning(session, rate);
  return confirmed(doseRate, continuousRateDisagreements(rate, doseRate, infusateOf(session)));
}

/** `reconciliation`, confirmed; undefined while no vial has been opened. */
export function confirmedBalance(
  session: Parameters<typeof reconciliation>[0],
): Result<Reconciliation | undefined, EnginesDisagree<BalanceDisagreement>> {
  const balance = reconciliation(session);
  return balance ? confirmed(balance, balanceDisagreements(session, balance)) : ok(undefined);
}
