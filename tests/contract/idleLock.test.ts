import { describe, expect, it } from 'vitest';
import { startApp } from '../../src/main/app.ts';
import { createSetClock } from '../../src/main/setClock.ts';
import type { Answer } from '../../src/main/shell/shell.ts';
import { callerOver } from '../support/caller.ts';
import { openClinic, type TestClinic, trainingProfile } from '../support/clinic.ts';
import { orderForAda, weigh, weighAda } from '../support/referenceSession.ts';
import { createSilentShell } from '../support/silentShell.ts';
import { TODAY, ZONE } from '../support/times.ts';

const MINUTE = 60_000;

async function weighing(clinic: TestClinic, patient: string) {
  const request = {
    patient,
    weight: '72',
    again: null,
    method: 'measured',
    scale: 'scale 1',
    clothed: true,
  } as const;
  return clinic.refusal('patient:recordWeight', request);
}

describe('a desk nobody touches', () => {
  it('is locked after 3 min: nothing is written until somebody proves who they are, and the chairs stay readable', async () => {
    const clinic = await openClinic({ attended: false, ticks: true });
    await clinic.signIn('lim');
    const patient = await clinic.patient('okafor ada');
    clinic.clock.advance(3 * MINUTE - 1000);
    await weigh(clinic, patient, '72');
    clinic.clock.advance(1000);
    expect((await clinic.call('app:load', {})).user).toBeNull();
    expect(await weighing(clinic, patient)).toEqual({ kind: 'notSignedIn' });
    expect((await clinic.call('board:load', {})).chairs).toHaveLength(6);
    const user = await clinic.idOf('lim');
    await clinic.call('identity:signIn', { user, secret: '204816', by: 'pin' });
    await weigh(clinic, patient, '72.1');
  });

  it('is locked at the first message too, when no second was heard meanwhile', async () => {
    const clinic = await openClinic({ attended: false });
    await clinic.signIn('lim');
    const patient = await clinic.patient('okafor ada');
    clinic.clock.advance(3 * MINUTE);
    expect(await clinic.refusal('identity:stay', {})).toEqual({ kind: 'notSignedIn' });
    expect(await weighing(clinic, patient)).toEqual({ kind: 'notSignedIn' });
    const log = clinic.desk.record()?.log;
    expect(log?.readStream(`user:${await clinic.idOf('lim')}`).at(-1)).toMatchObject({
      type: 'Locked',
      version: 2,
      data: { why: 'idle' },
    });
  });

  it('stays open while it is touched, and reading by itself is no touch', async () => {
    const clinic = await openClinic({ attended: false, ticks: true });
    await clinic.signIn('lim');
    for (let minutes = 0; minutes < 10; minutes += 2) {
      clinic.clock.advance(2 * MINUTE);
      await clinic.call('identity:stay', {});
    }
    clinic.clock.advance(2 * MINUTE);
    await clinic.call('app:load', {});
    await clinic.call('patients:search', { text: '', after: null });
    clinic.clock.advance(MINUTE);
    expect((await clinic.call('app:load', {})).user).toBeNull();
  });

  it('ends nobody’s blind form twice: what was open is gone with the person', async () => {
    const clinic = await openClinic();
    const session = await orderForAda(clinic, await weighAda(clinic));
    await clinic.signIn('lim');
    const { ticket } = await clinic.call('entry:open', { session, by: null });
    clinic.desk.lock('idle');
    expect(await clinic.refusal('entry:stay', { ticket })).toEqual({ kind: 'notSignedIn' });
  });
});

describe('a desk whose computer sleeps or is locked', () => {
  it('is locked with the computer, when it sleeps and when its own screen is locked', async () => {
    for (const event of ['lock', 'suspend'] as const) {
      const listeners = new Map<string, () => void>();
      const shell = createSilentShell();
      const heard = {
        ...shell,
        on: (name: string, listener: () => void) => void listeners.set(name, listener),
      };
      const paths = trainingProfile();
      const served: Answer[] = [];
      const app = await startApp({
        shell: { ...heard, serve: (answer: Answer) => void served.push(answer) },
        clock: createSetClock(TODAY, ZONE),
        paths,
        version: 'test',
        open: 'training',
      });
      const { signIn, call } = callerOver(
        (channel, request) => served[0]?.(channel, request) ?? Promise.resolve(undefined),
      );
      await signIn('lim');
      listeners.get(event)?.();
      expect((await call('app:load', {})).user).toBeNull();
      await app.close();
    }
  });
});

describe('the settings of the desk', () => {
  const change = (clinic: TestClinic, settings: object, passphrase: string) =>
    clinic.answer('settings:change', { requestId: crypto.randomUUID(), settings, passphrase });

  it('let a director or an administrator choose 1 to 15 min, on their passphrase', async () => {
    const clinic = await openClinic({ attended: false, ticks: true });
    await clinic.signIn('reyes');
    const settings = { lockAfterMinutes: 15, oneClinician: false, signatures: 'both' };
    expect(await change(clinic, settings, 'not these words')).toMatchObject({
      ok: false,
      failure: { kind: 'wrongSecret' },
    });
    expect(await change(clinic, settings, 'winter-almond')).toMatchObject({ ok: true, value: { settings } });
    clinic.clock.advance(14 * MINUTE);
    expect((await clinic.call('app:load', {})).user?.name).toBe('A. Reyes');
    clinic.clock.advance(MINUTE);
    expect((await clinic.call('app:load', {})).user).toBeNull();
  });

  it('are refused outside 1 to 15 min', async () => {
    const clinic = await openClinic();
    await clinic.signIn('amari');
    for (const lockAfterMinutes of [0, 16, 2.5]) {
      const outcome = await change(
        clinic,
        { lockAfterMinutes, oneClinician: false, signatures: 'both' },
        'stone-bridge',
      );
      expect(outcome).toMatchObject({ ok: false, failure: { kind: 'malformedRequest' } });
    }
  });

  it('leave to the director alone that one person makes both entries', async () => {
    const clinic = await openClinic();
    const settings = { lockAfterMinutes: 3, oneClinician: true, signatures: 'both' };
    await clinic.signIn('reyes');
    expect(await change(clinic, settings, 'winter-almond')).toMatchObject({
      ok: false,
      failure: { kind: 'roleNeeded', roles: ['director'] },
    });
    await clinic.signIn('amari');
    expect(await change(clinic, settings, 'stone-bridge')).toMatchObject({ ok: true, value: { settings } });
    await clinic.signIn('lim');
    expect(await change(clinic, settings, 'quiet-harbour')).toMatchObject({
      ok: false,
      failure: { kind: 'roleNeeded' },
    });
  });
});
