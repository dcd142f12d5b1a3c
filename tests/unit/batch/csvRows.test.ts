import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvRow, csvRows } from '../../../src/main/commands/csvRows.ts';

/** The rows as `line: cell|cell`, and at the end what is broken. */
async function rowsOf(...pieces: readonly string[]): Promise<readonly string[]> {
  async function* given() {
    yield* pieces;
  }
  const told: string[] = [];
  for await (const row of csvRows(given()))
    told.push(
      row.ok ? `${row.value.line}: ${row.value.cells.join('|')}` : `${row.failure.line}! ${row.failure.why}`,
    );
  return told;
}

const NOT_CLOSED = 'a quotation mark is opened in the row that begins here and never closed';
const TOO_LONG =
  'the row that begins here does not end within 1,000,000 characters. Close its quotation marks, and end each row with a line break';
const NOT_ALONE =
  'in the row that begins here, a quotation mark stands inside a quoted cell. Write it twice, or close the cell with it';

describe('the rows of a CSV text', () => {
  it.each<[string, string, readonly string[]]>([
    ['with LF', 'a,b\n1,2\n', ['1: a|b', '2: 1|2']],
    ['with CRLF', 'a,b\r\n1,2\r\n', ['1: a|b', '2: 1|2']],
    ['with both', 'a,b\r\n1,2\n3,4\r\n', ['1: a|b', '2: 1|2', '3: 3|4']],
    ['without a last line end', 'a,b\n1,2', ['1: a|b', '2: 1|2']],
    ['with a byte order mark', '\ufeffa,b\n1,2\n', ['1: a|b', '2: 1|2']],
    ['with quoted cells', '"a","b"\r\n"1,5","say ""so"""\r\n', ['1: a|b', '2: 1,5|say "so"']],
    ['with a comma in a quoted cell at the end', 'a,b\n1,"2,5"', ['1: a|b', '2: 1|2,5']],
    ['with blank lines', '\na,b\n\r\n\n1,2\n\n', ['2: a|b', '5: 1|2']],
    ['with empty cells', 'a,b\n,\n', ['1: a|b', '2: |']],
    ['with a line break in a cell', 'a,b\n"1\n\n1",2\n3,4\n', ['1: a|b', '2: 1\n\n1|2', '5: 3|4']],
    ['of other lengths', 'a,b\n1\n1,2,3\n', ['1: a|b', '2: 1', '3: 1|2|3']],
    ['with spaces kept', 'a, b\n 1 ,2\n', ['1: a| b', '2:  1 |2']],
    ['with a quotation mark inside a bare cell', 'a,b\n5",2\n', ['1: a|b', '2: 5"|2']],
    ['with one column', 'a\n1\n', ['1: a', '2: 1']],
    ['that is empty', '', []],
  ])('%s', async (_name, text, rows) => {
    expect(await rowsOf(text)).toEqual(rows);
  });

  it('are the same however the text is cut into pieces', async () => {
    const cells = fc.stringMatching(/^[ab1., "\n]{0,6}$/);
    const table = fc.array(fc.array(cells, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.array(fc.nat(60), { maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        async (rows, cuts, end) => {
          const text = rows
            .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
            .map((row) => `${row}${end}`)
            .join('');
          const places = [0, ...[...cuts].sort((left, right) => left - right), text.length];
          const pieces = places.slice(1).map((place, at) => text.slice(places[at], place));
          const told = await rowsOf(...pieces);
          let line = 1;
          const expected = rows.map((row) => {
            const here = `${line}: ${row.join('|')}`;
            line += 1 + row.join('').split('\n').length - 1;
            return here;
          });
          expect(told).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a broken CSV text', () => {
  it.each<[string, string, readonly string[]]>([
    ['a quotation mark never closed', 'a,b\n1,2\n"3,4\n5,6\n', ['1: a|b', '2: 1|2', `3! ${NOT_CLOSED}`]],
    ['one never closed in the last cell', 'a,b\n1,"2', ['1: a|b', `2! ${NOT_CLOSED}`]],
    ['one in the middle of a quoted cell', 'a,b\n1,2\n"3"x,4\n', ['1: a|b', '2: 1|2', `3! ${NOT_ALONE}`]],
    ['one after a cell of two lines', 'a,b\n"1\n1",2\n"3\n', ['1: a|b', '2: 1\n1|2', `4! ${NOT_CLOSED}`]],
    ['one closed by accident later on', 'a,b\n"3"x,4\n5,"6"\n7,8\n', ['1: a|b', `2! ${NOT_ALONE}`]],
  ])('names the line of %s, and ends there', async (_name, text, rows) => {
    expect(await rowsOf(text)).toEqual(rows);
    expect(await rowsOf(...text)).toEqual(rows);
  });

  it('is not held in memory to look for the end of one row', async () => {
    let handedOut = 0;
    async function* endless() {
      yield 'a,b\n1,2\n"3,';
      for (; handedOut < 1_000; handedOut += 1) yield 'x'.repeat(100_000);
    }
    const told: (CsvRow | string)[] = [];
    for await (const row of csvRows(endless()))
      told.push(row.ok ? row.value : `${row.failure.line}! ${row.failure.why}`);
    expect(told.at(-1)).toBe(`3! ${TOO_LONG}`);
    expect(handedOut).toBe(9);
  });

  it('may have a row of a million characters', async () => {
    const row = `"${'x'.repeat(999_998)}`;
    expect(await rowsOf('a,b\n', row, '",2\n')).toHaveLength(2);
    expect(await rowsOf('a,b\n', row, 'xx', '",2\n')).toEqual(['1: a|b', `2! ${TOO_LONG}`]);
  });
});
