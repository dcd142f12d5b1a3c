import { describe, expect, it } from 'vitest';
import type { WeightRateProtocol } from '../../../src/core/library/library.ts';
import { orderedBreaches } from '../../../src/core/library/limits.ts';
import {
  amountUnitOf,
  durationPartsOf,
  orderBandName,
  orderBandOf,
  orderUnitOf,
  rateBandName,
  rateUnitOf,
} from '../../../src/core/library/orderUnits.ts';
import { planHardLimits } from '../../../src/core/library/planHardLimits.ts';
import { shownLimit } from '../../../src/core/library/shownLimit.ts';
import { shownLimitsOf } from '../../../src/core/library/shownLimits.ts';
import { shownSlip } from '../../../src/core/library/shownSlip.ts';
import { slips } from '../../../src/core/library/slips.ts';
import { slipText } from '../../../src/core/library/slipText.ts';
import { softLimits } from '../../../src/core/library/softLimits.ts';
import { quantityText, readQuantity } from '../../../src/core/quantity/quantity.ts';
import { inAmount, textInAmount } from '../../../src/core/quantity/shownAmount.ts';
import { amountRule, doseRule, orderShapeOf } from '../../../src/core/session/entryRules.ts';
import { INTRANASAL, MOOD_40, PAIN_DAYS, PAIN_HOURS } from '../../fixtures/libraries/everyMode.ts';

/** Scenario 16 of UX 7: a test fixture only. */
const SEDATIVE: WeightRateProtocol = {
  ...PAIN_HOURS,
  unit: 'mcg/kg/h',
  rate: { usual: '0.0005 mg/kg/h', softMaximum: '0.001 mg/kg/h', hardMaximum: '0.002 mg/kg/h' },
  total: { softMaximum: '0.4 mg' },
};

describe('what a protocol asks to be typed', () => {
  it('is fixed by its mode and its unit', () => {
    expect(orderShapeOf(MOOD_40)).toEqual({ dose: 'mg/kg', amount: 'mg', duration: ['min'] });
    expect(orderShapeOf(PAIN_HOURS)).toEqual({ dose: 'mg/kg/h', amount: 'mg', duration: ['h', 'min'] });
    expect(orderShapeOf(PAIN_DAYS)).toEqual({ dose: 'mg/h', amount: 'mg', duration: ['d', 'h', 'min'] });
    expect(orderShapeOf(SEDATIVE)).toEqual({ dose: 'mcg/kg/h', amount: 'mcg', duration: ['h', 'min'] });
  });

  it('asks for days where a time has no end or may last a day', () => {
    expect(durationPartsOf({ ...PAIN_HOURS, duration: {} })).toEqual(['d', 'h', 'min']);
    expect(durationPartsOf({ ...PAIN_HOURS, duration: { hardMaximum: '1440 min' } })).toEqual([
      'd',
      'h',
      'min',
    ]);
    expect(durationPartsOf({ ...PAIN_HOURS, duration: { hardMaximum: '1439 min' } })).toEqual(['h', 'min']);
  });

  it('takes rates up to 1,000 and amounts in their own unit', () => {
    expect(doseRule('mg/kg')).toMatchObject({ maximum: '100 mg/kg' });
    expect(doseRule('mcg/kg/min')).toMatchObject({ minimum: '0.001 mcg/kg/min', maximum: '1000 mcg/kg/min' });
    expect(amountRule('mg')).toMatchObject({ unit: 'mg', maximum: '10000 mg' });
    expect(amountRule('mcg')).toMatchObject({ unit: 'mcg', minimum: '0.01 mcg', maximum: '10000 mcg' });
  });
});

describe('the units of a protocol', () => {
  it.each([
    [MOOD_40, 'mg/kg', 'mg/kg/h', 'mg', 'dose', 'rate'],
    [PAIN_HOURS, 'mg/kg/h', 'mg/kg/h', 'mg', 'rate', 'rate'],
    [PAIN_DAYS, 'mg/h', 'mg/h', 'mg', 'flatRate', 'flatRate'],
    [SEDATIVE, 'mcg/kg/h', 'mcg/kg/h', 'mcg', 'rate', 'rate'],
  ] as const)('of $name', (protocol, order, rate, amount, ordered, running) => {
    expect([orderUnitOf(protocol), rateUnitOf(protocol), amountUnitOf(protocol)]).toEqual([
      order,
      rate,
      amount,
    ]);
    expect([orderBandName(protocol), rateBandName(protocol)]).toEqual([ordered, running]);
    expect(orderBandOf(protocol).usual).toBeDefined();
  });
});

describe('limits of a protocol that orders in micrograms', () => {
  it('are said in its units, and never in milligrams', () => {
    const [breach] = orderedBreaches(SEDATIVE, readQuantity('5 mcg/kg/h', 'mcg/kg/h'));
    expect(breach).toMatchObject({ strength: 'hard', actual: '5 mcg/kg/h', limit: '2 mcg/kg/h' });
    expect(softLimits(SEDATIVE).map(({ limit }) => limit)).toContain('1 mcg/kg/h');
    expect(softLimits(SEDATIVE).map(({ limit }) => limit)).toContain('400 mcg');
    expect(shownLimitsOf(SEDATIVE, SEDATIVE.rate)).toEqual({
      usual: '0.5 mcg/kg/h',
      softMaximum: '1 mcg/kg/h',
      hardMaximum: '2 mcg/kg/h',
    });
    expect(shownLimit(SEDATIVE, '60 min')).toBe('60 min');
    expect(shownLimit(SEDATIVE, '18 years')).toBe('18 years');
  });

  it('leave every other protocol as it is', () => {
    expect(shownLimit(PAIN_HOURS, '0.35 mg/kg/h')).toBe('0.35 mg/kg/h');
    expect(shownLimit(INTRANASAL, '20 mg')).toBe('20 mg');
    expect(orderedBreaches(PAIN_DAYS, readQuantity('61 mg/h', 'mg/h'))[0]).toMatchObject({
      limit: '60 mg/h',
    });
  });

  it('name a slip in the unit that was typed', () => {
    const said = (typed: `${string} mg/kg/h`, question: Partial<Parameters<typeof slips<'mg/kg/h'>>[0]>) =>
      slips({ typed: readQuantity(typed, 'mg/kg/h'), ...question }).map((slip) =>
        slipText(shownSlip(SEDATIVE, slip)).replaceAll('\u00a0', ' '),
      );
    expect(said('0.005 mg/kg/h', { band: SEDATIVE.rate })).toEqual([
      '5 mcg/kg/h is 10 times the usual 0.5 mcg/kg/h. Check the point.',
    ]);
    const { usual: _usual, ...limits } = SEDATIVE.rate;
    expect(said('0.01 mg/kg/h', { band: { ...limits, hardMinimum: '0.0005 mg/kg/h' } })).toEqual([
      '10 mcg/kg/h is outside the limits 0.5 mcg/kg/h to 1 mcg/kg/h; 1/10 of it would be within. Check the point.',
    ]);
    expect(said('50 mg/kg/h', { planned: { weight: readQuantity('50 kg', 'kg') } })).toEqual([
      '50,000 mcg/kg/h has the number of the weight, 50 kg. Check the field.',
    ]);
  });
});

describe('a quantity in the amount unit of its protocol', () => {
  it('is the same amount, and stays as it is where it is not counted in mg', () => {
    expect(quantityText(inAmount(readQuantity('0.036 mg', 'mg'), 'mcg'))).toBe('36 mcg');
    expect(textInAmount('0.004 mg/mL', 'mcg')).toBe('4 mcg/mL');
    expect(textInAmount('36 mg', 'mg')).toBe('36 mg');
    expect(textInAmount('54 mL/h', 'mcg')).toBe('54 mL/h');
    expect(textInAmount('120 mmHg', 'mcg')).toBe('120 mmHg');
  });
});

describe('hard limits no rounding may cross', () => {
  const ends = (protocol: Parameters<typeof planHardLimits>[0]) => {
    const { dose, doseRate, duration } = planHardLimits(protocol, readQuantity('80 kg', 'kg'));
    const texts = [dose.maximum, doseRate.minimum, doseRate.maximum, duration.maximum];
    return texts.map((end) => end && quantityText(end));
  };

  it('are the total, the rate and the time of a rate, a flat one by the weight', () => {
    expect(ends(PAIN_HOURS)).toEqual(['400 mg', '0.05 mg/kg/h', '1 mg/kg/h', '480 min']);
    expect(ends(PAIN_DAYS)).toEqual([undefined, '0.0625 mg/kg/h', '0.75 mg/kg/h', '7200 min']);
    expect(ends({ ...PAIN_DAYS, flatRate: {} })).toEqual([undefined, undefined, undefined, '7200 min']);
  });
});
