import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryRefusalText } from '../../../src/core/quantity/entryRefusalText.ts';
import { parseEntry } from '../../../src/core/quantity/parseEntry.ts';
import { quantityText } from '../../../src/core/quantity/quantity.ts';

const dose = { unit: 'mg/kg', decimals: 3, minimum: '0.001 mg/kg', maximum: '100 mg/kg' } as const;

function refusalOf(typed: string): string {
  const parsed = parseEntry(typed, dose);
  return parsed.ok ? `accepted as ${quantityText(parsed.value)}` : entryRefusalText(parsed.failure);
}

describe('a typed number', () => {
  it.each([
    ['.5', 'Start with a zero: 0.5'],
    ['5.', 'Nothing after the point. Type 5 or 5.x'],
    ['1,5', 'Use a point, not a comma. Type 1.5 or 15'],
    ['0,125', 'Use a point, not a comma. Type 0.125 or 125'],
    ['1 000', 'Type the digits only: 1000'],
    ['1,000', 'Type the digits only: 1000'],
    ['1\u00a0000', 'Type the digits only: 1000'],
    ['1\u202f000', 'Type the digits only: 1000'],
    ['12,345,678', 'Type the digits only: 12345678'],
    ['123,456', 'Type the digits only: 123456'],
    ['1,0000', 'Use a point, not a comma. Type 1.0000 or 10000'],
    ['1,00', 'Use a point, not a comma. Type 1.00 or 100'],
    ['1234,567', 'Use a point, not a comma. Type 1234.567 or 1234567'],
    ['12,5', 'Use a point, not a comma. Type 12.5 or 125'],
    ['0,05', 'Use a point, not a comma. Type 0.05 or 5'],
    ['0,0', 'Use a point, not a comma. Type 0.0 or 0'],
    ['1 00', 'Digits and one point only'],
    ['x1 000', 'Digits and one point only'],
    ['1 000x', 'Digits and one point only'],
    ['12.', 'Nothing after the point. Type 12 or 12.x'],
    ['.25', 'Start with a zero: 0.25'],
    ['..', 'A second point was typed. Use one point only'],
    ['.5.', 'A second point was typed. Use one point only'],
    ['5..', 'A second point was typed. Use one point only'],
    ['12.5.25.1', 'A second point was typed. Use one point only'],
    ['007', 'Extra zero at the start'],
    ['05.25', 'Extra zero at the start'],
    ['00.5', 'Extra zero at the start'],
    ['05', 'Extra zero at the start'],
    ['0.5.5', 'A second point was typed. Use one point only'],
    ['-5', 'Digits and one point only'],
    ['1e3', 'Digits and one point only'],
    ['½', 'Digits and one point only'],
    ['½0', 'Digits and one point only'],
    ['0½', 'Digits and one point only'],
    ['.', 'Digits and one point only'],
    ['.5x', 'Digits and one point only'],
    ['x.5', 'Digits and one point only'],
    ['x5.', 'Digits and one point only'],
    ['5.x', 'Digits and one point only'],
    [' 5', 'Digits and one point only'],
    ['5 ', 'Digits and one point only'],
    ['5 mg', 'Digits and one point only'],
    ['1,234.5', 'Digits and one point only'],
    ['x1,5', 'Digits and one point only'],
    ['1,5x', 'Digits and one point only'],
    ['1,,5', 'Digits and one point only'],
    ['1,5,5', 'Digits and one point only'],
    [',5', 'Digits and one point only'],
    ['5,', 'Digits and one point only'],
    ['05x', 'Digits and one point only'],
    ['x05', 'Digits and one point only'],
    ['05.x', 'Digits and one point only'],
    ['x0.5.5', 'Digits and one point only'],
    ['0.5.5x', 'Digits and one point only'],
    ['0.0005', 'This field takes 3 decimals'],
    ['', 'Not entered'],
    ['101', 'This field takes 0.001\u00a0mg/kg to 100\u00a0mg/kg'],
    ['0', 'This field takes 0.001\u00a0mg/kg to 100\u00a0mg/kg'],
  ])('%j is refused with %j', (typed, sentence) => {
    expect(refusalOf(typed)).toBe(sentence);
  });

  it('is taken exactly as typed, with nothing rounded or filled in', () => {
    expect(refusalOf('0.5')).toBe('accepted as 0.5 mg/kg');
    expect(refusalOf('0.125')).toBe('accepted as 0.125 mg/kg');
    expect(refusalOf('0.50')).toBe('accepted as 0.5 mg/kg');
    expect(refusalOf('10')).toBe('accepted as 10 mg/kg');
  });

  it('may be the least and the most of its field', () => {
    expect(refusalOf('0.001')).toBe('accepted as 0.001 mg/kg');
    expect(refusalOf('100')).toBe('accepted as 100 mg/kg');
    expect(refusalOf('100.001')).toBe('This field takes 0.001\u00a0mg/kg to 100\u00a0mg/kg');
  });

  it.each([
    [0, '40.5', 'This field takes whole numbers'],
    [1, '40.25', 'This field takes 1 decimal'],
    [2, '40.125', 'This field takes 2 decimals'],
  ])('with %d decimals at most is told so', (decimals, typed, sentence) => {
    const parsed = parseEntry(typed, { unit: 'min', decimals, minimum: '1 min', maximum: '720 min' });
    expect(parsed.ok ? 'accepted' : entryRefusalText(parsed.failure)).toBe(sentence);
  });

  it('is accepted exactly when it fits the grammar, whatever string is typed', () => {
    const grammar = /^(?:0|[1-9]\d*)(?:\.\d{1,3})?$/;
    const keys = fc.string({ unit: fc.constantFrom(...'0123456789.,- e½µ/x'), maxLength: 9 });
    fc.assert(
      fc.property(keys, (typed) => {
        const accepted = parseEntry(typed, dose).ok;
        const value = Number(typed);
        const expected = grammar.test(typed) && value >= 0.001 && value <= 100;
        expect(accepted).toBe(expected);
      }),
      { numRuns: 5_000 },
    );
  });
});
