import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerInfusion } from '../../../src/core/batch/answerInfusion.ts';
import { answerRow } from '../../../src/core/batch/answerRow.ts';
import { askNamed, type InfusionAsk, isBodyAsk } from '../../../src/core/batch/asks.ts';
import { bodyRefusalError } from '../../../src/core/batch/bodyRefusal.ts';
import { type Given, readGiven } from '../../../src/core/batch/given.ts';
import { type Row, rowErrorText } from '../../../src/core/batch/row.ts';
import { batchDisagreements } from '../../../src/core/crosscheck/batchBackward.ts';
import { type Quantity, quantity, readQuantity, type Unit } from '../../../src/core/quantity/quantity.ts';
import { add, multiply, rational } from '../../../src/core/quantity/rational.ts';
import vectors from '../../fixtures/dosing/batch.json' with { type: 'json' };

function given(row: Row): Given {
  const read = readGiven(row);
  if (!read.ok) throw new Error(rowErrorText(read.failure));
  return read.value;
}

/** What the second engine says of an answer that was not worked out but claimed. */
function said(ask: InfusionAsk, row: Row, claimed: string): readonly string[] {
  const [, unit = ''] = claimed.split(' ');
  return batchDisagreements(ask, given(row), readQuantity(claimed as `${string} mg`, unit as Unit));
}

const infusionCases = vectors.cases.flatMap(({ name, row, expected }) => {
  const ask = askNamed(row.ask);
  if (ask === undefined || isBodyAsk(ask) || expected.approximate === 'yes') return [];
  return [[name, ask, row as Row, expected] as const];
});

describe('the second engine', () => {
  it.each(infusionCases)('confirms the worked row: %s', (_name, ask, row, { exact, unit }) => {
    expect(said(ask, row, `${exact} ${unit}`)).toEqual([]);
  });

  it.each(infusionCases)('notices the least change of the worked row: %s', (_name, ask, row, expected) => {
    const right = readQuantity(`${expected.exact} ${expected.unit}` as `${string} mg`, expected.unit as Unit);
    const off = quantity(add(right.value, rational(1n, 10n ** 30n)), right.unit);
    expect(batchDisagreements(ask, given(row), off)).not.toEqual([]);
    const tenfold = quantity(multiply(right.value, rational(10n)), right.unit);
    expect(batchDisagreements(ask, given(row), tenfold)).not.toEqual([]);
  });

  it.each<[string, InfusionAsk, Row, string]>([
    ['amount = concentration × volume', 'volume', { dose: '36 mg', concentration: '1 mg/mL' }, '35 mL'],
    ['amount = amount rate × duration', 'total dose', { dose: '22 mg/h', duration: '96 h' }, '2111 mg'],
    ['volume = rate × duration', 'rate', { volume: '36 mL', duration: '40 min' }, '53 mL/h'],
    ['amount rate = rate × concentration', 'rate', { dose: '22 mg/h', concentration: '2 mg/mL' }, '12 mL/h'],
    [
      'amount = rate × duration × concentration',
      'duration',
      { dose: '36 mg', concentration: '1 mg/mL', rate: '54 mL/h' },
      '41 min',
    ],
    [
      'amount rate × duration = concentration × volume',
      'duration',
      { dose: '22 mg/h', concentration: '2 mg/mL', volume: '500 mL' },
      '45 h',
    ],
    ['given value', 'total dose', { dose: '36 mg/kg', weight: '2 kg' }, '71 mg'],
    ['given value', 'convert', { dose: '36 mg' }, '36001 mcg'],
    ['given value', 'convert', { concentration: '50 mg in 50 mL' }, '1001 mcg/mL'],
    ['given value', 'convert', { height: '172 cm' }, '173 cm'],
    ['given value', 'convert', { weight: '850 g' }, '0.86 kg'],
    ['given value', 'convert', { bsa: '1.73 m2' }, '1.74 m2'],
    ['given value', 'convert', { 'drop factor': '20 gtt/mL' }, '21 gtt/mL'],
    ['given value', 'convert', { duration: '96 h' }, '5 d'],
    ['given value', 'convert', { volume: '96 mL' }, '5 L'],
    ['given value', 'convert', { rate: '96 mL/h' }, '5 mL/min'],
    ['given value', 'convert', {}, '5 mL/min'],
    ['nothing to check it by', 'rate', { volume: '36 mL' }, '54 mL/h'],
    ['nothing to check it by', 'rate', { dose: '36 mg', concentration: '1 mg/mL' }, '54 mL/h'],
  ])('does not confirm a wrong answer: %s', (name, ask, row, claimed) => {
    expect(said(ask, row, claimed)).toEqual([name]);
  });

  it('names everything a wrong answer breaks', () => {
    const row: Row = { dose: '22 mg/h', concentration: '2 mg/mL', duration: '96 h', volume: '1056 mL' };
    expect(said('rate', row, '11 mL/h')).toEqual([]);
    expect(said('rate', row, '12 mL/h')).toEqual([
      'volume = rate × duration',
      'amount rate = rate × concentration',
    ]);
  });

  it('holds a wrong dimension for a wrong answer', () => {
    expect(said('rate', { volume: '36 mL', duration: '40 min' }, '54 mg/h')).toEqual([
      'volume = rate × duration',
    ]);
    expect(said('total dose', { dose: '36 mg' }, '36 units')).toEqual(['given value']);
  });

  it('lets neither volume nor rate of an infusion into a draw-up', () => {
    const row: Row = {
      dose: '36 mg',
      concentration: '50 mg/mL',
      volume: '100 mL',
      rate: '5 mL/h',
      duration: '1 h',
    };
    expect(said('draw-up volume', row, '0.72 mL')).toEqual([]);
  });

  it('lets the dose of a patient not stand for the content of a container', () => {
    const row: Row = { dose: '36 mg', concentration: '1 mg/mL', volume: '50 mL' };
    expect(said('amount to add', row, '50 mg')).toEqual([]);
    expect(said('amount to add', row, '36 mg')).toEqual(['given value']);
  });

  it('puts weight and surface in where the dimension asks for them, and nowhere else', () => {
    const row: Row = { dose: '2 mg/kg', weight: '3 kg', bsa: '5 m2' };
    expect(said('total dose', row, '6 mg')).toEqual([]);
    expect(said('total dose', row, '2 mg/kg')).toEqual([]);
    expect(said('total dose', row, '1.2 mg/m2')).toEqual([]);
    expect(said('total dose', row, '30 mg')).toEqual(['given value']);
    expect(said('total dose', { dose: '2 mg/kg' }, '6 mg')).toEqual(['given value']);
    expect(said('total dose', { dose: '2 mg/m2', weight: '3 kg' }, '6 mg')).toEqual(['given value']);
  });

  it('refuses to be asked without what the question stands on', () => {
    expect(() => said('drip rate', { rate: '54 mL/h' }, '54 gtt/min')).toThrow(
      'A drip rate has a drop factor.',
    );
    expect(() => said('amount to add', { concentration: '1 mg/mL' }, '54 mg')).toThrow(
      'An amount to add has a container.',
    );
  });
});

it('withholds an answer that is not confirmed, and says by what', () => {
  expect(bodyRefusalError({ kind: 'enginesDisagree', on: ['bracket'] })).toEqual({
    fields: ['ask'],
    text: 'No answer: the second calculation does not confirm it (bracket)',
  });
  expect(() => bodyRefusalError({ kind: 'notAboveZero', name: 'weight', value: '0 kg' })).toThrow(
    'Every cell is read as above 0.',
  );
});

describe('both engines', () => {
  const decimal = fc
    .tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 3 }))
    .map(([digits, decimals]) => {
      const text = digits.toString().padStart(decimals + 1, '0');
      return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
    });
  const basis = fc.constantFrom('', '/kg', '/m2');
  const amount = fc.constantFrom('ng', 'mcg', 'mg', 'g');
  const time = fc.constantFrom('/min', '/h', '/d');
  const text = (unit: fc.Arbitrary<string>) => fc.tuple(decimal, unit).map(([value, of]) => `${value} ${of}`);
  const joined = (...parts: readonly fc.Arbitrary<string>[]) =>
    fc.tuple(...parts).map((each) => each.join(''));
  const dose = text(joined(amount, basis, fc.oneof(time, fc.constant(''))));
  const fluid = text(joined(fc.constantFrom('mL', 'L'), basis, fc.oneof(time, fc.constant(''))));
  const row = fc.record(
    {
      dose: fc.oneof({ weight: 4, arbitrary: dose }, fluid),
      concentration: fc.oneof(
        text(joined(amount, basis, fc.constant('/mL'))),
        fc
          .tuple(text(joined(amount, basis)), text(fc.constantFrom('mL', 'L')))
          .map((parts) => parts.join(' in ')),
      ),
      duration: text(fc.constantFrom('s', 'min', 'h', 'd')),
      volume: text(fc.constantFrom('mL', 'L')),
      rate: text(joined(fc.constantFrom('mL', 'L'), basis, time)),
      'drop factor': text(fc.constant('gtt/mL')),
    },
    { requiredKeys: ['drop factor'] },
  );
  const asked = fc.oneof(
    fc.record({ ask: fc.constant('rate'), unit: joined(fc.constantFrom('mL', 'L'), basis, time) }),
    fc.record({ ask: fc.constant('dose rate'), unit: joined(amount, basis, time) }),
    fc.record({ ask: fc.constant('total dose'), unit: joined(amount, basis) }),
    fc.record({ ask: fc.constant('duration'), unit: fc.constantFrom('s', 'min', 'h', 'd') }),
    fc.record({ ask: fc.constant('volume'), unit: joined(fc.constantFrom('mL', 'L'), basis) }),
    fc.record({ ask: fc.constant('draw-up volume'), unit: fc.constantFrom('mL', 'L') }),
    fc.record({ ask: fc.constant('drip rate'), unit: fc.constant('gtt/min') }),
    fc.record({ ask: fc.constant('concentration'), unit: joined(amount, basis, fc.constant('/mL')) }),
    fc.record({ ask: fc.constant('amount to add'), unit: joined(amount, basis) }),
  );

  it('agree on every row that has an answer, whatever it gives and asks', () => {
    fc.assert(
      fc.property(
        row,
        asked,
        text(fc.constant('kg')),
        text(fc.constant('m2')),
        (values, question, weight, bsa) => {
          const answered = answerRow({ ...values, ...question, weight, bsa });
          if (!answered.ok) expect(rowErrorText(answered.failure)).not.toContain('second calculation');
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('give the same answer in any unit of it', () => {
    const values = given({ dose: '5 mcg/kg/min', weight: '70 kg', concentration: '1 mg/mL' });
    const rateIn = (unit: Unit): Quantity | undefined => {
      const answered = answerInfusion('rate', unit, values);
      return answered.ok ? answered.value.value : undefined;
    };
    expect(rateIn('mL/h')).toEqual(readQuantity('21 mL/h', 'mL/h'));
    expect(rateIn('mL/min')).toEqual(readQuantity('0.35 mL/min', 'mL/min'));
    expect(rateIn('L/d')).toEqual(readQuantity('0.504 L/d', 'L/d'));
    expect(rateIn('mL/kg/h')).toEqual(readQuantity('0.3 mL/kg/h', 'mL/kg/h'));
  });
});
