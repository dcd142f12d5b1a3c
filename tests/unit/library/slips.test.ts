import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitSlip } from '../../../src/core/library/digitSlip.ts';
import type { LimitBand } from '../../../src/core/library/library.ts';
import { type PlannedValues, type Slip, slips } from '../../../src/core/library/slips.ts';
import { slipText } from '../../../src/core/library/slipText.ts';
import { readAnyQuantity } from '../../../src/core/quantity/format.ts';
import {
  type Quantity,
  type QuantityText,
  quantity,
  readQuantity,
  type Unit,
} from '../../../src/core/quantity/quantity.ts';
import { compare, multiply, type Rational, rational } from '../../../src/core/quantity/rational.ts';
import worked from '../../fixtures/dosing/slips.json' with { type: 'json' };

type Case = {
  readonly name: string;
  readonly typed: string;
  readonly band?: LimitBand<Unit>;
  readonly last?: string;
  readonly planned?: Record<string, string>;
  readonly expected: readonly { readonly kind: string; readonly sentence: string }[];
};

const cases = worked.cases as unknown as readonly Case[];
const read = (text: string) => readAnyQuantity(text as QuantityText);

function slipsOf({ typed, band, last, planned }: Case): readonly Slip[] {
  return slips({
    typed: read(typed),
    ...(band && { band }),
    ...(last !== undefined && { last: read(last) }),
    ...(planned && {
      planned: Object.fromEntries(
        Object.entries(planned).map(([field, text]) => [field, read(text)]),
      ) as PlannedValues,
    }),
  });
}

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('a typed value', () => {
  it.each(cases.map((each) => [each.name, each] as const))('%s', (_name, each) => {
    const found = slipsOf(each).map((slip) => ({ kind: slip.kind, sentence: plain(slipText(slip)) }));
    expect(found).toEqual(each.expected);
  });

  it('names in its finding what it was held against, as stored', () => {
    expect(slipsOf({ name: '', typed: '5 mg/kg', band: { usual: '0.5 mg/kg' }, expected: [] })).toEqual([
      { typed: '5 mg/kg', kind: 'tenTimes', exactly: true, against: { kind: 'usual', value: '0.5 mg/kg' } },
    ]);
    expect(slips({ typed: read('160 kg'), last: read('72.4 kg') })).toEqual([
      {
        typed: '160 kg',
        kind: 'poundsForKilograms',
        exactly: false,
        against: { kind: 'last', value: '72.4 kg' },
      },
    ]);
    const band = { hardMinimum: '0.1 mg/kg', hardMaximum: '1 mg/kg' } as const;
    expect(slips({ typed: readQuantity('5 mg/kg', 'mg/kg'), band })).toEqual([
      {
        typed: '5 mg/kg',
        kind: 'limits',
        factor: 'tenTimes',
        against: { minimum: '0.1 mg/kg', maximum: '1 mg/kg' },
      },
    ]);
    expect(slips({ typed: read('54 min'), planned: { rate: readQuantity('54 mL/h', 'mL/h') } })).toEqual([
      { typed: '54 min', kind: 'otherField', against: { kind: 'rate', value: '54 mL/h' } },
    ]);
  });

  it('is not held against limits of which one end is open', () => {
    expect(slips({ typed: read('5 mg/kg'), band: { softMaximum: '1 mg/kg' } })).toEqual([]);
    expect(slips({ typed: read('0.05 mg/kg'), band: { softMinimum: '0.1 mg/kg' } })).toEqual([]);
  });

  it('is held against the usual only outside the limits of its side', () => {
    const kinds = (typed: string, band: LimitBand<'min'>) =>
      slips({ typed: readQuantity(`${typed} min`, 'min'), band }).map(({ kind }) => kind);
    const usual = '45 min' as const;
    expect(kinds('54', { usual, softMaximum: '60 min' })).toEqual([]);
    expect(kinds('54', { usual, softMaximum: '54 min' })).toEqual([]);
    expect(kinds('54', { usual, softMaximum: '53 min' })).toEqual(['digitsSwapped']);
    expect(kinds('54', { usual, softMinimum: '40 min' })).toEqual(['digitsSwapped']);
    expect(kinds('54', { usual, softMaximum: '60 min', hardMaximum: '50 min' })).toEqual([]);
    expect(kinds('45', { usual: '54 min', softMinimum: '30 min' })).toEqual([]);
    expect(kinds('45', { usual: '54 min', softMinimum: '45 min' })).toEqual([]);
    expect(kinds('45', { usual: '54 min', softMinimum: '46 min' })).toEqual(['digitsSwapped']);
    expect(kinds('45', { usual: '54 min', hardMinimum: '46 min' })).toEqual(['digitsSwapped']);
    expect(kinds('45', { usual: '54 min', softMaximum: '60 min' })).toEqual(['digitsSwapped']);
  });

  it('that is a factor away is found from 0.9 to 1.1 of that factor, both included', () => {
    const factor = (typed: string, last: string) =>
      slips({ typed: read(`${typed} mL/h`), last: read(`${last} mL/h`) }).map(({ kind }) => kind);
    expect([factor('89.9', '10'), factor('90', '10')]).toEqual([[], ['tenTimes']]);
    expect([factor('1100.1', '100.01'), factor('112', '10.1')]).toEqual([['tenTimes'], []]);
    expect([factor('1.1', '12.2'), factor('1.1', '12.3')]).toEqual([['tenth'], []]);
    expect([factor('539', '10'), factor('540', '10')]).toEqual([[], ['sixtyTimes']]);
    expect([factor('660', '10'), factor('661', '10')]).toEqual([['sixtyTimes'], []]);
    expect([factor('1', '66'), factor('1', '67')]).toEqual([['sixtieth'], []]);
    expect([factor('8999', '10'), factor('9000', '10')]).toEqual([[], ['thousandTimes']]);
    expect([factor('0.011', '10'), factor('0.0111', '10')]).toEqual([['thousandth'], []]);
  });

  it('is the last value again up to 10 % away, both sides', () => {
    const kinds = (typed: string, last: string) =>
      slips({ typed: read(`${typed} mL/h`), last: read(`${last} mL/h`) }).map(({ kind }) => kind);
    // 12 for 21 is not near; 109 for 190 neither. 98 for 89 is 10.1 % away, 87 for 78 is 11.5 %, 89 for 98 is 9.2 %.
    expect([kinds('98', '89'), kinds('89', '98')]).toEqual([['digitsSwapped'], []]);
  });
});

describe('pounds', () => {
  it('are what only a weight is typed in', () => {
    const kinds = (typed: string, usual: string) =>
      slips({ typed: read(typed), band: { usual: usual as QuantityText<'mg/kg'> } }).map(({ kind }) => kind);
    expect(kinds('1.1023 mg/kg', '0.5 mg/kg')).toEqual([]);
    expect(slips({ typed: read('158.7 kg'), last: read('72 kg') }).map(({ kind }) => kind)).toContain(
      'poundsForKilograms',
    );
  });
});

describe('digits', () => {
  const slip = (typed: string, meant: string) => digitSlip(read(`${typed} mL`), read(`${meant} mL`));

  it.each([
    ['54', '45', 'digitsSwapped'],
    ['74.2', '72.4', 'digitsSwapped'],
    ['70.2', '72', 'digitsSwapped'],
    ['72', '70.2', 'digitsSwapped'],
    ['213', '123', 'digitsSwapped'],
    ['1.2', '1.02', 'digitsSwapped'],
    ['132', '123', 'digitsSwapped'],
    ['321', '123', undefined],
    ['2143', '1234', undefined],
    ['124', '123', undefined],
    ['123', '123', undefined],
    ['11', '11', undefined],
    ['55', '5', 'digitDoubled'],
    ['722.4', '72.4', 'digitDoubled'],
    ['72.44', '72.4', 'digitDoubled'],
    ['772.4', '72.4', 'digitDoubled'],
    ['555', '5', undefined],
    ['56', '5', undefined],
    ['5', '55', undefined],
    ['512', '5', undefined],
    ['1000/3', '45', undefined],
    ['45', '1000/3', undefined],
    ['31/3', '13/3', undefined],
    ['11/3', '1/3', undefined],
  ] as const)('%s for %s is %s', (typed, meant, expected) => {
    expect(slip(typed, meant)).toBe(expected);
  });
});

describe('whatever is typed', () => {
  const share = (lowest: number, highest: number) =>
    fc.integer({ min: lowest, max: highest }).map((thousandths) => rational(BigInt(thousandths), 1000n));
  const usualDose = fc.integer({ min: 1, max: 5000 }).map((n) => rational(BigInt(n), 1000n));
  const inUnit = (value: Rational): Quantity<'mg/kg'> => quantity(value, 'mg/kg');

  it('nothing is said of a value within 10 % of the usual', () => {
    fc.assert(
      fc.property(usualDose, share(900, 1100), usualDose, (usual, part, last) => {
        const typed = inUnit(multiply(usual, part));
        const band = { usual: `${usual.numerator}/${usual.denominator} mg/kg` } as const;
        const planned = { total: quantity(typed.value, 'mg') };
        expect(slips({ typed, band, last: inUnit(last), planned })).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('10, 1/10, 1,000 and 1/1,000 times the usual are always named, as exactly that', () => {
    const factor = fc.constantFrom(
      ['tenTimes', rational(10n)],
      ['tenth', rational(1n, 10n)],
      ['thousandTimes', rational(1000n)],
      ['thousandth', rational(1n, 1000n)],
    );
    fc.assert(
      fc.property(usualDose, factor, (usual, [kind, times]) => {
        const band = { usual: `${usual.numerator}/${usual.denominator} mg/kg` } as const;
        const [found] = slips({ typed: inUnit(multiply(usual, times as Rational)), band });
        expect(found).toMatchObject({ kind, exactly: true });
      }),
      { numRuns: 300 },
    );
  });

  it('a weight in pounds is found against a last weight that was up to 4 % different', () => {
    const weight = fc.integer({ min: 300, max: 1600 }).map((n) => rational(BigInt(n), 10n));
    fc.assert(
      fc.property(weight, share(960, 1040), (last, change) => {
        const typed = quantity(multiply(multiply(last, change), rational(22_046n, 10_000n)), 'kg');
        const kinds = slips({ typed, last: quantity(last, 'kg') }).map(({ kind }) => kind);
        expect(kinds).toContain('poundsForKilograms');
      }),
      { numRuns: 300 },
    );
  });

  it('no sentence offers the value that was meant: each number in it was typed, seen or is the factor', () => {
    const factors = ['10', '60', '1,000', '1/10', '1/60', '1/1,000', '2.2', '0.45'];
    for (const each of cases) {
      for (const slip of slipsOf(each)) {
        const seen = JSON.stringify({ ...each, name: '', expected: [] });
        const [beforePounds = '', afterPounds = ''] = plain(slipText(slip)).split(/\(= [\d,]+ lb\)/);
        const numbers = `${beforePounds}${afterPounds}`.match(/\d[\d,./]*\d|\d/g) ?? [];
        for (const number of numbers) {
          const isSeen = seen.includes(number) || seen.includes(number.replaceAll(',', ''));
          expect(isSeen || factors.includes(number), `${number} in ${slipText(slip)}`).toBe(true);
        }
      }
    }
  });

  it('two numbers of the reference plan in each other’s field are never both silent', () => {
    const planned: Required<PlannedValues> = {
      dose: readQuantity('0.5 mg/kg', 'mg/kg'),
      total: readQuantity('36.4 mg', 'mg'),
      rate: readQuantity('54 mL/h', 'mL/h'),
      volume: readQuantity('36 mL', 'mL'),
      duration: readQuantity('40 min', 'min'),
      weight: readQuantity('72.8 kg', 'kg'),
    };
    const fields = Object.keys(planned) as (keyof PlannedValues)[];
    for (const field of fields) {
      for (const other of fields) {
        const { value }: Quantity = planned[other];
        const typed: Quantity = { value, unit: planned[field].unit };
        const found = slips({ typed, planned }).map(({ kind, against }) => ({ kind, against }));
        const same = compare(value, planned[field].value) === 0;
        if (same) expect(found).toEqual([]);
        else expect(found).toMatchObject([{ kind: 'otherField', against: { kind: other } }]);
      }
    }
  });
});
