import type { Request } from '../../contract/channels.ts';
import type { AssessmentData } from '../../contract/events/assessment.ts';
import type { Failure } from '../../contract/failures.ts';
import type { ContraindicationQuestion } from '../../core/library/library.ts';
import { assessmentRefusal } from '../../core/patient/assessment.ts';
import { err, type Result } from '../../core/result.ts';
import type { Actor } from '../../core/session/roles.ts';
import type { OpenRecord } from './openRecord.ts';
import { loadPatient, type Patient, recordedPatient, today } from './patients.ts';

type Outcome = Result<Patient, Failure>;

/** Every question that a protocol of the published library asks, each once. */
export function libraryQuestions(record: OpenRecord): readonly ContraindicationQuestion[] {
  const protocols = record.library.current()?.library.protocols ?? [];
  const all = protocols.flatMap(({ questions = [] }) => questions);
  return all.filter(({ id }, place) => all.findIndex((question) => question.id === id) === place);
}

/** Keeps an assessment as far as it has come. It is no part of the record until a prescriber signs. */
export function draftAssessment(
  record: OpenRecord,
  actor: Actor,
  request: Request<'patient:draftAssessment'>,
): Outcome {
  const data = trimmed(request.assessment);
  return recordedPatient(record, actor, request, { type: 'AssessmentDrafted', version: 1, data });
}

/** A prescriber signs the assessment as it stood on screen. Those signed before stay readable. */
export function signAssessment(
  record: OpenRecord,
  actor: Actor,
  request: Omit<Request<'patient:signAssessment'>, 'passphrase'>,
): Outcome {
  const patient = loadPatient(record, request.patient);
  if (!patient) return err({ kind: 'notFound', what: 'patient' });
  const data = trimmed(request.assessment);
  if (!record.log.hasEvent(request.requestId)) {
    // Somebody else signed or worked on it meanwhile: what is signed is what was seen last.
    if (patient.position !== request.position) return err({ kind: 'changedMeanwhile' });
    const refusal = assessmentRefusal(data, today(record));
    if (refusal) return err(refusal);
  }
  return recordedPatient(record, actor, request, { type: 'AssessmentSigned', version: 2, data });
}

/** A consent as it was signed on paper: which form, when, who saw it, and until when it holds. */
export function recordConsent(
  record: OpenRecord,
  actor: Actor,
  request: Request<'patient:recordConsent'>,
): Outcome {
  const { signedOn, validUntil, concerns } = request;
  const form = request.form.trim();
  const witnessedBy = request.witnessedBy.trim();
  if (form === '') return err({ kind: 'consentRefused', why: 'form' });
  if (witnessedBy === '') return err({ kind: 'consentRefused', why: 'witness' });
  if (signedOn > today(record)) return err({ kind: 'consentRefused', why: 'signedInFuture' });
  if (validUntil !== null && validUntil < signedOn)
    return err({ kind: 'consentRefused', why: 'lapsesBeforeSigned' });
  const data = { form, signedOn, validUntil, witnessedBy, concerns: concerns.trim() };
  return recordedPatient(record, actor, request, { type: 'ConsentRecorded', version: 2, data });
}

/** Without what is empty: a row nobody filled in says nothing. */
function trimmed(data: AssessmentData): AssessmentData {
  return {
    ...data,
    indications: data.indications.map((text) => text.trim()).filter((text) => text !== ''),
    priorTreatments: data.priorTreatments.filter(({ drug }) => drug.trim() !== ''),
    medicines: data.medicines.filter(({ name }) => name.trim() !== ''),
  };
}
