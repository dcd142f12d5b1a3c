import { confirmed, type EnginesDisagree } from '../crosscheck/agreement.ts';
import { type BalanceDisagreement, balanceDisagreements } from '../crosscheck/balanceBackward.ts';
import {
  containerLeftDisagreements,
  type GivenDisagreement,
  givenDisagreements,
  stageLeftDisagreements,
} from '../crosscheck/givenBackward.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { ok, type Result } from '../result.ts';
import { containerLeft, givenVolume, type InfusionRun, stageLeft } from './delivered.ts';
import { type Reconciliation, reconciliation } from './reconciliation.ts';

/**
 * The numbers of a session that become part of its record, worked out twice: an amount that the second engine does not
 * confirm is not recorded, and nothing is signed on it. The window's running figures are the first engine's alone.
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

/** `reconciliation`, confirmed; undefined while no vial has been opened. */
export function confirmedBalance(
  session: Parameters<typeof reconciliation>[0],
): Result<Reconciliation | undefined, EnginesDisagree<BalanceDisagreement>> {
  const balance = reconciliation(session);
  return balance ? confirmed(balance, balanceDisagreements(session, balance)) : ok(undefined);
}
