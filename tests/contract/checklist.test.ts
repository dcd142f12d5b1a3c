import { describe, expect, it } from 'vitest';
import { errorText } from '../../src/renderer/errorText.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import {
  ADA_SAID,
  ANSWERS,
  answerChecks,
  matchAda,
  prepareForAda,
  readPumpBack,
  readyAda,
  vitals,
} from '../support/referenceSession.ts';
import { at, ZONE } from '../support/times.ts';

const said = (failure: Parameters<typeof errorText>[0]): string =>
  errorText(failure, ZONE).replaceAll('\u00a0', ' ');

/** Prepared, label on; the checklist is answered but for the items named, the baseline as given. */
async function upTo(
  clinic: TestClinic,
  but: readonly string[],
  baseline = vitals(128, 76, 78, 98),
): Promise<string> {
  const session = await matchAda(clinic);
  await prepareForAda(clinic, session);
  clinic.clock.set(at('09:50:00'));
  await answerChecks(clinic, session, but);
  clinic.clock.set(at('09:52:00'));
  await clinic.call('observation:record', { session, vitals: baseline, effects: [], ended: [] });
  clinic.clock.set(at('09:57:00'));
  return session;
}

describe('the checklist before the start', () => {
  it.each(Object.keys(ANSWERS))('with %s not asked is never ready, and nothing starts', async (item) => {
    const clinic = await openClinic();
    const session = await upTo(clinic, [item]);
    const view = await readPumpBack(clinic, session);
    expect(view.state).toBe('PREPARED');
    const open = view.checklist.items.filter(({ answer }) => answer === null);
    expect(open.map((check) => check.item.id)).toEqual([item]);
    expect(await clinic.refusal('infusion:start', { session, ...ADA_SAID })).toMatchObject({
      kind: 'notInThisState',
    });
    const answer = ANSWERS[item];
    if (!answer) throw new Error('no answer');
    const ready = await clinic.call('checklist:answer', { session, item, answer });
    expect(ready.state).toBe('READY');
    const check = ready.checklist.items.find((one) => one.item.id === item);
    expect(check?.done).toMatchObject({ by: { name: 'R. Lim' }, happenedAt: at('09:57:00') });
  });

  it('is judged again at the start: a "no" after READY stops it until a prescriber decides', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await prepareForAda(clinic, session);
    await readyAda(clinic, session);
    const no = { kind: 'no', reason: 'has a cold' } as const;
    await clinic.call('checklist:answer', { session, item: 'health', answer: no });
    const refusal = await clinic.refusal('infusion:start', { session, ...ADA_SAID });
    expect(refusal).toEqual({
      kind: 'checksNeedPrescriber',
      items: ['No change in health, no new medicine'],
    });
    expect(said(refusal)).toBe('A prescriber decides first: No change in health, no new medicine.');
    const decide = { session, subject: 'health', reason: 'afebrile, lungs clear' };
    expect(await clinic.refusal('checklist:decide', { ...decide, prescriber: null })).toMatchObject({
      kind: 'roleNeeded',
      roles: ['prescriber'],
    });
    const nurse = await clinic.second('osei');
    expect(await clinic.refusal('checklist:decide', { ...decide, prescriber: nurse })).toMatchObject({
      kind: 'roleNeeded',
    });
    const prescriber = await clinic.second('patel');
    expect(await clinic.refusal('checklist:decide', { ...decide, reason: ' ', prescriber })).toEqual({
      kind: 'textMissing',
      field: 'reason',
    });
    const decided = await clinic.call('checklist:decide', { ...decide, prescriber });
    const check = decided.checklist.items.find(({ item }) => item.id === 'health');
    expect(check?.decision).toMatchObject({ prescriber: { name: 'Dr S. Patel' }, reason: decide.reason });
    expect((await clinic.call('infusion:start', { session, ...ADA_SAID })).state).toBe('RUNNING');
  });

  it('asks a prescriber 4 h 50 min after food where the rule is 6 h; a nurse alone cannot start', async () => {
    const clinic = await openClinic();
    const session = await upTo(clinic, ['food']);
    const food = { kind: 'time', said: { day: 'today', time: '05:10' } } as const;
    await clinic.call('checklist:answer', { session, item: 'food', answer: food });
    expect((await readPumpBack(clinic, session)).state).toBe('PREPARED');
    clinic.clock.set(at('10:00:00'));
    const decide = { session, subject: 'food', reason: 'light meal, benefit outweighs' };
    expect(await clinic.refusal('checklist:decide', { ...decide, prescriber: null })).toMatchObject({
      kind: 'roleNeeded',
    });
    const prescriber = await clinic.second('patel');
    expect((await clinic.call('checklist:decide', { ...decide, prescriber })).state).toBe('READY');
    expect((await clinic.call('infusion:start', { session, ...ADA_SAID })).state).toBe('RUNNING');
  });

  it('takes only what an item is answered by, complete and not in the future', async () => {
    const clinic = await openClinic();
    const session = await upTo(clinic, []);
    const refused = (item: string, answer: (typeof ANSWERS)[string]) =>
      clinic.refusal('checklist:answer', { session, item, answer });
    const escort = { kind: 'escort', name: 'Sam', relation: 'partner', phone: '' } as const;
    expect(await refused('escort', escort)).toEqual({ kind: 'textMissing', field: 'escortPhone' });
    expect(await refused('health', { kind: 'no', reason: ' ' })).toMatchObject({ field: 'reason' });
    expect(await refused('food', { kind: 'yes' })).toEqual({ kind: 'unknownCheck' });
    expect(await refused('arrival', { kind: 'no', reason: 'x' })).toEqual({ kind: 'unknownCheck' });
    expect(await refused('no such item', { kind: 'yes' })).toEqual({ kind: 'unknownCheck' });
    const later = { kind: 'time', said: { day: 'today', time: '09:59' } } as const;
    expect(await refused('food', later)).toEqual({ kind: 'saidInFuture' });
    const pregnant = { kind: 'pregnancy', pregnant: 'yes' } as const;
    const view = await clinic.call('checklist:answer', { session, item: 'pregnancy', answer: pregnant });
    expect(view.state).toBe('PREPARED');
    expect((await readPumpBack(clinic, session)).state).toBe('PREPARED');
  });

  it('is answered by a nurse or a prescriber, between the match and the start only', async () => {
    const clinic = await openClinic();
    const session = await upTo(clinic, []);
    const answer = { session, item: 'health', answer: { kind: 'yes' } } as const;
    await clinic.signIn('novak');
    expect(await clinic.refusal('checklist:answer', answer)).toMatchObject({ kind: 'roleNeeded' });
    await clinic.signIn('lim');
    await readPumpBack(clinic, session);
    await clinic.call('infusion:start', { session, ...ADA_SAID });
    expect(await clinic.refusal('checklist:answer', answer)).toMatchObject({ kind: 'notInThisState' });
  });

  it('keeps what holds after a void, and asks again about the pump', async () => {
    const clinic = await openClinic();
    const session = await upTo(clinic, []);
    const patient = await clinic.patient('okafor ada');
    const weight = {
      patient,
      weight: '70',
      again: '70',
      method: 'measured',
      scale: 'scale 1',
      clothed: true,
    };
    await clinic.call('patient:recordWeight', { ...weight, method: 'measured' });
    const { checklist } = await clinic.call('session:load', { session });
    const open = checklist.items.filter(({ answer }) => answer === null).map(({ item }) => item.id);
    expect(open).toEqual(['monitor-alarms']);
  });
});

describe('a baseline beyond the entry limits', () => {
  it.each([
    ['systolic', vitals(161, 90, 78, 98)],
    ['diastolic', vitals(150, 101, 78, 98)],
    ['heart rate', vitals(128, 76, 111, 98)],
    ['heart rate', vitals(128, 76, 49, 98)],
    ['SpO2', vitals(128, 76, 78, 93)],
  ])('in %s waits for a prescriber', async (_what, outside) => {
    const clinic = await openClinic();
    const session = await upTo(clinic, [], outside);
    const view = await readPumpBack(clinic, session);
    expect(view).toMatchObject({ state: 'PREPARED', checklist: { isBaselineOutside: true } });
    const prescriber = await clinic.second('patel');
    const decide = { session, subject: 'baseline', reason: 'usual for this patient', prescriber };
    expect((await clinic.call('checklist:decide', decide)).state).toBe('READY');
    // The decision is about these values: new ones outside are decided on anew.
    clinic.clock.set(at('09:58:00'));
    await clinic.call('observation:record', { session, vitals: outside, effects: [], ended: [] });
    const refusal = await clinic.refusal('infusion:start', { session, ...ADA_SAID });
    expect(refusal).toEqual({ kind: 'baselineOutsideEntryLimits' });
    expect(said(refusal)).toBe('Baseline is outside the protocol’s entry limits. A prescriber decides.');
  });

  it('is none at the limit itself', async () => {
    const clinic = await openClinic();
    const session = await upTo(clinic, [], vitals(160, 100, 110, 94));
    expect((await readPumpBack(clinic, session)).state).toBe('READY');
  });
});

describe('two identifiers at the start', () => {
  it('are the name as said and the date of birth or the record number, judged by the record', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await prepareForAda(clinic, session);
    await readyAda(clinic, session);
    const start = (identity: { nameSaid: boolean; identifier: string }) =>
      clinic.refusal('infusion:start', { session, ...identity });
    expect(await start({ nameSaid: false, identifier: '1984-03-09' })).toEqual({ kind: 'nameNotSaid' });
    for (const identifier of ['1984-09-03', '004-271-89', '']) {
      expect(await start({ nameSaid: true, identifier })).toEqual({ kind: 'identityDiffers' });
    }
    const view = await clinic.call('session:load', { session });
    const refusals = view.timeline.filter(({ text }) => text.startsWith('Start refused'));
    expect(refusals).toHaveLength(3);
    const identifier = view.patient.recordNumber.replaceAll('-', '').toLowerCase();
    const running = await clinic.call('infusion:start', { session, nameSaid: true, identifier });
    expect(running.state).toBe('RUNNING');
    const events = clinic.desk.record()?.log.readStream(`session:${session}`) ?? [];
    expect(events.find(({ type }) => type === 'InfusionStarted')).toMatchObject({
      version: 2,
      data: { identifiedBy: 'recordNumber' },
    });
  });
});
