import { describe, expect, it } from 'vitest';
import { gtin14, isGtin, readVialScan } from '../../../src/core/library/vialScan.ts';

const GTIN = '09506000134352';
const TODAY = '2025-11-14';
const GS = '\u001d';
const LABEL = { lot: 'K24B117', expiry: '2027-08' };
const read = (text: string) => readVialScan(text, TODAY);
const readLabel = (text: string) => {
  const scan = read(text);
  return scan.ok ? scan.value.label : scan.failure;
};

describe('a scanned vial', () => {
  it.each([
    ['as printed below the code', `(01)${GTIN}(17)270831(10)K24B117`],
    ['in a row, the lot last', `01${GTIN}1727083110K24B117`],
    ['in a row, the lot first and a separator behind it', `01${GTIN}10K24B117${GS}17270831`],
    ['with a separator before all of it', `${GS}01${GTIN}1727083110K24B117`],
    ['with the kind of code before it', `]d201${GTIN}1727083110K24B117`],
    ['with a serial number and a day of production', `01${GTIN}112508011727083110K24B117${GS}21A-1`],
    ['with blanks around it', `  01${GTIN}1727083110K24B117 `],
  ])('is read %s', (_how, text) => {
    expect(read(text)).toEqual({ ok: true, value: { gtin: GTIN, label: LABEL } });
  });

  it.each([
    ['9506000134352', GTIN],
    [GTIN, GTIN],
    ['036000291452', '00036000291452'],
    ['96385074', '00000096385074'],
  ])('with a bare number is the product alone: %s', (text, gtin) => {
    expect(read(text)).toEqual({ ok: true, value: { gtin, label: null } });
  });

  it('gives lot and expiry only together: one may have swallowed the other', () => {
    expect(read(`01${GTIN}10K24B11717270831`)).toEqual({ ok: true, value: { gtin: GTIN, label: null } });
    expect(readLabel(`01${GTIN}17270831`)).toBeNull();
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['17270831', 'checkDigit'],
    ['(17)270831(10)K24B117', 'notProduct'],
    ['9506000134353', 'checkDigit'],
    ['0109506000134353', 'checkDigit'],
    ['01', 'field'],
    ['(01)950600013435', 'field'],
    ['(01)09506000134352x(17)270831', 'field'],
    ['(01)09506000134352(17)27083', 'field'],
    ['(01)09506000134352(99)1', 'field'],
    ['(01)09506000134352(10)', 'field'],
    ['(01)09506000134352(10)123456789012345678901', 'field'],
    ['(01)09506000134352 17270831', 'field'],
    ['(01)x9506000134352(17)270831', 'field'],
    ['(01)0950600013435x(17)270831', 'field'],
    [`(01)${GTIN})`, 'field'],
    [`(01)${GTIN}(17)270831(10)K24(B`, 'field'],
    ['KT-0412', 'field'],
    ['LOT-0412', 'field'],
    ['0412-LOT', 'field'],
    ['hello', 'field'],
    ['(01)09506000134352(01)09506000134352', 'twice'],
    ['(01)09506000134352(17)270831(10)K 24', 'lot'],
    ['(01)09506000134352(17)271331(10)K24', 'date'],
    ['(01)09506000134352(17)270031(10)K24', 'date'],
    ['(01)09506000134352(17)270431(10)K24', 'date'],
    ['(01)09506000134352(17)270230(10)K24', 'date'],
    ['(01)09506000134352(17)270132(10)K24', 'date'],
  ])('that is not understood whole is refused: “%s”, %s', (text, why) => {
    expect(read(text)).toEqual({ ok: false, failure: { kind: 'scanNotRead', why } });
  });

  it('has a lot of up to 20 characters and any of the twelve months', () => {
    const lot = '12345678901234567890';
    expect(readLabel(`(01)${GTIN}(17)271200(10)${lot}`)).toEqual({ lot, expiry: '2027-12' });
    expect(readLabel(`(01)${GTIN}(17)270100(10)A`)).toEqual({ lot: 'A', expiry: '2027-01' });
  });

  it('expires in the century that is nearer', () => {
    const month = (year: string) => {
      const label = readLabel(`(01)${GTIN}(17)${year}0800(10)A`);
      return label && 'expiry' in label ? label.expiry : label;
    };
    expect(month('27')).toBe('2027-08');
    expect(month('75')).toBe('2075-08');
    expect(month('76')).toBe('1976-08');
    const late = (year: string) => {
      const scan = readVialScan(`(01)${GTIN}(17)${year}0800(10)A`, '2095-01-01');
      return scan.ok && scan.value.label?.expiry;
    };
    expect(late('10')).toBe('2110-08');
    expect(late('45')).toBe('2145-08');
    expect(late('46')).toBe('2046-08');
  });
});

describe('a GTIN', () => {
  it('has 8, 12, 13 or 14 digits, and ends in their check digit', () => {
    for (const digits of ['96385074', '036000291452', '9506000134352', GTIN])
      expect(isGtin(digits)).toBe(true);
    for (const digits of ['96385075', '950600013435', '950600013', 'x506000134352', `1${GTIN}`])
      expect(isGtin(digits), digits).toBe(false);
    // Of these the check digit is right: only their length is not.
    for (const length of [0, 7, 9, 10, 11, 15])
      expect(isGtin('0'.repeat(length)), `${length} digits`).toBe(false);
    expect(gtin14('96385074')).toBe('00000096385074');
  });
});
