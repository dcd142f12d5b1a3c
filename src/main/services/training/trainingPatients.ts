import type { Allergies, PatientDetails } from '../../../contract/events/patientEvents.ts';
import type { QuantityText } from '../../../core/quantity/quantity.ts';

/** An invented patient. Record numbers begin with T, so that none can be taken for a clinic's own. */
export type TrainingPatient = {
  readonly key: string;
  readonly details: Omit<PatientDetails, 'preferredName'>;
  readonly allergies: Allergies;
  readonly indication: string;
  /** The last weighing, too old to dose from: days ago and what the scale showed. */
  readonly lastWeight: { readonly daysAgo: number; readonly weight: QuantityText<'kg'> };
};

const NONE: Allergies = { status: 'none', items: [] };
const known = (substance: string, reaction: string, year: number): Allergies => ({
  status: 'known',
  items: [{ kind: 'drug', substance, reaction, year }],
});

const DEPRESSION = 'treatment-resistant depression';

export const TRAINING_PATIENTS: readonly TrainingPatient[] = [
  patient(
    'okafor',
    ['Okafor', 'Ada', 'Ms', '1984-03-09', 'female', 'T004-271-88', '172 cm'],
    known('ondansetron', 'rash', 2019),
    DEPRESSION,
    4,
    '72.4 kg',
  ),
  patient(
    'baker',
    ['Baker', 'Jonah', 'Mr', '1979-11-22', 'male', 'T004-118-03', '181 cm'],
    NONE,
    DEPRESSION,
    7,
    '84.5 kg',
  ),
  patient(
    'diaz',
    ['Diaz', 'Marta', 'Ms', '1991-06-30', 'female', 'T004-302-57', '165 cm'],
    NONE,
    'depression with anxiety',
    11,
    '61 kg',
  ),
  patient(
    'holt',
    ['Holt', 'Ruth', 'Mrs', '1966-01-17', 'female', 'T003-940-21', '160 cm'],
    known('penicillin', 'rash', 2004),
    DEPRESSION,
    14,
    '70 kg',
  ),
  patient(
    'rossi',
    ['Rossi', 'Luca', 'Mr', '1988-09-05', 'male', 'T004-355-90', '178 cm'],
    { status: 'unobtainable', items: [] },
    DEPRESSION,
    18,
    '90 kg',
  ),
  patient(
    'nguyen',
    ['Nguyen', 'Thi', 'Ms', '1995-12-12', 'female', 'T004-377-14', '158 cm'],
    NONE,
    'post-traumatic stress disorder',
    9,
    '54.2 kg',
  ),
];

type Identity = readonly [
  familyName: string,
  givenName: string,
  title: string,
  born: string,
  sex: PatientDetails['sex'],
  recordNumber: string,
  height: QuantityText<'cm'>,
];

function patient(
  key: string,
  [familyName, givenName, title, born, sex, recordNumber, height]: Identity,
  allergies: Allergies,
  indication: string,
  daysAgo: number,
  weight: QuantityText<'kg'>,
): TrainingPatient {
  const details = { familyName, givenName, title, born, sex, recordNumber, height };
  return { key, details, allergies, indication, lastWeight: { daysAgo, weight } };
}
