import { describe, expect, it } from 'vitest';
import { createSetClock } from '../../src/main/setClock.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { ADA_SAID, startAda, vitals } from '../support/referenceSession.ts';
import { at, TODAY, ZONE } from '../support/times.ts';

type Running = { readonly clinic: TestClinic; readonly session: string };

/** Ada’s infusion runs and the desk is locked. */
async function lockedWhileRunning(): Promise<Running> {
  const clinic = await openClinic({ ticks: true });
  const session = await startAda(clinic);
  await clinic.call('identity:lock', {});
  clinic.clock.set(at('10:05:00'));
  return { clinic, session };
}

async function seen({ clinic, session }: Running) {
  await clinic.signIn('lim');
  return clinic.call('session:load', { session });
}

describe('a locked desk', () => {
  it('takes a pause at the moment of the key under one PIN, and stays locked', async () => {
    const { clinic, session } = await lockedWhileRunning();
    const pressed = await clinic.call('away:press', { session, what: 'pause' });
    expect(pressed).toMatchObject({ at: at('10:05:00'), until: at('10:06:00') });
    clinic.clock.set(at('10:05:40'));
    const by = await clinic.second('lim');
    expect(by.secret).toBe('204816');
    await clinic.call('away:record', { press: pressed.press, by });
    expect((await clinic.call('app:load', {})).user).toBeNull();
    const { state, timeline } = await seen({ clinic, session });
    expect(state).toBe('PAUSED');
    expect(timeline.at(-1)).toMatchObject({
      text: 'Pause',
      done: { happenedAt: at('10:05:00'), by: { name: 'R. Lim' } },
    });
    expect(await clinic.refusal('away:record', { press: pressed.press, by })).toEqual({
      kind: 'somebodyIsHere',
    });
  });

  it('keeps the key after a wrong PIN, and refuses whoever may not pause', async () => {
    const { clinic, session } = await lockedWhileRunning();
    const { press } = await clinic.call('away:press', { session, what: 'stop' });
    const { user } = await clinic.second('lim');
    expect(await clinic.refusal('away:record', { press, by: { user, secret: '000000' } })).toMatchObject({
      kind: 'wrongPin',
      tries: 1,
    });
    for (const person of ['reyes', 'quist'] as const) {
      expect(await clinic.refusal('away:record', { press, by: await clinic.second(person) })).toMatchObject({
        kind: 'roleNeeded',
      });
    }
    await clinic.call('away:record', { press, by: await clinic.second('bell') });
    expect((await seen({ clinic, session })).state).toBe('RECOVERY');
  });

  it('records a key without a name after 60 s, says so until somebody claims it, and lets nobody claim twice', async () => {
    const { clinic, session } = await lockedWhileRunning();
    await clinic.call('away:press', { session, what: 'pause' });
    clinic.clock.set(at('10:05:59'));
    expect((await clinic.call('app:load', {})).away?.unclaimed).toEqual([]);
    clinic.clock.set(at('10:06:00'));
    const [unclaimed] = (await clinic.call('app:load', {})).away?.unclaimed ?? [];
    expect(unclaimed).toMatchObject({ chair: 2, what: 'pause', happenedAt: at('10:05:00') });
    const event = unclaimed?.event ?? '';
    expect(await clinic.refusal('away:claim', { event })).toEqual({ kind: 'notSignedIn' });
    const { timeline } = await seen({ clinic, session });
    expect(timeline.at(-1)).toMatchObject({
      done: { happenedAt: at('10:05:00'), by: { name: 'a person at this workstation, not identified' } },
    });
    await clinic.call('away:claim', { event });
    expect((await clinic.call('app:load', {})).away?.unclaimed).toEqual([]);
    expect((await seen({ clinic, session })).timeline.at(-1)?.detail).toBe('claimed by R. Lim');
    await clinic.signIn('osei');
    expect(await clinic.refusal('away:claim', { event })).toEqual({ kind: 'nothingToAnswer' });
    await clinic.signIn('reyes');
    expect(await clinic.refusal('away:claim', { event })).toMatchObject({ kind: 'roleNeeded' });
  });

  it('records a waiting key when the program is closed, and drops one that was brushed against', async () => {
    const { clinic, session } = await lockedWhileRunning();
    const dropped = await clinic.call('away:press', { session, what: 'stop' });
    await clinic.call('away:drop', { press: dropped.press });
    await clinic.call('away:press', { session, what: 'pause' });
    clinic.desk.close();
    const clock = createSetClock(at('10:07:00'), ZONE);
    const again = await openClinic({ clock, paths: clinic.paths });
    expect((await again.call('app:load', {})).away?.unclaimed).toMatchObject([{ what: 'pause' }]);
  });

  it('takes a key for what runs only, and none while somebody is signed in', async () => {
    const { clinic, session } = await lockedWhileRunning();
    const first = await clinic.call('away:press', { session, what: 'pause' });
    expect((await clinic.call('away:press', { session, what: 'pause' })).press).toBe(first.press);
    expect(await clinic.refusal('away:press', { session: 'none', what: 'pause' })).toEqual({
      kind: 'notFound',
      what: 'session',
    });
    await clinic.call('away:record', { press: first.press, by: await clinic.second('lim') });
    expect(await clinic.refusal('away:press', { session, what: 'pause' })).toEqual({
      kind: 'notInThisState',
      state: 'PAUSED',
    });
    await clinic.signIn('lim');
    expect(await clinic.refusal('away:press', { session, what: 'stop' })).toEqual({ kind: 'somebodyIsHere' });
  });
});

describe('emergency access', () => {
  const open = (clinic: TestClinic) => clinic.call('emergency:open', { name: 'Sam Field' });

  it('opens pause, stop, vital signs and effects of what runs, under the typed name', async () => {
    const { clinic, session } = await lockedWhileRunning();
    const app = await open(clinic);
    expect(app.user).toMatchObject({ fullName: 'Sam Field', roles: ['assistant'] });
    expect(app.away?.open).toMatchObject({ name: 'Sam Field', since: at('10:05:00') });
    const effects = [{ effect: 'nausea', severity: 1 } as const];
    await clinic.call('observation:record', { session, vitals: vitals(130, 80, 80, 97), effects, ended: [] });
    await clinic.call('infusion:pause', { session, at: at('10:05:00'), reason: 'nausea' });
    const view = await clinic.call('infusion:stop', { session, at: at('10:05:00'), reason: null });
    expect(view.state).toBe('RECOVERY');
    expect(
      view.timeline.filter(({ done }) => done.by.name === 'Sam Field (emergency access)'),
    ).not.toHaveLength(0);
  });

  it('opens nothing else: no plan, order, entry, start, rate, resume, discharge, signature, patient or print', async () => {
    const { clinic, session } = await lockedWhileRunning();
    await open(clinic);
    const closed = { kind: 'closedInEmergency' };
    const user = await clinic.idOf('lim');
    const second = { user, secret: 'quiet-harbour' };
    const step = { session };
    expect(await clinic.refusal('plan:start', { patient: 'any' })).toEqual(closed);
    expect(await clinic.refusal('plan:open', { session, accepted: true })).toEqual(closed);
    expect(
      await clinic.refusal('plan:authorise', { ...step, position: 1, overrideReasons: [], passphrase: 'x' }),
    ).toEqual(closed);
    expect(await clinic.refusal('entry:open', { session, by: second })).toEqual(closed);
    expect(await clinic.refusal('infusion:start', { ...step, ...ADA_SAID })).toEqual(closed);
    const rate = {
      rate: '54',
      readBack: '54',
      reason: 'comfort',
      note: null,
      reader: second,
      prescriber: second,
    } as const;
    expect(await clinic.refusal('infusion:changeRate', { ...step, ...rate })).toEqual(closed);
    const stage = { rate: '9', volume: '18', reader: null };
    expect(await clinic.refusal('infusion:beginStage', { ...step, ...stage })).toEqual(closed);
    expect(await clinic.refusal('infusion:resume', { ...step, readBack: '54', prescriber: null })).toEqual(
      closed,
    );
    expect(await clinic.refusal('recovery:discharge', { ...step, prescriber: null, reason: null })).toEqual(
      closed,
    );
    expect(await clinic.refusal('record:sign', { ...step, passphrase: 'x' })).toEqual(closed);
    expect(await clinic.refusal('patients:search', { text: '', after: null })).toEqual(closed);
    expect(await clinic.refusal('away:claim', { event: 'any' })).toEqual(closed);
    expect(await clinic.refusal('identity:choosePin', { passphrase: 'x', pin: '204817' })).toEqual(closed);
    expect(await clinic.refusal('session:load', { session: 'another' })).toEqual(closed);
  });

  it('is loud until a medical director has looked at what was done, and recorded with its own facts', async () => {
    const { clinic, session } = await lockedWhileRunning();
    await open(clinic);
    await clinic.call('infusion:pause', { session, at: at('10:05:00'), reason: null });
    await clinic.call('identity:lock', {});
    const [waiting] = (await clinic.call('app:load', {})).away?.emergencies ?? [];
    expect(waiting).toMatchObject({
      name: 'Sam Field',
      openedAt: at('10:05:00'),
      closedAt: at('10:05:00'),
      acts: [{ chair: 2, what: 'Pause' }],
    });
    const review = { emergency: waiting?.id ?? '', note: 'S. Field is known to me; the pause was right.' };
    await clinic.signIn('lim');
    expect(await clinic.refusal('emergency:review', { ...review, passphrase: 'quiet-harbour' })).toEqual({
      kind: 'roleNeeded',
      roles: ['director'],
    });
    await clinic.signIn('amari');
    expect(await clinic.refusal('emergency:review', { ...review, passphrase: 'not these' })).toEqual({
      kind: 'wrongSecret',
    });
    await clinic.call('emergency:review', { ...review, passphrase: 'stone-bridge' });
    expect((await clinic.call('app:load', {})).away?.emergencies).toEqual([]);
    expect(await clinic.refusal('emergency:review', { ...review, passphrase: 'stone-bridge' })).toEqual({
      kind: 'nothingToAnswer',
    });
    const facts = clinic.desk
      .record()
      ?.log.readStream('workstation')
      .map(({ type }) => type);
    expect(facts?.filter((type) => type.startsWith('BreakGlass'))).toEqual([
      'BreakGlassOpened',
      'BreakGlassClosed',
      'BreakGlassReviewed',
    ]);
  });

  it('ends by itself when nobody touches the desk, and when the program is closed', async () => {
    const { clinic } = await lockedWhileRunning();
    await open(clinic);
    clinic.leaveDesk();
    clinic.clock.advance(180_000);
    expect((await clinic.call('app:load', {})).user).toBeNull();
    await open(clinic);
    clinic.desk.close();
    const again = await openClinic({ clock: createSetClock(TODAY + 7_200_000, ZONE), paths: clinic.paths });
    const { away, user } = await again.call('app:load', {});
    expect(user).toBeNull();
    expect(away?.emergencies.map(({ closedAt }) => closedAt === null)).toEqual([false, false]);
  });

  it('is not there while nothing runs, nor while somebody is signed in', async () => {
    const clinic = await openClinic();
    expect(await clinic.refusal('emergency:open', { name: 'Sam Field' })).toEqual({ kind: 'nothingRuns' });
    await startAda(clinic);
    expect(await clinic.refusal('emergency:open', { name: 'Sam Field' })).toEqual({ kind: 'somebodyIsHere' });
  });
});
