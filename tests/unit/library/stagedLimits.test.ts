import { describe, expect, it } from 'vitest';
import { equipmentRefusals } from '../../../src/core/library/equipmentRefusals.ts';
import type { PumpedProtocol } from '../../../src/core/library/library.ts';
import { lintLibrary } from '../../../src/core/library/lint.ts';
import { planBreaches } from '../../../src/core/library/planBreaches.ts';
import { loadingHardLimits, stageHardLimits } from '../../../src/core/library/planHardLimits.ts';
import { planSlips } from '../../../src/core/library/planSlips.ts';
import { loadingRuleOf, mostSteps } from '../../../src/core/library/stageRules.ts';
import { type Quantity, quantityText, readQuantity } from '../../../src/core/quantity/quantity.ts';
import type { Order } from '../../../src/core/session/events.ts';
import { LIBRARY } from '../../support/libraryPlans.ts';
import { FIRST_SESSION } from '../../support/moodPlan.ts';
import { REFERENCE } from '../../support/playedSession.ts';
import { LOADED, LOADING, STEPPED, STEPS, stagedInput, stagedSum } from '../../support/stagedPlans.ts';

const [MOOD] = LIBRARY.protocols;
if (MOOD?.mode !== 'doseOverTime') throw new Error('The first protocol is the mood protocol.');
const INTO_MICROGRAMS: PumpedProtocol = { ...LOADING, unit: 'mcg/kg/h' };

describe('a protocol', () => {
  it('has a loading dose to order where dose and time of it are limited, in mg', () => {
    expect(loadingRuleOf(LOADING)?.duration.hardMinimum).toBe('10 min');
    const { loadingDuration: _, ...untimed } = LOADING;
    const { loading: __, ...undosed } = LOADING;
    expect([untimed, undosed, INTO_MICROGRAMS].map(loadingRuleOf)).toEqual([undefined, undefined, undefined]);
  });

  it('has one rate for the whole time unless it says how many steps', () => {
    expect([LOADING, STEPS, MOOD].map(mostSteps)).toEqual([1, 4, 1]);
  });

  it('that orders in mcg must not limit a loading dose, which it could not show', () => {
    const found = (protocol: PumpedProtocol) =>
      lintLibrary({ ...LIBRARY, protocols: [protocol] })
        .filter(({ rule }) => rule === 'loadingInMicrograms')
        .map(({ severity, value, place }) => [severity, value, place.id]);
    expect(found(LOADING)).toEqual([]);
    expect(found(INTO_MICROGRAMS)).toEqual([['error', 'loading', LOADING.id]]);
    const { loading: _, loadingDuration: __, ...without } = LOADING;
    expect(found({ ...without, unit: 'mcg/kg/h' })).toEqual([]);
  });
});

/** The ends of limits as they are written. */
function ends(limits: {
  readonly [name: string]: {
    readonly minimum?: Quantity | undefined;
    readonly maximum?: Quantity | undefined;
  };
}) {
  return Object.entries(limits).map(([name, { minimum, maximum }]) => [
    name,
    minimum && quantityText(minimum),
    maximum && quantityText(maximum),
  ]);
}

describe('the limits a rounding of one stage must not cross', () => {
  const weight = readQuantity('72 kg', 'kg');

  it('are those of its own dose, rate and time, and not the time of all steps', () => {
    expect(ends(stageHardLimits(STEPS, weight, true))).toEqual([
      ['dose', undefined, undefined],
      ['doseRate', STEPS.rate.hardMinimum, STEPS.rate.hardMaximum],
      ['duration', undefined, undefined],
    ]);
    expect(ends(stageHardLimits(LOADING, weight, false)).at(-1)?.[0]).toBe('duration');
    expect(ends(stageHardLimits(LOADING, weight, false)).at(-1)?.[2]).toBe(LOADING.duration.hardMaximum);
  });

  it('are of a loading dose its dose and its time, and no rate', () => {
    const rule = loadingRuleOf(LOADING);
    if (!rule) throw new Error('no loading dose to order');
    expect(ends(loadingHardLimits(rule, weight))).toEqual([
      ['dose', '3.6 mg', '36 mg'],
      ['doseRate', undefined, undefined],
      ['duration', rule.duration.hardMinimum, rule.duration.hardMaximum],
    ]);
  });
});

describe('a plan of several stages', () => {
  it('counts in the total with all of it, in the time without the loading dose, and in every rate', () => {
    const breaches = (order: Order, protocol: PumpedProtocol) =>
      planBreaches(stagedInput(order, protocol), stagedSum(order, protocol), protocol, FIRST_SESSION).map(
        ({ strength, side, value, actual }) => `${strength} ${side} ${value} ${actual}`,
      );
    expect(breaches(LOADED, LOADING)).toEqual([]);
    expect(breaches({ ...LOADED, loading: { dose: '0.51 mg/kg', duration: '9 min' } }, LOADING)).toEqual([
      'hard below loadingDuration 9 min',
      'hard above loading 0.51 mg/kg',
    ]);
    expect(breaches(LOADED, { ...LOADING, total: { hardMaximum: '53 mg' } })).toEqual([
      'hard above total 54 mg',
    ]);
    expect(breaches(LOADED, { ...LOADING, duration: { hardMaximum: '120 min' } })).toEqual([]);
    const limited = {
      loading: { hardMaximum: '0.01 mg/kg' },
      loadingDuration: { hardMaximum: '1 min' },
    } as const;
    expect(breaches(STEPPED, { ...STEPS, ...limited })).toEqual([]);
    expect(breaches(STEPPED, { ...STEPS, duration: { hardMaximum: '179 min' } })).toEqual([
      'hard above duration 180 min',
    ]);
    const step = (rate: '0.02 mg/kg/h' | '0.45 mg/kg/h' | '0.5 mg/kg/h' | '0.7 mg/kg/h') => ({
      rate,
      duration: '60 min' as const,
    });
    expect(
      breaches(
        { ...STEPPED, laterSteps: [step('0.45 mg/kg/h'), step('0.5 mg/kg/h'), step('0.45 mg/kg/h')] },
        STEPS,
      ),
    ).toEqual(['soft above rate 0.5 mg/kg/h']);
    expect(
      breaches(
        {
          ...STEPPED,
          laterSteps: [
            step('0.02 mg/kg/h'),
            { ...step('0.02 mg/kg/h'), rate: '0.017 mg/kg/h' },
            step('0.02 mg/kg/h'),
          ],
        },
        STEPS,
      ),
    ).toEqual(['hard below rate 0.017 mg/kg/h']);
    expect(
      breaches(
        {
          ...STEPPED,
          dose: '0.45 mg/kg/h',
          laterSteps: [step('0.5 mg/kg/h'), step('0.7 mg/kg/h'), step('0.02 mg/kg/h')],
        },
        STEPS,
      ),
    ).toEqual(['hard above rate 0.7 mg/kg/h', 'hard below rate 0.02 mg/kg/h', 'soft above rate 0.5 mg/kg/h']);
  });

  it('is judged by a flat rate in every step where the protocol has one', () => {
    const flat = LIBRARY.protocols.find(({ mode }) => mode === 'flatRate');
    if (flat?.mode !== 'flatRate') throw new Error('There is no flat rate.');
    const protocol = { ...flat, steps: { most: 2 } };
    const order: Order = {
      ...STEPPED,
      dose: '22 mg/h',
      duration: '1440 min',
      laterSteps: [{ rate: '5000 mg/h', duration: '1440 min' }],
    };
    const found = planBreaches(
      stagedInput(order, protocol),
      stagedSum(order, protocol),
      protocol,
      FIRST_SESSION,
    );
    expect(found).toContainEqual(
      expect.objectContaining({ value: 'flatRate', strength: 'hard', actual: '5000 mg/h' }),
    );
  });

  it('has its loading dose looked at for slips', () => {
    const slips = planSlips(
      { loading: readQuantity('2.5 mg/kg', 'mg/kg') },
      { protocol: LOADING, lastOrdered: null },
    );
    expect(slips.map(({ value }) => value)).toEqual(['loading']);
  });

  it('is refused with every rate its pump does not run at', () => {
    const { pump } = REFERENCE.rules;
    const slow = { ...pump, rateMinimum: '9.5 mL/h', rateMaximum: '20 mL/h' } as const;
    const rates = equipmentRefusals(stagedSum(LOADED, LOADING), slow).map((found) =>
      found.kind === 'rateOutsidePumpRange' ? found.rate : found.kind,
    );
    expect(rates).toEqual(['27 mL/h', '9 mL/h']);
    expect(equipmentRefusals(stagedSum(LOADED, LOADING), pump)).toEqual([]);
  });
});
