import { describe, expect, it } from 'vitest';
import { type ChannelName, channels } from '../../src/contract/channels.ts';
import { hasRole, ROLES, type Role } from '../../src/core/session/roles.ts';
import { newEventId } from '../../src/main/eventId.ts';
import type { PersonKey } from '../support/caller.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { runAda, startAda } from '../support/referenceSession.ts';
import { sampleOf } from '../support/sampleRequest.ts';

/** Rooms whose recordings are clinical: neither an administrator nor an auditor makes one. Source: UX 0.1 and 2.1. */
const CLINICAL_ROOMS = [
  'patient',
  'plan',
  'session',
  'entry',
  'hold',
  'preparation',
  'observation',
  'pump',
  'infusion',
  'interruption',
  'doses',
  'recovery',
  'waste',
  'record',
];
/** Recorded by reading or by going away, and nothing clinical. */
const NOT_CLINICAL: readonly ChannelName[] = ['plan:open'];

const NAMES = Object.keys(channels) as ChannelName[];
const isRecording = (name: ChannelName): boolean => 'requestId' in channels[name].request.shape;
const roomOf = (name: ChannelName): string => name.split(':')[0] ?? '';
const CLINICAL = NAMES.filter(
  (name) => CLINICAL_ROOMS.includes(roomOf(name)) && isRecording(name) && !NOT_CLINICAL.includes(name),
);

const PEOPLE: Record<Role, PersonKey> = {
  prescriber: 'patel',
  nurse: 'lim',
  pharmacist: 'novak',
  director: 'amari',
  assistant: 'bell',
  admin: 'reyes',
  auditor: 'quist',
};

function mayUse(name: ChannelName, roles: readonly Role[]): boolean {
  const { access } = channels[name];
  return access === 'anyone' || access === 'signedIn' || hasRole({ roles }, access);
}

describe('the table of channels', () => {
  it('gives no clinical recording to an administrator or an auditor', () => {
    expect(CLINICAL.length).toBeGreaterThan(30);
    expect(CLINICAL.filter((name) => mayUse(name, ['admin']) || mayUse(name, ['auditor']))).toEqual([]);
  });

  it('lets nobody record who is not signed in, but for making a clinic and what a locked desk takes', () => {
    const open = NAMES.filter((name) => channels[name].access === 'anyone' && isRecording(name));
    expect(open.toSorted()).toEqual(['away:note', 'away:observe', 'away:press', 'emergency:open']);
  });

  it('gives the keys and roles of people to administrators alone', () => {
    const changing = NAMES.filter((name) => name.startsWith('people:') && isRecording(name));
    for (const role of ROLES.filter((one) => one !== 'admin')) {
      expect(changing.filter((name) => mayUse(name, [role]))).toEqual([]);
    }
  });
});

describe('the program itself', () => {
  const answerTo = (clinic: TestClinic, name: ChannelName) =>
    clinic.answer(name, sampleOf(channels[name].request, newEventId()));

  it('refuses every channel to whoever is not signed in, but for the open ones', async () => {
    const clinic = await openClinic();
    for (const name of NAMES.filter((one) => channels[one].access !== 'anyone')) {
      expect([name, await answerTo(clinic, name)]).toEqual([
        name,
        { ok: false, failure: { kind: 'notSignedIn' } },
      ]);
    }
  });

  it.each(ROLES)('refuses every channel that is not for this role: %s', async (role) => {
    const clinic = await openClinic();
    await clinic.signIn(PEOPLE[role]);
    const { user } = await clinic.call('app:load', {});
    const closed = NAMES.filter((name) => !mayUse(name, user?.roles ?? []));
    const { access } = channels['people:add'];
    expect(closed.includes('people:add')).toBe(!hasRole({ roles: user?.roles ?? [] }, access as Role[]));
    for (const name of closed) {
      expect([name, await answerTo(clinic, name)]).toMatchObject([
        name,
        { ok: false, failure: { kind: 'roleNeeded', roles: channels[name].access } },
      ]);
    }
    expect(clinic.desk.record()?.log.readStream('library')).toHaveLength(1);
  });

  it('shows an administrator a session to read, and records nothing clinical of theirs', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    await runAda(clinic, session);
    await clinic.signIn('reyes');
    const before = await clinic.call('session:load', { session });
    for (const name of CLINICAL) {
      const request = { ...sampleOf(channels[name].request, newEventId()), session };
      expect([name, await clinic.answer(name, request)]).toMatchObject([name, { ok: false }]);
    }
    expect((await clinic.call('session:load', { session })).events).toBe(before.events);
  });
});
