import { planSumText } from '../../dosing/planSumText.ts';
import { planWorking } from '../../dosing/planWorking.ts';
import { equipmentRefusals } from '../../library/equipmentRefusals.ts';
import type { KnownPatient } from '../../library/patientValues.ts';
import { planBreaches } from '../../library/planBreaches.ts';
import type { PatientBody } from '../../library/planWeight.ts';
import { readQuantity } from '../../quantity/quantity.ts';
import { compareEntries } from '../compareEntries.ts';
import { parseCountedValues } from '../countedEntry.ts';
import { countedOf, isCountedOrder, pumpedOf } from '../countedSession.ts';
import {
  COUNTED_ENTRY_FIELDS,
  ENTRY_FIELDS,
  type EntryField,
  type EntryValues,
  fieldsToEnterAgain,
  INPUTS_OF_FIELD,
} from '../entryFields.ts';
import { orderShapeOf, pumpedEntryFields } from '../entryRules.ts';
import type { EntryMade, PlanAuthorised, Weighing } from '../events.ts';
import type { SessionRefusal } from '../refusals.ts';
import { CHECKERS } from '../roles.ts';
import { type Entry, keptValues, type Session } from '../session.ts';
import { parseEntryValues } from '../typedEntry.ts';
import { limitRefusal } from './authorisePlan.ts';
import { type Deciding, type Decision, decided, fact, refused, stateOrRoleRefusal } from './deciding.ts';
import { entriesDiffer } from './entriesDiffer.ts';
import { comparedCounted } from './matchCounted.ts';
import { voidDrugRefusal } from './voidMatch.ts';
import { weighingRefusal } from './weighingRefusal.ts';

/** A second entry must follow within this time of the first. Source: UX 2.4 (setting 10 to 60 min). */
export const FIRST_ENTRY_LASTS_MINUTES = 30;
const MILLISECONDS_PER_MINUTE = 60_000;

/** What one person hands in. Values of fields that stay entered from attempt 1 are left empty. */
export type MakeEntry = {
  readonly copy: 1 | 2;
  readonly values: EntryValues;
  readonly corrections: number;
  readonly seconds: number;
  readonly weighing: Weighing | null;
  /** The patient's recorded date of birth. */
  readonly born: string;
  readonly known: KnownPatient;
  /** Sex and height as recorded. */
  readonly body: PatientBody;
  /** The clinic lets one person make both entries. */
  readonly oneClinician: boolean;
};

/** In one-clinician mode the same person enters again only after this time. Source: UX 2.4. */
export const AGAIN_AFTER_MINUTES = 5;

/**
 * Who may not enter: the plan's author, whoever saw its numbers, whoever released a hold, and for the second
 * entry whoever made the first. Undefined when the person may. `againAt` is the moment on the session's axis where the
 * clinic lets one person make both, some time apart; null where it does not. Source: UX 2.4.
 */
export function entryPersonRefusal(
  session: Session,
  deciding: Pick<Deciding, 'actor'>,
  againAt: number | null,
): SessionRefusal | undefined {
  const wrong = stateOrRoleRefusal(session, ['AUTHORISED', 'ENTERED_A'], deciding.actor, CHECKERS);
  if (wrong) return wrong;
  const drug = voidDrugRefusal(session);
  if (drug) return drug;
  const { id } = deciding.actor;
  if (session.first?.by === id) {
    if (againAt === null) return { kind: 'madeFirstEntry' };
    const since = againAt - session.first.at;
    if (since < AGAIN_AFTER_MINUTES * MILLISECONDS_PER_MINUTE)
      return { kind: 'tooSoonAgain', minutes: AGAIN_AFTER_MINUTES };
  }
  const known = [...session.authors, ...session.viewers, ...session.adjudicators];
  return known.includes(id) ? { kind: 'sawThePlan' } : undefined;
}

/**
 * The fields a person has to type at the present attempt: all, or at attempt 2 what did not agree. Whoever made the first
 * entry too types them the other way round, so that the second is no habit of the hand. Source: UX 2.4.
 */
export function fieldsToEnter(session: Session, person: string): readonly EntryField[] {
  const earlier = earlierEntry(session, person);
  const all = entryFieldsOf(session);
  const fields = earlier && session.mismatch ? fieldsToEnterAgain(session.mismatch.fields, all) : all;
  return session.first?.by === person ? fields.toReversed() : fields;
}

/** Every field of the order of a session. */
export function entryFieldsOf(session: Pick<Session, 'authorised' | 'match'>): readonly EntryField[] {
  if (countedOf(session)) return COUNTED_ENTRY_FIELDS;
  const order = pumpedOf(session)?.authorised;
  return order ? pumpedEntryFields(orderShapeOf(order.rules.protocol, order.order)) : ENTRY_FIELDS;
}

/** True when the first entry is too old for a second one to be compared with it. */
export function firstEntryHasExpired(session: Session, at: number): boolean {
  return (
    session.first !== null && at - session.first.at > FIRST_ENTRY_LASTS_MINUTES * MILLISECONDS_PER_MINUTE
  );
}

/** T3, AUTHORISED → ENTERED_A. */
export function makeFirstEntry(session: Session, command: MakeEntry, deciding: Deciding): Decision {
  const wrong = stateOrRoleRefusal(session, ['AUTHORISED'], deciding.actor, CHECKERS);
  if (wrong) return refused(wrong);
  const entry = acceptedEntry(session, command, deciding);
  return entry.ok ? decided(fact('FirstEntryMade', entry.value)) : refused(entry.refusal);
}

/**
 * T4 ENTERED_A → MATCHED, or T5 → MISMATCH, after a second mismatch → HELD. The comparison happens here, in the
 * main process; a mismatch carries names of fields and no value.
 */
export function makeSecondEntry(session: Session, command: MakeEntry, deciding: Deciding): Decision {
  const wrong = stateOrRoleRefusal(session, ['ENTERED_A'], deciding.actor, CHECKERS);
  if (wrong) return refused(wrong);
  const { first, authorised } = session;
  if (!first || !authorised || !command.weighing) return refused({ kind: 'notWeighed' });
  if (firstEntryHasExpired(session, deciding.at)) return decided(fact('FirstEntryExpired', {}));
  const entry = acceptedEntry(session, command, deciding);
  if (!entry.ok) return refused(entry.refusal);
  if (command.copy === first.copy) return refused({ kind: 'otherCopyNeeded' });
  const { attempt } = session;
  const both = [first, entry.value] as const;
  return isCountedOrder(authorised)
    ? comparedCounted({ ...authorised, attempt }, both, command, command.weighing)
    : compared({ ...authorised, attempt }, both, command, command.weighing);
}

function compared(
  { order, rules, overrideReasons, attempt }: PlanAuthorised & Pick<Session, 'attempt'>,
  [first, second]: readonly [Entry, EntryMade],
  command: MakeEntry,
  weighing: Weighing,
): Decision {
  const shape = orderShapeOf(rules.protocol, order);
  const left = parseEntryValues(first.values, shape);
  const right = parseEntryValues(second.values, shape);
  if (!left.ok || !right.ok) throw new Error('An accepted entry can no longer be read.');
  const weight = readQuantity(weighing.weight, 'kg');
  const { born, body } = command;
  const outcome = compareEntries(left.value, right.value, { born, body, order, rules, weight });
  if (!outcome.ok) return entriesDiffer({ attempt }, second, outcome.failure);
  const { input, sum } = outcome.value;
  const breaches = planBreaches(input, sum, rules.protocol, command.known);
  // With the weight agreed on, the pump or the container may no longer do what was signed.
  const isImpossible = equipmentRefusals(sum, rules.pump).length > 0;
  if (isImpossible || limitRefusal(breaches, overrideReasons)) {
    return decided(fact('AuthorisationVoided', { breaches }));
  }
  return decided(
    fact('EntriesMatched', {
      ...second,
      weighing,
      sum: planSumText(sum),
      working: planWorking(input, sum),
      breaches,
    }),
  );
}

type AcceptedEntry =
  | { readonly ok: true; readonly value: EntryMade }
  | { readonly ok: false; readonly refusal: SessionRefusal };

function acceptedEntry(session: Session, command: MakeEntry, deciding: Deciding): AcceptedEntry {
  const person = entryPersonRefusal(session, deciding, command.oneClinician ? deciding.at : null);
  if (person) return { ok: false, refusal: person };
  const protocol = session.authorised?.rules.protocol;
  const stale = weighingRefusal(command.weighing, protocol?.weightMaxAgeHours ?? 0, deciding.now);
  if (stale) return { ok: false, refusal: stale };
  const values = completeValues(session, deciding.actor.id, command.values);
  const pumped = pumpedOf(session)?.authorised;
  const parsed =
    protocol?.mode === 'countedDoses'
      ? parseCountedValues(values)
      : parseEntryValues(values, pumped && orderShapeOf(pumped.rules.protocol, pumped.order));
  if (!parsed.ok) return { ok: false, refusal: { kind: 'entryRefused', inputs: parsed.failure } };
  const { copy, corrections, seconds } = command;
  return { ok: true, value: { attempt: session.attempt, copy, values, corrections, seconds } };
}

/** What was typed now, on top of the person's own values that agreed at attempt 1. */
function completeValues(session: Session, person: string, typed: EntryValues): EntryValues {
  const earlier = earlierEntry(session, person);
  if (!earlier) return typed;
  const again = fieldsToEnter(session, person).flatMap((field) => INPUTS_OF_FIELD[field]);
  return { ...typed, ...keptValues(earlier, again) };
}

function earlierEntry(session: Session, person: string): Entry | undefined {
  if (session.attempt === 1) return undefined;
  return session.mismatch?.entries.find(({ by }) => by === person);
}
