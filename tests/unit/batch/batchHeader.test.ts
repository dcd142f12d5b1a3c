import { describe, expect, it } from 'vitest';
import { COLUMNS } from '../../../src/core/batch/row.ts';
import { batchHeader, batchRow } from '../../../src/main/commands/batchHeader.ts';
import { progressLine } from '../../../src/main/commands/progressLine.ts';

const ALL = `The columns are: ${COLUMNS.join(', ')}`;

describe('the first row of a batch', () => {
  it('takes every column in any order', () => {
    const cells = [...COLUMNS].reverse();
    expect(batchHeader(cells)).toEqual({ ok: true, value: cells });
    expect(batchHeader(['ask'])).toEqual({ ok: true, value: ['ask'] });
  });

  it.each<[string, readonly string[]]>([
    [`Unknown column: "Weight". ${ALL}`, ['id', 'ask', 'Weight']],
    [`Unknown columns: "wt", "". ${ALL}`, ['ask', 'wt', '']],
    [`Unknown column: " ask". ${ALL}`, ['id', ' ask']],
    ['The column "dose" stands there twice. Leave one', ['ask', 'dose', 'unit', 'dose']],
    ['The column "ask" is missing: it says what each row asks', ['id', 'unit']],
    ['The columns are not separated by commas. Save the file as CSV with commas', ['id;ask;unit']],
    ['The columns are not separated by commas. Save the file as CSV with commas', ['id\task']],
    [`Unknown columns: "a;b", "c". ${ALL}`, ['a;b', 'c']],
    ['This is not UTF-8 text. Save the file as CSV UTF-8', ['ask', 'gewichtf\ufffdr']],
    ['This is not UTF-8 text. Save the file as CSV UTF-8', ['i\u0000d\u0000', 'ask']],
  ])('is refused: %s', (reason, cells) => {
    expect(batchHeader(cells)).toEqual({ ok: false, failure: reason });
  });
});

describe('a row under its header', () => {
  it('has its cells by their columns', () => {
    expect(batchRow(['unit', 'ask'], ['mL/h', ''], 2)).toEqual({
      ok: true,
      value: { unit: 'mL/h', ask: '' },
    });
  });

  it.each<[string, readonly string[]]>([
    [
      'Line 7 has 1 cell and the header 2. Give every column its comma, and put quotation marks around a value with a comma in it',
      ['rate'],
    ],
    [
      'Line 7 has 3 cells and the header 2. Give every column its comma, and put quotation marks around a value with a comma in it',
      ['rate', '1', '5 mg'],
    ],
    ['Line 7: This is not UTF-8 text. Save the file as CSV UTF-8', ['rate', '5 \ufffdg']],
  ])('is refused: %s', (reason, cells) => {
    expect(batchRow(['ask', 'dose'], cells, 7)).toEqual({ ok: false, failure: reason });
  });
});

describe('progress', () => {
  it('is told on a terminal, each time in place of the last', () => {
    const written: string[] = [];
    const progress = progressLine({ isTTY: true, write: (text) => written.push(text) });
    progress.show(1, 0);
    progress.show(1_000, 12_345_678);
    progress.clear();
    expect(written).toEqual([
      '\r\u001b[K1 row, 0 with an error',
      '\r\u001b[K1,000 rows, 12,345,678 with an error',
      '\r\u001b[K',
    ]);
  });

  it.each([{}, { isTTY: false }])('is told nowhere else', (stream) => {
    const written: string[] = [];
    const progress = progressLine({ ...stream, write: (text) => written.push(text) });
    progress.show(1, 0);
    progress.clear();
    expect(written).toEqual([]);
  });
});
