import type {
  DoneView,
  PatientBannerView,
  PersonView,
  StaffView,
  WeightView,
} from '../../contract/views/people.ts';
import { weightInPounds } from '../../core/dosing/weightEcho.ts';
import { quantityText, readQuantity } from '../../core/quantity/quantity.ts';
import { isLate } from '../../core/session/lateEntry.ts';
import { BLIND_STATES, type Done } from '../../core/session/session.ts';
import { emergencyOf, UNIDENTIFIED } from '../identity/actors.ts';
import { PROGRAM } from '../identity/identity.ts';
import { licenceHasExpired } from '../identity/staffRules.ts';
import type { UserRow } from '../projections/readTables.ts';
import type { OpenRecord } from '../services/openRecord.ts';
import { ageInYears, calendarDay, type Patient } from '../services/patients.ts';
import { today } from '../services/people/licence.ts';
import { lookAlikesToday } from './nameAlerts.ts';

/** Names of people by their id, for one answer. */
export type PersonOf = (id: string) => PersonView;

export function personOf(record: OpenRecord): PersonOf {
  const known = new Map(record.tables.users().map((user) => [user.id, personView(user)]));
  const unknown = (id: string): PersonView => ({
    id,
    initials: '–',
    suffix: '',
    name: nameWithoutProof(record, id),
  });
  return (id) => known.get(id) ?? unknown(id);
}

/** What stands where nobody proved who they are. */
function nameWithoutProof(record: OpenRecord, id: string): string {
  if (id === PROGRAM) return 'the program';
  if (id === UNIDENTIFIED) return 'a person at this workstation, not identified';
  const emergency = emergencyOf(id);
  const row = record.tables.emergencies().find((candidate) => candidate.id === emergency);
  return row ? `${row.name} (emergency access)` : 'not known';
}

export function personView({ id, name, initials, suffix }: UserRow): PersonView {
  return { id, name, initials, suffix };
}

export function staffView(record: OpenRecord, user: UserRow): StaffView {
  const { fullName, roles, licence, licenceExpires, isProvisional } = user;
  return {
    ...personView(user),
    fullName,
    roles,
    licence,
    licenceExpires,
    licenceExpired: licenceHasExpired(user, today(record)),
    isProvisional,
    pinIsEnough: record.identity.pinIsEnough(user.id),
  };
}

export function doneView(person: PersonOf, done: Done): DoneView {
  const { by, witness, happenedAt, recordedAt, at } = done;
  return {
    by: person(by),
    witness: witness === null ? null : person(witness),
    happenedAt,
    recordedAt,
    at,
    late: isLate(done),
  };
}

/**
 * The banner of a patient. While an entry for the patient is blind it has no weight, whoever asks; the entry's own
 * form has no date of birth either, because that is one of the fields.
 */
export function bannerView(
  record: OpenRecord,
  patient: Patient,
  options: { readonly hideBirth?: boolean } = {},
): PatientBannerView {
  const { familyName, givenName, preferredName, title, sex, recordNumber, born } = patient.details;
  const weightClosed = hasBlindSession(record, patient.id);
  const today = calendarDay(record.clock.now(), record.clock.zone());
  const newest = patient.weighings.at(-1);
  const nameAlerts = lookAlikesToday(record, patient);
  return {
    id: patient.id,
    familyName,
    givenName,
    ...(preferredName === null ? {} : { preferredName }),
    title,
    sex,
    recordNumber,
    allergies: patient.allergies,
    birth: options.hideBirth ? null : { born, ageYears: ageInYears(born, today) },
    weight: newest && !weightClosed ? weightView(newest) : null,
    weightClosed,
    ...(nameAlerts.length === 0 ? {} : { nameAlerts }),
  };
}

/** `OKAFOR, Ada` */
export function listName(patient: { readonly familyName: string; readonly givenName: string }): string {
  return `${patient.familyName.toUpperCase()}, ${patient.givenName}`;
}

export function weightView(weighing: Omit<WeightView, 'pounds'>): WeightView {
  const { weight, weighedAt, scale, method } = weighing;
  const pounds = quantityText(weightInPounds(readQuantity(weight, 'kg')));
  return { weight, pounds, weighedAt, scale, method };
}

/** True while a session of this patient, apart from `except`, is between order and match. */
export function hasBlindSession(record: OpenRecord, patient: string, except?: string): boolean {
  const sessions = record.tables.sessionsOfPatient(patient);
  return sessions.some(({ id, state }) => id !== except && BLIND_STATES.includes(state));
}
