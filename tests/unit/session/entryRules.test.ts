import { describe, expect, it } from 'vitest';
import type { PumpedProtocol } from '../../../src/core/library/library.ts';
import { quantityText, readQuantity } from '../../../src/core/quantity/quantity.ts';
import { pumpedOf } from '../../../src/core/session/countedSession.ts';
import { inputsOf } from '../../../src/core/session/entryFields.ts';
import { amountRule, doseRule, orderShapeOf, pumpRateRule } from '../../../src/core/session/entryRules.ts';
import { orderedNurseRange, orderedRate } from '../../../src/core/session/nurseRange.ts';
import { parseEntryValues } from '../../../src/core/session/typedEntry.ts';
import { PAIN_DAYS, PAIN_HOURS } from '../../fixtures/libraries/everyMode.ts';
import { REFERENCE, RIGHT, sessionAfter } from '../../support/playedSession.ts';

const MICROGRAMS: PumpedProtocol = { ...PAIN_HOURS, unit: 'mcg/kg/h' };

describe('the fields of an order', () => {
  it('take a dose per kilogram within its own range, and a rate within a wider one', () => {
    expect(doseRule('mg/kg')).toEqual({
      unit: 'mg/kg',
      decimals: 3,
      minimum: '0.001 mg/kg',
      maximum: '100 mg/kg',
    });
    for (const unit of ['mg/kg/h', 'mcg/kg/min', 'mg/h'] as const) {
      expect(doseRule(unit)).toEqual({
        unit,
        decimals: 3,
        minimum: `0.001 ${unit}`,
        maximum: `1000 ${unit}`,
      });
    }
  });

  it('take the drug in the unit it is ordered in', () => {
    expect(amountRule('mg')).toEqual({
      unit: 'mg',
      decimals: 3,
      minimum: '0.01 mg',
      maximum: '10000 mg',
    });
    expect(amountRule('mcg')).toEqual({
      unit: 'mcg',
      decimals: 3,
      minimum: '0.01 mcg',
      maximum: '10000 mcg',
    });
  });

  it('take a pump rate with the decimals of the pump’s own step', () => {
    const { pump } = REFERENCE.rules;
    expect(pumpRateRule(pump)).toEqual({
      unit: 'mL/h',
      decimals: 1,
      minimum: pump.rateMinimum,
      maximum: pump.rateMaximum,
    });
    expect(pumpRateRule({ ...pump, rateStep: '0.01 mL/h' }).decimals).toBe(2);
    expect(pumpRateRule({ ...pump, rateStep: '1 mL/h' }).decimals).toBe(0);
  });

  it('are shaped by the protocol: units, and the boxes of the time', () => {
    expect(orderShapeOf(REFERENCE.rules.protocol)).toEqual({
      dose: 'mg/kg',
      amount: 'mg',
      duration: ['min'],
    });
    expect(orderShapeOf(PAIN_HOURS)).toEqual({ dose: 'mg/kg/h', amount: 'mg', duration: ['h', 'min'] });
    expect(orderShapeOf(PAIN_DAYS)).toEqual({ dose: 'mg/h', amount: 'mg', duration: ['d', 'h', 'min'] });
    expect(orderShapeOf(MICROGRAMS)).toMatchObject({ dose: 'mcg/kg/h', amount: 'mcg' });
  });

  it('that make up a field are the boxes the protocol’s time has, and every other as it is', () => {
    expect(inputsOf('over', ['min'])).toEqual(['over']);
    expect(inputsOf('over', ['d', 'h', 'min'])).toEqual(['overDays', 'overHours', 'over']);
    expect(inputsOf('preparation', ['d', 'h', 'min'])).toEqual(['amount', 'volume']);
  });
});

describe('an entry of a rate', () => {
  const typed = { ...RIGHT, dose: '0.35', overHours: '3', over: '0' };

  it('has its time from its boxes and its drug in mg', () => {
    const parsed = parseEntryValues(typed, orderShapeOf(PAIN_HOURS));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
    expect(quantityText(parsed.value.over)).toBe('180 min');
    expect(quantityText(parsed.value.dose)).toBe('0.35 mg/kg/h');
    const days = parseEntryValues({ ...typed, overDays: '2' }, orderShapeOf(PAIN_DAYS));
    expect(days.ok && quantityText(days.value.over)).toBe('3060 min');
    const micro = parseEntryValues({ ...typed, amount: '200' }, orderShapeOf(MICROGRAMS));
    expect(micro.ok && quantityText(micro.value.amount)).toBe('0.2 mg');
  });

  it('names each box that was left empty', () => {
    const { overHours: _, ...withoutHours } = typed;
    const parsed = parseEntryValues(withoutHours, orderShapeOf(PAIN_DAYS));
    expect(!parsed.ok && parsed.failure).toEqual([
      { input: 'overDays', refusal: { kind: 'notEntered' } },
      { input: 'overHours', refusal: { kind: 'notEntered' } },
    ]);
  });
});

describe('the rate as it was ordered', () => {
  const authorised = pumpedOf(sessionAfter('PlanAuthorised'))?.authorised;
  if (!authorised) throw new Error('no order');

  it('is what a dose over a time comes to by the hour', () => {
    expect(quantityText(orderedRate(authorised))).toBe('0.75 mg/kg/h');
  });

  it('is the rate itself, in the unit of its protocol', () => {
    const ordered = (protocol: PumpedProtocol, dose: string) => {
      const order = { ...authorised.order, dose: dose as '0.5 mg/kg' };
      return quantityText(orderedRate({ ...authorised, order, rules: { ...authorised.rules, protocol } }));
    };
    expect(ordered(PAIN_HOURS, '0.35 mg/kg/h')).toBe('0.35 mg/kg/h');
    expect(ordered(PAIN_DAYS, '22 mg/h')).toBe('22 mg/h');
    expect(ordered(MICROGRAMS, '350 mcg/kg/h')).toBe('350 mcg/kg/h');
  });

  it('leaves the nurse a share of itself, in its own unit', () => {
    const nurseRange = { lowest: '50 %', highest: '110 %' } as const;
    expect(orderedNurseRange(readQuantity('22 mg/h', 'mg/h'), { nurseRange })).toEqual({
      lowest: '11 mg/h',
      highest: '24.2 mg/h',
    });
  });
});
