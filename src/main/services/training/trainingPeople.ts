import type { UserDetails } from '../../../contract/events/otherEvents.ts';
import { writtenName } from '../../identity/personName.ts';

/** An invented member of staff, with keys that are shown on the door: there is nothing here to protect. */
export type TrainingPerson = UserDetails & {
  readonly key: string;
  readonly does: string;
  readonly passphrase: string;
  readonly pin: string;
};

export const TRAINING_CLINIC = 'Tide Clinic (training)';
export const TRAINING_WORKSTATION = 'Training workstation';
export const TRAINING_CHAIRS = [1, 2, 3, 4, 5, 6].map((number) => ({ number, name: `Chair ${number}` }));

/** Two nurses, a prescriber, a medical director, a pharmacist, an assistant, an administrator, an auditor. */
export const TRAINING_PEOPLE: readonly TrainingPerson[] = [
  person('lim', 'Rosa Lim', 'RN', ['nurse'], 'RN 55821', 'nurse', 'quiet-harbour', '204816'),
  person('osei', 'James Osei', 'RN', ['nurse'], 'RN 48217', 'second nurse', 'north-lantern', '731952'),
  person(
    'patel',
    'Dr Sunil Patel',
    'MD',
    ['prescriber'],
    'MD 20417',
    'prescriber',
    'green-orchard',
    '586043',
  ),
  person(
    'amari',
    'Dr Leila Amari',
    'MD',
    ['director', 'prescriber'],
    'MD 11093',
    'medical director',
    'stone-bridge',
    '947120',
  ),
  person(
    'novak',
    'Petra Novak',
    'PharmD',
    ['pharmacist'],
    'PH 30766',
    'pharmacist',
    'copper-kettle',
    '318605',
  ),
  person('bell', 'Tom Bell', '', ['assistant'], null, 'assistant', 'paper-garden', '462973'),
  person('reyes', 'Alma Reyes', '', ['admin'], null, 'administrator', 'winter-almond', '850317'),
  person('quist', 'Nils Quist', '', ['auditor'], null, 'auditor', 'silver-meadow', '693184'),
];

function person(
  key: string,
  fullName: string,
  suffix: string,
  roles: UserDetails['roles'],
  licence: string | null,
  does: string,
  passphrase: string,
  pin: string,
): TrainingPerson {
  return { key, fullName, ...writtenName(fullName), suffix, roles, licence, does, passphrase, pin };
}
