import type { Request } from '../../../contract/channels.ts';
import { NAME_LENGTH } from '../../../contract/typedBounds.ts';
import { errorText } from '../../errorText.ts';

type NewClinic = Request<'app:createClinic'>;

/** One of the two people, as typed. */
export type TypedPerson = {
  readonly fullName: string;
  readonly suffix: string;
  readonly licence: string;
  /** Last day of the licence, `2027-03-31`, or empty. */
  readonly licenceExpires: string;
  /** That date was begun and is not whole. */
  readonly isDateBegun: boolean;
  readonly passphrase: string;
  readonly again: string;
};

/** The set-up as typed so far. Names of chairs stay when the number of chairs changes. */
export type SetUpForm = {
  readonly director: TypedPerson;
  readonly administrator: TypedPerson;
  readonly clinic: string;
  readonly workstation: string;
  /** Null: nobody has chosen yet. */
  readonly chairs: number | null;
  readonly chairNames: readonly string[];
};

const MOST_CHAIRS = 12;
export const CHAIR_COUNTS = Array.from({ length: MOST_CHAIRS }, (_, index) => index + 1);

const NOBODY: TypedPerson = {
  fullName: '',
  suffix: '',
  licence: '',
  licenceExpires: '',
  isDateBegun: false,
  passphrase: '',
  again: '',
};

export const EMPTY_FORM: SetUpForm = {
  director: NOBODY,
  administrator: NOBODY,
  clinic: '',
  workstation: '',
  chairs: null,
  chairNames: CHAIR_COUNTS.map((number) => `Chair ${number}`),
};

/** Mirrors `createClinic`, which decides; here it is only said while typing. */
const SHORTEST_PASSPHRASE = 8;
const TOO_SHORT = errorText({ kind: 'weakSecret', need: 'passphraseLength' }, '');
const SAME_PERSON = errorText({ kind: 'weakSecret', need: 'samePerson' }, '');
/** A half date is never taken for none. */
export const DATE_BEGUN = 'Finish the last day of the licence, or empty it.';
const NOT_THE_SAME = 'The two are not the same. Type it again.';

export type PersonRefusals = {
  readonly fullName?: string;
  readonly passphrase?: string;
  readonly again?: string;
};

/** What is wrong with a person as typed, said beside the field once the next one is begun. */
export function personRefusals(person: TypedPerson, other: TypedPerson | null): PersonRefusals {
  const { passphrase, again } = person;
  const begun = again !== '';
  const sameSecret = begun && other !== null && passphrase === other.passphrase;
  return {
    ...(other && isSameName(person, other) ? { fullName: SAME_PERSON } : {}),
    ...(begun && passphrase.length < SHORTEST_PASSPHRASE ? { passphrase: TOO_SHORT } : {}),
    ...(sameSecret ? { passphrase: SAME_PERSON } : {}),
    ...(begun && again.length >= passphrase.length && again !== passphrase ? { again: NOT_THE_SAME } : {}),
  };
}

function isSameName(person: TypedPerson, other: TypedPerson): boolean {
  const name = person.fullName.trim().toLowerCase();
  return name !== '' && name === other.fullName.trim().toLowerCase();
}

/** The first thing that is missing before the next step; undefined when nothing is. */
export function missingForPerson(person: TypedPerson, other: TypedPerson | null): string | undefined {
  const { fullName, isDateBegun, passphrase, again } = person;
  if (fullName.trim().length < NAME_LENGTH.least) return 'Type the full name.';
  if (other && isSameName(person, other)) return SAME_PERSON;
  if (isDateBegun) return DATE_BEGUN;
  if (passphrase === '') return 'Type a passphrase.';
  if (passphrase.length < SHORTEST_PASSPHRASE) return TOO_SHORT;
  if (passphrase === other?.passphrase) return SAME_PERSON;
  if (again === '') return 'Type the passphrase a second time.';
  return again === passphrase ? undefined : NOT_THE_SAME;
}

export function missingForClinic(form: SetUpForm): string | undefined {
  const { clinic, workstation, chairs, chairNames } = form;
  if (clinic.trim().length < NAME_LENGTH.least) return 'Type the name of the clinic.';
  if (workstation.trim() === '') return 'Type the name of this workstation.';
  if (chairs === null) return 'Choose the number of chairs.';
  const unnamed = chairNames.slice(0, chairs).findIndex((name) => name.trim() === '');
  return unnamed < 0 ? undefined : `Type a name for chair ${unnamed + 1}.`;
}

/** What is sent once nothing is missing. */
export function setUpRequest(form: SetUpForm): NewClinic {
  return {
    clinic: form.clinic,
    workstation: form.workstation,
    chairs: form.chairNames.slice(0, form.chairs ?? 0),
    director: newPerson(form.director),
    administrator: newPerson(form.administrator),
  };
}

function newPerson(person: TypedPerson): NewClinic['director'] {
  const { fullName, suffix, licence, licenceExpires, passphrase } = person;
  return {
    fullName,
    suffix: suffix.trim(),
    licence: licence.trim() === '' ? null : licence.trim(),
    licenceExpires: licenceExpires === '' ? null : licenceExpires,
    passphrase,
  };
}
