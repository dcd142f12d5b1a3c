import type { ChecklistItem } from '../../library/checklistItem.ts';
import { checklistItems, checkStanding, isOutsideEntryLimits } from '../checklist.ts';
import type { CheckAnswer } from '../events.ts';
import type { SessionRefusal } from '../refusals.ts';
import type { Actor, Role } from '../roles.ts';
import { baselineVitals, MATCHED_STATES, type Session } from '../session.ts';
import {
  type Deciding,
  type Decision,
  decided,
  fact,
  prescriberRefusal,
  refused,
  stateOrRoleRefusal,
} from './deciding.ts';
import { readyFacts } from './readBackPump.ts';

const ASKING: readonly Role[] = ['nurse', 'prescriber'];
/** A time typed to the minute may lie this far ahead of the clock. Source: UX 2.5. */
const AHEAD_ALLOWED_MILLISECONDS = 60_000;
/** What a prescriber decides on that is no item of the list. */
export const BASELINE = 'baseline';

/** Which answer an item takes, besides "no" with a reason. */
const ANSWERS: Record<ChecklistItem['asks'], CheckAnswer['kind']> = {
  yesNo: 'yes',
  consent: 'yes',
  arrival: 'time',
  food: 'time',
  clearFluid: 'time',
  pregnancy: 'pregnancy',
  withheld: 'withheld',
  escort: 'escort',
  access: 'access',
};

/** Items that have no "no": a patient in the chair has arrived, and pregnancy has its own answers. */
const WITHOUT_NO: readonly ChecklistItem['asks'][] = ['arrival', 'pregnancy'];

/**
 * One item of the checklist is answered, with person and time. A later answer takes the place of an earlier one, and a
 * decision on it is then open again. `consentValid`: whether the record has a consent that is valid today. `toWithhold`:
 * names of the medicines that the signed assessment withholds.
 */
export function answerCheck(
  session: Session,
  command: {
    readonly item: string;
    readonly answer: CheckAnswer;
    readonly consentValid: boolean;
    readonly toWithhold: readonly string[];
  },
  deciding: Deciding,
): Decision {
  const wrong = stateOrRoleRefusal(session, MATCHED_STATES, deciding.actor, ASKING);
  if (wrong) return refused(wrong);
  const item = checklistItems(session).find(({ id }) => id === command.item);
  if (!item) return refused({ kind: 'unknownCheck' });
  const { answer } = command;
  const unfit = answerRefusal(item, answer, deciding.now);
  if (unfit) return refused(unfit);
  if (item.asks === 'consent' && answer.kind === 'yes' && !command.consentValid)
    return refused({ kind: 'consentNotValid' });
  const unsaid = answer.kind === 'withheld' ? medicinesNotSaid(answer.medicines, command.toWithhold) : [];
  if (unsaid.length > 0) return refused({ kind: 'medicinesNotSaid', medicines: unsaid });
  const answered = fact('ChecklistAnswered', { item: item.id, answer, isArrival: item.asks === 'arrival' });
  const entry = { answer, decision: null };
  return decided(answered, ...readyFacts(session, { answered: { [item.id]: entry } }, deciding));
}

/**
 * A prescriber decides to go on with an item, or with a baseline beyond the entry limits, and says why. `prescriber` is
 * proved by an own secret; null where the prescriber is the one who is signed in.
 */
export function decideCheck(
  session: Session,
  command: { readonly subject: string; readonly reason: string; readonly prescriber: Actor | null },
  deciding: Deciding,
): Decision {
  const prescriber = command.prescriber ?? deciding.actor;
  const wrong =
    stateOrRoleRefusal(session, MATCHED_STATES, deciding.actor, ASKING) ?? prescriberRefusal(prescriber);
  if (wrong) return refused(wrong);
  if (command.reason.trim() === '') return refused({ kind: 'textMissing', field: 'reason' });
  const { subject } = command;
  const entry = session.checklist[subject];
  if (!isToDecide(session, subject, deciding.now)) return refused({ kind: 'nothingToAnswer' });
  const data = { subject, prescriber: prescriber.id, reason: command.reason.trim() };
  const news = entry ? { answered: { [subject]: { ...entry, decision: data } } } : { baselineDecided: true };
  return decided(fact('CheckDecided', data), ...readyFacts(session, news, deciding));
}

function isToDecide(session: Session, subject: string, now: number): boolean {
  if (subject === BASELINE) {
    const baseline = baselineVitals(session);
    const limits = session.authorised?.rules.protocol.entryLimits;
    return baseline !== undefined && isOutsideEntryLimits(baseline, limits) && !session.baselineDecision;
  }
  const item = checklistItems(session).find(({ id }) => id === subject);
  return item !== undefined && checkStanding(item, session.checklist[subject], now) === 'needsPrescriber';
}

/** Whether an answer is one the item takes, and complete. */
function answerRefusal(item: ChecklistItem, answer: CheckAnswer, now: number): SessionRefusal | undefined {
  const isNo = answer.kind === 'no' && !WITHOUT_NO.includes(item.asks);
  if (!isNo && answer.kind !== ANSWERS[item.asks]) return { kind: 'unknownCheck' };
  switch (answer.kind) {
    case 'no':
      return answer.reason.trim() === '' ? { kind: 'textMissing', field: 'reason' } : undefined;
    case 'time':
      return future(answer.at, now);
    case 'withheld':
      return withheldRefusal(answer, now);
    case 'escort':
      return escortRefusal(answer);
    case 'access':
      return answer.site.trim() === ''
        ? { kind: 'textMissing', field: 'site' }
        : future(answer.placedAt, now);
    default:
      return undefined;
  }
}

function future(at: number, now: number): SessionRefusal | undefined {
  return at > now + AHEAD_ALLOWED_MILLISECONDS ? { kind: 'saidInFuture' } : undefined;
}

function withheldRefusal(
  { medicines }: Extract<CheckAnswer, { kind: 'withheld' }>,
  now: number,
): SessionRefusal | undefined {
  if (medicines.some(({ name }) => name.trim() === '')) return { kind: 'textMissing', field: 'medicine' };
  return medicines.some(({ lastTaken }) => lastTaken !== null && future(lastTaken, now))
    ? { kind: 'saidInFuture' }
    : undefined;
}

/** Medicines of the assessment that the answer says nothing of; one that was taken all the same is a "no". */
export function medicinesNotSaid(
  said: readonly { readonly name: string }[],
  toWithhold: readonly string[],
): readonly string[] {
  return toWithhold.filter((medicine) => !said.some(({ name }) => name.trim() === medicine));
}

function escortRefusal(escort: Extract<CheckAnswer, { kind: 'escort' }>): SessionRefusal | undefined {
  if (escort.name.trim() === '') return { kind: 'textMissing', field: 'escortName' };
  if (escort.relation.trim() === '') return { kind: 'textMissing', field: 'escortRelation' };
  return escort.phone.trim() === '' ? { kind: 'textMissing', field: 'escortPhone' } : undefined;
}
