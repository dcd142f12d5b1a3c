import { describe, expect, it } from 'vitest';
import type { PumpedProtocol } from '../../../src/core/library/library.ts';
import { planBreaches } from '../../../src/core/library/planBreaches.ts';
import { planSlips } from '../../../src/core/library/planSlips.ts';
import { loadingRuleOf, mostSteps } from '../../../src/core/library/stageRules.ts';
import { readQuantity } from '../../../src/core/quantity/quantity.ts';
import { compareEntries, type EntryReference } from '../../../src/core/session/compareEntries.ts';
import { completeOrder } from '../../../src/core/session/decisions/completeOrder.ts';
import { fieldsToEnter } from '../../../src/core/session/decisions/makeEntry.ts';
import {
  type EntryValues,
  fieldsToEnterAgain,
  inputsOf,
  isStepInput,
  stepNumberOf,
  stepPartOf,
} from '../../../src/core/session/entryFields.ts';
import { orderShapeOf, pumpedEntryFields } from '../../../src/core/session/entryRules.ts';
import type { Order, PlanDraft } from '../../../src/core/session/events.ts';
import { sessionOutcome } from '../../../src/core/session/outcome.ts';
import { parseEntryValues } from '../../../src/core/session/typedEntry.ts';
import { LIBRARY } from '../../support/libraryPlans.ts';
import { FIRST_SESSION } from '../../support/moodPlan.ts';
import { REFERENCE, RIGHT } from '../../support/playedSession.ts';
import { LOADED, LOADING, STEPPED, STEPS, stagedInput, stagedSum } from '../../support/stagedPlans.ts';
import { loadingRuns, stepsRun } from '../../support/stagedStory.ts';

const [MOOD] = LIBRARY.protocols;
if (MOOD?.mode !== 'doseOverTime') throw new Error('The first protocol is the mood protocol.');
const INTO_MICROGRAMS: PumpedProtocol = { ...LOADING, unit: 'mcg/kg/h' };
const HOURS = { overHours: '2', over: '0', amount: '100', volume: '50' } as const;
const LOADING_TYPED: EntryValues = {
  ...RIGHT,
  ...HOURS,
  dose: '0.25',
  loadingDose: '0.25',
  loadingOver: '20',
  pumpRate: '9',
  volumeToGive: '18',
};
const STEPS_TYPED: EntryValues = {
  ...RIGHT,
  ...HOURS,
  overHours: '1',
  dose: '0.1',
  step2Rate: '0.2',
  step2Hours: '1',
  step2Over: '0',
  step3Rate: '0.3',
  step3Hours: '1',
  step3Over: '0',
  pumpRate: '3.6',
  volumeToGive: '3.6',
};

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
});

describe('an order of several stages', () => {
  const draft = (order: Partial<PlanDraft>): PlanDraft => ({
    chair: 2,
    protocol: 'x',
    ...LOADED,
    ...order,
  });
  const missing = (order: Partial<PlanDraft>, protocol: PumpedProtocol = LOADING) => {
    const complete = completeOrder(draft(order), protocol);
    return complete.ok ? complete.value : complete.failure;
  };

  it('has its loading dose with its time, or says that there is none', () => {
    expect(missing({})).toEqual(LOADED);
    expect(missing({ loading: 'declined' })).toMatchObject({ loading: 'declined' });
    const { loading: _, ...silent } = draft({});
    expect(completeOrder(silent, LOADING)).toMatchObject({ failure: { missing: ['loading'] } });
    const half = { dose: '0.25 mg/kg', duration: null } as const;
    expect(missing({ loading: half, dose: null })).toEqual({
      kind: 'planIncomplete',
      missing: ['loading', 'dose'],
    });
    expect(missing({ loading: { dose: null, duration: '20 min' } })).toMatchObject({ missing: ['loading'] });
  });

  it('has every step with its rate and its time', () => {
    expect(missing(STEPPED, STEPS)).toMatchObject({ kind: 'loadingNotAllowed' });
    const { loading: _, ...steps } = draft(STEPPED);
    expect(completeOrder(steps, STEPS)).toEqual({ ok: true, value: STEPPED });
    for (const half of [
      { rate: null, duration: '60 min' } as const,
      { rate: '0.2 mg/kg/h', duration: null } as const,
    ])
      expect(completeOrder({ ...steps, laterSteps: [half] }, STEPS)).toMatchObject({
        failure: { missing: ['laterSteps'] },
      });
    const five = {
      ...steps,
      laterSteps: Array.from({ length: 4 }, () => ({ rate: '0.2 mg/kg/h', duration: '60 min' }) as const),
    };
    expect(completeOrder(five, STEPS)).toMatchObject({
      failure: { kind: 'tooManySteps', steps: 5, most: 4 },
    });
    expect(completeOrder({ ...steps, loading: 'declined' }, STEPS)).toEqual({ ok: true, value: STEPPED });
  });

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
          dose: '0.45 mg/kg/h',
          laterSteps: [step('0.5 mg/kg/h'), step('0.7 mg/kg/h'), step('0.02 mg/kg/h')],
        },
        STEPS,
      ),
    ).toEqual(['hard above rate 0.7 mg/kg/h', 'hard below rate 0.02 mg/kg/h', 'soft above rate 0.5 mg/kg/h']);
  });

  it('names the lowest of several rates that are too low', () => {
    const low = (rate: '0.03 mg/kg/h' | '0.04 mg/kg/h') => ({ rate, duration: '60 min' as const });
    const order: Order = {
      ...STEPPED,
      laterSteps: [low('0.04 mg/kg/h'), low('0.03 mg/kg/h'), low('0.04 mg/kg/h')],
    };
    const found = planBreaches(stagedInput(order, STEPS), stagedSum(order, STEPS), STEPS, FIRST_SESSION);
    expect(found.map(({ side, actual }) => `${side} ${actual}`)).toEqual(['below 0.03 mg/kg/h']);
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

  it('is told to give all its stages', () => {
    expect(sessionOutcome(loadingRuns()).told).toBe('54 mg');
    expect(sessionOutcome(stepsRun()).told).toBe('43.2 mg');
  });
});

describe('what two people type of several stages', () => {
  const reference = (order: Order, protocol: PumpedProtocol): EntryReference => ({
    ...REFERENCE,
    order,
    rules: { ...REFERENCE.rules, protocol },
  });
  const compared = (order: Order, protocol: PumpedProtocol, first: EntryValues, second: EntryValues) => {
    const shape = orderShapeOf(protocol, order);
    const [left, right] = [parseEntryValues(first, shape), parseEntryValues(second, shape)];
    if (!left.ok || !right.ok) throw new Error('An entry cannot be read.');
    const outcome = compareEntries(left.value, right.value, reference(order, protocol));
    return outcome.ok ? 'agree' : [outcome.failure.against, ...outcome.failure.fields];
  };

  it('is asked in the order of the screen, and only where the order has it', () => {
    expect(pumpedEntryFields(orderShapeOf(LOADING, LOADED))).toEqual([
      'dateOfBirth',
      'drug',
      'weight',
      'loadingDose',
      'loadingOver',
      'dose',
      'over',
      'preparation',
      'pumpRate',
      'volumeToGive',
    ]);
    expect(pumpedEntryFields(orderShapeOf(STEPS, STEPPED)).slice(3, 7)).toEqual([
      'dose',
      'over',
      'step2',
      'step3',
    ]);
    expect(orderShapeOf(LOADING, { loading: 'declined' })).toEqual(orderShapeOf(LOADING));
    expect(fieldsToEnter({ ...loadingRuns(), attempt: 1 }, 'osei')).toContain('loadingOver');
    expect(fieldsToEnterAgain(['step2'], ['dose', 'step2', 'pumpRate'])).toEqual(['step2']);
  });

  it('is a rate and the boxes of a time for each step', () => {
    expect(inputsOf('step2', ['h', 'min'])).toEqual(['step2Rate', 'step2Hours', 'step2Over']);
    expect(['step3Rate', 'step3Days', 'step3Hours', 'step3Over'].filter(isStepInput).map(stepPartOf)).toEqual(
      [null, 'd', 'h', 'min'],
    );
    expect(stepNumberOf('step6Over')).toBe(6);
    expect(isStepInput('dose')).toBe(false);
  });

  it('agrees, with each other and with the order, or is named by its field', () => {
    expect(compared(LOADED, LOADING, LOADING_TYPED, LOADING_TYPED)).toBe('agree');
    const other = { ...LOADING_TYPED, loadingDose: '0.3', loadingOver: '15' };
    expect(compared(LOADED, LOADING, LOADING_TYPED, other)).toEqual([
      'eachOther',
      'loadingDose',
      'loadingOver',
    ]);
    expect(compared(LOADED, LOADING, other, other)).toEqual(['order', 'loadingDose', 'loadingOver']);
    expect(compared(STEPPED, STEPS, STEPS_TYPED, STEPS_TYPED)).toBe('agree');
    const rate = { ...STEPS_TYPED, step2Rate: '0.3' };
    const time = { ...STEPS_TYPED, step3Over: '30' };
    expect(compared(STEPPED, STEPS, STEPS_TYPED, rate)).toEqual(['eachOther', 'step2']);
    expect(compared(STEPPED, STEPS, time, STEPS_TYPED)).toEqual(['eachOther', 'step3']);
    expect(compared(STEPPED, STEPS, time, time)).toEqual(['order', 'step3']);
  });

  it('differs where one has a stage that the other has not', () => {
    const whole = parseEntryValues(STEPS_TYPED, orderShapeOf(STEPS, STEPPED));
    const shorter = parseEntryValues(STEPS_TYPED, { ...orderShapeOf(STEPS, STEPPED), steps: 2 });
    if (!whole.ok || !shorter.ok) throw new Error('An entry cannot be read.');
    const outcome = compareEntries(whole.value, shorter.value, reference(STEPPED, STEPS));
    expect(outcome).toMatchObject({ failure: { fields: ['step3'] } });
  });

  it('is refused by every box that is empty or malformed, all at once', () => {
    const refused = (values: EntryValues, protocol: PumpedProtocol, order: Order) => {
      const parsed = parseEntryValues(values, orderShapeOf(protocol, order));
      return parsed.ok ? [] : parsed.failure.map(({ input }) => input);
    };
    const { loadingDose: _, ...noDose } = LOADING_TYPED;
    const { loadingOver: __, ...noTime } = LOADING_TYPED;
    expect(refused(noDose, LOADING, LOADED)).toEqual(['loadingDose']);
    expect(refused(noTime, LOADING, LOADED)).toEqual(['loadingOver']);
    expect(refused({ ...RIGHT, ...HOURS, dose: '0.1' }, STEPS, STEPPED)).toEqual([
      'step2Rate',
      'step2Hours',
      'step2Over',
      'step3Rate',
      'step3Hours',
      'step3Over',
    ]);
    expect(refused({ ...STEPS_TYPED, step2Rate: '.2', dose: '' }, STEPS, STEPPED)).toEqual([
      'dose',
      'step2Rate',
    ]);
  });
});
