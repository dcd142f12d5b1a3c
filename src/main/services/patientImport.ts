import type { Request, Response } from '../../contract/channels.ts';
import type { Allergies } from '../../contract/events/patientEvents.ts';
import type { Failure } from '../../contract/failures.ts';
import { type DetailProblem, type PatientIdentity, readDetails } from '../../core/patient/details.ts';
import {
  IMPORT_COLUMNS,
  type ImportColumn,
  readImportAllergies,
  readImportHeader,
} from '../../core/patient/importColumns.ts';
import { recordKey } from '../../core/patient/names.ts';
import { isPossibleMatch } from '../../core/patient/namesake.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Actor } from '../../core/session/roles.ts';
import { type CsvRow, csvRows } from '../commands/csvRows.ts';
import { newEventId } from '../eventId.ts';
import type { OpenRecord } from './openRecord.ts';
import { newPatient, today } from './patients.ts';
import { holderOf, possibleMatches } from './registration.ts';

/** So many characters of a file are held at most, and so many rows are taken at once: they are saved in one go. */
const LARGEST_FILE = 2_000_000;
const MOST_ROWS = 2_000;
/** Rows a preview shows; the counts are of all. */
const ROWS_SHOWN = 200;

type Preview = Response<'patients:previewImport'>;
type PreviewRow = Preview['rows'][number];
type KnownPatient = PreviewRow['matches'][number];

type ImportRow = PreviewRow & {
  readonly identity: PatientIdentity | null;
  readonly allergies: Allergies | null;
};

/** A file on its way from the window, piece by piece; nothing of it is in the record. */
export type ImportUpload = { readonly id: string; readonly text: string; readonly parts: number };

/** Takes one more piece. The first begins a new upload; a piece out of turn ends it. */
export function stageImport(
  staged: ImportUpload | null,
  { upload, part, text }: Request<'patients:stageImport'>,
): Result<ImportUpload, Failure> {
  const before = part === 0 ? { id: upload, text: '', parts: 0 } : staged;
  if (before?.id !== upload || before.parts !== part) return err({ kind: 'importNotRead', why: 'notStaged' });
  if (before.text.length + text.length > LARGEST_FILE) return err({ kind: 'importNotRead', why: 'tooLong' });
  return ok({ id: upload, text: before.text + text, parts: part + 1 });
}

/** What a file would bring, row by row, with everything that is wrong with it. Nothing is recorded. */
export async function previewImport(record: OpenRecord, file: string): Promise<Result<Preview, Failure>> {
  const read = await readRows(record, file);
  if (!read.ok) return read;
  const rows = read.value;
  const open = ({ identity: _identity, allergies: _allergies, ...row }: ImportRow): PreviewRow => row;
  // What has to be looked at stands first.
  const weight = ({ problems, matches, taken }: ImportRow): number =>
    problems.length > 0 || taken ? 0 : matches.length > 0 ? 1 : 2;
  const shown = rows.toSorted((left, right) => weight(left) - weight(right) || left.line - right.line);
  return ok({
    rows: shown.slice(0, ROWS_SHOWN).map(open),
    total: rows.length,
    withProblems: rows.filter(hasProblem).length,
    withMatches: rows.filter((row) => !hasProblem(row) && row.matches.length > 0).length,
  });
}

/**
 * Records every patient of a file in one go, or none: as long as one row has something wrong, nothing is taken. Rows
 * that may be somebody who is here already are taken or left out, as a person has said.
 */
export async function importPatients(
  record: OpenRecord,
  actor: Actor,
  { requestId, matches }: Request<'patients:import'>,
  file: string,
): Promise<Result<Response<'patients:import'>, Failure>> {
  const read = await readRows(record, file);
  if (!read.ok) return read;
  const wrong = read.value.filter(hasProblem).length;
  if (wrong > 0) return err({ kind: 'importHasProblems', rows: wrong });
  const taken = read.value.filter((row) => matches === 'take' || row.matches.length === 0);
  const batches = taken.flatMap(({ identity, allergies }, place) =>
    identity
      ? [newPatient(record, actor, place === 0 ? requestId : newEventId(), { details: identity, allergies })]
      : [],
  );
  if (batches.length > 0) {
    const saved = record.log.append(batches);
    if (!saved.ok) return saved;
  }
  return ok({ taken: batches.length, leftOut: read.value.length - batches.length });
}

function hasProblem({ problems, taken }: ImportRow): boolean {
  return problems.length > 0 || taken !== null;
}

async function readRows(record: OpenRecord, file: string): Promise<Result<readonly ImportRow[], Failure>> {
  const lines: CsvRow[] = [];
  for await (const row of csvRows(onePiece(file))) {
    if (!row.ok) return err({ kind: 'importBroken', line: row.failure.line, why: row.failure.why });
    lines.push(row.value);
    if (lines.length > MOST_ROWS + 1) return err({ kind: 'importNotRead', why: 'tooMany' });
  }
  const [first, ...rest] = lines;
  if (!first || rest.length === 0) return err({ kind: 'importNotRead', why: 'empty' });
  const header = readImportHeader(first.cells);
  if (!header.ok) {
    const short = (names: readonly string[]) => names.map((name) => name.slice(0, 80));
    return err({ kind: 'importColumns', missing: header.missing, unknown: short(header.unknown) });
  }
  const day = today(record);
  return ok(withinFile(rest.map((row) => readRow(record, header.columns, row, day))));
}

async function* onePiece(text: string): AsyncGenerator<string> {
  yield text;
}

const NOTHING_TYPED = {
  familyName: '',
  givenName: '',
  preferredName: '',
  title: '',
  born: '',
  sex: '',
  recordNumber: '',
  height: '',
  allergies: '',
};

function readRow(
  record: OpenRecord,
  columns: readonly ImportColumn[],
  { line, cells }: CsvRow,
  day: string,
): ImportRow {
  const typed = { ...NOTHING_TYPED };
  for (const [place, column] of columns.entries()) typed[IMPORT_COLUMNS[column]] = cells[place] ?? '';
  const { allergies: allergyCell, ...details } = typed;
  const read = readDetails(details, day, { isTraining: record.kind === 'training' });
  const allergies = readImportAllergies(allergyCell);
  const problems: PreviewRow['problems'] = [
    ...(cells.length === columns.length ? [] : [{ field: 'row', why: 'cells' } as const]),
    ...(read.ok ? [] : (read.failure as readonly DetailProblem[])),
    ...(allergies === undefined ? [{ field: 'allergies', why: 'unclear' } as const] : []),
  ];
  const short = (text: string): string => text.slice(0, 200);
  return {
    line,
    familyName: short(typed.familyName),
    givenName: short(typed.givenName),
    born: read.ok ? read.value.born : short(typed.born),
    sex: short(typed.sex),
    recordNumber: short(typed.recordNumber),
    allergyText: short(allergyCell),
    problems,
    taken: read.ok ? (holderOf(record, read.value.recordNumber, null) ?? null) : null,
    matches: read.ok ? [...possibleMatches(record, read.value)] : [],
    identity: read.ok ? read.value : null,
    allergies: allergies ? stored(allergies) : null,
  };
}

function stored({ status, substances }: NonNullable<ReturnType<typeof readImportAllergies>>): Allergies {
  const item = (substance: string) => ({ substance, kind: 'other', reaction: null, year: null }) as const;
  return { status, items: substances.map(item) };
}

/** Two rows of one file: one record number twice is wrong, two who may be the same person are named. */
function withinFile(rows: readonly ImportRow[]): readonly ImportRow[] {
  const byKey = new Map<string, ImportRow>();
  const byFamily = new Map<string, ImportRow[]>();
  return rows.map((row) => {
    const { identity } = row;
    if (!identity) return row;
    const key = recordKey(identity.recordNumber);
    const twin = byKey.get(key);
    byKey.set(key, twin ?? row);
    const alike = [identity.born, recordKey(identity.familyName)].flatMap((by) => byFamily.get(by) ?? []);
    for (const by of [identity.born, recordKey(identity.familyName)])
      byFamily.set(by, [...(byFamily.get(by) ?? []), row]);
    const matches = [...new Set(alike)].flatMap(({ identity: other, line }): readonly KnownPatient[] =>
      other && isPossibleMatch(identity, other) ? [inFile(other, line)] : [],
    );
    return {
      ...row,
      taken: row.taken ?? (twin?.identity ? inFile(twin.identity, twin.line) : null),
      matches: [...row.matches, ...matches],
    };
  });
}

/** Another row of the same file stands for a patient who has no id yet. */
function inFile(identity: PatientIdentity, line: number): KnownPatient {
  const { familyName, givenName, born, recordNumber } = identity;
  return { id: `line ${line}`, familyName, givenName, born, recordNumber };
}
