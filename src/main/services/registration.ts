import type { Request } from '../../contract/channels.ts';
import type { Allergies } from '../../contract/events/patientEvents.ts';
import type { Failure } from '../../contract/failures.ts';
import { type PatientIdentity, readDetails } from '../../core/patient/details.ts';
import { recordKey } from '../../core/patient/names.ts';
import { isPossibleMatch } from '../../core/patient/namesake.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Actor } from '../../core/session/roles.ts';
import { MATCHED_STATES, OCCUPYING_STATES, type SessionState } from '../../core/session/session.ts';
import type { PatientRowData } from '../projections/readTables.ts';
import { voidMatchesForIdentity } from './matchUpkeep.ts';
import type { OpenRecord } from './openRecord.ts';
import { loadPatient, type Patient, recordedPatient, registerPatient, today } from './patients.ts';

type Outcome = Result<Patient, Failure>;
type KnownPatient = Extract<Failure, { readonly kind: 'possibleMatches' }>['patients'][number];

/**
 * T1: a new patient, with the allergies. A record number belongs to one patient; somebody who may be the same person is
 * named once, and registered all the same when a person has looked and says so (`anyway`).
 */
export function register(record: OpenRecord, actor: Actor, request: Request<'patients:register'>): Outcome {
  const { requestId, anyway } = request;
  if (!record.log.hasEvent(requestId)) {
    const details = readDetails(request.details, today(record), { isTraining: record.kind === 'training' });
    if (!details.ok) return err({ kind: 'patientRefused', problems: details.failure });
    const refusal =
      allergyRefusal(record, request.allergies) ??
      numberRefusal(record, details.value, null) ??
      (anyway ? undefined : matchRefusal(record, details.value));
    if (refusal) return err(refusal);
    const added = registerPatient(record, actor, details.value, { requestId, allergies: request.allergies });
    if (!added.ok) return added;
  }
  return reloaded(record, requestId);
}

/**
 * Who a patient is from now on, as a new fact with its reason; what was recorded before stays readable. Between match
 * and start another name, birth or record number voids the double check: it was made for somebody else (T21a).
 */
export function changeDetails(
  record: OpenRecord,
  actor: Actor,
  request: Request<'patient:changeDetails'>,
): Outcome {
  const details = readDetails(request.details, today(record), { isTraining: record.kind === 'training' });
  if (!details.ok) return err({ kind: 'patientRefused', problems: details.failure });
  const patient = loadPatient(record, request.patient);
  if (!patient) return err({ kind: 'notFound', what: 'patient' });
  if (!record.log.hasEvent(request.requestId)) {
    const refusal =
      sessionRefusal(record, patient.id, LOCKED_STATES) ??
      numberRefusal(record, details.value, patient.id) ??
      changeRefusal(patient, details.value, request.reason);
    if (refusal) return err(refusal);
    const isOther = IDENTIFYING.some((field) => patient.details[field] !== details.value[field]);
    const after = { ...patient, details: { ...patient.details, ...details.value } };
    const failed = isOther ? voidMatchesForIdentity(record, actor, after) : undefined;
    if (failed) return err(failed);
  }
  const data = { details: details.value, reason: request.reason.trim() };
  return recordedPatient(record, actor, request, { type: 'PatientDetailsChanged', version: 1, data });
}

/** Active patients can be planned for. One who sits in a chair stays active. */
export function setActivity(
  record: OpenRecord,
  actor: Actor,
  request: Request<'patient:setActivity'>,
): Outcome {
  const patient = loadPatient(record, request.patient);
  if (!patient) return err({ kind: 'notFound', what: 'patient' });
  const { active, requestId } = request;
  const reason = request.reason.trim();
  if (!record.log.hasEvent(requestId)) {
    if (reason === '') return err({ kind: 'reasonMissing' });
    if (active === (patient.inactive === null)) return err({ kind: 'nothingChanged' });
    const refusal = active ? undefined : sessionRefusal(record, patient.id, OCCUPYING_STATES);
    if (refusal) return err(refusal);
  }
  const type = active ? 'PatientMadeActive' : 'PatientMadeInactive';
  return recordedPatient(record, actor, request, { type, version: 1, data: { reason } });
}

/** The allergies in one of the three states that can be entered; "not recorded" is that nobody has. */
export function recordAllergies(
  record: OpenRecord,
  actor: Actor,
  request: Request<'patient:recordAllergies'>,
): Outcome {
  const refusal = allergyRefusal(record, request.allergies);
  if (refusal || !request.allergies) return err(refusal ?? { kind: 'allergyStatusMissing' });
  const data = request.allergies;
  return recordedPatient(record, actor, request, { type: 'AllergiesRecorded', version: 2, data });
}

/** What is wrong with typed allergies: no status, a status that fits no item, or a year that has not come. */
export function allergyRefusal(record: OpenRecord, allergies: Allergies | null): Failure | undefined {
  if (!allergies) return { kind: 'allergyStatusMissing' };
  const { status, items } = allergies;
  const named = items.every(({ substance }) => substance.trim() !== '');
  if (!named || (status === 'known') !== items.length > 0) return { kind: 'allergyItemMissing' };
  const year = Number(today(record).slice(0, 4));
  const wrong = items.find((item) => item.year !== null && (item.year < year - 130 || item.year > year));
  return wrong && { kind: 'allergyYearWrong', substance: wrong.substance };
}

/** Patients who may be the same person as the one typed. Nobody is picked. */
export function possibleMatches(record: OpenRecord, details: PatientIdentity): readonly KnownPatient[] {
  return record.tables
    .patientsLike(details.born, details.familyName)
    .map(knownPatient)
    .filter((other) => isPossibleMatch(details, other));
}

export function knownPatient(row: PatientRowData): KnownPatient {
  const { id, family_name, given_name, born, record_number } = row;
  return { id, familyName: family_name, givenName: given_name, born, recordNumber: record_number };
}

/** Whoever has the record number already, apart from `except`. */
export function holderOf(
  record: OpenRecord,
  recordNumber: string,
  except: string | null,
): KnownPatient | undefined {
  const holder = record.tables.patientsOfRecord(recordKey(recordNumber)).find(({ id }) => id !== except);
  return holder && knownPatient(holder);
}

function numberRefusal(
  record: OpenRecord,
  { recordNumber }: PatientIdentity,
  except: string | null,
): Failure | undefined {
  const patient = holderOf(record, recordNumber, except);
  return patient && { kind: 'recordNumberTaken', patient };
}

function matchRefusal(record: OpenRecord, details: PatientIdentity): Failure | undefined {
  const patients = possibleMatches(record, details);
  return patients.length > 0 ? { kind: 'possibleMatches', patients } : undefined;
}

/** What a patient is told apart by. */
const IDENTIFYING = ['familyName', 'givenName', 'born', 'recordNumber'] as const;

/**
 * The two people of a double check read the identity they were given: while they enter it stays, and from the start on
 * it is that of the record. In between the check can be made void.
 */
const LOCKED_STATES = OCCUPYING_STATES.filter((state) => !MATCHED_STATES.includes(state));

function sessionRefusal(
  record: OpenRecord,
  patient: string,
  states: readonly SessionState[],
): Failure | undefined {
  const sits = record.tables.sessionsOfPatient(patient).some(({ state }) => states.includes(state));
  return sits ? { kind: 'patientHasSession' } : undefined;
}

function changeRefusal(
  { details: before }: Patient,
  after: PatientIdentity,
  reason: string,
): Failure | undefined {
  const fields = Object.keys(after) as (keyof PatientIdentity)[];
  if (fields.every((field) => before[field] === after[field])) return { kind: 'nothingChanged' };
  return reason.trim() === '' ? { kind: 'reasonMissing' } : undefined;
}

function reloaded(record: OpenRecord, id: string): Outcome {
  const patient = loadPatient(record, id);
  return patient ? ok(patient) : err({ kind: 'notFound', what: 'patient' });
}
