import type { Failure } from '../../contract/failures.ts';
import type { TypedCheckAnswer } from '../../contract/views/checklist.ts';
import type { Result } from '../../core/result.ts';
import { answerCheck, decideCheck } from '../../core/session/decisions/answerCheck.ts';
import type { CheckAnswer } from '../../core/session/events.ts';
import type { Actor } from '../../core/session/roles.ts';
import { dayBefore, momentOf } from './clockTime.ts';
import type { OpenRecord } from './openRecord.ts';
import { medicinesToWithhold } from './patientFacts.ts';
import { calendarDay, loadPatient } from './patients.ts';
import { type LoadedSession, type Step, takeStep } from './sessionSteps.ts';

type Outcome = Result<LoadedSession, Failure>;

/** One item of the checklist, answered. */
export function checkAnswered(
  record: OpenRecord,
  step: Step,
  { item, answer }: { readonly item: string; readonly answer: TypedCheckAnswer },
): Outcome {
  const stored = answerAsStored(record, answer);
  return takeStep(record, step, (session, deciding) => {
    const consentValid = hasValidConsent(record, session.patient);
    const toWithhold = medicinesToWithhold(record, session.patient).map(({ name }) => name);
    return answerCheck(session, { item, answer: stored, consentValid, toWithhold }, deciding);
  });
}

/** A prescriber lets the session go on with an item, or with the baseline. */
export function checkDecided(
  record: OpenRecord,
  step: Step,
  request: { readonly subject: string; readonly reason: string; readonly prescriber: Actor | null },
): Outcome {
  return takeStep(record, step, (session, deciding) => decideCheck(session, request, deciding));
}

function hasValidConsent(record: OpenRecord, id: string): boolean {
  const consent = loadPatient(record, id)?.consent?.data;
  const today = calendarDay(record.clock.now(), record.clock.zone());
  return consent != null && (consent.validUntil === null || consent.validUntil >= today);
}

/** Clock times as moments of the workstation's zone; everything else as it was typed. */
function answerAsStored(record: OpenRecord, answer: TypedCheckAnswer): CheckAnswer {
  const zone = record.clock.zone();
  const today = calendarDay(record.clock.now(), zone);
  const moment = ({ day, time }: { readonly day: string; readonly time: string }): number =>
    momentOf(day === 'today' ? today : day === 'yesterday' ? dayBefore(today) : day, time, zone);
  switch (answer.kind) {
    case 'time':
      return { kind: 'time', at: moment(answer.said) };
    case 'access': {
      const { said, ...rest } = answer;
      return { ...rest, placedAt: moment(said) };
    }
    case 'withheld':
      return {
        kind: 'withheld',
        medicines: answer.medicines.map(({ name, lastTaken }) => ({
          name: name.trim(),
          lastTaken: lastTaken && moment(lastTaken),
        })),
      };
    default:
      return answer;
  }
}
