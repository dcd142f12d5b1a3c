import type { Request } from '../../contract/channels.ts';
import type { Failure } from '../../contract/failures.ts';
import { convert, type Quantity } from '../../core/quantity/quantity.ts';
import type { ShownAmount } from '../../core/quantity/shownAmount.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { cancelSession } from '../../core/session/decisions/cancelSession.ts';
import { dischargePatient, recordCriterion, recordEscort } from '../../core/session/decisions/discharge.ts';
import { recordDiscrepancy, recordWaste, type WasteTyped } from '../../core/session/decisions/recordWaste.ts';
import { countersignRecord, signRecord, signRecordAlone } from '../../core/session/decisions/signRecord.ts';
import { wasteRule } from '../../core/session/entryRules.ts';
import type { Escort } from '../../core/session/events.ts';
import type { Actor } from '../../core/session/roles.ts';
import { sessionAmount } from '../../core/session/sessionAmount.ts';
import { recordHash } from '../printing/recordCode.ts';
import type { OpenRecord } from './openRecord.ts';
import { loadPatient } from './patients.ts';
import { type LoadedSession, loadSession, type Step, takeStep } from './sessionSteps.ts';
import { typedQuantity } from './typedValues.ts';

type Outcome = Result<LoadedSession, Failure>;

export function criterionRecorded(
  record: OpenRecord,
  step: Step,
  request: Pick<Request<'recovery:recordCriterion'>, 'criterion' | 'met'>,
): Outcome {
  return takeStep(record, step, (session, deciding) => recordCriterion(session, request, deciding));
}

export function escortRecorded(record: OpenRecord, step: Step, escort: Escort): Outcome {
  return takeStep(record, step, (session, deciding) => recordEscort(session, escort, deciding));
}

/** T17c; `prescriber` is the person who decides on unmet criteria, proved by an own PIN. */
export function discharged(
  record: OpenRecord,
  step: Step,
  request: { readonly prescriber: Actor | null; readonly reason: string | null },
): Outcome {
  return takeStep(record, step, (session, deciding) => dischargePatient(session, request, deciding));
}

/** Waste, typed by two people. */
export function wasted(
  record: OpenRecord,
  step: Step,
  request: Pick<Request<'waste:record'>, 'typed' | 'witnessTyped'>,
): Outcome {
  const loaded = loadSession(record, step.session);
  const unit = loaded ? sessionAmount(loaded.session) : 'mg';
  const typed = wasteAmounts(request.typed, unit);
  if (!typed.ok) return typed;
  const witnessTyped = wasteAmounts(request.witnessTyped, unit);
  if (!witnessTyped.ok) return witnessTyped;
  const command = { typed: typed.value, witnessTyped: witnessTyped.value };
  return takeStep(record, step, (session, deciding) => recordWaste(session, command, deciding));
}

export function discrepancyRecorded(record: OpenRecord, step: Step, text: string): Outcome {
  return takeStep(record, step, (session, deciding) => recordDiscrepancy(session, text, deciding));
}

/**
 * T18: signed by the nurse first, then countersigned by the prescriber, both the same content; or by either alone, as
 * the clinic says at the first signature.
 */
export function signed(record: OpenRecord, step: Step): Outcome {
  const loaded = loadSession(record, step.session);
  const patient = loaded && loadPatient(record, loaded.session.patient);
  if (!loaded || !patient) return err({ kind: 'notFound', what: 'session' });
  const content = recordHash(patient, loaded);
  const first = record.settings().signatures === 'either' ? signRecordAlone : signRecord;
  const decide = loaded.session.signed && !loaded.session.sufficed ? countersignRecord : first;
  return takeStep(record, step, (session, deciding) => decide(session, content, deciding));
}

/** T20. */
export function cancelled(record: OpenRecord, step: Step, reason: string): Outcome {
  return takeStep(record, step, (session, deciding) => cancelSession(session, reason, deciding));
}

/** An empty place counts as not entered, never as nothing wasted. */
function wasteAmounts(
  typed: Request<'waste:record'>['typed'],
  unit: ShownAmount,
): Result<WasteTyped, Failure> {
  const amounts: Partial<Record<keyof typeof typed, Quantity<'mg'>>> = {};
  for (const place of ['vial', 'syringe', 'line'] as const) {
    const amount = typedQuantity(place, typed[place], wasteRule(unit));
    if (!amount.ok) return amount;
    amounts[place] = convert(amount.value, 'mg');
  }
  const { vial, syringe, line } = amounts;
  if (!vial || !syringe || !line) return err({ kind: 'nothingToAnswer' });
  return ok({ vial, syringe, line });
}
