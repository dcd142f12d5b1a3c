import { describe, expect, it } from 'vitest';
import { openClinic } from '../support/clinic.ts';
import {
  dischargeAda,
  matchAda,
  orderForAda,
  prepareForAda,
  readyAda,
  runAda,
  signAda,
  startAda,
  weighAda,
} from '../support/referenceSession.ts';
import { at } from '../support/times.ts';

describe('the reference session, through the services', () => {
  it('gives table G to the digit, balances to 0 and is signed by two people', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    const ended = await runAda(clinic, session);
    const rows = ended.timeline
      .filter(({ strong, clinical }) => strong && clinical)
      .map((row) => [
        new Date(row.done.happenedAt).toISOString().slice(11, 19),
        row.text.replaceAll('\u00a0', ' '),
        row.rate,
        row.given,
        row.givenPerKg,
      ]);
    expect(rows).toEqual([
      ['10:00:00', 'Start, pump P-03', '54 mL/h', '0 mL', '0 mg/kg'],
      ['10:12:00', 'Rate 54 → 40.5 (nausea)', '40.5 mL/h', '10.8 mL', '0.15 mg/kg'],
      ['10:20:00', 'Pause (distress)', '0 mL/h', '16.2 mL', '0.225 mg/kg'],
      ['10:25:00', 'Resume', '40.5 mL/h', '16.2 mL', '0.225 mg/kg'],
      ['10:54:20', 'Complete, pump 36 mL', '0 mL/h', '36 mL', '0.5 mg/kg'],
    ]);
    await dischargeAda(clinic, session);
    const signed = await signAda(clinic, session);
    expect(signed.state).toBe('SIGNED');
    expect(signed.reconciliation).toMatchObject({
      opened: '200 mg',
      given: '36 mg',
      wasted: '164 mg',
      unaccounted: '0 mg',
      balances: true,
    });
    expect(signed.signatures).toMatchObject({
      nurse: { fullName: 'Rosa Lim', licence: 'RN 55821' },
      prescriber: { fullName: 'Dr Sunil Patel', licence: 'MD 20417' },
    });
  });

  it('counts 49 min 20 s of infusing and ends at 10:54:20 while it runs at 40.5 mL/h', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    clinic.clock.set(at('10:12:00'));
    const changed = await clinic.call('infusion:changeRate', {
      session,
      rate: '40.5',
      readBack: '40.5',
      reason: 'comfort',
      note: null,
      reader: null,
      prescriber: null,
    });
    expect(changed.infusion).toMatchObject({ doseRate: '0.5625 mg/kg/h', endsAt: at('10:49:20') });
    clinic.clock.set(at('10:20:00'));
    await clinic.call('infusion:pause', { session, at: at('10:20:00'), reason: 'toilet' });
    clinic.clock.set(at('10:25:00'));
    const resumed = await clinic.call('infusion:resume', { session, readBack: '40.5', prescriber: null });
    expect(resumed.infusion?.endsAt).toBe(at('10:54:20'));
    clinic.clock.set(at('10:54:20'));
    const done = await clinic.call('infusion:complete', {
      session,
      pumpVolume: '36',
      linePrimedWith: 'diluent',
      lineFlushed: true,
      differenceReason: null,
    });
    expect(done.state).toBe('RECOVERY');
    const summary = await clinic.call('document:load', { kind: 'sessionSummary', session });
    expect(summary).toMatchObject({
      times: { infusingMilliseconds: (49 * 60 + 20) * 1000, pausedMilliseconds: 300_000 },
      delivered: { dose: '36 mg', percent: '100 %' },
    });
  });

  it('passes every state of the main path in order', async () => {
    const clinic = await openClinic();
    const states: string[] = [];
    const patient = await weighAda(clinic);
    const planned = await orderForAda(clinic, patient);
    states.push((await clinic.call('session:load', { session: planned })).state);
    await clinic.call('session:cancel', { session: planned, reason: 'test of the way out' });
    const session = await matchAda(clinic);
    states.push((await clinic.call('session:load', { session })).state);
    await prepareForAda(clinic, session);
    states.push((await clinic.call('session:load', { session })).state);
    states.push((await readyAda(clinic, session)).state);
    expect(states).toEqual(['AUTHORISED', 'MATCHED', 'PREPARED', 'READY']);
  });
});

describe('a page that is printed', () => {
  it('is refused when something was recorded after it was made, and printed once it is made again', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    const request = { kind: 'sessionSummary', session } as const;
    const stale = await clinic.call('document:load', request);
    clinic.clock.set(at('10:12:00'));
    await clinic.call('infusion:pause', { session, reason: 'nausea', at: at('10:12:00') });
    const old = { ...request, paper: 'A4', position: stale.print.position } as const;
    expect(await clinic.refusal('document:savePdf', old)).toEqual({ kind: 'changedMeanwhile' });
    expect(await clinic.refusal('document:print', old)).toEqual({ kind: 'changedMeanwhile' });

    const fresh = await clinic.call('document:load', request);
    const printed = { ...request, paper: 'A4', position: fresh.print.position } as const;
    expect(await clinic.call('document:savePdf', printed)).toMatchObject({
      path: expect.stringMatching(/draft\.pdf$/),
    });
    const view = await clinic.call('document:load', request);
    expect(view.print.copy).toBe(2);
  });
});
