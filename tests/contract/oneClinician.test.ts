import { describe, expect, it } from 'vitest';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { enter, orderForAda, weighAda } from '../support/referenceSession.ts';
import { at } from '../support/times.ts';

/** The order is signed, R. Lim sits at the desk, and the director has switched the mode on. */
async function oneClinicianClinic(): Promise<{ readonly clinic: TestClinic; readonly session: string }> {
  const clinic = await openClinic();
  await clinic.signIn('amari');
  await clinic.call('settings:change', {
    settings: { lockAfterMinutes: 3, oneClinician: true, signatures: 'both' },
    passphrase: 'stone-bridge',
  });
  const session = await orderForAda(clinic, await weighAda(clinic));
  await clinic.signIn('lim');
  clinic.clock.set(at('09:21:00'));
  await enter(clinic, session, null, 1);
  return { clinic, session };
}

describe('one-clinician mode', () => {
  it('lets the same person enter again after 5 min, in another order, from the other copy', async () => {
    const { clinic, session } = await oneClinicianClinic();
    clinic.clock.set(at('09:25:59'));
    const tooSoon = { kind: 'tooSoonAgain', minutes: 5 };
    expect(await clinic.refusal('entry:open', { session, by: null })).toEqual(tooSoon);
    clinic.clock.set(at('09:26:00'));
    const form = await clinic.call('entry:open', { session, by: null });
    expect(form).toMatchObject({ which: 'second', samePerson: true, limits: null });
    expect(form.fields).toEqual([
      'volumeToGive',
      'pumpRate',
      'preparation',
      'over',
      'dose',
      'weight',
      'drug',
      'dateOfBirth',
    ]);
    await expect(enter(clinic, session, null, 1)).rejects.toThrow('otherCopyNeeded');
    expect(await enter(clinic, session, null, 2)).toEqual({ outcome: 'matched' });
    const { check } = await clinic.call('session:load', { session });
    expect(check?.first.by.id).toBe(check?.second.by.id);
  });

  it('still asks another person to witness', async () => {
    const { clinic, session } = await oneClinicianClinic();
    clinic.clock.set(at('09:26:00'));
    await enter(clinic, session, null, 2);
    await clinic.call('preparation:takeVial', {
      session,
      product: 'ketamine-10-20',
      lot: 'A4471',
      expiry: '2027-08',
      vials: 1,
    });
    await clinic.call('preparation:draw', { session, volume: '5' });
    await clinic.call('preparation:addDiluent', { session, finalVolume: '50' });
    const witnessed = { session, volumeDrawn: '5', finalVolume: '50' };
    expect(
      await clinic.refusal('preparation:witness', { ...witnessed, witness: await clinic.second('lim') }),
    ).toEqual({ kind: 'anotherPersonNeeded' });
  });

  it('opens nothing to the author of the order or whoever saw its numbers', async () => {
    const { clinic, session } = await oneClinicianClinic();
    clinic.clock.set(at('09:30:00'));
    expect(await clinic.refusal('entry:open', { session, by: await clinic.second('patel') })).toEqual({
      kind: 'sawThePlan',
    });
  });

  it('ends with the switch, also for a form that is open', async () => {
    const { clinic, session } = await oneClinicianClinic();
    clinic.clock.set(at('09:27:00'));
    await clinic.signIn('amari');
    await clinic.call('settings:change', {
      settings: { lockAfterMinutes: 3, oneClinician: false, signatures: 'both' },
      passphrase: 'stone-bridge',
    });
    await clinic.signIn('lim');
    expect(await clinic.refusal('entry:open', { session, by: null })).toEqual({ kind: 'madeFirstEntry' });
  });
});
