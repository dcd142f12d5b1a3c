import type { Failure } from '../../contract/failures.ts';
import type { MatchedPage, VerifiedPrintout } from '../../contract/views/printouts.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Session } from '../../core/session/session.ts';
import { codeOf, readCode, recordHash } from '../printing/recordCode.ts';
import { personOf } from '../views/peopleViews.ts';
import { patientOnPaper } from './documents.ts';
import type { OpenRecord } from './openRecord.ts';
import { loadSession } from './sessionSteps.ts';

/**
 * P17: whether a page in somebody's hand is of this record. The code of the record as it stands is worked out anew from
 * its facts; what was printed before more facts came is found among the prints, each of which is a fact itself.
 * Source: UX 3.18.
 */
export function verifyPrintout(
  record: OpenRecord,
  typed: { readonly number: string; readonly code: string },
): Result<VerifiedPrintout, Failure> {
  const number = typed.number.trim().toUpperCase();
  const code = readCode(typed.code);
  if (!code.ok) return err({ kind: 'codeMistyped', why: code.failure });
  const row = record.tables.sessionOfNumber(number);
  const loaded = row && loadSession(record, row.id);
  const patient = loaded && patientOnPaper(record, loaded);
  if (!row || !loaded || !patient) return err({ kind: 'noSuchRecord', number });
  const { familyName, givenName, born, recordNumber } = patient.details;
  const isAsItStands = codeOf(recordHash(patient, loaded)) === code.value;
  return ok({
    session: row.id,
    number: row.number,
    chair: row.chair,
    plannedAt: row.planned_at,
    patient: { familyName, givenName, born, recordNumber },
    page: isAsItStands ? asItStands(loaded.session) : printedBefore(record, loaded.session, code.value),
  });
}

function asItStands(session: Session): MatchedPage {
  const { state, signed, countersigned, sufficed, cancelled } = session;
  const closed = sufficed ? signed : countersigned;
  if (state === 'SIGNED' && closed) return { kind: 'signed', version: 1, closedAt: closed.happenedAt };
  if (cancelled) return { kind: 'cancelled', cancelledAt: cancelled.happenedAt };
  return { kind: 'unsigned' };
}

function printedBefore(record: OpenRecord, session: Session, code: string): MatchedPage | null {
  const print = session.prints.findLast((each) => each.code === code);
  if (!print) return null;
  const printed = {
    printedAt: print.happenedAt,
    printedBy: personOf(record)(print.by),
    copy: print.copy,
  };
  return { kind: print.document === 'orderSheet' ? 'orderSheet' : 'olderDraft', ...printed };
}
