import { describe, expect, it } from 'vitest';
import { newEventId } from '../../src/main/eventId.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import {
  enter,
  orderForAda,
  REFERENCE_PLAN,
  startAda,
  weigh,
  weighAda,
} from '../support/referenceSession.ts';
import { at } from '../support/times.ts';

/** What the log holds of a session's refused tries, as stored. */
function tries(clinic: TestClinic, session: string) {
  const events = clinic.desk.record()?.log.readStream(`session:${session}`) ?? [];
  return events
    .filter(({ type }) => type === 'TryRefused')
    .map(({ id, actor, data }) => ({ id, actor, data }));
}

const CHANGE = { reason: 'comfort', note: null, reader: null, prescriber: null } as const;

describe('a try beyond a hard limit', () => {
  it('of an order is refused and stays in the log, and what was on screen can still be signed', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    await clinic.signIn('patel');
    const save = (dose: string, session: string | null) =>
      clinic.call('plan:save', { patient, session, typed: { ...REFERENCE_PLAN, dose } });
    const high = await save('5', null);
    const session = high.session ?? '';
    const sign = { session, overrideReasons: [], passphrase: 'green-orchard' };
    const refusal = await clinic.refusal('plan:authorise', { ...sign, position: high.position });
    expect(refusal).toMatchObject({ kind: 'hardLimits' });
    expect(tries(clinic, session)).toMatchObject([
      { actor: await clinic.idOf('patel'), data: { refusal, typed: null } },
    ]);
    const view = await clinic.call('session:load', { session });
    const line = view.timeline.find(({ text }) => text.startsWith('Order refused'));
    // An order is closed to others: its line names no number.
    expect(`${line?.text} ${line?.detail}`).toBe('Order refused: beyond a hard limit null');
    const right = await save('0.5', session);
    await clinic.refusal('plan:authorise', { ...sign, position: right.position, passphrase: 'wrong words' });
    const signed = await clinic.call('plan:authorise', { ...sign, position: right.position });
    expect(signed.state).toBe('AUTHORISED');
  });

  it('of a rate is refused and stays in the log, also when a prescriber orders it', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    clinic.clock.set(at('10:10:00'));
    const prescriber = await clinic.second('patel');
    const refusal = await clinic.refusal('infusion:changeRate', {
      ...CHANGE,
      session,
      rate: '150',
      readBack: '150',
      prescriber,
    });
    expect(refusal).toMatchObject({ kind: 'rateOutsideHardLimit' });
    expect(tries(clinic, session)).toMatchObject([
      { actor: await clinic.idOf('lim'), data: { refusal, typed: '150 mL/h' } },
    ]);
    const view = await clinic.call('session:load', { session });
    expect(view.infusion?.rate).toBe('54 mL/h');
    const line = view.timeline.find(({ text }) => text === 'Rate refused: beyond a hard limit');
    expect(line?.detail?.replace('\u00a0', ' ')).toBe('typed 150 mL/h');
  });

  it('that two entries agree on takes the order back, and the log says so', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    const typed = { ...REFERENCE_PLAN, dose: '0.75', amount: '100' };
    const session = await orderForAda(clinic, patient, typed);
    // 72 kg take 54 mg. 134 kg would take 100.5 mg, beyond 100 mg.
    await weigh(clinic, patient, '134', 'twice');
    const values = { weight: '134', dose: '0.75', amount: '100', pumpRate: '75.4', volumeToGive: '50.2' };
    await enter(clinic, session, null, 1, values);
    expect(await enter(clinic, session, 'osei', 2, values)).toEqual({ outcome: 'voided' });
    const events = clinic.desk.record()?.log.readStream(`session:${session}`) ?? [];
    const voided = events.find(({ type }) => type === 'AuthorisationVoided');
    expect(JSON.stringify(voided?.data)).toContain('"strength":"hard"');
    expect((await clinic.call('session:load', { session })).state).toBe('PLANNED');
  });

  it('is stored once however often it is sent, and answered alike', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    const request = { ...CHANGE, requestId: newEventId(), session, rate: '150', readBack: '150' };
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => clinic.answer('infusion:changeRate', request)),
    );
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(replies[0]).toMatchObject({ ok: false, failure: { kind: 'rateOutsideHardLimit' } });
    expect(tries(clinic, session)).toHaveLength(1);
  });
});

describe('a pump reading that is not the rate', () => {
  it('is in the log at a change of rate and at a resume, with what was read', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    clinic.clock.set(at('10:10:00'));
    const change = { ...CHANGE, session, rate: '40.5' };
    const refusal = { kind: 'readBackDiffers', fields: ['rate'] };
    expect(await clinic.refusal('infusion:changeRate', { ...change, readBack: '4.5' })).toEqual(refusal);
    await clinic.call('infusion:pause', { session, at: at('10:10:00'), reason: 'toilet' });
    clinic.clock.set(at('10:12:00'));
    const resume = { session, prescriber: null };
    expect(await clinic.refusal('infusion:resume', { ...resume, readBack: '540' })).toEqual(refusal);
    expect(tries(clinic, session).map(({ data }) => data)).toEqual([
      { refusal, typed: '4.5 mL/h' },
      { refusal, typed: '540 mL/h' },
    ]);
    const view = await clinic.call('infusion:resume', { ...resume, readBack: '54' });
    expect(view.state).toBe('RUNNING');
    const lines = view.timeline.filter(({ text }) => text === 'Pump read-back did not agree');
    expect(lines).toHaveLength(2);
  });
});
