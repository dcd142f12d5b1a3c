import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerRow } from '../../../src/core/batch/answerRow.ts';
import { askNamed, isBodyAsk } from '../../../src/core/batch/asks.ts';
import type { Row } from '../../../src/core/batch/row.ts';
import { equals, type Rational, rational } from '../../../src/core/quantity/rational.ts';
import vectors from '../../fixtures/dosing/batch.json' with { type: 'json' };

/** The number a written value begins with; a mixture is its two numbers divided. */
function numberOf(written: string): Rational {
  const mixture = /^\((\S+) \S+ in (\S+) \S+\)$/.exec(written);
  if (mixture) {
    const [amount, volume] = [numberOf(mixture[1] ?? ''), numberOf(mixture[2] ?? '')];
    return rational(amount.numerator * volume.denominator, amount.denominator * volume.numerator);
  }
  const [number = ''] = written.split(' ');
  const [numerator = '', denominator = '1'] = number.split('/');
  const [whole = '', decimals = ''] = numerator.split('.');
  return rational(BigInt(whole + decimals), 10n ** BigInt(decimals.length) * BigInt(denominator));
}

/** Multiplies a written sum out as a person with a calculator would: from left to right, units left aside. */
function multipliedOut(sum: string): Rational {
  const [first = '', ...others] = sum.split(/ (?=[×÷] )/);
  return others.reduce((value, step) => {
    const operand = numberOf(step.slice(2));
    return step.startsWith('×')
      ? rational(value.numerator * operand.numerator, value.denominator * operand.denominator)
      : rational(value.numerator * operand.denominator, value.denominator * operand.numerator);
  }, numberOf(first));
}

function expectItAddsUp(row: Row): void {
  const answered = answerRow(row);
  if (!answered.ok) throw new Error('A row with an answer was expected.');
  const [sum = '', result = ''] = answered.value.working.split(' = ');
  expect(result).toBe(`${answered.value.exact} ${answered.value.unit}`);
  expect(equals(multipliedOut(sum), numberOf(result))).toBe(true);
}

const infusionRows = vectors.cases.flatMap(({ name, row, expected }) => {
  const ask = askNamed(row.ask);
  const isInfusion = ask !== undefined && !isBodyAsk(ask) && expected.approximate === 'no';
  return isInfusion ? [[name, row as Row] as const] : [];
});

describe('the written sum multiplies out to its own answer', () => {
  it.each(infusionRows)('%s', (_name, row) => {
    expectItAddsUp(row);
  });

  it('in every mixture of units', () => {
    const time = fc.constantFrom('min', 'h', 'd');
    const amount = fc.constantFrom('ng', 'mcg', 'mg', 'g');
    const units = fc.record({
      ordered: amount,
      per: time,
      dissolved: amount,
      volume: fc.constantFrom('mL', 'L'),
      duration: fc.constantFrom('s', 'min', 'h', 'd'),
      answered: fc.constantFrom('mL', 'L'),
      perAnswer: time,
    });
    fc.assert(
      fc.property(units, (unit) => {
        const concentration = `7 ${unit.dissolved} in 3 ${unit.volume}`;
        const weight = '61.7 kg';
        expectItAddsUp({
          ask: 'rate',
          unit: `${unit.answered}/${unit.perAnswer}`,
          dose: `0.3 ${unit.ordered}/kg/${unit.per}`,
          weight,
          concentration,
        });
        expectItAddsUp({
          ask: 'volume',
          unit: unit.answered,
          dose: `0.3 ${unit.ordered}/kg/${unit.per}`,
          weight,
          concentration,
          duration: `11 ${unit.duration}`,
        });
      }),
      { numRuns: 200 },
    );
  });

  it('writes neither a grouped number nor a trailing zero', () => {
    const answered = answerRow({ ask: 'total dose', unit: 'mcg', dose: '1500.50 mg', weight: '72 kg' });
    expect(answered.ok && answered.value.working).toBe('1500.5 mg × 1000 mcg/mg = 1500500 mcg');
  });
});
