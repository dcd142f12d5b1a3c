import {
  compareQuantities,
  minus,
  type Quantity,
  quantity,
  quantityText,
  readQuantity,
} from '../../quantity/quantity.ts';
import { compare, divide, magnitude, multiply, type Rational, rational } from '../../quantity/rational.ts';
import { confirmedLeft } from '../confirmedNumbers.ts';
import type { InfusionRun } from '../delivered.ts';
import type { ContainerChanged } from '../events.ts';
import { lateEntryRefusal } from '../lateEntry.ts';
import type { SessionRefusal } from '../refusals.ts';
import { CHECKERS } from '../roles.ts';
import { containerNumber, RUNNING_STATES, type Session } from '../session.ts';
import { stageOverRefusal } from './changeRate.ts';
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
import { keyTimeRefusal } from './keyTimeRefusal.ts';
import { type LabelElsewhere, labelInHand } from './labelInHand.ts';
import { rateBeforePause } from './pauseInfusion.ts';
import { wayRefusal } from './wayOfGiving.ts';

const HUNDRED = rational(100n);
/** A reading of the old container further from the record needs a reason: of its content. As for the pump, UX 2.3 T16. */
const DIFFERENCE_LIMIT_PERCENT = rational(5n);

/** What two people do and read at a change. `deciding.at` is when the pump stopped. */
export type ChangeContainer = {
  /** The new label's last four as typed, or the whole of it as scanned. */
  readonly label: string;
  /** Another chair that has such a label; null when there is none. */
  readonly elsewhere: LabelElsewhere | null;
  /** When the pump ran again, wall clock in milliseconds; null while it stands still: paused, or a stage has run in. */
  readonly restartedAt: number | null;
  /** Left in the old container. */
  readonly volumeLeft: Quantity<'mL'>;
  readonly leftReason: string | null;
  /** The rate the pump shows, as the checker reads it; null while paused. */
  readonly readBack: Quantity<'mL/h'> | null;
  readonly lateReason: string | null;
};

/**
 * T14: the next container is connected, by a nurse with a checker (`deciding.second`). While it runs the pump stood still
 * from the stop to the restart, and the checker reads the rate it then shows, which is never shown here; while paused
 * the rate is read back at the resume, and after the end of a stage when the next one begins. Source: UX 2.3 T14.
 */
export function changeContainer(session: Session, command: ChangeContainer, deciding: Deciding): Decision {
  const wrong =
    stateOrRoleRefusal(session, RUNNING_STATES, deciding.actor, ['nurse']) ?? wayRefusal(session, 'pump');
  if (wrong) return refused(wrong);
  const { run } = session;
  const next = session.nextPreparation.witnessed;
  const checker = secondPersonRefusal(deciding, [deciding.actor.id]);
  if (checker) return refused(checker);
  const label = labelInHand(session.nextPreparation, command.label, command.elsewhere);
  if (!label.ok && label.failure.kind === 'labelOfAnother') return label;
  if (!run || !next) return refused({ kind: 'nextNotPrepared' });
  if (!label.ok) return label;
  const time = timeRefusal(session, command, deciding);
  if (time) return refused(time);
  if ((command.restartedAt ?? deciding.now) > next.useBy)
    return refused({ kind: 'preparationExpired', label: next.label, expiredAt: next.useBy });
  const calculated = confirmedLeft(run, deciding.at);
  if (!calculated.ok) return calculated;
  const left = leftRefusal(session, run, command, calculated.value);
  if (left) return refused(left);
  const rate = command.restartedAt === null ? null : rateBeforePause(session);
  const { readBack } = command;
  if (rate && (!readBack || compareQuantities(readBack, readQuantity(rate, 'mL/h')) !== 0))
    return refusedForTheRecord({ kind: 'readBackDiffers', fields: ['rate'] }, readBack);
  const change: ContainerChanged = {
    container: containerNumber(session) + 1,
    label: label.value,
    restartedAt: command.restartedAt,
    rate,
    volumeLeft: quantityText(command.volumeLeft),
    calculatedLeft: quantityText(calculated.value),
    leftReason: command.leftReason?.trim() || null,
  };
  const reason = command.lateReason?.trim() ?? '';
  const why = reason === '' ? [] : [fact('LateEntryReasonGiven', { reason })];
  return decided(fact('ContainerChanged', change), ...why);
}

/** What was made up for a change and will not be connected: its drug is wasted, and another one can be made. */
export function discardNext(session: Session, reason: string, deciding: Deciding): Decision {
  const wrong =
    stateOrRoleRefusal(session, RUNNING_STATES, deciding.actor, CHECKERS) ?? wayRefusal(session, 'pump');
  if (wrong) return refused(wrong);
  if (!session.nextPreparation.vial) return refused({ kind: 'nextNotPrepared' });
  if (reason.trim() === '') return refused({ kind: 'textMissing', field: 'reason' });
  const container = containerNumber(session) + 1;
  return decided(fact('NextPreparationDiscarded', { container, reason: reason.trim() }));
}

/** Stop and restart in their order, after the last change and not ahead of the clock. */
function timeRefusal(
  session: Session,
  { restartedAt, lateReason }: ChangeContainer,
  deciding: Deciding,
): SessionRefusal | undefined {
  const { now: stoppedAt, late } = deciding;
  if (session.state === 'PAUSED' && restartedAt !== null)
    return { kind: 'notInThisState', state: session.state };
  const over = stageOverRefusal(session, deciding.at);
  if (over && restartedAt !== null) return over;
  if (session.state === 'RUNNING' && restartedAt === null && !over) return { kind: 'restartMissing' };
  if (late < 0 || (restartedAt ?? stoppedAt) > stoppedAt + late) return { kind: 'saidInFuture' };
  if ((restartedAt ?? stoppedAt) < stoppedAt) return { kind: 'restartBeforeStop' };
  return lateEntryRefusal(session, lateReason, deciding) ?? keyTimeRefusal(session, deciding);
}

/** No more than was in it, and no further from the record than the limit without a reason. */
function leftRefusal(
  session: Session,
  run: InfusionRun,
  { volumeLeft, leftReason }: ChangeContainer,
  record: Quantity<'mL'>,
): SessionRefusal | undefined {
  const held = session.preparation.witnessed?.finalVolume ?? run.containerVolume;
  const content = readQuantity(held, 'mL');
  if (compareQuantities(volumeLeft, content) > 0) return { kind: 'moreThanContainerHeld', held };
  const apart = shareOf(minus(volumeLeft, record), content);
  if (compare(apart, DIFFERENCE_LIMIT_PERCENT) <= 0 || leftReason?.trim()) return undefined;
  const percent = quantityText(quantity(apart, '%'));
  return {
    kind: 'containerLeftDiffers',
    read: quantityText(volumeLeft),
    record: quantityText(record),
    percent,
  };
}

/** |part| ÷ whole × 100, in per cent. */
function shareOf(part: Quantity<'mL'>, whole: Quantity<'mL'>): Rational {
  return divide(multiply(magnitude(part.value), HUNDRED), whole.value);
}
