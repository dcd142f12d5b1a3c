import Papa from 'papaparse';
import { err, ok, type Result } from '../../core/result.ts';

/** A row of a CSV file, and the line of the file it begins on. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

/** Where a file stops being CSV. Nothing after it can be told apart, so nothing after it is read. */
export type BrokenCsv = { readonly line: number; readonly why: string };

/** Without a limit, a quotation mark that was never closed would take in the whole file. */
const LONGEST_ROW = 1_000_000;

const BYTE_ORDER_MARK = '\ufeff';

/**
 * The rows of a CSV text that comes in pieces, in constant memory: a piece and the beginning of one row are held.
 * Columns are separated by commas, lines end in LF or CRLF, and blank lines are passed over. A broken quotation ends
 * the rows.
 */
export async function* csvRows(pieces: AsyncIterable<string>): AsyncGenerator<Result<CsvRow, BrokenCsv>> {
  let [rest, line, isFirst] = ['', 1, true];
  for await (const piece of pieces) {
    rest += isFirst && piece.startsWith(BYTE_ORDER_MARK) ? piece.slice(1) : piece;
    isFirst = false;
    // The last row ends with the piece, not with its own line: the rest of it is still to come.
    const whole = parsedRows(rest).slice(0, -1);
    const next = yield* numbered(whole, line);
    if (next === undefined) return;
    line = next;
    rest = rest.slice(whole.at(-1)?.end ?? 0);
    if (rest.length > LONGEST_ROW) return yield err({ line, why: TOO_LONG });
  }
  yield* numbered(parsedRows(rest), line);
}

/** Hands out rows from a line on and returns the line after them; nothing after a broken row. */
function* numbered(
  rows: readonly ParsedRow[],
  from: number,
): Generator<Result<CsvRow, BrokenCsv>, number | undefined> {
  let line = from;
  for (const { cells, problem } of rows) {
    if (problem !== undefined) return void (yield err({ line, why: problem }));
    if (!isBlank(cells)) yield ok({ line, cells });
    line += linesOf(cells);
  }
  return line;
}

const NOT_CLOSED = 'a quotation mark is opened in the row that begins here and never closed';
const TOO_LONG =
  'the row that begins here does not end within 1,000,000 characters. Close its quotation marks, and end each row with a line break';
const NOT_ALONE =
  'in the row that begins here, a quotation mark stands inside a quoted cell. Write it twice, or close the cell with it';

type ParsedRow = {
  readonly cells: readonly string[];
  /** Characters of the text up to the end of this row. */
  readonly end: number;
  readonly problem: string | undefined;
};

function parsedRows(text: string): readonly ParsedRow[] {
  const rows: ParsedRow[] = [];
  Papa.parse<readonly string[]>(text, {
    delimiter: ',',
    newline: '\n',
    step: ({ data, errors, meta }) => {
      rows.push({ cells: withoutReturn(data), end: meta.cursor, problem: problemOf(errors) });
    },
  });
  return rows;
}

function problemOf(errors: readonly Papa.ParseError[]): string | undefined {
  const [first] = errors;
  if (first === undefined) return undefined;
  return errors.some(({ code }) => code === 'InvalidQuotes') ? NOT_ALONE : NOT_CLOSED;
}

/** Windows ends a line in CR LF; the CR is no part of the last cell. */
function withoutReturn(cells: readonly string[]): readonly string[] {
  return cells.map((cell, place) => (place === cells.length - 1 ? cell.replace(/\r$/, '') : cell));
}

function isBlank(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0] === '';
}

/** Lines a row takes up: one, and one more for each break inside a quoted cell. */
function linesOf(cells: readonly string[]): number {
  return 1 + cells.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
}
