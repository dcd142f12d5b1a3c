import type { PatientDetails } from '../../contract/events/patientEvents.ts';
import type { ReadEvent } from '../../contract/events/storedEvent.ts';
import { foldedText, foldedWords, recordKey, slipsOf } from '../../core/patient/names.ts';
import type { Database } from '../eventLog/openDatabase.ts';
import { prepared } from './prepared.ts';

/**
 * The read tables of patients. `words` of a row are what a search looks at, each after a space, and stand in the index
 * of names too, so that the names can be walked without the rows; `patient_word` finds the rows of a word, and
 * `word_slip` the words that are one letter away from a typed one.
 */
export const PATIENT_TABLES = `
CREATE TABLE patient_row (
  id TEXT PRIMARY KEY, family_name TEXT NOT NULL, given_name TEXT NOT NULL, preferred_name TEXT, title TEXT,
  born TEXT NOT NULL, sex TEXT NOT NULL, record_number TEXT NOT NULL, height TEXT, inactive INTEGER NOT NULL,
  allergies TEXT, sort_name TEXT NOT NULL, record_key TEXT NOT NULL, words TEXT NOT NULL
) STRICT;
CREATE INDEX patient_by_name ON patient_row (sort_name, id, words, record_key);
CREATE INDEX patient_by_birth ON patient_row (born);
CREATE INDEX patient_by_record ON patient_row (record_key);
CREATE TABLE patient_word (word TEXT NOT NULL, patient INTEGER NOT NULL, PRIMARY KEY (word, patient))
  STRICT, WITHOUT ROWID;
CREATE TABLE word_slip (slip TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (slip, word)) STRICT, WITHOUT ROWID;
`;

/** Stands before every end of a record number in `patient_word`, so that it is found from any digit on. */
export const RECORD_MARK = '#';
/** A word of digits is looked for in a record number from so many digits on. */
export const SHORTEST_NUMBER = 3;

/** Keeps the row of a patient in step with one more event of theirs. */
export function projectPatient(database: Database, id: string, event: ReadEvent): void {
  switch (event.type) {
    case 'PatientRegistered':
      insertPatient(database, id, { preferredName: null, ...(event.data as Details) });
      return;
    case 'PatientDetailsChanged':
      changePatient(database, id, (event.data as { readonly details: PatientDetails }).details);
      return;
    case 'PatientMadeInactive':
    case 'PatientMadeActive':
      prepared(database, 'UPDATE patient_row SET inactive = ? WHERE id = ?').run(
        event.type === 'PatientMadeInactive' ? 1 : 0,
        id,
      );
      return;
    case 'AllergiesRecorded':
      prepared(database, 'UPDATE patient_row SET allergies = ? WHERE id = ?').run(
        (event.data as { readonly status: string }).status,
        id,
      );
      return;
    default:
      return;
  }
}

/** Version 1 knows no preferred name. */
type Details = Omit<PatientDetails, 'preferredName'> & Partial<Pick<PatientDetails, 'preferredName'>>;

function insertPatient(database: Database, id: string, details: PatientDetails): void {
  const row = prepared(
    database,
    'INSERT INTO patient_row VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, NULL, ?, ?, ?)',
  ).run(id, ...columnsOf(details));
  addWords(database, Number(row.lastInsertRowid), details);
}

function changePatient(database: Database, id: string, details: PatientDetails): void {
  const row = prepared(
    database,
    'SELECT rowid AS number, words, record_key FROM patient_row WHERE id = ?',
  ).get(id) as { readonly number: number; readonly words: string; readonly record_key: string } | undefined;
  if (!row) return;
  for (const word of [...row.words.trim().split(' '), ...numberEnds(row.record_key)])
    prepared(database, 'DELETE FROM patient_word WHERE word = ? AND patient = ?').run(word, row.number);
  prepared(
    database,
    `UPDATE patient_row SET family_name = ?, given_name = ?, preferred_name = ?, title = ?, born = ?, sex = ?,
     record_number = ?, height = ?, sort_name = ?, record_key = ?, words = ? WHERE id = ?`,
  ).run(...columnsOf(details), id);
  addWords(database, row.number, details);
}

function columnsOf(details: PatientDetails): readonly (string | null)[] {
  const { familyName, givenName, preferredName, title, born, sex, recordNumber, height } = details;
  // As names are looked for: Ångström stands among the names with A.
  const sortName = foldedText(`${familyName} ${givenName}`);
  const words = ` ${searchWords(details).join(' ')} `;
  const key = recordKey(recordNumber);
  return [familyName, givenName, preferredName, title, born, sex, recordNumber, height, sortName, key, words];
}

/** Folded names, the year of birth, and the record number whole and in its parts. */
function searchWords(details: PatientDetails): readonly string[] {
  const { familyName, givenName, preferredName, born, recordNumber } = details;
  const names = foldedWords(`${familyName} ${givenName} ${preferredName ?? ''}`);
  return [...new Set([...names, born.slice(0, 4), ...foldedWords(recordNumber), recordKey(recordNumber)])];
}

/** A record number from each of its places on: `#00427188`, `#0427188` … */
function numberEnds(key: string): readonly string[] {
  const ends = Array.from({ length: Math.max(0, key.length - SHORTEST_NUMBER + 1) }, (_, from) =>
    key.slice(from),
  );
  return ends.map((end) => `${RECORD_MARK}${end}`);
}

function addWords(database: Database, number: number, details: PatientDetails): void {
  const words = searchWords(details);
  const add = prepared(database, 'INSERT INTO patient_word VALUES (?, ?)');
  const known = prepared(database, 'SELECT 1 FROM word_slip WHERE slip = ? AND word = ?');
  const addSlip = prepared(database, 'INSERT INTO word_slip VALUES (?, ?)');
  for (const word of [...words, ...numberEnds(recordKey(details.recordNumber))]) add.run(word, number);
  for (const word of words) {
    if (!hasSlips(word) || known.get(word, word)) continue;
    for (const slip of slipsOf(word)) addSlip.run(slip, word);
  }
}

/** A slip in a number is another number. In a word of one letter it is another word. */
export function hasSlips(word: string): boolean {
  return word.length > 1 && !/\p{N}/u.test(word);
}
