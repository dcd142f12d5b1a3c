import { describe, expect, it } from 'vitest';
import { countedPlanDisagreements } from '../../../src/core/crosscheck/countedPlanBackward.ts';
import { type CountedInput, countedSum, countedSumText } from '../../../src/core/dosing/countedPlan.ts';
import { countedText, countedWorking } from '../../../src/core/dosing/countedWorking.ts';
import { plus, readQuantity } from '../../../src/core/quantity/quantity.ts';
import { INPUT, SUM } from '../../support/countedStory.ts';
import { answered } from '../../support/exactText.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
/** Two injections of 25 mg, 15 min apart, from 50 mg per mL with 0.1 mL left in each. */
const INJECTIONS: CountedInput = {
  ...INPUT,
  kind: 'injection',
  perDose: readQuantity('25 mg', 'mg'),
  doses: 2n,
  gap: readQuantity('15 min', 'min'),
  doseMaximum: readQuantity('2 mL', 'mL'),
};

describe('counted doses', () => {
  it('come to one syringe of sprays: 3 × 10 mg of 50 mg per mL', () => {
    expect(countedSumText(INPUT, SUM)).toEqual({
      dose: '30 mg',
      dosePerKg: '5/12 mg/kg',
      concentration: '50 mg/mL',
      volumePerDose: '0.2 mL',
      fill: '0.7 mL',
      devices: 1,
      drawUp: '0.7 mL',
      leftBehind: '5 mg',
      lasts: '10 min',
    });
  });

  it('come to one syringe for each injection', () => {
    const sum = answered(countedSum(INJECTIONS));
    expect(countedSumText(INJECTIONS, sum)).toMatchObject({
      dose: '50 mg',
      volumePerDose: '0.5 mL',
      fill: '0.6 mL',
      devices: 2,
      drawUp: '1.2 mL',
      leftBehind: '10 mg',
      lasts: '15 min',
    });
    expect(countedWorking(INJECTIONS, sum).map(({ calculation }) => plain(calculation))).toContain(
      '2 injections × (0.5 mL + 0.1 mL that stays behind)',
    );
    expect(countedText(1n, 'injection')).toBe('1 injection');
  });

  it('are worked step by step, of sprays and of injections', () => {
    const lines = (input: CountedInput) =>
      countedWorking(input, answered(countedSum(input))).map(
        ({ step, calculation, result }) => `${step}: ${plain(calculation)} = ${plain(result)}`,
      );
    expect(lines(INPUT)).toEqual([
      'total: 10 mg × 3 sprays = 30 mg',
      'perKg: 30 mg ÷ 72 kg = 0.4167 mg/kg',
      'volume: 10 mg ÷ 50 mg per mL = 0.2 mL',
      'drawUp: 3 sprays × 0.2 mL + 0.1 mL that stays behind = 0.7 mL',
      'backToOrder: 0.7 mL × 50 mg per mL − 5 mg that stays behind = 30 mg, agrees',
      'lasts: 2 × 5 min = last one after 10 min',
    ]);
    expect(lines(INJECTIONS)).toEqual([
      'total: 25 mg × 2 injections = 50 mg',
      'perKg: 50 mg ÷ 72 kg = 0.6944 mg/kg',
      'volume: 25 mg ÷ 50 mg per mL = 0.5 mL',
      'drawUp: 2 injections × (0.5 mL + 0.1 mL that stays behind) = 1.2 mL',
      'backToOrder: 1.2 mL × 50 mg per mL − 10 mg that stays behind = 50 mg, agrees',
      'lasts: 1 × 15 min = last one after 15 min',
    ]);
  });

  it('are refused where no syringe is marked for them, or the device gives less at once', () => {
    const at = (perDose: '7.25 mg' | '50.5 mg' | '25 mg') =>
      countedSum({ ...INPUT, perDose: readQuantity(perDose, 'mg'), doseMaximum: readQuantity('2 mL', 'mL') });
    expect(at('7.25 mg')).toEqual({
      ok: false,
      failure: { kind: 'doseNotMeasurable', volume: '0.145 mL', step: '0.01 mL' },
    });
    // From 1 mL on a syringe is marked every 0.1 mL.
    expect(at('50.5 mg')).toEqual({
      ok: false,
      failure: { kind: 'doseNotMeasurable', volume: '1.01 mL', step: '0.1 mL' },
    });
    // Each dose can be measured, and the fill cannot: 3 × 0.31 + 0.1 mL.
    const fill = countedSum({
      ...INPUT,
      perDose: readQuantity('15.5 mg', 'mg'),
      doseMaximum: readQuantity('1 mL', 'mL'),
    });
    expect(fill).toMatchObject({ failure: { kind: 'doseNotMeasurable', volume: '1.03 mL' } });
    expect(countedSum({ ...INPUT, doseMaximum: readQuantity('0.1 mL', 'mL') })).toEqual({
      ok: false,
      failure: { kind: 'doseTooLarge', volume: '0.2 mL', most: '0.1 mL' },
    });
    // Exactly the most is allowed, and exactly 1 mL is marked.
    expect(countedSum({ ...INPUT, doseMaximum: readQuantity('0.2 mL', 'mL') }).ok).toBe(true);
    expect(at('25 mg')).toMatchObject({ ok: true });
  });

  it('have no sum where there is nothing to schedule', () => {
    const none = { ok: false, failure: { kind: 'enginesDisagree', on: ['schedule'] } };
    expect(countedSum({ ...INPUT, doses: 0n })).toEqual(none);
    expect(countedSum({ ...INJECTIONS, doses: 0n })).toEqual(none);
  });

  it('are worked back by the second engine, number by number', () => {
    expect(countedPlanDisagreements(INPUT, SUM)).toEqual([]);
    const wrong = {
      total: { ...SUM, total: readQuantity('31 mg', 'mg') },
      perKg: { ...SUM, perKg: readQuantity('0.5 mg/kg', 'mg/kg') },
      volume: { ...SUM, volumePerDose: readQuantity('0.3 mL', 'mL') },
      drawUp: { ...SUM, drawUp: plus(SUM.drawUp, readQuantity('0.1 mL', 'mL')) },
      leftBehind: { ...SUM, leftBehind: readQuantity('10 mg', 'mg') },
      lasts: { ...SUM, lasts: readQuantity('15 min', 'min') },
    };
    for (const [name, sum] of Object.entries(wrong))
      expect(countedPlanDisagreements(INPUT, sum), name).toContain(name);
    expect(countedPlanDisagreements(INPUT, { ...SUM, fill: readQuantity('0.8 mL', 'mL') })).toEqual([
      'drawUp',
    ]);
  });
});
