import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weightText } from '../../../src/core/library/slipText.ts';
import {
  type WeightPlausibility,
  type WeightQuestion,
  weightPlausibility,
} from '../../../src/core/library/weightPlausibility.ts';
import { type QuantityText, quantity, readQuantity } from '../../../src/core/quantity/quantity.ts';
import { multiply, type Rational, rational } from '../../../src/core/quantity/rational.ts';
import worked from '../../fixtures/dosing/weightPlausibility.json' with { type: 'json' };

type Given = { readonly typed: string; readonly last?: string; readonly height?: string };

function judged({ typed, last, height }: Given): WeightPlausibility {
  const kilograms = (text: string) => readQuantity(text as QuantityText<'kg'>, 'kg');
  const question: WeightQuestion = {
    typed: kilograms(typed),
    ...(last !== undefined && { last: kilograms(last) }),
    ...(height !== undefined && { height: readQuantity(height as QuantityText<'cm'>, 'cm') }),
  };
  return weightPlausibility(question);
}

describe('a weight', () => {
  it.each(worked.cases.map((each) => [each.name, each] as const))('%s', (_name, each) => {
    const weight = judged(each.given as Given);
    expect(weight.findings.map(({ kind }) => kind)).toEqual(each.findings);
    expect(weightText(weight)?.replaceAll('\u00a0', ' ') ?? null).toBe(each.sentence);
  });

  it('carries its findings worst first, each with the two values it compares', () => {
    expect(judged({ typed: '160 kg', last: '72.4 kg', height: '172 cm' })).toMatchObject({
      typed: '160 kg',
      bodyMassIndex: { unit: 'kg/m2', value: rational(100_000n, 1_849n) },
      findings: [
        { kind: 'slip', slip: { kind: 'poundsForKilograms', against: { kind: 'last', value: '72.4 kg' } } },
        { kind: 'changed', side: 'above', last: '72.4 kg', change: '21900/181 %' },
        { kind: 'bodyMassIndex', side: 'above', actual: '100000/1849 kg/m2', limit: '50 kg/m2' },
      ],
    });
    expect(judged({ typed: '55 kg', last: '72 kg', height: '200 cm' }).findings).toEqual([
      { kind: 'changed', side: 'below', last: '72 kg', change: '425/18 %' },
      { kind: 'bodyMassIndex', side: 'below', actual: '13.75 kg/m2', limit: '14 kg/m2' },
    ]);
  });

  it('has no index without a height', () => {
    expect(judged({ typed: '72 kg', last: '72.4 kg' })).toEqual({
      typed: '72 kg',
      bodyMassIndex: null,
      findings: [],
    });
  });
});

describe('whatever the weights', () => {
  const kilograms = fc.integer({ min: 300, max: 2500 }).map((n) => rational(BigInt(n), 10n));
  const share = (lowest: number, highest: number) =>
    fc.integer({ min: lowest, max: highest }).map((n) => rational(BigInt(n), 1000n));
  const findings = (typed: Rational, last: Rational) =>
    weightPlausibility({ typed: quantity(typed, 'kg'), last: quantity(last, 'kg') }).findings;

  it('pounds typed as kilograms never pass beside an earlier weight up to a third different', () => {
    fc.assert(
      fc.property(kilograms, share(667, 1333), (last, change) => {
        const pounds = multiply(multiply(last, change), rational(100_000_000n, 45_359_237n));
        expect(findings(pounds, last).length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('up to 10 % from the last weight nothing is found, beyond it something is', () => {
    fc.assert(
      fc.property(kilograms, share(900, 1100), (last, change) => {
        expect(findings(multiply(last, change), last)).toEqual([]);
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(kilograms, fc.oneof(share(1, 899), share(1101, 9000)), (last, change) => {
        const kinds = findings(multiply(last, change), last).map(({ kind }) => kind);
        expect(kinds).toContain('changed');
      }),
      { numRuns: 300 },
    );
  });
});
