import { describe, expect, it } from 'vitest';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { dischargeAda, runAda, startAda } from '../support/referenceSession.ts';
import { at } from '../support/times.ts';

const EITHER = { lockAfterMinutes: 3, oneClinician: false, signatures: 'either' } as const;

/** Discharged, and nothing stands in the way of a signature; the clinic asks for one. */
async function readyToSign(clinic: TestClinic): Promise<string> {
  await clinic.signIn('amari');
  await clinic.call('settings:change', { settings: EITHER, passphrase: 'stone-bridge' });
  const session = await startAda(clinic);
  await runAda(clinic, session);
  await dischargeAda(clinic, session);
  const amounts = { vial: '150', syringe: '14', line: '0' };
  clinic.clock.set(at('11:40:00'));
  const witness = await clinic.second('osei');
  await clinic.call('waste:record', { session, typed: amounts, witness, witnessTyped: amounts });
  return session;
}

describe('a clinic that asks for one signature', () => {
  it('closes the record with the nurse’s, and prints that no other is asked for', async () => {
    const clinic = await openClinic();
    const session = await readyToSign(clinic);
    expect((await clinic.call('session:load', { session })).signatures.asked).toBe('either');
    const signed = await clinic.call('record:sign', { session, passphrase: 'quiet-harbour' });
    expect(signed.state).toBe('SIGNED');
    expect(signed.signatures).toMatchObject({
      nurse: { fullName: 'Rosa Lim', role: 'Registered nurse' },
      prescriber: null,
      asked: 'either',
    });
    const again = { session, passphrase: 'quiet-harbour' };
    expect(await clinic.refusal('record:sign', again)).toEqual({ kind: 'alreadySigned' });
  });

  it('closes it with the prescriber’s alone just the same', async () => {
    const clinic = await openClinic();
    const session = await readyToSign(clinic);
    await clinic.signIn('patel');
    const signed = await clinic.call('record:sign', { session, passphrase: 'green-orchard' });
    expect(signed.state).toBe('SIGNED');
    expect(signed.signatures).toMatchObject({ nurse: null, prescriber: { role: 'Prescriber' } });
    const document = await clinic.call('document:load', { kind: 'sessionSummary', session });
    expect(document).toMatchObject({ status: 'SIGNED' });
  });

  it('leaves a record that the nurse signed before for the prescriber', async () => {
    const clinic = await openClinic();
    const session = await readyToSign(clinic);
    const both = { ...EITHER, signatures: 'both' } as const;
    await clinic.signIn('amari');
    await clinic.call('settings:change', { settings: both, passphrase: 'stone-bridge' });
    await clinic.signIn('lim');
    const first = await clinic.call('record:sign', { session, passphrase: 'quiet-harbour' });
    expect([first.state, first.signatures.asked]).toEqual(['DISCHARGED', 'both']);
    await clinic.signIn('amari');
    await clinic.call('settings:change', { settings: EITHER, passphrase: 'stone-bridge' });
    await clinic.signIn('patel');
    const second = await clinic.call('record:sign', { session, passphrase: 'green-orchard' });
    expect([second.state, second.signatures.asked]).toEqual(['SIGNED', 'both']);
  });

  it('is one whose director has said so: nobody else, and not without a passphrase', async () => {
    const clinic = await openClinic();
    await clinic.signIn('reyes');
    const change = { settings: EITHER, passphrase: 'winter-almond' };
    expect(await clinic.refusal('settings:change', change)).toEqual({
      kind: 'roleNeeded',
      roles: ['director'],
    });
    await clinic.signIn('amari');
    const unproved = { settings: EITHER, passphrase: 'not-hers-at-all' };
    expect(await clinic.refusal('settings:change', unproved)).toMatchObject({ kind: 'wrongSecret' });
  });
});
