import { describe, expect, it } from 'vitest';
import { newerLibraryText } from '../../src/renderer/screens/session/sessionNotes.ts';
import { openClinic } from '../support/clinic.ts';
import { startAda, vitals } from '../support/referenceSession.ts';
import { NEW_VERSION, publishStricter } from '../support/stricterLibrary.ts';
import { at } from '../support/times.ts';

describe('a library that is published while a session runs', () => {
  it('leaves the session its limits and its hash, and says so on every screen of the session', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    clinic.clock.set(at('10:05:00'));
    const before = await clinic.call('session:load', { session });
    expect(before.library.inForce).toBeNull();
    expect(newerLibraryText(before)).toBeNull();

    const hash = await publishStricter(clinic);
    const after = await clinic.call('session:load', { session });
    expect(after.library).toEqual({ ...before.library, inForce: NEW_VERSION });
    expect(after.plan).toEqual(before.plan);
    expect(after.vitalsDueAt).toBe(before.vitalsDueAt);
    expect(newerLibraryText(after)).toBe(
      `Library ${NEW_VERSION} is in force now. This session keeps ${before.library.version} and its limits.`,
    );

    // 40.5 mL/h is 0.5625 mg/kg/h: within the session's own limits and beyond the new ones.
    const change = { session, rate: '40.5', readBack: '40.5', reason: 'comfort' as const, note: null };
    await clinic.call('infusion:changeRate', { ...change, reader: null, prescriber: null });
    await clinic.call('observation:record', {
      session,
      vitals: vitals(128, 76, 78, 98),
      effects: [],
      ended: [],
    });
    const log = clinic.desk.record()?.log;
    const hashes = new Set(log?.readStream(`session:${session}`).map(({ library }) => library));
    expect([...hashes]).toHaveLength(1);
    expect(hashes.has(hash)).toBe(false);
  });

  it('is what the next plan goes by', async () => {
    const clinic = await openClinic();
    await startAda(clinic);
    const hash = await publishStricter(clinic);
    await clinic.signIn('patel');
    const patient = await clinic.patient('holt');
    const screen = await clinic.call('plan:start', { patient });
    expect(JSON.stringify(screen)).toContain(NEW_VERSION);
    expect(clinic.desk.record()?.library.current()?.hash).toBe(hash);
  });
});
