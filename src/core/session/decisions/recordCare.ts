import { EFFECTS, type EffectKind, type EffectRecorded, type Vitals } from '../events.ts';
import { lateEntryRefusal } from '../lateEntry.ts';
import type { SessionRefusal } from '../refusals.ts';
import { CLINICAL } from '../roles.ts';
import type { Session, SessionState } from '../session.ts';
import { type Deciding, type Decision, decided, fact, refused, stateOrRoleRefusal } from './deciding.ts';
import { readyFacts } from './readBackPump.ts';

/** States in which vital signs and effects are recorded. PREPARED takes the baseline. */
const OBSERVED: readonly SessionState[] = ['MATCHED', 'PREPARED', 'READY', 'RUNNING', 'PAUSED', 'RECOVERY'];

/**
 * A round of vital signs and what was seen with it. Never refused for its values: a value outside the usual is
 * asked about in the window and recorded all the same. Only an empty round, a pressure upside down, an effect that
 * ends before it began and a time out of bounds (`lateEntryRefusal`) are refused.
 */
export function recordObservation(
  session: Session,
  command: {
    readonly vitals: Vitals | null;
    readonly effects: readonly EffectRecorded[];
    readonly ended: readonly EffectKind[];
    /** Why it is recorded so late; needed more than 120 min back. */
    readonly lateReason: string | null;
  },
  deciding: Deciding,
): Decision {
  const { vitals, effects, ended, lateReason } = command;
  const wrong =
    stateOrRoleRefusal(session, OBSERVED, deciding.actor, CLINICAL) ??
    lateEntryRefusal(session, lateReason, deciding);
  if (wrong) return refused(wrong);
  const hasVitals = vitals !== null && !isEmpty(vitals);
  if (!hasVitals && effects.length === 0 && ended.length === 0) return refused({ kind: 'vitalsEmpty' });
  const untaken =
    (hasVitals ? vitalsRefusal(vitals) : undefined) ?? firstRefusal(effects.map(severityRefusal));
  if (untaken) return refused(untaken);
  if (endsBeforeItBegan(session, ended, deciding.at)) return refused({ kind: 'timeNotAllowed' });
  const reason = lateReason?.trim() ?? '';
  const facts = [
    ...(hasVitals ? [fact('VitalsRecorded', vitals)] : []),
    ...effects.map((effect) => fact('EffectRecorded', effect)),
    ...ended.map((effect) => fact('EffectEnded', { effect })),
    ...(reason !== '' && deciding.late > 0 ? [fact('LateEntryReasonGiven', { reason })] : []),
  ];
  const baseline = hasVitals && vitals ? { ...vitals, at: deciding.at } : null;
  // Fresh is what is fresh when it is recorded, however early it is said to have been.
  const recorded = { ...deciding, at: deciding.at + deciding.late };
  return decided(...facts, ...readyFacts(session, { baseline }, recorded));
}

function endsBeforeItBegan({ effects }: Session, ended: readonly EffectKind[], at: number): boolean {
  return effects.some((span) => span.ended === null && ended.includes(span.effect) && at < span.began.at);
}

/** Why a round of vital signs cannot be taken: nothing in it, or a pressure upside down. */
export function vitalsRefusal(vitals: Vitals): SessionRefusal | undefined {
  if (isEmpty(vitals)) return { kind: 'vitalsEmpty' };
  return isInverted(vitals) ? { kind: 'vitalsInverted' } : undefined;
}

/** An effect has only the severities of its own scale. */
export function severityRefusal(effect: EffectRecorded): SessionRefusal | undefined {
  return isKnownSeverity(effect) ? undefined : { kind: 'severityUnknown', effect: effect.effect };
}

function firstRefusal(refusals: readonly (SessionRefusal | undefined)[]): SessionRefusal | undefined {
  return refusals.find((refusal) => refusal !== undefined);
}

function isEmpty(vitals: Vitals): boolean {
  return Object.values(vitals).every((value) => value === null);
}

function isInverted({ systolic, diastolic }: Vitals): boolean {
  return systolic !== null && diastolic !== null && systolic <= diastolic;
}

/** 1 to 3; none only 0; dissociation 0 to 4. Source: UX 1 rows 24 and 26. */
function isKnownSeverity({ effect, severity }: EffectRecorded): boolean {
  if (!EFFECTS.includes(effect) || !Number.isInteger(severity)) return false;
  if (effect === 'none') return severity === 0;
  if (effect === 'dissociation') return severity >= 0 && severity <= 4;
  return severity >= 1 && severity <= 3;
}
