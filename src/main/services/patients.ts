import type { Allergies, PatientDetails } from '../../contract/events/patientEvents.ts';
import type { PatientEvent } from '../../contract/events/storedEvent.ts';
import type { Failure } from '../../contract/failures.ts';
import { type CalendarDate, completedAge } from '../../core/library/age.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Weighing } from '../../core/session/events.ts';
import type { Actor } from '../../core/session/roles.ts';
import { newEventId } from '../eventId.ts';
import type { Batch } from '../eventLog/eventLog.ts';
import type { OpenRecord } from './openRecord.ts';
import { applyPatientEvent, type Patient } from './patientFold.ts';

export type { Patient } from './patientFold.ts';

/** The patient as the record has them; with `until`, as they were at that event of the log. */
export function loadPatient(record: OpenRecord, id: string, until?: number): Patient | undefined {
  const events = record.log
    .readStream(`patient:${id}`)
    .filter(({ seq }) => until === undefined || seq <= until);
  return events.reduce<Patient | undefined>(applyPatientEvent(id), undefined);
}

/** The newest measured weighing. A stated weight is kept and never dosed from. */
export function measuredWeighing(patient: Patient): Weighing | null {
  const newest = patient.weighings.findLast(({ method }) => method === 'measured');
  return newest ? { weight: newest.weight, weighedAt: newest.weighedAt, scale: newest.scale } : null;
}

/** What a patient is registered with: the details, and the allergies when they were asked for. */
export type NewPatient = {
  readonly details: Omit<PatientDetails, 'preferredName'> & Partial<Pick<PatientDetails, 'preferredName'>>;
  readonly allergies: Allergies | null;
};

/** Adds a patient to the record. `requestId` becomes the patient's own id: sent twice it is stored once. */
export function registerPatient(
  record: OpenRecord,
  actor: Actor,
  details: NewPatient['details'],
  { requestId = newEventId(), allergies = null }: { readonly requestId?: string } & Partial<NewPatient> = {},
): Result<string, Failure> {
  const saved = record.log.append([newPatient(record, actor, requestId, { details, allergies })]);
  return saved.ok ? ok(requestId) : saved;
}

/** The first facts of a patient, as they are appended. */
export function newPatient(
  record: OpenRecord,
  actor: Actor,
  id: string,
  { details, allergies }: NewPatient,
): Batch {
  const facts: readonly PatientEvent[] = [
    { type: 'PatientRegistered', version: 2, data: { preferredName: null, ...details } },
    ...(allergies ? [{ type: 'AllergiesRecorded', version: 2, data: allergies } as const] : []),
  ];
  const made = { happenedAt: record.clock.now(), actor: actor.id, witness: null };
  const events = facts.map((fact, place) => ({ ...fact, ...made, id: place === 0 ? id : newEventId() }));
  return { stream: `patient:${id}`, after: 0, events };
}

/** Records one more fact of a patient: a weighing, the allergies, a signed assessment, a consent. */
export function recordPatientFact(
  record: OpenRecord,
  patient: string,
  requestId: string,
  actor: Actor,
  fact: PatientEvent,
): Result<null, Failure> {
  const loaded = loadPatient(record, patient);
  if (!loaded) return err({ kind: 'notFound', what: 'patient' });
  return appendPatientFact(record, loaded, requestId, actor, fact);
}

/** The same, answered with the patient as they stand after the commit. */
export function recordedPatient(
  record: OpenRecord,
  actor: Actor,
  { patient, requestId }: { readonly patient: string; readonly requestId: string },
  fact: PatientEvent,
): Result<Patient, Failure> {
  const saved = recordPatientFact(record, patient, requestId, actor, fact);
  if (!saved.ok) return saved;
  const after = loadPatient(record, patient);
  return after ? ok(after) : err({ kind: 'notFound', what: 'patient' });
}

/** Today in the workstation's zone, `2025-11-14`. */
export function today({ clock }: OpenRecord): string {
  return calendarDay(clock.now(), clock.zone());
}

/** Completed years of age on a calendar day, `2025-11-14`. */
export function ageInYears(born: string, on: string): number {
  return Number(completedAge(born as CalendarDate, on as CalendarDate, 'years'));
}

/** The calendar day of a moment in the workstation's zone, `2025-11-14`. */
export function calendarDay(moment: number, zone: string): string {
  const known = dayByZone.get(zone);
  if (known) return known.format(moment);
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  dayByZone.set(zone, day);
  return day.format(moment);
}

/** Making one takes longer than a hundred answers of it, and memory that is given back late. */
const dayByZone = new Map<string, Intl.DateTimeFormat>();

function appendPatientFact(
  record: OpenRecord,
  patient: { readonly id: string; readonly position: number },
  requestId: string,
  actor: Actor,
  fact: PatientEvent,
): Result<null, Failure> {
  const saved = record.log.append([
    {
      stream: `patient:${patient.id}`,
      after: patient.position,
      events: [{ ...fact, id: requestId, happenedAt: record.clock.now(), actor: actor.id, witness: null }],
    },
  ]);
  return saved.ok ? ok(null) : saved;
}
