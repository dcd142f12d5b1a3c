import type { Allergies, PatientDetails, WeightDetails } from '../../contract/events/otherEvents.ts';
import type { PatientEvent, ReadEvent } from '../../contract/events/storedEvent.ts';
import type { Failure } from '../../contract/failures.ts';
import { type CalendarDate, completedAge } from '../../core/library/age.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Weighing } from '../../core/session/events.ts';
import type { Actor } from '../../core/session/roles.ts';
import { newEventId } from '../eventId.ts';
import type { OpenRecord } from './openRecord.ts';

/** A patient as the events of their stream leave them. */
export type Patient = {
  readonly id: string;
  readonly position: number;
  readonly details: PatientDetails;
  readonly allergies: Allergies | null;
  /** Oldest first. */
  readonly weighings: readonly (WeightDetails & { readonly weighedAt: number; readonly by: string })[];
  readonly assessment: {
    readonly indication: string;
    readonly note: string;
    readonly event: ReadEvent;
  } | null;
  readonly consent: {
    readonly form: string;
    readonly signedOn: string;
    readonly validUntil: string | null;
  } | null;
};

export function loadPatient(record: OpenRecord, id: string): Patient | undefined {
  const events = record.log.readStream(`patient:${id}`);
  return events.reduce<Patient | undefined>(applyPatientEvent(id), undefined);
}

/** The newest measured weighing. A stated weight is kept and never dosed from. */
export function measuredWeighing(patient: Patient): Weighing | null {
  const newest = patient.weighings.findLast(({ method }) => method === 'measured');
  return newest ? { weight: newest.weight, weighedAt: newest.weighedAt, scale: newest.scale } : null;
}

/** Adds a patient to the record. */
export function registerPatient(
  record: OpenRecord,
  actor: Actor,
  details: PatientDetails,
): Result<string, Failure> {
  const id = newEventId();
  const saved = appendPatientFact(record, { id, position: 0 }, newEventId(), actor, {
    type: 'PatientRegistered',
    version: 1,
    data: details,
  });
  return saved.ok ? ok(id) : saved;
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

/** Completed years of age on a calendar day, `2025-11-14`. */
export function ageInYears(born: string, on: string): number {
  return Number(completedAge(born as CalendarDate, on as CalendarDate, 'years'));
}

/** The calendar day of a moment in the workstation's zone, `2025-11-14`. */
export function calendarDay(moment: number, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(moment);
}

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

function applyPatientEvent(id: string) {
  return (patient: Patient | undefined, event: ReadEvent): Patient | undefined => {
    const fact = event as unknown as PatientEvent;
    if (!event.known) return patient;
    if (fact.type === 'PatientRegistered') {
      const nothing = { allergies: null, weighings: [], assessment: null, consent: null };
      return { id, position: event.streamSeq, details: fact.data, ...nothing };
    }
    if (!patient) return undefined;
    const moved = { ...patient, position: event.streamSeq };
    switch (fact.type) {
      case 'AllergiesRecorded':
        return { ...moved, allergies: fact.data };
      case 'WeightRecorded': {
        // Version 1 does not say whether it was weighed twice.
        const weighing = { weighedTwice: false, ...fact.data, weighedAt: event.happenedAt, by: event.actor };
        return { ...moved, weighings: [...patient.weighings, weighing] };
      }
      case 'AssessmentSigned':
        return { ...moved, assessment: { ...fact.data, event } };
      case 'ConsentRecorded':
        return { ...moved, consent: fact.data };
      default:
        return moved;
    }
  };
}
