import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import * as secondEngine from '../../../src/core/crosscheck/bodySizeBackward.ts';
import {
  BODY_SURFACE_FORMULAS,
  type BodySurfaceFormula,
  type BodySurfaceInput,
  bodySurface,
} from '../../../src/core/dosing/bodySurface.ts';
import {
  compareQuantities,
  type Quantity,
  quantity,
  quantityText,
  readQuantity,
} from '../../../src/core/quantity/quantity.ts';
import { rational } from '../../../src/core/quantity/rational.ts';
import vectors from '../../fixtures/dosing/bodySize.json' with { type: 'json' };

vi.mock('../../../src/core/crosscheck/bodySizeBackward.ts', { spy: true });

function input(formula: string, weight: string, height: string): BodySurfaceInput {
  return {
    formula: formula as BodySurfaceFormula,
    weight: readQuantity(`${weight} kg`, 'kg'),
    height: readQuantity(`${height} cm`, 'cm'),
  };
}

function surfaceOf(given: BodySurfaceInput): Quantity<'m2'> {
  const answer = bodySurface(given);
  if (!answer.ok) throw new Error(`refused: ${answer.failure.kind}`);
  return answer.value.surface;
}

describe('body surface', () => {
  it.each(vectors.surfaces.map((vector) => [vector.name, vector] as const))(
    '%s',
    (_name, { formula, weight, height, expected }) => {
      expect(quantityText(surfaceOf(input(formula, weight, height)))).toBe(expected);
    },
  );

  it('names its formula and its neighbours of 12 digits', () => {
    const answer = bodySurface(input('Mosteller', '72', '172'));
    if (!answer.ok) throw new Error('refused');
    const { formula, below, above } = answer.value;
    expect([formula, quantityText(below), quantityText(above)]).toEqual([
      'Mosteller',
      '1.85472369909 m2',
      '1.85472369911 m2',
    ]);
  });

  it.each([
    ['a weight of 0', '0', '172', 'weight', '0 kg'],
    ['a weight below 0', '-1', '172', 'weight', '-1 kg'],
    ['a height of 0', '72', '0', 'height', '0 cm'],
    ['a height below 0', '72', '-0.1', 'height', '-0.1 cm'],
  ])('refuses %s', (_name, weight, height, name, value) => {
    for (const formula of BODY_SURFACE_FORMULAS) {
      expect(bodySurface(input(formula, weight, height))).toEqual({
        ok: false,
        failure: { kind: 'notAboveZero', name, value },
      });
    }
  });

  it('has no answer when the second engine does not confirm it', () => {
    vi.mocked(secondEngine.bodySurfaceDisagreements).mockReturnValueOnce(['bracket']);
    expect(bodySurface(input('DuBois', '72', '172'))).toEqual({
      ok: false,
      failure: { kind: 'enginesDisagree', on: ['bracket'] },
    });
  });

  it('grows with the weight and with the height, by every formula', () => {
    const tenths = (min: number, max: number) =>
      fc.integer({ min, max }).map((n) => rational(BigInt(n), 10n));
    fc.assert(
      fc.property(
        fc.constantFrom(...BODY_SURFACE_FORMULAS),
        tenths(5, 4_000),
        tenths(200, 2_500),
        (formula, kilograms, centimetres) => {
          const weight = quantity(kilograms, 'kg');
          const height = quantity(centimetres, 'cm');
          const surface = surfaceOf({ formula, weight, height });
          const heavier = quantity(rational(kilograms.numerator + 1n, kilograms.denominator), 'kg');
          const taller = quantity(rational(centimetres.numerator + 1n, centimetres.denominator), 'cm');
          expect(compareQuantities(surfaceOf({ formula, weight: heavier, height }), surface)).toBe(1);
          expect(compareQuantities(surfaceOf({ formula, weight, height: taller }), surface)).toBe(1);
        },
      ),
      { numRuns: 60 },
    );
  });
});
