import { quantity } from '../../quantity/quantity.ts';
import { compare, multiply, rational } from '../../quantity/rational.ts';
import { checklistItems } from '../checklist.ts';
import { countedOf } from '../countedSession.ts';
import { type DischargeNeed, type Escort, RECOVERY_CRITERIA, type RecoveryCriterion } from '../events.ts';
import { hasRole } from '../roles.ts';
import { baselineVitals, openEffects, type Session } from '../session.ts';
import { type Deciding, type Decision, decided, fact, refused, stateOrRoleRefusal } from './deciding.ts';

const MILLISECONDS_PER_MINUTE = 60_000;
/** Systolic pressure within this share of the baseline counts as settled. Source: UX 3.13. */
const SETTLED_LOW = rational(4n, 5n);
const SETTLED_HIGH = rational(6n, 5n);

/** A criterion of recovery, ticked or taken back. Each tick keeps its person and time. */
export function recordCriterion(
  session: Session,
  command: { readonly criterion: RecoveryCriterion; readonly met: boolean },
  deciding: Deciding,
): Decision {
  const wrong = stateOrRoleRefusal(session, ['RECOVERY'], deciding.actor, [
    'nurse',
    'prescriber',
    'assistant',
  ]);
  return wrong ? refused(wrong) : decided(fact('RecoveryCriterionRecorded', command));
}

/** Who takes the patient home. */
export function recordEscort(session: Session, escort: Escort, deciding: Deciding): Decision {
  const wrong = stateOrRoleRefusal(session, ['RECOVERY'], deciding.actor, [
    'nurse',
    'prescriber',
    'assistant',
  ]);
  if (wrong) return refused(wrong);
  if (escort.name.trim() === '') return refused({ kind: 'textMissing', field: 'escortName' });
  if (escort.relation.trim() === '') return refused({ kind: 'textMissing', field: 'escortRelation' });
  return decided(
    fact('EscortRecorded', {
      name: escort.name.trim(),
      relation: escort.relation.trim(),
      phone: escort.phone.trim(),
    }),
  );
}

/** Whole minutes observed since the end. */
export function observedMinutes(session: Session, at: number): number {
  return session.ended ? Math.floor((at - session.ended.at) / MILLISECONDS_PER_MINUTE) : 0;
}

/** Systolic limits of the discharge rule, exact: baseline × 0.8 and × 1.2. Undefined without a baseline. */
export function settledSystolic(session: Session) {
  const baseline = baselineVitals(session)?.systolic;
  if (!baseline) return undefined;
  const value = rational(BigInt(baseline));
  return {
    lowest: quantity(multiply(value, SETTLED_LOW), 'mmHg'),
    highest: quantity(multiply(value, SETTLED_HIGH), 'mmHg'),
  };
}

/**
 * What people tick before a discharge. Counted doses need no IV: where the checklist asks for none, none is removed.
 */
export function recoveryCriteria(session: Session): readonly RecoveryCriterion[] {
  const hasAccess = !countedOf(session) || checklistItems(session).some(({ asks }) => asks === 'access');
  return RECOVERY_CRITERIA.filter((criterion) => hasAccess || criterion !== 'accessRemoved');
}

/** Everything a discharge still lacks, in the order it is shown. */
export function unmetNeeds(session: Session, at: number): readonly DischargeNeed[] {
  const needed = session.authorised?.rules.protocol.observationMinutes ?? 0;
  const unmet: DischargeNeed[] = [];
  if (observedMinutes(session, at) < needed) unmet.push('observationTime');
  if (!systolicIsSettled(session)) unmet.push('systolicNearBaseline');
  unmet.push(...recoveryCriteria(session).filter((criterion) => session.criteria[criterion]?.met !== true));
  if (!session.escort) unmet.push('escort');
  return unmet;
}

/**
 * T17c, RECOVERY → DISCHARGED. A nurse discharges when every criterion is met; otherwise a prescriber decides, by
 * an own PIN and with a reason. Open effects are handed over by name.
 */
export function dischargePatient(
  session: Session,
  command: { readonly prescriber: Deciding['actor'] | null; readonly reason: string | null },
  deciding: Deciding,
): Decision {
  const wrong = stateOrRoleRefusal(session, ['RECOVERY'], deciding.actor, ['nurse', 'prescriber']);
  if (wrong) return refused(wrong);
  const unmet = unmetNeeds(session, deciding.at);
  const handedOver = openEffects(session).map(({ effect }) => effect);
  if (unmet.length === 0) return decided(fact('PatientDischarged', { unmet, override: null, handedOver }));
  const prescriber = command.prescriber ?? (hasRole(deciding.actor, ['prescriber']) ? deciding.actor : null);
  if (!prescriber) return refused(unmetRefusal(session, unmet, deciding.at));
  if (!hasRole(prescriber, ['prescriber'])) return refused({ kind: 'roleNeeded', roles: ['prescriber'] });
  const reason = command.reason?.trim() ?? '';
  if (reason === '') return refused({ kind: 'textMissing', field: 'reason' });
  return decided(
    fact('PatientDischarged', { unmet, override: { prescriber: prescriber.id, reason }, handedOver }),
  );
}

function unmetRefusal(session: Session, unmet: readonly DischargeNeed[], at: number) {
  const neededMinutes = session.authorised?.rules.protocol.observationMinutes ?? 0;
  if (unmet.includes('observationTime')) {
    return { kind: 'observationTooShort', minutes: observedMinutes(session, at), neededMinutes } as const;
  }
  if (unmet.length === 1 && unmet[0] === 'escort') return { kind: 'noEscort' } as const;
  return { kind: 'criteriaUnmet', unmet } as const;
}

/** The last systolic pressure measured since the end, in mmHg. */
export function systolicSinceEnd(session: Session): number | undefined {
  const end = session.ended?.at ?? Number.POSITIVE_INFINITY;
  return session.vitals.findLast(({ at, systolic }) => at >= end && systolic !== null)?.systolic ?? undefined;
}

/** True when that pressure lies within 20 % of the baseline, both ends included. */
export function systolicIsSettled(session: Session): boolean {
  const limits = settledSystolic(session);
  const last = systolicSinceEnd(session);
  if (!limits || !last) return false;
  const value = rational(BigInt(last));
  return compare(value, limits.lowest.value) >= 0 && compare(value, limits.highest.value) <= 0;
}
