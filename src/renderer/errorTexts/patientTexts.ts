import type { Failure } from '../../contract/failures.ts';
import type { ImportRowView } from '../../contract/views/patients.ts';
import { entryRefusalText } from '../../core/quantity/entryRefusalText.ts';
import { formatCalendarDate } from '../components/time.ts';
import { listed, type TextsFor } from './textFor.ts';

type Problem = ImportRowView['problems'][number];

/** What each field of a patient is called, on the form and as the column of a file. */
export const DETAIL_WORDS = {
  familyName: 'Family name',
  givenName: 'Given name',
  preferredName: 'Preferred name',
  title: 'Title',
  born: 'Date of birth',
  sex: 'Sex',
  recordNumber: 'Record number',
  height: 'Height',
  allergies: 'Allergies',
  row: 'Row',
} as const;

const WHY = {
  missing: 'is missing. Type it',
  noLetter: 'has no letter or digit in it. Type it again',
  tooLong: 'is longer than 60 characters. Shorten it',
  signs: 'has a sign in it that cannot be seen. Type it again',
  trainingMark:
    'begins with T in the training clinic, so that nobody takes it for a real one. Type T and then the number',
  unknown: 'is not understood. Write female or male',
  dateForm: 'can be read two ways. Write 1984-03-09 or 09-Mar-1984',
  noSuchDay: 'is not a day of the calendar. Look at it again',
  inFuture: 'lies in the future. Look at it again',
  tooLongAgo: 'lies more than 130 years back. Look at the year',
  unclear:
    'can be read two ways. Write none, could not be obtained, or the substances with semicolons between them',
  cells: 'has more or fewer cells than the first row. Look for a comma too many or too few',
} as const;

/** `Date of birth is missing. Type it.` */
export function detailProblemText(problem: Problem): string {
  const name = DETAIL_WORDS[problem.field];
  if (problem.why === 'number') return `${name}: ${entryRefusalText(problem.refusal)}.`;
  return `${name} ${WHY[problem.why]}.`;
}

type Known = Extract<Failure, { readonly kind: 'possibleMatches' }>['patients'][number];

/** `OKAFOR, Adaeze, born 09-Mar-1984` */
export function knownPatientText({ familyName, givenName, born }: Known): string {
  return `${familyName.toUpperCase()}, ${givenName}, born ${formatCalendarDate(born)}`;
}

const IMPORT_NOT_READ = {
  notStaged: 'The file did not arrive whole. Choose it again.',
  tooLong: 'The file has more than 2,000,000 characters. Split it and import one part after the other.',
  tooMany: 'The file has more than 2,000 rows. Split it and import one part after the other.',
  empty: 'The file has no patients in it. It needs a row of column names, and a row for each patient.',
} as const;

const CONSENT = {
  form: 'The version of the form is missing. Type it as it is printed on the form.',
  witness: 'Nobody is named who saw the signature. Type the name.',
  signedInFuture: 'The consent cannot be signed in the future. Look at the date.',
  lapsesBeforeSigned: 'The consent would lapse before it was signed. Look at both dates.',
} as const;

/** A patient's own record. Wording: UX 2.3 T1 and 3.3 where they say one. */
export const PATIENT_TEXTS: TextsFor<
  | 'patientRefused'
  | 'recordNumberTaken'
  | 'allergyStatusMissing'
  | 'allergyItemMissing'
  | 'allergyYearWrong'
  | 'possibleMatches'
  | 'nothingChanged'
  | 'reasonMissing'
  | 'patientInactive'
  | 'otherPatient'
  | 'indicationMissing'
  | 'primaryIndicationMissing'
  | 'decisionMissing'
  | 'educationInFuture'
  | 'consentRefused'
  | 'importNotRead'
  | 'importBroken'
  | 'importColumns'
  | 'importHasProblems'
> = {
  patientRefused: ({ problems }) => problems.map(detailProblemText).join(' '),
  recordNumberTaken: ({ patient }) =>
    `This record number belongs to ${knownPatientText(patient)}. A record number is one patient’s alone. Look at it again.`,
  allergyStatusMissing: () =>
    'Allergy status is not recorded. Choose Known allergies, No known allergies, or Could not be obtained.',
  allergyItemMissing: () =>
    'Known allergies need at least one substance, and each needs a name; the other states have none.',
  allergyYearWrong: ({ substance }) => `The year of ${substance} cannot be right. Look at it again.`,
  possibleMatches: ({ patients }) =>
    `${patients.length} possible ${patients.length === 1 ? 'match' : 'matches'}: ${patients.map(knownPatientText).join('; ')}.`,
  nothingChanged: () => 'Nothing was changed, so nothing was recorded.',
  reasonMissing: () => 'The reason is missing. Type it.',
  patientInactive: () => 'This patient is inactive. Make them active on their record first.',
  otherPatient: () =>
    'This belongs to another patient than the one on screen. Nothing was recorded. Open the patient again.',
  indicationMissing: () => 'The assessment has no indication. Choose at least one.',
  primaryIndicationMissing: () => 'None of the indications is the primary one. Choose it.',
  decisionMissing: ({ questions }) =>
    `Answered yes: ${listed(
      questions.map((question) => `“${question}”`),
      'and',
    )}. A prescriber decides whether to go on, and gives a reason for each.`,
  educationInFuture: ({ item }) => `“${item}” cannot have been explained in the future. Look at the date.`,
  consentRefused: ({ why }) => CONSENT[why],
  importNotRead: ({ why }) => IMPORT_NOT_READ[why],
  importBroken: ({ line, why }) => `Line ${line}: ${why}. Nothing was imported.`,
  importColumns: ({ missing, unknown }) =>
    [
      ...(missing.length > 0 ? [`The first row has no column ${listed(missing, 'and')}.`] : []),
      ...(unknown.length > 0
        ? [
            `Not known, or there twice: ${listed(
              unknown.map((name) => `“${name}”`),
              'and',
            )}.`,
          ]
        : []),
      'Columns are separated by commas. Nothing was imported.',
    ].join(' '),
  importHasProblems: ({ rows }) =>
    `${rows} ${rows === 1 ? 'row has' : 'rows have'} something wrong. Nothing was imported. Correct the file and choose it again.`,
};
