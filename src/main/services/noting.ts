import type { Request } from '../../contract/channels.ts';
import type { Failure } from '../../contract/failures.ts';
import type { Result } from '../../core/result.ts';
import { recordNote } from '../../core/session/decisions/recordNote.ts';
import type { OpenRecord } from './openRecord.ts';
import { type LoadedSession, type Step, takeStep } from './sessionSteps.ts';

/** Words about the patient; `at` is when, for what is written down later. */
export function noted(
  record: OpenRecord,
  step: Step,
  { at, lateReason, ...note }: Omit<Request<'observation:note'>, 'requestId' | 'session'>,
): Result<LoadedSession, Failure> {
  const timed = at === undefined ? step : { ...step, happenedAt: at, isSaid: true };
  const command = { ...note, lateReason: lateReason ?? null };
  return takeStep(record, timed, (session, deciding) => recordNote(session, command, deciding));
}
