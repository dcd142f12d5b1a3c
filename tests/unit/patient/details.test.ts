import { describe, expect, it } from 'vitest';
import { readDate, readDetails, type TypedDetails } from '../../../src/core/patient/details.ts';
import { readImportAllergies, readImportHeader } from '../../../src/core/patient/importColumns.ts';

const TODAY = '2025-11-14';
const CLINIC = { isTraining: false };
const TRAINING = { isTraining: true };
const TYPED: TypedDetails = {
  familyName: ' Okafor ',
  givenName: 'Ada',
  preferredName: '',
  title: 'Ms',
  born: '1984-03-09',
  sex: 'Female',
  recordNumber: '004-271-88',
  height: '172',
};

function problems(change: Partial<TypedDetails>) {
  const read = readDetails({ ...TYPED, ...change }, TODAY, CLINIC);
  return read.ok ? [] : read.failure.map(({ field, why }) => `${field} ${why}`);
}

describe('typed details', () => {
  it('are read exactly, without the space around them', () => {
    expect(readDetails(TYPED, TODAY, CLINIC)).toEqual({
      ok: true,
      value: {
        familyName: 'Okafor',
        givenName: 'Ada',
        preferredName: null,
        title: 'Ms',
        born: '1984-03-09',
        sex: 'female',
        recordNumber: '004-271-88',
        height: '172 cm',
      },
    });
  });

  it('may go without a title and a height, and may have a preferred name', () => {
    const read = readDetails(
      { ...TYPED, title: '', height: '', preferredName: 'Addie  Lu', sex: 'male', familyName: 'Oe\u0308' },
      TODAY,
      CLINIC,
    );
    expect(read).toMatchObject({
      ok: true,
      value: { title: null, height: null, preferredName: 'Addie Lu', sex: 'male', familyName: 'Oë' },
    });
  });

  it('have a record number that begins with T in a training clinic, and any other in a real one', () => {
    const inTraining = (recordNumber: string) => {
      const read = readDetails({ ...TYPED, recordNumber }, TODAY, TRAINING);
      return read.ok ? [] : read.failure;
    };
    expect(inTraining('T004-271-88')).toEqual([]);
    expect(inTraining(' t004-271-88')).toEqual([]);
    for (const real of ['004-271-88', '0T04', '-T04'])
      expect(inTraining(real)).toEqual([{ field: 'recordNumber', why: 'trainingMark' }]);
    expect(inTraining('')).toEqual([{ field: 'recordNumber', why: 'missing' }]);
    expect(problems({ recordNumber: 'T004' })).toEqual([]);
  });

  it('name every field that is missing at once', () => {
    const nothing = { familyName: '', givenName: ' ', born: '', sex: '', recordNumber: '' };
    expect(problems(nothing)).toEqual([
      'familyName missing',
      'givenName missing',
      'born missing',
      'sex missing',
      'recordNumber missing',
    ]);
  });

  it.each<[Partial<TypedDetails>, string]>([
    [{ familyName: '12' }, 'familyName noLetter'],
    [{ familyName: 'x'.repeat(61) }, 'familyName tooLong'],
    [{ givenName: 'A\u200bda' }, 'givenName signs'],
    [{ preferredName: '-' }, 'preferredName noLetter'],
    [{ title: '?' }, 'title noLetter'],
    [{ sex: 'f' }, 'sex unknown'],
    [{ recordNumber: '--' }, 'recordNumber noLetter'],
    [{ recordNumber: '1'.repeat(61) }, 'recordNumber tooLong'],
    [{ recordNumber: '1\n2' }, 'recordNumber signs'],
    [{ born: '09/03/1984' }, 'born dateForm'],
    [{ born: '9-3-1984' }, 'born dateForm'],
    [{ born: '09-Mrz-1984' }, 'born dateForm'],
    [{ born: '11984-03-09' }, 'born dateForm'],
    [{ born: '1984-03-091' }, 'born dateForm'],
    [{ born: '109-Mar-1984' }, 'born dateForm'],
    [{ born: '09-Mar-19841' }, 'born dateForm'],
    [{ born: '1984-3-9' }, 'born dateForm'],
    [{ born: '1984-13-01' }, 'born noSuchDay'],
    [{ born: '1984-00-01' }, 'born noSuchDay'],
    [{ born: '1984-04-31' }, 'born noSuchDay'],
    [{ born: '1984-04-00' }, 'born noSuchDay'],
    [{ born: '2023-02-29' }, 'born noSuchDay'],
    [{ born: '1900-02-29' }, 'born noSuchDay'],
    [{ born: '2025-11-15' }, 'born inFuture'],
    [{ born: '1895-11-13' }, 'born tooLongAgo'],
    [{ height: '1,72' }, 'height number'],
    [{ height: '29' }, 'height number'],
    [{ height: '273' }, 'height number'],
  ])('with %j are refused: %s', (change, problem) => {
    expect(problems(change)).toEqual([problem]);
  });

  it.each([
    ['2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['09-Mar-1984', '1984-03-09'],
    ['9-mar-1984', '1984-03-09'],
    ['31-DEC-1999', '1999-12-31'],
    ['1-Jan-2000', '2000-01-01'],
    ['1984-04-01', '1984-04-01'],
  ])('have a date %s, which is %s', (typed, date) => {
    expect(readDate(typed)).toEqual({ ok: true, value: date });
  });

  it('are at most 60 characters each', () => {
    const sixty = 'x'.repeat(60);
    expect(problems({ familyName: sixty, givenName: sixty, preferredName: sixty, title: sixty })).toEqual([]);
    expect(problems({ recordNumber: '1'.repeat(60) })).toEqual([]);
    expect(problems({ preferredName: `${sixty}x`, title: `${sixty}x` })).toEqual([
      'preferredName tooLong',
      'title tooLong',
    ]);
  });

  it('reach back 130 years to the day, and up to today', () => {
    expect(problems({ born: '1895-11-14' })).toEqual([]);
    expect(problems({ born: TODAY })).toEqual([]);
  });
});

describe('the first row of a file', () => {
  const needed = ['family name', 'given name', 'date of birth', 'sex', 'record number'];

  it('may have its columns in any order and in capitals', () => {
    const names = ['Record Number', ' SEX', ...needed.slice(0, 3), 'allergies'];
    expect(readImportHeader(names)).toEqual({
      ok: true,
      columns: ['record number', 'sex', ...needed.slice(0, 3), 'allergies'],
    });
  });

  it('is refused with what is missing, what is not known and what is there twice', () => {
    expect(readImportHeader(['family name', 'sex', 'sex', 'weight'])).toEqual({
      ok: false,
      missing: ['given name', 'date of birth', 'record number'],
      unknown: ['sex', 'weight'],
    });
    expect(readImportHeader(needed.slice(1))).toEqual({
      ok: false,
      missing: ['family name'],
      unknown: [],
    });
    expect(readImportHeader([...needed, 'toString'])).toMatchObject({ ok: false, unknown: ['tostring'] });
  });
});

describe('allergies in a cell', () => {
  it.each([
    ['', null],
    [' None ', { status: 'none', substances: [] }],
    ['no known allergies', { status: 'none', substances: [] }],
    ['Could not be obtained', { status: 'unobtainable', substances: [] }],
    ['latex', { status: 'known', substances: ['latex'] }],
    ['latex; Penicillin ;', { status: 'known', substances: ['latex', 'Penicillin'] }],
    ['x'.repeat(100), { status: 'known', substances: ['x'.repeat(100)] }],
  ])('"%s" are %j', (cell, read) => {
    expect(readImportAllergies(cell)).toEqual(read);
  });

  it.each(['NKDA', 'nil', '-', 'yes', 'unknown', 'latex; n/a', ';', 'x'.repeat(101)])(
    'as "%s" can be read two ways',
    (cell) => {
      expect(readImportAllergies(cell)).toBeUndefined();
    },
  );
});
