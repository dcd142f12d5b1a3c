import { describe, expect, it } from 'vitest';
import { librarySchema } from '../../../src/contract/library.ts';
import type { PlanInput } from '../../../src/core/dosing/planInput.ts';
import { planSum } from '../../../src/core/dosing/planSum.ts';
import type { Protocol, PumpedProtocol } from '../../../src/core/library/library.ts';
import { limitBreaches, type PlannedFigures } from '../../../src/core/library/limits.ts';
import { lintLibrary } from '../../../src/core/library/lint.ts';
import type { KnownPatient } from '../../../src/core/library/patientValues.ts';
import { planBreaches } from '../../../src/core/library/planBreaches.ts';
import { shownLimit } from '../../../src/core/library/shownLimit.ts';
import { shownLimitsOf } from '../../../src/core/library/shownLimits.ts';
import {
  type Quantity,
  type QuantityText,
  readQuantity,
  type Unit,
} from '../../../src/core/quantity/quantity.ts';
import { orderedInput } from '../../../src/core/session/orderInput.ts';
import {
  EVERY_MODE,
  INTRANASAL,
  MOOD_40,
  PAIN_DAYS,
  PAIN_HOURS,
} from '../../fixtures/libraries/everyMode.ts';
import { answered } from '../../support/exactText.ts';
import { NO_HARD_LIMITS } from '../../support/hardLimits.ts';
import { FIRST_SESSION } from '../../support/moodPlan.ts';

function both<U extends Unit>(text: QuantityText<NoInfer<U>>, unit: U) {
  const value = readQuantity(text, unit);
  return { exact: value, achieved: value };
}

const common = (total: QuantityText<'mg'>) => ({ total: both(total, 'mg'), weight: both('80 kg', 'kg') });

function said(protocol: Protocol, figures: PlannedFigures, known: Partial<KnownPatient> = {}) {
  return limitBreaches(protocol, figures, { ...FIRST_SESSION, ...known }).map(
    ({ strength, side, value, actual, limit }) => `${strength} ${side} ${value}: ${actual}, ${limit}`,
  );
}

describe('a library with a protocol of every mode', () => {
  it('is read by the schema and has nothing to find', () => {
    expect(EVERY_MODE.protocols.map(({ mode }) => mode)).toEqual([
      'doseOverTime',
      'weightRate',
      'flatRate',
      'countedDoses',
    ]);
    expect(lintLibrary(EVERY_MODE)).toEqual([]);
  });

  it.each([
    ['a rate of its own in a dose over time', { ...MOOD_40, flatRate: PAIN_DAYS.flatRate }],
    ['a pump in counted doses', { ...INTRANASAL, pump: MOOD_40.pump }],
    ['a flat rate per kg', { ...PAIN_DAYS, flatRate: { usual: '0.35 mg/kg/h' } }],
    ['a dose in mcg/kg', { ...MOOD_40, dose: { usual: '500 mcg/kg' } }],
    ['an age in weeks', { ...INTRANASAL, age: { hardMinimum: '900 weeks' } }],
    ['an age that is a bare number', { ...INTRANASAL, age: { hardMinimum: 18 } }],
    ['a mode nobody knows', { ...INTRANASAL, mode: 'patch' }],
  ])('is refused with %s', (_what, protocol) => {
    expect(librarySchema.safeParse({ ...EVERY_MODE, protocols: [protocol] }).success).toBe(false);
  });
});

describe('limits on a rate per kilogram', () => {
  const plan = (rate: QuantityText<'mg/kg/h'>, total: QuantityText<'mg'>, hours: number): PlannedFigures => ({
    ...common(total),
    rate: both(rate, 'mg/kg/h'),
    duration: both(`${hours * 60} min`, 'min'),
  });

  it('are judged on rate, total and time', () => {
    expect(said(PAIN_HOURS, plan('0.35 mg/kg/h', '112 mg', 4))).toEqual([]);
    expect(said(PAIN_HOURS, plan('0.5 mg/kg/h', '160 mg', 4))).toEqual([]);
    expect(said(PAIN_HOURS, plan('0.501 mg/kg/h', '160.32 mg', 4))).toEqual([
      'soft above rate: 0.501 mg/kg/h, 0.5 mg/kg/h',
    ]);
    expect(said(PAIN_HOURS, plan('3.5 mg/kg/h', '1120 mg', 9))).toEqual([
      'hard above rate: 3.5 mg/kg/h, 1 mg/kg/h',
      'hard above total: 1120 mg, 400 mg',
      'hard above duration: 540 min, 480 min',
    ]);
  });

  it('are held against the last rate, not against a last dose', () => {
    const capped: Protocol = { ...PAIN_HOURS, againstLast: { softMaximum: '150 %' } };
    const figures = plan('0.4 mg/kg/h', '128 mg', 4);
    const last = readQuantity('0.2 mg/kg/h', 'mg/kg/h');
    expect(said(capped, figures, { lastOrdered: last })).toEqual(['soft above againstLast: 200 %, 150 %']);
    expect(said(capped, figures, { lastOrdered: readQuantity('0.2 mg/kg', 'mg/kg') })).toEqual([]);
  });
});

describe('limits on a flat rate', () => {
  it('ask for no weight of the drug', () => {
    const plan = (rate: QuantityText<'mg/h'>): PlannedFigures => ({
      ...common('2112 mg'),
      flatRate: both(rate, 'mg/h'),
      duration: both('5760 min', 'min'),
    });
    expect(said(PAIN_DAYS, plan('22 mg/h'))).toEqual([]);
    expect(said(PAIN_DAYS, plan('220 mg/h'))).toEqual(['hard above flatRate: 220 mg/h, 60 mg/h']);
    expect(said(PAIN_DAYS, plan('2.2 mg/h'))).toEqual(['hard below flatRate: 2.2 mg/h, 5 mg/h']);
  });
});

describe('limits on counted doses, a loading dose, a bolus and a concentration', () => {
  it('stop too little and too much in total', () => {
    expect(said(INTRANASAL, common('20 mg'))).toEqual([]);
    expect(said(INTRANASAL, common('60 mg'))).toEqual(['soft above total: 60 mg, 50 mg']);
    expect(said(INTRANASAL, common('200 mg'))).toEqual(['hard above total: 200 mg, 80 mg']);
    expect(said(INTRANASAL, common('9 mg'))).toEqual(['hard below total: 9 mg, 10 mg']);
  });

  it('are their own, each with its source or the protocol’s', () => {
    const protocol: Protocol = {
      ...MOOD_40,
      loading: { hardMaximum: '0.2 mg/kg', source: 'EXAMPLE loading' },
      bolus: { dose: { softMaximum: '0.1 mg/kg' }, gapMinutes: 15, most: 2 },
      concentration: { usual: '1 mg/mL', hardMinimum: '0.5 mg/mL' },
    };
    const figures: PlannedFigures = {
      ...common('40 mg'),
      loading: both('0.3 mg/kg', 'mg/kg'),
      bolus: both('0.15 mg/kg', 'mg/kg'),
      concentration: both('0.1 mg/mL', 'mg/mL'),
    };
    const found = limitBreaches(protocol, figures, FIRST_SESSION);
    expect(found.map(({ value, strength, source }) => `${strength} ${value}: ${source}`)).toEqual([
      'hard concentration: EXAMPLE values for training, not for clinical use',
      'hard loading: EXAMPLE loading',
      'soft bolus: EXAMPLE values for training, not for clinical use',
    ]);
    expect(said(MOOD_40, figures)).toEqual([]);
  });
});

describe('the lint', () => {
  const found = (protocol: object) =>
    lintLibrary({ ...EVERY_MODE, protocols: [protocol as Protocol] }).map(
      ({ severity, rule, value, actual, limit }) => `${severity} ${rule} ${value}: ${actual}, ${limit}`,
    );

  it('asks each mode for its own limits', () => {
    expect(found({ ...PAIN_HOURS, rate: {}, duration: {}, total: {} })).toEqual([
      'error limitMissing rate.usual: null, null',
      'error limitMissing rate.hardMinimum: null, null',
      'error limitMissing rate.hardMaximum: null, null',
      'error limitMissing total.hardMaximum: null, null',
      'error limitMissing duration.hardMinimum: null, null',
      'error limitMissing duration.hardMaximum: null, null',
    ]);
    expect(found({ ...PAIN_DAYS, flatRate: { usual: '22 mg/h' } })).toEqual([
      'error limitMissing flatRate.hardMinimum: null, null',
      'error limitMissing flatRate.hardMaximum: null, null',
    ]);
    expect(found({ ...INTRANASAL, total: {} })).toEqual([
      'error limitMissing total.hardMinimum: null, null',
      'error limitMissing total.hardMaximum: null, null',
    ]);
    expect(found({ ...INTRANASAL, age: {} })).toEqual(['error limitMissing age.hardMinimum: null, null']);
  });

  it('holds a rate against ten times, a thousand times, and what a nurse may set', () => {
    expect(found({ ...PAIN_HOURS, rate: { ...PAIN_HOURS.rate, hardMaximum: '3.5 mg/kg/h' } })).toEqual([
      'error tenTimesAllowed rate.usual: 3.5 mg/kg/h, 3.5 mg/kg/h',
    ]);
    expect(found({ ...PAIN_DAYS, flatRate: { ...PAIN_DAYS.flatRate, hardMaximum: '5000 mg/h' } })).toEqual([
      'error tenTimesAllowed flatRate.usual: 220 mg/h, 5000 mg/h',
      'error thousandTimesAllowed flatRate.hardMinimum: 5000 mg/h, 5000 mg/h',
    ]);
    expect(found({ ...PAIN_DAYS, nurseRange: { lowest: '20 %', highest: '100 %' } })).toContain(
      'error nurseRateOutsideHard nurseRange.lowest: 4.4 mg/h, 5 mg/h',
    );
  });

  it('works a usual concentration through for rates too', () => {
    // 0.35 mg/kg/h × 250 kg = 87.5 mg/h, at 0.0875 mg per mL 1,000 mL/h.
    expect(found({ ...PAIN_HOURS, concentration: { usual: '0.0875 mg/mL' } })).toEqual([
      'error rateOutsidePump concentration: 1000 mL/h, 999.9 mL/h',
    ]);
    expect(found({ ...PAIN_DAYS, concentration: { usual: '0.022 mg/mL' } })[0]).toBe(
      'error rateOutsidePump concentration: 1000 mL/h, 999.9 mL/h',
    );
    // 22 mg/h × 60 min = 22 mg, at 50 mg per mL 0.44 mL, which a pump makes 0.4 mL.
    const hour = { ...PAIN_DAYS.duration, usual: '60 min', hardMinimum: '30 min' };
    expect(found({ ...PAIN_DAYS, duration: hour, concentration: { usual: '50 mg/mL' } })).toContain(
      'error roundingTooLarge concentration: 0.44 mL, 0.4 mL',
    );
  });

  it('holds counted doses against the limits on the total', () => {
    expect(found({ ...INTRANASAL, doses: { lowest: 5, highest: 2 } })).toContain(
      'error minimumNotBelowMaximum doses: 5, 2',
    );
    expect(found({ ...INTRANASAL, doses: { lowest: 3, highest: 3 } })).toEqual([]);
    expect(found({ ...INTRANASAL, doses: { lowest: 1, highest: 6 } })).toEqual([
      'error usualOutsideLimits doses: 10 mg, 20 mg',
      'error usualOutsideLimits doses: 60 mg, 50 mg',
    ]);
    expect(found({ ...INTRANASAL, total: { ...INTRANASAL.total, hardMaximum: '200 mg' } })).toEqual([
      'error tenTimesAllowed doses: 200 mg, 200 mg',
    ]);
    expect(found({ ...INTRANASAL, total: { ...INTRANASAL.total, hardMinimum: '5 mg' } })).toEqual([
      'error tenthAllowed doses: 5 mg, 5 mg',
    ]);
    expect(found({ ...INTRANASAL, perDose: '0 mg' })).toEqual(['error notPositive perDose: 0 mg, 0 mg']);
  });

  it('holds ages against one another where they can be compared', () => {
    const age = (band: object) => found({ ...INTRANASAL, age: { hardMinimum: '18 years', ...band } });
    expect(age({ softMinimum: '216 months', softMaximum: '65 years', hardMaximum: '780 months' })).toEqual(
      [],
    );
    expect(age({ softMinimum: '215 months' })).toEqual([
      'error softOutsideHard age.softMinimum: 215 months, 18 years',
    ]);
    expect(age({ softMaximum: '66 years', hardMaximum: '65 years' })).toEqual([
      'error softOutsideHard age.softMaximum: 66 years, 65 years',
    ]);
    expect(age({ hardMaximum: '18 years' })).toEqual([
      'error minimumNotBelowMaximum age.hardMinimum: 18 years, 18 years',
    ]);
    expect(age({ softMinimum: '30 days' })).toEqual([]);
    // A month has no fixed number of days: nothing is said, in whichever order they stand.
    expect(age({ hardMinimum: '400 days', hardMaximum: '6 months' })).toEqual([]);
    expect(age({ hardMinimum: '400 months', hardMaximum: '6 days' })).toEqual([]);
    expect(age({ hardMinimum: '30 days', hardMaximum: '20 days' })).toEqual([
      'error minimumNotBelowMaximum age.hardMinimum: 30 days, 20 days',
    ]);
  });
});

describe('a plan of a rate', () => {
  const WEIGHT = readQuantity('80 kg', 'kg');
  /** The rate set is the nearest step, whatever it crosses: 1.4 mg per mL makes no round number of steps. */
  function breaches(protocol: PumpedProtocol, rate: Quantity<'mg/kg/h' | 'mg/h'>) {
    const input: PlanInput = {
      ...orderedInput(rate, readQuantity('240 min', 'min'), { weight: WEIGHT }),
      amount: readQuantity('700 mg', 'mg'),
      volume: readQuantity('500 mL', 'mL'),
      mixing: 'madeUpTo',
      strength: readQuantity('10 mg/mL', 'mg/mL'),
      rateStep: readQuantity('0.1 mL/h', 'mL/h'),
      volumeStep: readQuantity('0.1 mL', 'mL'),
      containerVolume: readQuantity('500 mL', 'mL'),
      hard: NO_HARD_LIMITS,
    };
    return planBreaches(input, answered(planSum(input)), protocol, FIRST_SESSION)
      .filter(({ value }) => value === 'rate' || value === 'flatRate')
      .map(({ strength, side, value, actual, limit }) => `${strength} ${side} ${value}: ${actual}, ${limit}`);
  }

  it('per kilogram is judged as that rate, as ordered and as the pump is set', () => {
    const rate = (text: `${string} mg/kg/h`) => breaches(PAIN_HOURS, readQuantity(text, 'mg/kg/h'));
    expect(rate('0.35 mg/kg/h')).toEqual([]);
    expect(rate('1.1 mg/kg/h')).toEqual(['hard above rate: 1.1 mg/kg/h, 1 mg/kg/h']);
    // 3.5 mg/h ÷ 1.4 mg per mL = 2.5 mL/h.
    expect(rate('0.04375 mg/kg/h')).toEqual(['hard below rate: 0.04375 mg/kg/h, 0.05 mg/kg/h']);
    // 0.05 mg/kg/h needs 2.857 mL/h and is set to 2.9; 1 mg/kg/h needs 57.143 and is set to 57.1.
    expect(rate('0.05 mg/kg/h')).toEqual(['soft below rate: 0.05 mg/kg/h, 0.1 mg/kg/h']);
  });

  it('without a weight is judged in mg by the hour, as ordered and as the pump is set', () => {
    const rate = (text: `${string} mg/h`) => breaches(PAIN_DAYS, readQuantity(text, 'mg/h'));
    expect(rate('22 mg/h')).toEqual([]);
    expect(rate('61 mg/h')).toEqual(['hard above flatRate: 61 mg/h, 60 mg/h']);
    // 60 mg/h, the most allowed, needs 42.857 mL/h and is set to 42.9.
    expect(rate('60 mg/h')).toEqual(['hard above flatRate: 60.06 mg/h, 60 mg/h']);
  });
});

describe('a protocol that orders in micrograms', () => {
  const inMicrograms: Protocol = { ...PAIN_HOURS, unit: 'mcg/kg/min' };

  it('says its limits in its own unit, and every other as they stand in the library', () => {
    expect(shownLimit(inMicrograms, '0.06 mg/kg/h')).toBe('1 mcg/kg/min');
    expect(shownLimit(PAIN_HOURS, '0.350 mg/kg/h')).toBe('0.350 mg/kg/h');
    expect(shownLimit(PAIN_DAYS, '22.0 mg/h')).toBe('22.0 mg/h');
    expect(Object.keys(shownLimitsOf(MOOD_40, MOOD_40.total))).toEqual(['softMaximum', 'hardMaximum']);
  });
});
