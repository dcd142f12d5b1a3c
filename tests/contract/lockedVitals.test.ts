import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { userPaths } from '../../src/main/paths.ts';
import { createSetClock } from '../../src/main/setClock.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { startAda, vitals } from '../support/referenceSession.ts';
import { at, ZONE } from '../support/times.ts';

/** Ada’s infusion runs and the desk is locked. */
async function lockedWhileRunning() {
  const clinic = await openClinic();
  const session = await startAda(clinic);
  await clinic.call('identity:lock', {});
  clinic.clock.set(at('10:05:00'));
  return { clinic, session };
}

/** The program as it comes up again on the bytes that were on the disk when it was killed. */
async function afterKill(clinic: TestClinic, time: string): Promise<TestClinic> {
  const home = mkdtempSync(join(tmpdir(), 'infusion-desk-killed-'));
  cpSync(dirname(clinic.paths.data), home, { recursive: true });
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return openClinic({ paths: userPaths(home), clock: createSetClock(at(time), ZONE) });
}

describe('vital signs on a locked desk', () => {
  it('are recorded by one PIN, with an effect, and the desk stays locked', async () => {
    const { clinic, session } = await lockedWhileRunning();
    await clinic.call('away:observe', {
      session,
      by: await clinic.second('osei'),
      vitals: vitals(141, 88, 91, 98),
      effects: [{ effect: 'nausea', severity: 1 }],
    });
    expect((await clinic.call('app:load', {})).user).toBeNull();
    expect(await clinic.refusal('session:load', { session })).toEqual({ kind: 'notSignedIn' });
    await clinic.signIn('lim');
    const view = await clinic.call('session:load', { session });
    expect(view.vitals.at(-1)).toMatchObject({ systolic: 141, done: { by: { name: 'J. Osei' } } });
    expect(view.effects).toMatchObject([{ effect: 'nausea', severity: 1 }]);
  });

  it('are refused to a wrong PIN, to whoever is not clinical, and while somebody is signed in', async () => {
    const { clinic, session } = await lockedWhileRunning();
    const seen = { session, vitals: vitals(141, 88, 91, 98), effects: [] };
    const { user, secret } = await clinic.second('osei');
    const wrong = { ...seen, by: { user, secret: '000000' } };
    expect(await clinic.refusal('away:observe', wrong)).toMatchObject({ kind: 'wrongPin' });
    for (const person of ['reyes', 'quist'] as const) {
      const theirs = { ...seen, by: await clinic.second(person) };
      expect(await clinic.refusal('away:observe', theirs)).toMatchObject({ kind: 'roleNeeded' });
    }
    const empty = { ...seen, vitals: null, by: { user, secret } };
    expect(await clinic.refusal('away:observe', empty)).toEqual({ kind: 'vitalsEmpty' });
    await clinic.signIn('lim');
    expect(await clinic.refusal('away:observe', { ...seen, by: { user, secret } })).toEqual({
      kind: 'somebodyIsHere',
    });
    expect((await clinic.call('session:load', { session })).vitals).toHaveLength(1);
  });
});

describe('a key on a locked desk, when the program is killed before anybody has said who pressed it', () => {
  it('is recorded at its own moment by the next start, without a name', async () => {
    const { clinic, session } = await lockedWhileRunning();
    await clinic.call('away:press', { session, what: 'pause' });
    clinic.clock.set(at('10:05:20'));
    const next = await afterKill(clinic, '10:25:00');
    const [unclaimed] = (await next.call('app:load', {})).away?.unclaimed ?? [];
    expect(unclaimed).toMatchObject({ chair: 2, what: 'pause', happenedAt: at('10:05:00') });
    await next.signIn('lim');
    const view = await next.call('session:load', { session });
    expect(view.state).toBe('PAUSED');
    expect(view.timeline.find(({ text }) => text === 'Pause')).toMatchObject({
      given: '4.5 mL',
      done: { happenedAt: at('10:05:00'), by: { name: 'a person at this workstation, not identified' } },
    });
    // The gap is asked about as ever, from where the program was last seen.
    expect(view.interruption).not.toBeNull();
  });

  it('is nothing once it was dropped, and stands once where it was recorded', async () => {
    const { clinic, session } = await lockedWhileRunning();
    const dropped = await clinic.call('away:press', { session, what: 'stop' });
    await clinic.call('away:drop', { press: dropped.press });
    const recorded = await clinic.call('away:press', { session, what: 'pause' });
    await clinic.call('away:record', { press: recorded.press, by: await clinic.second('lim') });
    const next = await afterKill(clinic, '10:25:00');
    await next.signIn('lim');
    const { state, timeline } = await next.call('session:load', { session });
    expect(state).toBe('PAUSED');
    expect(timeline.filter(({ text }) => text === 'Pause')).toHaveLength(1);
  });
});
