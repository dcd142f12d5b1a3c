import { describe, expect, it } from 'vitest';
import type { ChecklistItem } from '../../../src/core/library/checklistItem.ts';
import { checklistItems, checkStanding, isOutsideEntryLimits } from '../../../src/core/session/checklist.ts';
import { pumpedOf } from '../../../src/core/session/countedSession.ts';
import type { CheckAnswer, Vitals } from '../../../src/core/session/events.ts';
import { sessionAfter } from '../../support/playedSession.ts';

const HOUR = 3_600_000;
const NOW = 100 * HOUR;
const item = (asks: ChecklistItem['asks'], more: Partial<ChecklistItem> = {}): ChecklistItem => ({
  id: 'x',
  group: 'patient',
  text: 'x',
  asks,
  noNeedsPrescriber: true,
  ...more,
});
const standing = (check: ChecklistItem, answer: CheckAnswer, decision: unknown = null) =>
  checkStanding(check, { answer, decision }, NOW);
const ago = (hours: number): CheckAnswer => ({ kind: 'time', at: NOW - hours * HOUR });

describe('an item of the checklist', () => {
  it('nobody has asked about is not a "no"', () => {
    expect(checkStanding(item('yesNo'), null, NOW)).toBe('notAsked');
    expect(checkStanding(item('yesNo'), undefined, NOW)).toBe('notAsked');
  });

  it('is none where there is no order, or its protocol asks nothing', () => {
    expect(checklistItems({ authorised: null })).toEqual([]);
    const authorised = pumpedOf(sessionAfter('PlanAuthorised'))?.authorised;
    if (!authorised) throw new Error('no order');
    const { checklist, ...silent } = authorised.rules.protocol;
    expect(checklistItems({ authorised })).toBe(checklist);
    const rules = { ...authorised.rules, protocol: silent } as typeof authorised.rules;
    expect(checklistItems({ authorised: { ...authorised, rules } })).toEqual([]);
  });

  it('answered "no" needs a prescriber where the protocol says so, until one has decided', () => {
    const no: CheckAnswer = { kind: 'no', reason: 'cold' };
    expect(standing(item('yesNo'), no)).toBe('needsPrescriber');
    expect(standing(item('yesNo', { noNeedsPrescriber: false }), no)).toBe('holds');
    expect(standing(item('yesNo'), no, { reason: 'fit' })).toBe('holds');
    expect(standing(item('yesNo'), { kind: 'yes' })).toBe('holds');
  });

  it('of food holds from exactly the hours of the rule on', () => {
    const food = item('food', { hours: 6 });
    expect(standing(food, ago(6))).toBe('holds');
    expect(standing(food, { kind: 'time', at: NOW - 6 * HOUR + 1 })).toBe('needsPrescriber');
    expect(standing(item('clearFluid', { hours: 2 }), ago(1))).toBe('needsPrescriber');
    expect(standing(item('food'), ago(0))).toBe('holds');
  });

  it('of a late arrival is information, not a block', () => {
    expect(standing(item('arrival', { hours: 1 }), ago(0))).toBe('holds');
  });

  it('of a pregnancy needs a prescriber only when it is one', () => {
    expect(standing(item('pregnancy'), { kind: 'pregnancy', pregnant: 'yes' })).toBe('needsPrescriber');
    expect(standing(item('pregnancy'), { kind: 'pregnancy', pregnant: 'no' })).toBe('holds');
    expect(standing(item('pregnancy'), { kind: 'pregnancy', pregnant: 'notApplicable' })).toBe('holds');
  });
});

describe('entry limits', () => {
  const limits = {
    systolicMaximum: 160,
    diastolicMaximum: 100,
    heartRateMinimum: 50,
    heartRateMaximum: 110,
    spo2Minimum: 94,
  };
  const at = (
    systolic: number | null,
    diastolic: number | null,
    heartRate: number | null,
    spo2: number | null,
  ): Vitals => ({
    systolic,
    diastolic,
    heartRate,
    spo2,
    oxygen: null,
    respiration: null,
    temperature: null,
    moaas: null,
    pain: null,
  });

  it.each([
    [at(160, 100, 110, 94), false],
    [at(128, 76, 50, 98), false],
    [at(161, 76, 78, 98), true],
    [at(128, 101, 78, 98), true],
    [at(128, 76, 111, 98), true],
    [at(128, 76, 49, 98), true],
    [at(128, 76, 78, 93), true],
    [at(null, null, null, null), false],
  ])('hold at the limit itself, for each value by itself', (vitals, outside) => {
    expect(isOutsideEntryLimits(vitals, limits)).toBe(outside);
  });

  it('are none where the protocol has none', () => {
    expect(isOutsideEntryLimits(at(250, 140, 180, 80), undefined)).toBe(false);
  });
});
