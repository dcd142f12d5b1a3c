import { describe, expect, it } from 'vitest';
import { errorText } from '../../src/renderer/errorText.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import {
  ADA_SAID,
  enter,
  matchAda,
  orderForAda,
  prepareForAda,
  readyAda,
  weighAda,
} from '../support/referenceSession.ts';
import { at, ZONE } from '../support/times.ts';

type Details = { readonly born?: string; readonly givenName?: string; readonly preferredName?: string };

async function request(clinic: TestClinic, change: Details) {
  const patient = await clinic.patient('okafor');
  const { details } = await clinic.call('patient:load', { patient });
  const { preferredName, title, height, ...rest } = details;
  const typed = { ...rest, title: title ?? '', height: height?.split(' ')[0] ?? '' };
  return {
    patient,
    details: { ...typed, preferredName: preferredName ?? '', ...change },
    reason: 'read from the passport',
  };
}

describe('another identity between match and start', () => {
  it('voids the double check and the label at once, with the text that says so', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await prepareForAda(clinic, session);
    await readyAda(clinic, session);
    await clinic.call('patient:changeDetails', await request(clinic, { born: '1984-03-19' }));
    const { state, voided, preparation } = await clinic.call('session:load', { session });
    expect({ state, because: voided?.because, witnessed: preparation?.witnessed ?? null }).toEqual({
      state: 'AUTHORISED',
      because: 'identity',
      witnessed: null,
    });
    const start = { session, ...ADA_SAID, identifier: '1984-03-19' };
    expect(errorText(await clinic.refusal('infusion:start', start), ZONE)).toBe(
      'The patient’s identity changed after the double check. The check is void. Enter both again.',
    );
  });

  it('asks for both entries again, by the birth date as it is now', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await clinic.call('patient:changeDetails', await request(clinic, { born: '1984-03-19' }));
    clinic.clock.set(at('09:31:00'));
    await enter(clinic, session, null, 1, { dateOfBirth: '1984-03-19' });
    clinic.clock.set(at('09:36:00'));
    expect(await enter(clinic, session, 'osei', 2, { dateOfBirth: '1984-03-19' })).toEqual({
      outcome: 'matched',
    });
  });

  it('takes the order back too when the patient is then too young for the protocol', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await clinic.call('patient:changeDetails', await request(clinic, { born: '2008-03-09' }));
    const { state, voidedFor } = await clinic.call('session:load', { session });
    expect({ state, value: voidedFor[0]?.value }).toEqual({ state: 'PLANNED', value: 'age' });
  });

  it('is a name too; what the patient likes to be called is none', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await clinic.call('patient:changeDetails', await request(clinic, { preferredName: 'Addie' }));
    expect((await clinic.call('session:load', { session })).state).toBe('MATCHED');
    await clinic.call('patient:changeDetails', await request(clinic, { givenName: 'Adah' }));
    expect((await clinic.call('session:load', { session })).voided?.because).toBe('identity');
  });

  it('voids nothing when it is refused', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    const change = await request(clinic, { born: '1984-03-19' });
    const unreasoned = { ...change, reason: ' ' };
    expect(await clinic.refusal('patient:changeDetails', unreasoned)).toEqual({ kind: 'reasonMissing' });
    expect((await clinic.call('session:load', { session })).state).toBe('MATCHED');
  });
});

it('no identity changes while two people enter, or once the infusion has started', async () => {
  const clinic = await openClinic();
  const session = await orderForAda(clinic, await weighAda(clinic));
  const change = await request(clinic, { born: '1984-03-19' });
  const locked = { kind: 'patientHasSession' };
  expect(await clinic.refusal('patient:changeDetails', change)).toEqual(locked);
  clinic.clock.set(at('09:21:00'));
  await enter(clinic, session, null, 1);
  expect(await clinic.refusal('patient:changeDetails', change)).toEqual(locked);
  clinic.clock.set(at('09:26:00'));
  await enter(clinic, session, 'osei', 2);
  await prepareForAda(clinic, session);
  await readyAda(clinic, session);
  clinic.clock.set(at('10:00:00'));
  await clinic.call('infusion:start', { session, ...ADA_SAID });
  expect(await clinic.refusal('patient:changeDetails', change)).toEqual(locked);
});
