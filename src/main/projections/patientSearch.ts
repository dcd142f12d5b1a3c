import { foldedWords, isWithinOneSlip, slipsOf } from '../../core/patient/names.ts';
import type { Database } from '../eventLog/openDatabase.ts';
import { prepared } from './prepared.ts';
import { hasSlips, RECORD_MARK, SHORTEST_NUMBER } from './projectPatient.ts';
import type { PatientRowData } from './readTables.ts';

/** Where a page begins: after this name. */
export type NameCursor = { readonly sortName: string; readonly id: string };

/** A page of patients, and how many there are in all; null: more than this page, not counted. */
export type PatientPage = { readonly rows: readonly PatientRowData[]; readonly total: number | null };

const BEFORE_ALL_NAMES: NameCursor = { sortName: '', id: '' };
/** A word with at most so many patients is looked up by its rows; with more, the list is walked in order of names. */
const MOST_ROWS_OF_A_WORD = 1_000;
/** Two words with at most so many patients each are looked up together. */
const MOST_ROWS_TO_MEET = 6_000;
/** Shorter words are other words with any one letter changed. */
const SHORTEST_WITH_SLIP = 3;
const AFTER_EVERY_LETTER = '\u{10ffff}';

/** What one typed word looks for. */
type Wanted = {
  readonly word: string;
  /** Words of the record one letter away from it. */
  readonly slips: readonly string[];
  /** Digits enough to be looked for anywhere in a record number. */
  readonly isNumber: boolean;
};

/**
 * Patients all of whose typed words fit, in any order of words: the beginning of a name, a year of birth or a record
 * number, a name with one slip, or digits anywhere in a record number. In the order of names, from after `after` on.
 *
 * A word that few patients have gives the rows to look at; where every word is common, walking the names in order soon
 * fills a page, so that neither takes longer in a longer record.
 */
export function searchPatients(
  database: Database,
  text: string,
  limit: number,
  after: NameCursor | null,
): PatientPage {
  const { sortName, id } = after ?? BEFORE_ALL_NAMES;
  const wanted = [...new Set(foldedWords(text))].map((word) => wantedWord(database, word));
  if (wanted.length === 0) return allPatients(database, limit, after ?? BEFORE_ALL_NAMES);
  const looked = wordsToLookUp(database, wanted);
  const fits = wanted.filter((word) => !looked.includes(word)).map(fitting);
  const where = fits.map(({ sql }) => ` AND ${sql}`).join('');
  const values = fits.flatMap((fit) => fit.values);
  if (looked.length === 0) {
    const rows = prepared(
      database,
      `SELECT * FROM patient_row WHERE (sort_name, id) > (?, ?)${where} ORDER BY sort_name, id LIMIT ?`,
    ).all(sortName, id, ...values, limit) as PatientRowData[];
    return { rows, total: after === null && rows.length < limit ? rows.length : null };
  }
  const numbers = looked.map((word) => `SELECT patient FROM (${rowsOf(word).sql})`).join(' INTERSECT ');
  const found = prepared(
    database,
    `WITH hit AS MATERIALIZED (
       SELECT rowid AS number, sort_name, id FROM patient_row WHERE rowid IN (${numbers})${where}
     ) SELECT patient_row.*, (SELECT count(*) FROM hit) AS total FROM hit
     JOIN patient_row ON patient_row.rowid = hit.number
     WHERE (hit.sort_name, hit.id) > (?, ?) ORDER BY hit.sort_name, hit.id LIMIT ?`,
  ).all(...looked.flatMap((word) => rowsOf(word).values), ...values, sortName, id, limit) as (PatientRowData &
    Counted)[];
  const rows = found.map(({ total: _total, ...row }) => row);
  return { rows, total: found[0]?.total ?? 0 };
}

type Counted = { readonly total: number };

function allPatients(database: Database, limit: number, { sortName, id }: NameCursor): PatientPage {
  const rows = prepared(
    database,
    'SELECT * FROM patient_row WHERE (sort_name, id) > (?, ?) ORDER BY sort_name, id LIMIT ?',
  ).all(sortName, id, limit) as PatientRowData[];
  const { total } = prepared(database, 'SELECT count(*) AS total FROM patient_row').get() as Counted;
  return { rows, total };
}

function wantedWord(database: Database, word: string): Wanted {
  const isNumber = word.length >= SHORTEST_NUMBER && /^\p{N}+$/u.test(word);
  const slips = hasSlips(word) && word.length >= SHORTEST_WITH_SLIP ? wordsOneSlipAway(database, word) : [];
  return { word, slips, isNumber };
}

/** Words of the record one wrong, missing, extra or swapped letter away. */
export function wordsOneSlipAway(database: Database, word: string): readonly string[] {
  const found = prepared(
    database,
    'SELECT DISTINCT word FROM word_slip WHERE slip IN (SELECT value FROM json_each(?))',
  )
    .pluck()
    .all(JSON.stringify(slipsOf(word))) as string[];
  return found.filter((known) => !known.startsWith(word) && isWithinOneSlip(known, word));
}

type Sql = { readonly sql: string; readonly values: readonly string[] };

/** Whether a row has the word. */
function fitting({ word, slips, isNumber }: Wanted): Sql {
  const found = [`instr(words, ?)`];
  const values = [` ${word}`];
  if (isNumber) {
    found.push('instr(record_key, ?)');
    values.push(word);
  }
  for (const slip of slips) {
    found.push('instr(words, ?)');
    values.push(` ${slip} `);
  }
  return { sql: `(${found.join(' OR ')})`, values };
}

/**
 * The words whose rows are looked up: one that few patients have, else the two rarest of several that not too many
 * have. None: every word is common, and walking the names soon fills a page.
 */
function wordsToLookUp(database: Database, wanted: readonly Wanted[]): readonly Wanted[] {
  const counted = wanted
    .map((word) => ({ word, found: countRows(database, word) }))
    .filter(({ found }) => found <= MOST_ROWS_TO_MEET)
    .toSorted((left, right) => left.found - right.found);
  const [rarest, next] = counted;
  if (rarest && rarest.found <= MOST_ROWS_OF_A_WORD) return [rarest.word];
  return rarest && next ? [rarest.word, next.word] : [];
}

/** Up to one more than are ever looked up. */
function countRows(database: Database, word: Wanted): number {
  const { sql, values } = rowsOf(word);
  const counted = prepared(database, `SELECT count(*) AS total FROM (${sql} LIMIT ?)`);
  return (counted.get(...values, MOST_ROWS_TO_MEET + 1) as Counted).total;
}

/** The rows that have the word, some of them twice. */
function rowsOf({ word, slips, isNumber }: Wanted): Sql {
  const range = 'SELECT patient FROM patient_word WHERE word >= ? AND word < ?';
  const values = [word, `${word}${AFTER_EVERY_LETTER}`];
  const parts = [range];
  if (isNumber) {
    parts.push(range);
    values.push(`${RECORD_MARK}${word}`, `${RECORD_MARK}${word}${AFTER_EVERY_LETTER}`);
  }
  if (slips.length > 0) {
    parts.push('SELECT patient FROM patient_word WHERE word IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify(slips));
  }
  return { sql: parts.join(' UNION ALL '), values };
}

/** So many are enough for a warning. */
const MOST_ALIKE = 500;

/** Patients born on a day, or with a family name that begins like this one or is one letter away from it. */
export function patientsLike(
  database: Database,
  born: string,
  familyName: string,
): readonly PatientRowData[] {
  const rows = foldedWords(familyName).map((word) => {
    const isNumber = false;
    return rowsOf({ word, slips: wordsOneSlipAway(database, word), isNumber });
  });
  const alike = rows.map(({ sql }) => `SELECT patient FROM (${sql})`);
  const numbers = ['SELECT rowid FROM patient_row WHERE born = ?', ...alike].join(' UNION ');
  const values = [born, ...rows.flatMap((row) => row.values)];
  return prepared(
    database,
    `SELECT * FROM patient_row WHERE rowid IN (${numbers}) ORDER BY sort_name, id LIMIT ?`,
  ).all(...values, MOST_ALIKE) as PatientRowData[];
}
