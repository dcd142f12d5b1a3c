import type { CountedPlanAuthorised, DoseGiven, DoseSite } from '../countedEvents.ts';
import { countedOf, nextDose } from '../countedSession.ts';
import type { SessionEvent } from '../events.ts';
import { lateEntryRefusal } from '../lateEntry.ts';
import type { SessionRefusal } from '../refusals.ts';
import { type Actor, hasRole } from '../roles.ts';
import { openInterruption, type Session } from '../session.ts';
import { type Deciding, type Decision, decided, fact, refused, stateOrRoleRefusal } from './deciding.ts';
import { clearedToStart, type StartCommand } from './startInfusion.ts';
import { wayRefusal } from './wayOfGiving.ts';

/**
 * T9 for counted doses, READY → RUNNING: the first dose is the start. Everything that must hold before a pump is started
 * must hold here but its read-back. See `clearedToStart`.
 */
export function giveFirstDose(
  session: Session,
  { site, ...command }: StartCommand & { readonly site: DoseSite },
  deciding: Deciding,
): Decision {
  const wrong =
    stateOrRoleRefusal(session, ['READY'], deciding.actor, ['nurse']) ?? wayRefusal(session, 'counted');
  if (wrong) return refused(wrong);
  const { instead, identifiedBy } = clearedToStart(session, command, deciding);
  if (instead) return instead;
  const order = countedOf(session)?.authorised;
  if (!order || !fits(site, order)) return refused({ kind: 'otherWayOfGiving' });
  const started = fact('DosesStarted', { identifiedBy });
  return decided(started, ...doseFacts(session, order, { number: 1, site, early: null }));
}

/** A later dose as it is recorded. */
export type GiveDose = {
  /** Which one, as it stood on screen: what was pressed twice is recorded once. */
  readonly number: number;
  readonly site: DoseSite;
  /** Who lets a dose be given before the gap has passed, proved by an own secret; null where nobody was asked. */
  readonly prescriber: Actor | null;
  /** Why it is early. */
  readonly reason: string | null;
  /** Why it is recorded so late. */
  readonly lateReason: string | null;
};

/**
 * One more dose. A dose before the gap has passed is refused; a prescriber lets it pass with an own proof and a reason.
 * The last ordered dose ends the giving, and observation begins.
 *
 * Refuses another dose than the next one, a time before the dose before it, and the bounds of a late entry.
 */
export function giveDose(session: Session, command: GiveDose, deciding: Deciding): Decision {
  const wrong =
    stateOrRoleRefusal(session, ['RUNNING'], deciding.actor, ['nurse', 'prescriber']) ??
    wayRefusal(session, 'counted');
  if (wrong) return refused(wrong);
  const order = countedOf(session)?.authorised;
  const next = nextDose(session);
  if (!order || !next || !fits(command.site, order)) return refused({ kind: 'otherWayOfGiving' });
  if (command.number !== next.number) return refused({ kind: 'otherDoseNext', number: next.number });
  const time = timeRefusal(session, command, deciding);
  if (time) return refused(time);
  const wait = next.earliestAt - deciding.at;
  const early = wait > 0 ? earlyDose(command, wait, order) : null;
  if (early && 'refusal' in early) return refused(early.refusal);
  const { number, site } = command;
  return decided(...doseFacts(session, order, { number, site, early }));
}

function timeRefusal(
  session: Session,
  { lateReason }: GiveDose,
  deciding: Deciding,
): SessionRefusal | undefined {
  const last = Math.max(...session.doses.map(({ at }) => at));
  if (deciding.at < last) return { kind: 'timeNotAllowed' };
  return lateEntryRefusal(session, lateReason, deciding);
}

/** Who lets a dose be given `wait` milliseconds before its time, and why; or why it is refused. */
function earlyDose(
  { number, prescriber, reason }: GiveDose,
  wait: number,
  { rules }: CountedPlanAuthorised,
): NonNullable<DoseGiven['early']> | { readonly refusal: SessionRefusal } {
  const of = rules.protocol.device.kind;
  if (!prescriber) return { refusal: { kind: 'doseTooEarly', number, waitMilliseconds: wait, of } };
  if (!hasRole(prescriber, ['prescriber'])) return { refusal: { kind: 'roleNeeded', roles: ['prescriber'] } };
  const why = reason?.trim() ?? '';
  if (why === '') return { refusal: { kind: 'textMissing', field: 'reason' } };
  return { prescriber: prescriber.id, reason: why };
}

/** A spray goes into a nostril, an injection into a muscle. */
function fits({ kind }: DoseSite, { rules }: CountedPlanAuthorised): boolean {
  return (rules.protocol.device.kind === 'spray') === (kind === 'nostril');
}

/** The dose, and after the last one the end. With every ordered dose recorded none can be missing. */
function doseFacts(
  session: Session,
  { order, rules }: CountedPlanAuthorised,
  dose: Omit<DoseGiven, 'amount'>,
): readonly SessionEvent[] {
  const given = fact('DoseGiven', { ...dose, amount: rules.protocol.perDose });
  if (dose.number < order.doses) return [given];
  const confirmed = openInterruption(session) ? [fact('DosesConfirmed', {})] : [];
  return [given, ...confirmed, fact('InfusionCompleted', {}), fact('RecoveryStarted', {})];
}
