import type { CorrectionReason, EffectRecorded, Vitals } from '../events.ts';
import { lateEntryRefusal } from '../lateEntry.ts';
import { type EffectSeen, isSeen, movedTo, type VitalsSeen } from '../observations.ts';
import type { SessionRefusal } from '../refusals.ts';
import { CLINICAL, hasRole } from '../roles.ts';
import type { Done, Session, SessionState } from '../session.ts';
import {
  type Deciding,
  type Decision,
  decided,
  fact,
  refused,
  signedRefusal,
  stateOrRoleRefusal,
} from './deciding.ts';
import { severityRefusal, vitalsRefusal } from './recordCare.ts';

/** From the baseline that a start rests on to the signature. Before that a round is simply taken anew. */
const CORRECTABLE: readonly SessionState[] = ['READY', 'RUNNING', 'PAUSED', 'RECOVERY', 'DISCHARGED'];

/** What stands there instead from now on. One of `vitals` and `effect`, as the corrected fact has it. */
export type Correction = {
  /** Id of the fact that recorded it first, also where it was corrected before. */
  readonly corrects: string;
  readonly vitals: Vitals | null;
  readonly effect: EffectRecorded | null;
  /** When it was seen after all, UTC milliseconds; null where the time was right. */
  readonly seenAt: number | null;
  readonly reason: CorrectionReason;
  readonly note: string | null;
};

/**
 * Puts vital signs or an effect right before the record is signed: a new fact beside the first, which stays as it is
 * and readable. By whoever recorded it, or by any nurse. Values and times have the bounds of a new observation.
 *
 * An effect that is corrected into another one stays open until its own end is recorded. Refuses `alreadySigned`,
 * `nothingToCorrect`, `othersObservation`, `nothingCorrected`, and what an observation refuses. Source: UX 3.14.
 */
export function correctObservation(session: Session, correction: Correction, deciding: Deciding): Decision {
  const wrong = signedRefusal(session) ?? stateOrRoleRefusal(session, CORRECTABLE, deciding.actor, CLINICAL);
  if (wrong) return refused(wrong);
  const { corrects, vitals, effect } = correction;
  const row = session.vitals.find(({ id }) => id === corrects);
  if (row && vitals && !effect) return vitalsCorrected(session, row, { ...correction, vitals }, deciding);
  const seen = session.effectFacts.filter(isSeen).find(({ id }) => id === corrects);
  if (seen && effect && !vitals) return effectCorrected(session, seen, { ...correction, effect }, deciding);
  return refused({ kind: 'nothingToCorrect' });
}

function vitalsCorrected(
  session: Session,
  row: VitalsSeen,
  correction: Correction & { readonly vitals: Vitals },
  deciding: Deciding,
): Decision {
  const { vitals } = correction;
  const names = Object.keys(vitals) as (keyof Vitals)[];
  const isSame = names.every((name) => vitals[name] === row[name]);
  const wrong = vitalsRefusal(vitals) ?? correctionRefusal(session, row, { ...correction, isSame }, deciding);
  if (wrong) return refused(wrong);
  return decided(fact('VitalsCorrected', { vitals, ...why(correction) }));
}

function effectCorrected(
  session: Session,
  seen: EffectSeen,
  correction: Correction & { readonly effect: EffectRecorded },
  deciding: Deciding,
): Decision {
  const { effect, severity } = correction.effect;
  const isSame = effect === seen.effect && severity === seen.severity;
  const wrong =
    severityRefusal(correction.effect) ??
    correctionRefusal(session, seen, { ...correction, isSame }, deciding) ??
    beginsAfterItsEnd(session, seen, correction);
  if (wrong) return refused(wrong);
  return decided(fact('EffectCorrected', { effect, severity, ...why(correction) }));
}

/** What both kinds refuse: a stranger's observation, no change, no reason in words, a time out of bounds. */
function correctionRefusal(
  session: Session,
  seen: Done,
  { seenAt, reason, note, isSame }: Correction & { readonly isSame: boolean },
  { actor, now }: Deciding,
): SessionRefusal | undefined {
  if (actor.id !== seen.by && !hasRole(actor, ['nurse'])) return { kind: 'othersObservation' };
  const { at, happenedAt } = movedTo(seen, seenAt);
  if (isSame && happenedAt === seen.happenedAt) return { kind: 'nothingCorrected' };
  if (reason === 'other' && !note?.trim()) return { kind: 'textMissing', field: 'note' };
  // The correction gives its own reason, however far back the observation lies.
  return lateEntryRefusal(session, reason, { at, late: now - happenedAt });
}

function beginsAfterItsEnd(
  { effectFacts }: Session,
  seen: EffectSeen,
  { seenAt }: Correction,
): SessionRefusal | undefined {
  const place = effectFacts.indexOf(seen);
  const end = effectFacts.find(
    (other, index) => index > place && other.effect === seen.effect && !isSeen(other),
  );
  return end && movedTo(seen, seenAt).at > end.at ? { kind: 'timeNotAllowed' } : undefined;
}

function why({ corrects, seenAt, reason, note }: Correction) {
  return { corrects, seenAt, reason, note: note?.trim() || null };
}
