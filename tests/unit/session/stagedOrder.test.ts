import { describe, expect, it } from 'vitest';
import type { PumpedProtocol } from '../../../src/core/library/library.ts';
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
import { type OrderShape, orderShapeOf, pumpedEntryFields } from '../../../src/core/session/entryRules.ts';
import type { Order, PlanDraft } from '../../../src/core/session/events.ts';
import { sessionOutcome } from '../../../src/core/session/outcome.ts';
import { parseEntryValues } from '../../../src/core/session/typedEntry.ts';
import { LIBRARY } from '../../support/libraryPlans.ts';
import { REFERENCE, RIGHT } from '../../support/playedSession.ts';
import {
  LOADED,
  LOADING,
  LOADING_TYPED,
  STAGED_HOURS,
  STEPPED,
  STEPS,
  STEPS_TYPED,
  stagedInput,
} from '../../support/stagedPlans.ts';
import { loadingRuns, stepsRun } from '../../support/stagedStory.ts';

const [MOOD] = LIBRARY.protocols;
if (MOOD?.mode !== 'doseOverTime') throw new Error('The first protocol is the mood protocol.');
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

  it('is told to give all its stages', () => {
    expect(sessionOutcome(loadingRuns()).told).toBe('54 mg');
    expect(sessionOutcome(stepsRun()).told).toBe('43.2 mg');
  });
});

describe('the hard limits of several stages', () => {
  const { loading: _, ...alone } = LOADED;
  const [least, most] = [readQuantity('60 min', 'min'), readQuantity('480 min', 'min')];

  it('are those of the whole where there is one stage', () => {
    const { hard } = stagedInput(alone, LOADING);
    expect(hard.dose).toEqual({ minimum: undefined, maximum: readQuantity('400 mg', 'mg') });
    expect(hard.duration).toEqual({ minimum: least, maximum: most });
    expect(stagedInput({ ...alone, loading: 'declined' }, LOADING)).toEqual(stagedInput(alone, LOADING));
    expect(stagedInput({ ...alone, laterSteps: [] }, LOADING)).toEqual(stagedInput(alone, LOADING));
  });

  it('are those of a loading dose, and of the infusion without what limits both together', () => {
    const input = stagedInput(LOADED, LOADING);
    expect(input.loading?.hard).toEqual({
      dose: { minimum: readQuantity('3.6 mg', 'mg'), maximum: readQuantity('36 mg', 'mg') },
      doseRate: {},
      duration: { minimum: readQuantity('10 min', 'min'), maximum: least },
    });
    expect(input.hard).toMatchObject({ dose: {}, duration: { minimum: least, maximum: most } });
    expect(input.hard.dose).toEqual({});
    expect(input).not.toHaveProperty('laterSteps');
  });

  it('have no time of one step: the time is that of all', () => {
    const input = stagedInput(STEPPED, STEPS);
    expect(input).not.toHaveProperty('loading');
    expect([input, ...(input.laterSteps ?? [])].map(({ hard }) => hard.duration)).toEqual([{}, {}, {}]);
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
    expect(inputsOf('step2', ['d', 'h', 'min'])).toContain('step2Days');
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
    const turned = compareEntries(shorter.value, whole.value, reference(STEPPED, STEPS));
    expect(turned).toMatchObject({ failure: { fields: ['step3'] } });
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
    expect(refused({ ...RIGHT, ...STAGED_HOURS, dose: '0.1' }, STEPS, STEPPED)).toEqual([
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

  it('is called not entered where a box is empty', () => {
    const kinds = (values: EntryValues, shape: OrderShape) => {
      const parsed = parseEntryValues(values, shape);
      return parsed.ok ? [] : parsed.failure.map(({ refusal }) => refusal.kind);
    };
    const { loadingDose: _, loadingOver: __, ...noLoading } = LOADING_TYPED;
    expect(kinds(noLoading, orderShapeOf(LOADING, LOADED))).toEqual(['notEntered', 'notEntered']);
    const { step2Rate: ___, step2Hours: ____, step2Over: _____, ...noStep } = STEPS_TYPED;
    const inDays: OrderShape = { ...orderShapeOf(STEPS, STEPPED), duration: ['d', 'h', 'min'], steps: 2 };
    expect(kinds({ ...noStep, overDays: '0' }, inDays)).toEqual(Array(4).fill('notEntered'));
  });

  it('counts the days of a step where its time has them', () => {
    const parsed = parseEntryValues(
      { ...STEPS_TYPED, overDays: '0', step2Days: '1' },
      { ...orderShapeOf(STEPS, STEPPED), duration: ['d', 'h', 'min'], steps: 2 },
    );
    expect(parsed).toMatchObject({
      value: { laterSteps: [{ duration: readQuantity('1500 min', 'min') }] },
    });
  });

  it('has no later steps where the order has one', () => {
    const parsed = parseEntryValues(LOADING_TYPED, orderShapeOf(LOADING, LOADED));
    expect(parsed.ok && Object.keys(parsed.value)).toContain('loading');
    expect(parsed.ok && Object.keys(parsed.value)).not.toContain('laterSteps');
  });
});
