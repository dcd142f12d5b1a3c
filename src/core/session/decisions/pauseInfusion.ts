import {
  compareQuantities,
  type Quantity,
  type QuantityText,
  readQuantity,
} from '../../quantity/quantity.ts';
import { PAUSES_FOR_EFFECT, type PauseReason, SERIOUS_EFFECTS } from '../events.ts';
import type { SessionRefusal } from '../refusals.ts';
import { hasRole } from '../roles.ts';
import type { Session } from '../session.ts';
import {
  type Deciding,
  type Decision,
  decided,
  fact,
  prescriberRefusal,
  refused,
  refusedForTheRecord,
  stateOrRoleRefusal,
} from './deciding.ts';
import { keyTimeRefusal } from './keyTimeRefusal.ts';
import { wayRefusal } from './wayOfGiving.ts';

const MILLISECONDS_PER_MINUTE = 60_000;
/** A longer pause needs vital signs before the resume. Source: UX 2.3 T12. */
const LONG_PAUSE_MINUTES = 5;

/**
 * T11, RUNNING → PAUSED. Never refused while something runs, but for a moment before the last change; the reason may
 * follow.
 */
export function pauseInfusion(session: Session, reason: PauseReason | null, deciding: Deciding): Decision {
  const roles = ['nurse', 'prescriber', 'assistant', 'pharmacist', 'director'] as const;
  const wrong =
    stateOrRoleRefusal(session, ['RUNNING'], deciding.actor, roles) ?? keyTimeRefusal(session, deciding);
  return wrong ? refused(wrong) : decided(fact('InfusionPaused', { reason }));
}

/** The reason of a pause, given afterwards. */
export function givePauseReason(session: Session, reason: PauseReason, deciding: Deciding): Decision {
  const wrong = stateOrRoleRefusal(session, ['PAUSED'], deciding.actor, ['nurse', 'prescriber', 'assistant']);
  return wrong ? refused(wrong) : decided(fact('PauseReasonGiven', { reason }));
}

/** T12, PAUSED → RUNNING, at the rate before the pause, read back from the pump. See `resumeRefusal`. */
export function resumeInfusion(
  session: Session,
  command: { readonly readBack: Quantity<'mL/h'>; readonly prescriber: Deciding['actor'] | null },
  deciding: Deciding,
): Decision {
  const wrong = resumeRefusal(session, command.prescriber, deciding) ?? wayRefusal(session, 'pump');
  if (wrong) return refused(wrong);
  const rate = rateBeforePause(session);
  if (compareQuantities(command.readBack, readQuantity(rate, 'mL/h')) !== 0) {
    return refusedForTheRecord({ kind: 'readBackDiffers', fields: ['rate'] }, command.readBack);
  }
  return decided(fact('InfusionResumed', { rate, allowedBy: command.prescriber?.id ?? null }));
}

/**
 * What must hold before drug goes on, by pump or by hand. Vital signs come first after a pause for an effect or a long
 * one; after a serious effect or a value beyond an action limit a prescriber lets it go on. Source: UX 2.3 T12.
 */
export function resumeRefusal(
  session: Session,
  prescriber: Deciding['actor'] | null,
  deciding: Deciding,
): SessionRefusal | undefined {
  const wrong = stateOrRoleRefusal(session, ['PAUSED'], deciding.actor, ['nurse']);
  if (wrong) return wrong;
  const pause = session.pauses.at(-1);
  if (!pause?.reason) return { kind: 'pauseReasonMissing' };
  const long = deciding.at - pause.began.at > LONG_PAUSE_MINUTES * MILLISECONDS_PER_MINUTE;
  const needed = long || PAUSES_FOR_EFFECT.includes(pause.reason);
  if (needed && vitalsNeededSincePause(session, pause.began.at)) return { kind: 'vitalsSincePauseMissing' };
  const allowed = prescriber ?? deciding.actor;
  if (needsPrescriber(session) && !hasRole(allowed, ['prescriber'])) return { kind: 'resumeNeedsPrescriber' };
  return prescriberRefusal(prescriber);
}

/** True while no full set (BP, heart rate, SpO2) has been recorded since the pause. */
export function vitalsNeededSincePause(session: Session, pausedAt: number): boolean {
  return !session.vitals.some(
    ({ at, systolic, heartRate, spo2 }) =>
      at >= pausedAt && systolic !== null && heartRate !== null && spo2 !== null,
  );
}

/** The rate that ran before the pause. */
export function rateBeforePause(session: Session): QuantityText<'mL/h'> {
  return session.run?.stretches.findLast(({ rate }) => rate !== '0 mL/h')?.rate ?? '0 mL/h';
}

/** True after a serious effect, or while the last pressure is at or beyond the action limit. */
export function needsPrescriber(session: Session): boolean {
  const serious = session.effects.some(
    ({ effect, ended }) => SERIOUS_EFFECTS.includes(effect) && ended === null,
  );
  const limit = session.authorised?.rules.protocol.systolicActionLimit ?? Number.POSITIVE_INFINITY;
  const systolic = session.vitals.findLast((vitals) => vitals.systolic !== null)?.systolic ?? 0;
  return serious || systolic >= limit;
}
