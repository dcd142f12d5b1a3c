import { describe, expect, it } from 'vitest';
import { errorText } from '../../src/renderer/errorText.ts';
import { finishSentence } from '../../src/renderer/screens/plan/planWords.ts';
import { stageForecast } from '../../src/renderer/screens/session/stage/stageForecast.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { prepareNext } from '../support/containerOrders.ts';
import { DEMO_LIBRARY, publishLibrary } from '../support/publish.ts';
import { enterRate, matchRate, type RateOrder, startRate } from '../support/rateOrders.ts';
import { orderForAda, vitals, weighAda } from '../support/referenceSession.ts';
import { IN_STEPS, WITH_LOADING } from '../support/stagedOrders.ts';
import { at, ZONE } from '../support/times.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

async function running(order: RateOrder) {
  const clinic = await openClinic();
  const session = await matchRate(clinic, await weighAda(clinic), order);
  return { clinic, session, view: await startRate(clinic, session, order) };
}

async function forecast(clinic: TestClinic, session: string, time: string) {
  clinic.clock.set(at(time));
  const { infusion } = await clinic.call('session:load', { session });
  const seen = { now: at(time), zone: ZONE, shown: (moment: number) => moment };
  return infusion && stageForecast(infusion, seen);
}

const complete = { linePrimedWith: 'diluent', lineFlushed: true, differenceReason: null } as const;

describe('an infusion after a loading dose', () => {
  it('is ordered with it or without it, and never in silence', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    await clinic.signIn('patel');
    const { choices } = await clinic.call('plan:start', { patient });
    const choice = choices.find(({ protocol: { id } }) => id === 'ketamine-pain-loading');
    expect(choice).toMatchObject({
      loading: { dose: { usual: '0.25 mg/kg' }, duration: { hardMinimum: '10 min' } },
    });
    const calculate = (typed: RateOrder['plan']) =>
      clinic.call('plan:calculate', { patient, session: null, typed });
    const { loading: _, loadingDose: _d, loadingOver: _o, ...silent } = WITH_LOADING.plan;
    expect((await calculate(silent)).refusal).toEqual({ kind: 'incomplete' });
    const declined = await calculate({ ...silent, loading: 'declined' });
    expect(declined.sum).not.toHaveProperty('staged');
    const { sum, working, breaches } = await calculate(WITH_LOADING.plan);
    expect(breaches).toEqual([]);
    expect(sum).toMatchObject({ dose: '36 mg', staged: { dose: '54 mg', volumeToGive: '27 mL' } });
    expect(working.map(({ step }) => step)).toEqual(
      expect.arrayContaining(['loadingDose', 'loadingRate', 'wholeDose', 'wholeVolume']),
    );
    expect(sum && choice && plain(finishSentence(sum, choice.protocol))).toBe(
      '27 mL/h for 20 min, then 9 mL/h for 2 h 00 min, each begun by a person. Ends 2 h 20 min after start. One syringe is enough.',
    );
    const typed = { ...silent, chair: 2 };
    const { session, position } = await clinic.call('plan:save', { patient, session: null, typed });
    const order = { session: session ?? '', position, overrideReasons: [], passphrase: 'green-orchard' };
    const refusal = await clinic.refusal('plan:authorise', order);
    expect(refusal).toMatchObject({ kind: 'planIncomplete', missing: ['loading'] });
    expect(errorText(refusal, ZONE)).toBe('Not entered: Loading dose, or none.');
  });

  it.each([
    [{ loadingDose: '0.51' }, 'hard above loading'],
    [{ loadingDose: '0.31' }, 'soft above loading'],
    [{ loadingOver: '9' }, 'hard below loadingDuration'],
    [{ loadingOver: '14' }, 'soft below loadingDuration'],
    [{ loadingDose: '0.5', hours: '8', dose: '0.6' }, 'soft above total'],
  ])('is judged by limits of its own, and in all by the total: %j', async (change, breach) => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    await clinic.signIn('patel');
    const typed = { ...WITH_LOADING.plan, ...change };
    const { breaches } = await clinic.call('plan:calculate', { patient, session: null, typed });
    expect(breaches.map(({ strength, side, value }) => `${strength} ${side} ${value}`)).toContain(breach);
  });

  it('is typed by both, and a difference is named by its field', async () => {
    const clinic = await openClinic();
    const session = await orderForAda(clinic, await weighAda(clinic), WITH_LOADING.plan);
    clinic.clock.set(at('09:21:00'));
    const by = await clinic.call('entry:open', { session, by: null });
    expect(by.fields).toEqual(expect.arrayContaining(['loadingDose', 'loadingOver']));
    expect(await enterRate(clinic, session, 1, WITH_LOADING.values)).toEqual({ outcome: 'entered' });
    await enterRate(clinic, session, 2, { ...WITH_LOADING.values, loadingDose: '2.5', loadingOver: '30' });
    const { mismatch } = await clinic.call('session:load', { session });
    expect(mismatch).toMatchObject({ against: 'eachOther', fields: ['loadingDose', 'loadingOver'] });
  });

  it('is not entered without it', async () => {
    const clinic = await openClinic();
    const session = await orderForAda(clinic, await weighAda(clinic), WITH_LOADING.plan);
    const { ticket } = await clinic.call('entry:open', { session, by: null });
    const { loadingDose: _, ...values } = WITH_LOADING.values;
    const entry = { ticket, copy: 1, values, corrections: 0 } as const;
    const refusal = await clinic.refusal('entry:submit', entry);
    expect(refusal).toMatchObject({ inputs: [{ input: 'loadingDose', refusal: { kind: 'notEntered' } }] });
    expect(errorText(refusal, ZONE)).toContain('Loading dose');
  });

  it('starts with its own rate and volume, and stops by itself at its end', async () => {
    const { clinic, session, view } = await running(WITH_LOADING);
    expect(view.infusion).toMatchObject({
      orderedDose: '54 mg',
      rate: '27 mL/h',
      endsAt: at('12:20:00'),
      run: { volumeToGive: '27 mL' },
      stage: {
        number: 1,
        count: 2,
        name: 'loading dose',
        endsAt: at('10:20:00'),
        next: {
          number: 2,
          name: 'infusion',
          rate: '9 mL/h',
          doseRate: '0.25 mg/kg/h',
          volume: '18 mL',
          isRise: false,
        },
      },
    });
    expect(await forecast(clinic, session, '10:10:00')).toEqual({
      text: 'next: 9\u00a0mL/h at 10:20:00',
      level: 'later',
    });
    expect(await forecast(clinic, session, '10:15:00')).toMatchObject({ level: 'soon' });
    expect(await forecast(clinic, session, '10:25:00')).toEqual({
      text: 'Loading dose has run in since 10:20:00: set the next',
      level: 'now',
    });
    const late = await clinic.call('session:load', { session });
    expect(late.timeline.at(-1)?.given).toBe('0 mL');
    await clinic.call('infusion:pause', { session, at: at('10:25:00'), reason: 'other' });
    const paused = await clinic.call('session:load', { session });
    expect(paused.timeline.at(-1)?.given).toBe('9 mL');
  });

  it('is never given faster than ordered, and has no rate to change once it has run in', async () => {
    const { clinic, session } = await running(WITH_LOADING);
    clinic.clock.set(at('10:05:00'));
    const faster = await clinic.refusal('infusion:considerRate', { session, rate: '27.1' });
    expect(plain(errorText(faster, ZONE))).toBe(
      'A loading dose is not given faster than ordered, 27 mL/h. Type that rate or a lower one.',
    );
    const slower = await clinic.call('infusion:considerRate', { session, rate: '20' });
    expect(slower).toMatchObject({ prescriberNeeded: false, endsAt: at('12:25:15') });
    clinic.clock.set(at('10:21:00'));
    const over = await clinic.refusal('infusion:considerRate', { session, rate: '20' });
    expect(over).toEqual({ kind: 'stageOver', stage: 1 });
    const change = { session, rate: '20', readBack: '20', reason: 'ordered', note: null } as const;
    const people = { reader: null, prescriber: null };
    expect(await clinic.refusal('infusion:changeRate', { ...change, ...people })).toEqual(over);
    expect(errorText(over, ZONE)).toContain('there is no rate to change');
  });

  it('goes on when it has run in, read back by whoever begins it, and every milligram is there', async () => {
    const { clinic, session } = await running(WITH_LOADING);
    const begin = { session, rate: '9', volume: '18', reader: null };
    clinic.clock.set(at('10:18:00'));
    const early = await clinic.refusal('infusion:beginStage', begin);
    expect(early).toEqual({ kind: 'stageNotOver', stage: 1, left: '0.9 mL', endsAt: at('10:20:00') });
    expect(plain(errorText(early, ZONE))).toBe(
      'The stage that runs has 0.9 mL left, to 10:20:00. The next one begins when it has run in.',
    );
    const pump = { ...complete, pumpVolume: '9' };
    const notYet = await clinic.refusal('infusion:complete', { session, ...pump });
    expect(notYet).toEqual({ kind: 'stagesLeft', next: 2, stages: 2 });
    expect(errorText(notYet, ZONE)).toBe(
      'Stage 2 of 2 has not begun. Begin it, or stop the infusion to end it here.',
    );
    clinic.clock.set(at('10:22:00'));
    expect(await clinic.refusal('infusion:beginStage', { ...begin, rate: '90', volume: '1.8' })).toEqual({
      kind: 'readBackDiffers',
      fields: ['rate', 'volumeLimit'],
    });
    const view = await clinic.call('infusion:beginStage', begin);
    expect(view.infusion).toMatchObject({
      rate: '9 mL/h',
      endsAt: at('12:22:00'),
      stage: { number: 2, name: 'infusion', endsAt: at('12:22:00'), next: null },
    });
    expect(view.timeline.at(-1)).toMatchObject({
      text: 'Infusion begun, 27\u00a0mL/h → 9\u00a0mL/h',
      detail: 'volume limit 18\u00a0mL',
      given: '9 mL',
    });
    expect(await clinic.refusal('infusion:beginStage', begin)).toEqual({ kind: 'noStageLeft' });
    clinic.clock.set(at('12:22:00'));
    const seen = { vitals: vitals(124, 74, 70, 98), effects: [], ended: [] };
    await clinic.call('observation:record', { session, ...seen });
    const done = await clinic.call('infusion:complete', { session, ...complete, pumpVolume: '27' });
    expect(done.reconciliation).toMatchObject({ given: '54 mg', left: { syringe: '46 mg' } });
    const document = await clinic.call('document:load', { kind: 'sessionSummary', session });
    expect(document).toMatchObject({
      delivered: {
        dose: '54 mg',
        percent: '100 %',
        stretches: [
          { rate: '27 mL/h', milliseconds: 1_200_000, volume: '9 mL' },
          { rate: '0 mL/h', milliseconds: 120_000, stageOver: true },
          { rate: '9 mL/h', milliseconds: 7_200_000, volume: '18 mL' },
        ],
      },
      times: { infusingMilliseconds: 8_400_000 },
    });
  });

  it('waits for the end of a pause, and for somebody who may begin it', async () => {
    const { clinic, session } = await running(WITH_LOADING);
    clinic.clock.set(at('10:21:00'));
    const begin = { session, rate: '9', volume: '18', reader: null };
    await clinic.signIn('reyes');
    expect(await clinic.refusal('infusion:beginStage', begin)).toMatchObject({ kind: 'roleNeeded' });
    await clinic.signIn('lim');
    await clinic.call('infusion:pause', { session, at: at('10:21:00'), reason: 'other' });
    expect(await clinic.refusal('infusion:beginStage', begin)).toMatchObject({ kind: 'notInThisState' });
  });
});

describe('a container changed between two stages', () => {
  it('is connected while the pump stands still, and gives from the next stage on', async () => {
    const small: RateOrder = {
      ...WITH_LOADING,
      plan: { ...WITH_LOADING.plan, amount: '20', volume: '10' },
      values: { ...WITH_LOADING.values, amount: '20', volume: '10' },
      drawn: '2',
    };
    const { clinic, session, view } = await running(small);
    expect(view.infusion?.container).toMatchObject({ planned: 3, emptyAt: at('10:26:40') });
    clinic.clock.set(at('10:05:00'));
    await prepareNext(clinic, session, small);
    clinic.clock.set(at('10:22:00'));
    const { infusion } = await clinic.call('session:load', { session });
    const change = {
      session,
      label: infusion?.container.nextLabel?.slice(-4) ?? '',
      stoppedAt: at('10:21:00'),
      volumeLeft: '1',
      leftReason: null,
      readBack: '27',
      checker: await clinic.second('osei'),
    };
    const restarted = { ...change, restartedAt: at('10:21:30') };
    expect(await clinic.refusal('container:change', restarted)).toEqual({ kind: 'stageOver', stage: 1 });
    const changed = await clinic.call('container:change', { ...change, restartedAt: null, readBack: null });
    expect(changed.infusion?.container.number).toBe(2);
    expect(changed.timeline.find(({ text }) => text.includes('connected'))?.detail).toContain(
      'before the next stage; 1\u00a0mL left in syringe 1',
    );
    const begun = await clinic.call('infusion:beginStage', {
      session,
      rate: '9',
      volume: '18',
      reader: null,
    });
    expect(begun.infusion).toMatchObject({ endsAt: at('12:22:00'), container: { emptyAt: at('11:28:40') } });
    clinic.clock.set(at('12:30:00'));
    await clinic.call('infusion:pause', { session, at: at('12:30:00'), reason: 'other' });
    const { timeline } = await clinic.call('session:load', { session });
    // 9 mL from the first one and 10 mL from the second, which is empty.
    expect(timeline.at(-1)?.given).toBe('19 mL');
  });
});

describe('a rate in steps', () => {
  it('rises by another person and falls by whoever begins it', async () => {
    const { clinic, session, view } = await running(IN_STEPS);
    expect(view.infusion?.stage).toMatchObject({
      number: 1,
      count: 3,
      name: 'step 1',
      next: { name: 'step 2', isRise: true },
    });
    expect(view.plan?.nurseRange).toMatchObject({ lowest: '1.8 mL/h', highest: '3.6 mL/h' });
    clinic.clock.set(at('11:00:00'));
    const rise = { session, rate: '7.2', volume: '7.2' };
    expect(await clinic.refusal('infusion:beginStage', { ...rise, reader: null })).toEqual({
      kind: 'anotherPersonNeeded',
    });
    const second = await clinic.call('infusion:beginStage', { ...rise, reader: await clinic.second('osei') });
    expect(second.infusion?.stage).toMatchObject({ number: 2, next: { name: 'step 3', isRise: false } });
    expect(second.plan?.nurseRange).toMatchObject({ lowest: '3.6 mL/h', highest: '7.2 mL/h' });
    clinic.clock.set(at('12:00:00'));
    const third = await clinic.call('infusion:beginStage', {
      session,
      rate: '3.6',
      volume: '3.6',
      reader: null,
    });
    expect(third.infusion?.stage).toMatchObject({ number: 3, next: null, endsAt: at('13:00:00') });
    clinic.clock.set(at('13:00:00'));
    const done = await clinic.call('infusion:complete', { session, ...complete, pumpVolume: '14.4' });
    expect(done.reconciliation?.given).toBe('28.8 mg');
  });

  it('has every rate and every time typed by both', async () => {
    const clinic = await openClinic();
    const session = await orderForAda(clinic, await weighAda(clinic), IN_STEPS.plan);
    clinic.clock.set(at('09:21:00'));
    await enterRate(clinic, session, 1, IN_STEPS.values);
    await enterRate(clinic, session, 2, { ...IN_STEPS.values, step2Rate: '0.3', step3Over: '30' });
    const { mismatch } = await clinic.call('session:load', { session });
    expect(mismatch).toMatchObject({ against: 'eachOther', fields: ['step2', 'step3'] });
  });

  it('is judged in every step, and has no more of them than its protocol says', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    await clinic.signIn('patel');
    const typed = { ...IN_STEPS.plan, step2Rate: '0.41', step3Rate: '0.7' };
    const { breaches } = await clinic.call('plan:calculate', { patient, session: null, typed });
    expect(breaches.map(({ strength, actual }) => `${strength} ${actual}`)).toEqual([
      'hard 0.7 mg/kg/h',
      'soft 0.41 mg/kg/h',
    ]);
    const save = (plan: RateOrder['plan']) => ({ patient, session: null, typed: plan });
    expect(await clinic.refusal('plan:save', save({ ...IN_STEPS.plan, steps: 5 }))).toEqual({
      kind: 'tooManySteps',
      steps: 5,
      most: 4,
    });
    const mood = { ...IN_STEPS.plan, protocol: 'ketamine-pain-hours' };
    expect(await clinic.refusal('plan:save', save(mood))).toMatchObject({ kind: 'tooManySteps', most: 1 });
    const { steps: _, ...one } = { ...IN_STEPS.plan, loading: 'ordered' as const };
    expect(await clinic.refusal('plan:save', save(one))).toEqual({ kind: 'loadingNotAllowed' });
    expect(await clinic.refusal('plan:save', save({ ...IN_STEPS.plan, step2Rate: '.2' }))).toMatchObject({
      kind: 'valueRefused',
      field: 'step2Rate',
    });
    const { draft } = await clinic.call(
      'plan:save',
      save({ ...IN_STEPS.plan, step3Rate: '', step3Hours: '', step3Over: '' }),
    );
    expect(draft?.laterSteps).toEqual([
      { rate: '0.2 mg/kg/h', duration: '60 min' },
      { rate: null, duration: null },
    ]);
  });
});

describe('a library with a loading dose', () => {
  it('that could not be ordered is refused at publication', async () => {
    const clinic = await openClinic();
    const protocols = DEMO_LIBRARY.protocols.map((protocol) => {
      if (protocol.id !== 'ketamine-pain-loading' || protocol.mode !== 'weightRate') return protocol;
      const { loadingDuration: _, ...rest } = protocol;
      return rest;
    });
    await expect(publishLibrary(clinic, { ...DEMO_LIBRARY, protocols })).rejects.toThrow(
      /loadingDuration|time of a loading dose/i,
    );
  });
});
