import { compareQuantities, type Quantity, quantityText, readQuantity } from '../../quantity/quantity.ts';
import { confirmedStageLeft } from '../confirmedNumbers.ts';
import { stageEndsAt } from '../delivered.ts';
import type { PumpField } from '../events.ts';
import type { Session } from '../session.ts';
import { isStageOver, nextStage, runningStage } from '../stages.ts';
import {
  type Deciding,
  type Decision,
  decided,
  fact,
  refused,
  refusedForTheRecord,
  secondPersonRefusal,
  stateOrRoleRefusal,
} from './deciding.ts';
import { rateBeforePause } from './pauseInfusion.ts';
import { wayRefusal } from './wayOfGiving.ts';

/** What the pump shows as it is set for the next stage, typed without being shown. */
export type BeginStage = { readonly rate: Quantity<'mL/h'>; readonly volume: Quantity<'mL'> };

/**
 * The next stage of an order is begun by a nurse or a prescriber when the one before it has run in. Its rate and volume
 * are read back from the pump: a higher rate by another person (`deciding.second`), a lower one by whoever begins it.
 *
 * Source: docs/decisions/0015-stages.md; the rule of two people for a rise, UX 2.3 T10.
 */
export function beginStage(session: Session, command: BeginStage, deciding: Deciding): Decision {
  const wrong =
    stateOrRoleRefusal(session, ['RUNNING'], deciding.actor, ['nurse', 'prescriber']) ??
    wayRefusal(session, 'pump');
  if (wrong) return refused(wrong);
  const { run } = session;
  const [running, next] = [runningStage(session), nextStage(session)];
  if (!run || !running || !next) return refused({ kind: 'noStageLeft' });
  const left = confirmedStageLeft(run, deciding.at);
  if (!left.ok) return left;
  if (!isStageOver(run, running.planned, deciding.at))
    return refused({
      kind: 'stageNotOver',
      stage: running.number,
      left: quantityText(left.value),
      endsAt: stageEndsAt(run),
    });
  const { rate, volumeToGive } = next.planned;
  const from = rateBeforePause(session);
  const set = readQuantity(rate, 'mL/h');
  const isRise = compareQuantities(set, readQuantity(from, 'mL/h')) > 0;
  const isRead = isRise || deciding.second !== null;
  const reader = isRead ? secondPersonRefusal(deciding, [deciding.actor.id]) : undefined;
  if (reader) return refused(reader);
  const fields: readonly PumpField[] = [
    ...(compareQuantities(command.rate, set) === 0 ? [] : (['rate'] as const)),
    ...(compareQuantities(command.volume, readQuantity(volumeToGive, 'mL')) === 0
      ? []
      : (['volumeLimit'] as const)),
  ];
  if (fields.length > 0) return refusedForTheRecord({ kind: 'readBackDiffers', fields }, command.rate);
  return decided(
    fact('StageBegun', {
      stage: next.number,
      from,
      rate,
      volume: volumeToGive,
      calculatedLeft: quantityText(left.value),
    }),
  );
}
