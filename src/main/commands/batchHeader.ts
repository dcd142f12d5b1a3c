import { COLUMNS, type Column, columnNamed, type Row } from '../../core/batch/row.ts';
import { err, ok, type Result } from '../../core/result.ts';

/** The first stands where bytes were no UTF-8; the second is every other byte of a UTF-16 file. */
const FOREIGN_CHARACTERS = ['\ufffd', '\u0000'];
const SAVE_AS_UTF8 = 'This is not UTF-8 text. Save the file as CSV UTF-8';

/** The columns of a file in its own order, or what is wrong with its first row. Unknown columns are named. */
export function batchHeader(cells: readonly string[]): Result<readonly Column[], string> {
  if (cells.some(isForeign)) return err(SAVE_AS_UTF8);
  const [only = ''] = cells;
  if (cells.length === 1 && /[;\t]/.test(only))
    return err('The columns are not separated by commas. Save the file as CSV with commas');
  const named = cells.map(columnNamed);
  const unknown = cells.filter((_, place) => named[place] === undefined);
  if (unknown.length > 0) {
    const names = unknown.map((cell) => `"${cell}"`).join(', ');
    return err(
      `Unknown ${unknown.length === 1 ? 'column' : 'columns'}: ${names}. The columns are: ${COLUMNS.join(', ')}`,
    );
  }
  const twice = cells.find((cell, place) => cells.indexOf(cell) !== place);
  if (twice !== undefined) return err(`The column "${twice}" stands there twice. Leave one`);
  if (!cells.includes('ask')) return err('The column "ask" is missing: it says what each row asks');
  return ok(named.filter((column) => column !== undefined));
}

/**
 * The cells of a row by their columns. Refuses a row with more or fewer cells than the header: a comma is missing or one
 * too many, and no cell of it can be trusted to stand in its own column.
 */
export function batchRow(
  columns: readonly Column[],
  cells: readonly string[],
  line: number,
): Result<Row, string> {
  if (cells.length !== columns.length) {
    const count = `${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}`;
    return err(
      `Line ${line} has ${count} and the header ${columns.length}. Give every column its comma, and put quotation marks around a value with a comma in it`,
    );
  }
  if (cells.some(isForeign)) return err(`Line ${line}: ${SAVE_AS_UTF8}`);
  return ok(Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? ''])));
}

function isForeign(cell: string): boolean {
  return FOREIGN_CHARACTERS.some((character) => cell.includes(character));
}
