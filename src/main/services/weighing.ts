import type { Response } from '../../contract/channels.ts';
import type { Failure } from '../../contract/failures.ts';
import { weightInPounds } from '../../core/dosing/weightEcho.ts';
import type { CalendarDate } from '../../core/library/age.ts';
import { reasonToWeighAgain, secondWeighingRefusal } from '../../core/library/secondWeighing.ts';
import { type Quantity, quantityText, readQuantity } from '../../core/quantity/quantity.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { FIELD_RULES } from '../../core/session/entryRules.ts';
import type { Actor } from '../../core/session/roles.ts';
import { hasBlindSession } from '../views/peopleViews.ts';
import { holdMatchesAgainst } from './matchUpkeep.ts';
import type { OpenRecord } from './openRecord.ts';
import { calendarDay, loadPatient, measuredWeighing, type Patient, recordPatientFact } from './patients.ts';
import { typedQuantity } from './typedValues.ts';

/** A weighing as typed. */
export type TypedWeighing = {
  readonly requestId: string;
  readonly patient: string;
  readonly weight: string;
  /** The second weighing; null where one was enough. */
  readonly again: string | null;
  readonly method: 'measured' | 'stated';
  readonly scale: string;
  readonly clothed: boolean;
};

/**
 * A typed weight in pounds, and why a measured one would be asked for a second time; null where once is enough. Nothing
 * is recorded.
 */
export function considerWeight(
  record: OpenRecord,
  { patient: id, weight }: { readonly patient: string; readonly weight: string },
): Result<Response<'patient:considerWeight'>, Failure> {
  const typed = typedQuantity('weight', weight, FIELD_RULES.weight);
  if (!typed.ok) return typed;
  const patient = loadPatient(record, id);
  if (!patient) return err({ kind: 'notFound', what: 'patient' });
  return ok({
    pounds: quantityText(weightInPounds(typed.value)),
    weighAgain: doubt(record, patient, typed.value) ?? null,
  });
}

/**
 * Records a weighing. A measured weight that cannot well be true counts only with a second weighing that shows the same;
 * a stated one is never dosed from and is not held up. Gives the patient as it stands after the commit.
 */
export function recordWeighing(
  record: OpenRecord,
  actor: Actor,
  request: TypedWeighing,
): Result<Patient, Failure> {
  const weight = typedQuantity('weight', request.weight, FIELD_RULES.weight);
  if (!weight.ok) return weight;
  const again =
    request.again === null ? ok(null) : typedQuantity('secondWeighing', request.again, FIELD_RULES.weight);
  if (!again.ok) return again;
  const { method, clothed, requestId } = request;
  const scale = request.scale.trim();
  if (scale === '' && method === 'measured') return err({ kind: 'textMissing', field: 'scale' });
  const patient = loadPatient(record, request.patient);
  if (!patient) return err({ kind: 'notFound', what: 'patient' });
  // What was stored is answered as stored: since then the weight has become the last one.
  if (!record.log.hasEvent(requestId)) {
    const reason = method === 'measured' ? doubt(record, patient, weight.value) : undefined;
    const refusal = secondWeighingRefusal(weight.value, again.value, reason);
    if (refusal) return err(refusal);
  }
  const data = {
    weight: quantityText(weight.value),
    method,
    scale,
    clothed,
    weighedTwice: again.value !== null,
  };
  const fact = { type: 'WeightRecorded', version: 2, data } as const;
  const recorded = recordPatientFact(record, patient.id, requestId, actor, fact);
  if (!recorded.ok) return recorded;
  if (method === 'measured') holdMatchesAgainst(record, actor, patient.id);
  return ok(loadPatient(record, patient.id) ?? patient);
}

function doubt(record: OpenRecord, patient: Patient, typed: Quantity<'kg'>): string | undefined {
  const last = measuredWeighing(patient);
  const { height, born } = patient.details;
  return reasonToWeighAgain(typed, {
    last: last && readQuantity(last.weight, 'kg'),
    height: height && readQuantity(height, 'cm'),
    born: born as CalendarDate,
    on: calendarDay(record.clock.now(), record.clock.zone()) as CalendarDate,
    weightClosed: hasBlindSession(record, patient.id),
  });
}
