import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DoseOrderUnit } from '../../../src/core/dosing/doseUnits.ts';
import { doseForSurface, doseForWeight, orderedDose } from '../../../src/core/dosing/orderedDose.ts';
import { compareQuantities, quantity, quantityText } from '../../../src/core/quantity/quantity.ts';
import { rational } from '../../../src/core/quantity/rational.ts';
import { AMOUNT_UNITS, VOLUME_UNITS } from '../../../src/core/quantity/units.ts';
import vectors from '../../fixtures/dosing/rates.json' with { type: 'json' };
import { answered, read, readFields, texts } from '../../support/exactText.ts';

describe('the dose of an order', () => {
  it.each(vectors.ordered.map((vector) => [vector.name, vector] as const))('%s', (_name, { given, dose }) => {
    const answer = orderedDose(read<DoseOrderUnit>(given.order), readFields(given));
    expect(texts(answer)).toEqual({ ok: true, value: dose });
  });

  it('keeps the amount unit of the order in every family', () => {
    for (const amount of [...AMOUNT_UNITS, ...VOLUME_UNITS]) {
      const perKg = doseForWeight(quantity(rational(1n, 4n), `${amount}/kg`), read<'kg'>('10 kg'));
      expect(quantityText(perKg)).toBe(`2.5 ${amount}`);
      const perM2 = doseForSurface(quantity(rational(1n, 4n), `${amount}/m2`), read<'m2'>('1.5 m2'));
      expect(quantityText(perM2)).toBe(`0.375 ${amount}`);
      expect(texts(orderedDose(quantity(rational(7n), amount)))).toEqual({ ok: true, value: `7 ${amount}` });
    }
  });

  it('is the total dose of a plan for mg/kg', () => {
    expect(quantityText(doseForWeight<'mg'>(read('0.5 mg/kg'), read('72.5 kg')))).toBe('36.25 mg');
  });

  it('is refused without the body size the unit asks for', () => {
    expect(orderedDose(read<'mg/kg'>('0.5 mg/kg'), { surface: read('1.8 m2') })).toEqual({
      ok: false,
      failure: { kind: 'weightMissing', unit: 'mg/kg' },
    });
    expect(orderedDose(read<'units/m2'>('40 units/m2'), { weight: read('72 kg') })).toEqual({
      ok: false,
      failure: { kind: 'surfaceMissing', unit: 'units/m2' },
    });
    expect(orderedDose(read<'mL/kg'>('20 mL/kg'))).toMatchObject({ failure: { kind: 'weightMissing' } });
  });

  it.each([
    ['dose', '0 mg/kg', { weight: '72 kg' }, '0 mg/kg'],
    ['dose', '-1 mg/kg', { weight: '72 kg' }, '-1 mg/kg'],
    ['weight', '0.5 mg/kg', { weight: '0 kg' }, '0 kg'],
    ['weight', '0.5 mg/kg', { weight: '-72 kg' }, '-72 kg'],
    ['surface', '0.5 mg/m2', { surface: '0 m2' }, '0 m2'],
  ])('is refused when the %s is not above 0 (%s)', (name, order, body, value) => {
    expect(orderedDose(read<DoseOrderUnit>(order), readFields(body))).toEqual({
      ok: false,
      failure: { kind: 'notAboveZero', name, value },
    });
  });

  it('grows with the weight and never shrinks', () => {
    const tenths = fc.bigInt({ min: 1n, max: 4_000n }).map((n) => quantity(rational(n, 10n), 'kg'));
    fc.assert(
      fc.property(tenths, tenths, fc.bigInt({ min: 1n, max: 10_000n }), (one, other, thousandths) => {
        const order = quantity(rational(thousandths, 1_000n), 'mcg/kg');
        const doses = [one, other].map((weight) => answered(orderedDose(order, { weight })));
        const [first = order, second = order] = doses;
        expect(compareQuantities(first, second)).toBe(compareQuantities(one, other));
      }),
      { numRuns: 200 },
    );
  });
});
