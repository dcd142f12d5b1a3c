import type { EnginesDisagreedDetails } from '../../contract/events/otherEvents.ts';
import type { Failure } from '../../contract/failures.ts';
import type { EnginesDisagree } from '../../core/crosscheck/agreement.ts';
import type { Result } from '../../core/result.ts';
import { eventIdOf } from '../eventId.ts';
import { canonicalJson } from '../eventLog/canonicalJson.ts';
import { PROGRAM } from '../identity/identity.ts';
import type { OpenRecord } from './openRecord.ts';
import { recordWorkstationFact } from './workstations.ts';

/**
 * A disagreement of the two engines becomes a fact of the workstation, once for the same question however often it is
 * asked again. Where it cannot be written the number is withheld all the same. Source: DESIGN 1.2.
 */
export function noteDisagreement(record: OpenRecord, found: EnginesDisagreedDetails): void {
  const id = eventIdOf(canonicalJson(found));
  if (record.log.isForReading() || record.log.hasEvent(id)) return;
  recordWorkstationFact(
    record,
    { type: 'EnginesDisagreed', version: 1, data: found },
    { id, actor: PROGRAM },
  );
}

/** The same of a whole answer to the window: one that was refused for it, or that says so where its sum would stand. */
export function noteDisagreementIn(
  record: OpenRecord | null,
  calculation: string,
  request: unknown,
  outcome: Result<unknown, Failure>,
): void {
  const refusal = outcome.ok
    ? (outcome.value as { refusal?: Failure | null } | null)?.refusal
    : outcome.failure;
  if (!record || refusal?.kind !== 'enginesDisagree') return;
  const { patient = null, session = null, typed } = (request ?? {}) as Partial<Asked>;
  const text = typed === undefined ? null : canonicalJson(typed);
  noteDisagreement(record, { calculation, on: refusal.on, patient, session, typed: text });
}

/** What a request says of the question, where it says it. */
type Asked = { readonly patient: string; readonly session: string | null; readonly typed: unknown };

/** A figure of a session that both engines agree on; else null, and the disagreement is noted. */
export function agreedFigure<Value>(
  record: OpenRecord,
  session: string,
  calculation: string,
  figure: Result<Value, EnginesDisagree<string>>,
): Value | null {
  if (figure.ok) return figure.value;
  const { on } = figure.failure;
  noteDisagreement(record, { calculation, on: [...on], patient: null, session, typed: null });
  return null;
}
