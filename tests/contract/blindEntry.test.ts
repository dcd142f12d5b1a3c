import { describe, expect, it } from 'vitest';
import type { ChannelName } from '../../src/contract/channels.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { enter, matchAda, orderForAda, REFERENCE_PLAN, weighAda } from '../support/referenceSession.ts';
import { at } from '../support/times.ts';

/** Everything a window could be sent about a session while its two entries are blind. */
async function everythingSent(clinic: TestClinic, session: string, patient: string): Promise<string> {
  const answers = await Promise.all(
    (
      [
        ['session:load', { session }],
        ['board:load', {}],
        ['patient:load', { patient }],
        ['patients:search', { text: 'okafor', after: null }],
        ['patient:sessions', { patient, after: null }],
        ['app:load', {}],
        ['plan:open', { requestId: crypto.randomUUID(), session, accepted: true }],
        ['plan:start', { patient }],
        ['plan:save', { requestId: crypto.randomUUID(), patient, session: null, typed: REFERENCE_PLAN }],
        ['plan:calculate', { patient, session: null, typed: REFERENCE_PLAN }],
        ['document:load', { kind: 'orderSheet', session }],
        ['document:load', { kind: 'sessionSummary', session }],
      ] satisfies [ChannelName, object][]
    ).map(([channel, request]) => clinic.answer(channel, request)),
  );
  return JSON.stringify(answers);
}

async function orderedAndEnteredOnce(clinic: TestClinic): Promise<{ session: string; patient: string }> {
  const patient = await weighAda(clinic, '73.7');
  const session = await orderForAda(clinic, patient);
  clinic.clock.set(at('09:21:00'));
  await enter(clinic, session, null, 1, { weight: '73.7', pumpRate: '55.3', volumeToGive: '36.8' });
  return { session, patient };
}

describe('two entries', () => {
  it('that agree make a match, named independent, with both people and times', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    const view = await clinic.call('session:load', { session });
    expect(view.state).toBe('MATCHED');
    expect(view.check).toMatchObject({
      attempt: 1,
      first: { by: { name: 'R. Lim' }, happenedAt: at('09:21:00') },
      second: { by: { name: 'J. Osei' }, happenedAt: at('09:26:00') },
    });
    expect(view.check?.fields).toHaveLength(8);
  });

  it('agree when "72" is typed as "72.0"', async () => {
    const clinic = await openClinic();
    const session = await orderForAda(clinic, await weighAda(clinic));
    await enter(clinic, session, null, 1);
    expect(await enter(clinic, session, 'osei', 2, { weight: '72.0' })).toEqual({ outcome: 'matched' });
  });

  it('that differ are told apart by field names alone', async () => {
    const clinic = await openClinic();
    const { session } = await orderedAndEnteredOnce(clinic);
    const outcome = await enter(clinic, session, 'osei', 2, {
      weight: '74.2',
      pumpRate: '55.6',
      volumeToGive: '37.1',
    });
    expect(outcome).toEqual({ outcome: 'differed' });
    const view = await clinic.call('session:load', { session });
    expect(view.mismatch).toMatchObject({
      against: 'eachOther',
      attempt: 1,
      fields: ['weight', 'pumpRate', 'volumeToGive'],
    });
  });

  it('that agree with each other but not with the order say so, by field names alone', async () => {
    const clinic = await openClinic();
    const session = await orderForAda(clinic, await weighAda(clinic));
    const wrong = { over: '50', pumpRate: '43.2' };
    await enter(clinic, session, null, 1, wrong);
    expect(await enter(clinic, session, 'osei', 2, wrong)).toEqual({ outcome: 'differed' });
    const view = await clinic.call('session:load', { session });
    expect(view.mismatch).toMatchObject({ against: 'order', fields: ['over', 'pumpRate'] });
    expect(view.state).toBe('MISMATCH');
  });

  it('accept both neighbours of an exact half and program the lower one', async () => {
    const clinic = await openClinic();
    const session = await orderForAda(clinic, await weighAda(clinic, '72.5'));
    await enter(clinic, session, null, 1, { weight: '72.5', pumpRate: '54.4', volumeToGive: '36.2' });
    const outcome = await enter(clinic, session, 'osei', 2, {
      weight: '72.5',
      pumpRate: '54.4',
      volumeToGive: '36.3',
    });
    expect(outcome).toEqual({ outcome: 'matched' });
    const view = await clinic.call('session:load', { session });
    expect(view.plan?.sum).toMatchObject({
      volumeExact: '36.25 mL',
      volumeToGive: '36.2 mL',
      rate: '54.4 mL/h',
    });
  });
});

describe('a second attempt', () => {
  it('asks only for what differed and what is worked out from it, and can match', async () => {
    const clinic = await openClinic();
    const { session } = await orderedAndEnteredOnce(clinic);
    await enter(clinic, session, 'osei', 2, { weight: '74.2', pumpRate: '55.6', volumeToGive: '37.1' });
    await clinic.call('entry:secondAttempt', { session });
    const form = await clinic.call('entry:open', { session, by: null });
    expect(form.fields).toEqual(['weight', 'pumpRate', 'volumeToGive']);
    const nothingElse = { dateOfBirth: '', product: '', dose: '', over: '', amount: '', volume: '' };
    const right = { ...nothingElse, weight: '73.7', pumpRate: '55.3', volumeToGive: '36.8' };
    await enter(clinic, session, null, 1, right);
    expect(await enter(clinic, session, 'osei', 2, right)).toEqual({ outcome: 'matched' });
  });

  it('that fails puts the plan on hold; only a prescriber who made neither entry releases it', async () => {
    const clinic = await openClinic();
    const { session } = await orderedAndEnteredOnce(clinic);
    const slip = { weight: '74.2', pumpRate: '55.6', volumeToGive: '37.1' };
    await enter(clinic, session, 'osei', 2, slip);
    await clinic.call('entry:secondAttempt', { session });
    await enter(clinic, session, null, 1, { weight: '73.7', pumpRate: '55.3', volumeToGive: '36.8' });
    expect(await enter(clinic, session, 'osei', 2, slip)).toEqual({ outcome: 'held' });
    expect(await clinic.refusal('hold:load', { session })).toMatchObject({ kind: 'roleNeeded' });
    await clinic.signIn('amari');
    const held = await clinic.call('hold:load', { session });
    expect(held.sets.map(({ values }) => values['weight']).sort()).toEqual(['73.7', '74.2']);
    const wrong = held.sets.find(({ values }) => values['weight'] === '74.2')?.label ?? 'both';
    await clinic.call('hold:release', { session, reason: 'second nurse read the wrong slip', wrong });
    const view = await clinic.call('session:load', { session });
    expect(view.state).toBe('AUTHORISED');
    expect(view.entry?.attempt).toBe(1);
    // Whoever has seen both sets may not enter any more.
    expect(await clinic.refusal('entry:open', { session, by: null })).toEqual({ kind: 'sawThePlan' });
  });
});

describe('who may enter', () => {
  it('is not the person of the first entry, nor the author, nor whoever opened the plan', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    await clinic.signIn('patel');
    const draft = await clinic.call('plan:save', { patient, session: null, typed: REFERENCE_PLAN });
    const session = draft.session ?? '';
    await clinic.signIn('novak');
    expect(await clinic.refusal('plan:open', { session, accepted: false })).toEqual({
      kind: 'openingDisqualifies',
    });
    await clinic.call('plan:open', { session, accepted: true });
    await clinic.signIn('patel');
    const position = (await clinic.call('plan:open', { session, accepted: true })).position;
    await clinic.call('plan:authorise', {
      session,
      position,
      overrideReasons: [],
      passphrase: 'green-orchard',
    });
    expect(await clinic.refusal('entry:open', { session, by: null })).toEqual({ kind: 'sawThePlan' });
    await clinic.signIn('novak');
    expect(await clinic.refusal('entry:open', { session, by: null })).toEqual({ kind: 'sawThePlan' });
    await clinic.signIn('bell');
    expect(await clinic.refusal('entry:open', { session, by: null })).toMatchObject({ kind: 'roleNeeded' });
    await clinic.signIn('lim');
    await enter(clinic, session, null, 1);
    expect(await clinic.refusal('entry:open', { session, by: null })).toEqual({ kind: 'madeFirstEntry' });
  });

  it('holds at submission too, whatever the window did', async () => {
    const clinic = await openClinic();
    const session = await orderForAda(clinic, await weighAda(clinic));
    const form = await clinic.call('entry:open', { session, by: null });
    await clinic.call('entry:leave', { ticket: form.ticket });
    const values = (await import('../support/referenceSession.ts')).RIGHT_VALUES;
    expect(
      await clinic.refusal('entry:submit', { ticket: form.ticket, copy: 1, values, corrections: 0 }),
    ).toEqual({ kind: 'formExpired' });
  });

  it('names the other copy of the order sheet for the second entry', async () => {
    const clinic = await openClinic();
    const session = await orderForAda(clinic, await weighAda(clinic));
    await enter(clinic, session, null, 1);
    await expect(enter(clinic, session, 'osei', 1)).rejects.toThrow('otherCopyNeeded');
    expect(await enter(clinic, session, 'osei', 2)).toEqual({ outcome: 'matched' });
  });

  it('has 30 min after the first entry, and 3 min without a key', async () => {
    const clinic = await openClinic();
    const session = await orderForAda(clinic, await weighAda(clinic));
    clinic.clock.set(at('09:21:00'));
    await enter(clinic, session, null, 1);
    clinic.clock.set(at('09:51:01'));
    const form = await clinic.call('entry:open', { session, by: await clinic.second('osei') });
    expect(form.which).toBe('first');
    clinic.clock.set(at('09:54:02'));
    expect(await clinic.refusal('entry:stay', { ticket: form.ticket })).toEqual({ kind: 'formExpired' });
  });
});

describe('while the entries are blind', () => {
  it('no answer to any channel holds a number of the plan, for whoever is signed in but the author', async () => {
    const clinic = await openClinic();
    const { session, patient } = await orderedAndEnteredOnce(clinic);
    // Not inside an id, which is digits and letters up to f with hyphens between.
    const secret = /(?<![\d.a-f-])(73\.7|55\.3|36\.8|36\.85|55\.275|162)(?![\d.a-f-])/;
    for (const person of ['osei', 'novak', 'amari', 'bell', 'quist', 'reyes', 'lim'] as const) {
      await clinic.signIn(person);
      expect(await everythingSent(clinic, session, patient), person).not.toMatch(secret);
    }
    const form = await clinic.call('entry:open', { session, by: await clinic.second('osei') });
    expect(JSON.stringify(form)).not.toMatch(secret);
    expect(JSON.stringify(form)).not.toContain('1984');
    expect(form.limits).toBeNull();
    expect(clinic.shell.pushed.map(({ message }) => JSON.stringify(message)).join(' ')).not.toMatch(secret);
  });

  it('the same numbers are there as soon as both have entered, so the test above can see them', async () => {
    const clinic = await openClinic();
    const { session, patient } = await orderedAndEnteredOnce(clinic);
    await enter(clinic, session, 'osei', 2, { weight: '73.7', pumpRate: '55.3', volumeToGive: '36.8' });
    expect(await everythingSent(clinic, session, patient)).toMatch(/73\.7/);
  });

  it('refuses the second person their own figures: no limit, no echo', async () => {
    const clinic = await openClinic();
    const { session } = await orderedAndEnteredOnce(clinic);
    const form = await clinic.call('entry:open', { session, by: await clinic.second('osei') });
    const typed = { weight: '73.7', dose: '5', over: '40', pumpRate: '', volumeToGive: '' };
    expect(await clinic.refusal('entry:check', { ticket: form.ticket, ...typed })).toEqual({
      kind: 'planClosed',
    });
  });

  it('gives the first person limits on their own values only', async () => {
    const clinic = await openClinic();
    const session = await orderForAda(clinic, await weighAda(clinic));
    const form = await clinic.call('entry:open', { session, by: null });
    const typed = { weight: '72', dose: '5', over: '40', pumpRate: '54', volumeToGive: '36' };
    const figures = await clinic.call('entry:check', { ticket: form.ticket, ...typed });
    expect(figures.breaches).toMatchObject([
      { value: 'dose', strength: 'hard', side: 'above', limit: '1 mg/kg' },
    ]);
    expect(figures.runs).toBe('40 min');
  });
});
