import { describe, expect, it } from 'vitest';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { DAYS, enterRate, HOURS, matchRate, type RateOrder, startRate } from '../support/rateOrders.ts';
import { orderForAda, weighAda } from '../support/referenceSession.ts';
import { at } from '../support/times.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

async function running(order: RateOrder) {
  const clinic = await openClinic();
  const session = await matchRate(clinic, await weighAda(clinic), order);
  return { clinic, session, view: await startRate(clinic, session, order) };
}

function lines(working: readonly { readonly calculation: string; readonly result: string }[] = []) {
  return working.map(({ calculation, result }) => plain(`${calculation} = ${result}`));
}

async function calculated(clinic: TestClinic, patient: string, typed: RateOrder['plan']) {
  await clinic.signIn('patel');
  return clinic.call('plan:calculate', { patient, session: null, typed });
}

describe('a rate per kilogram for hours', () => {
  it('goes from the plan through both entries to the pump, in mg/kg/h', async () => {
    const { clinic, session, view } = await running(HOURS);
    expect(view.plan?.order).toMatchObject({ dose: '0.35 mg/kg/h', duration: '180 min' });
    expect(view.plan?.sum).toMatchObject({
      dose: '75.6 mg',
      rate: '12.6 mL/h',
      volumeToGive: '37.8 mL',
      achievedDuration: '180 min',
      containers: 1,
    });
    expect(lines(view.plan?.working)).toEqual([
      '0.35 mg/kg/h × 72 kg = 25.2 mg/h',
      '25.2 mg/h × 3 h = 75.6 mg',
      '100 mg ÷ 50 mL = 2 mg per mL',
      '75.6 mg ÷ 2 mg per mL = 37.8 mL',
      '25.2 mg/h ÷ 2 mg per mL = 12.6 mL/h',
      '12.6 mL/h, step 0.1 mL/h, nothing to round = 12.6 mL/h',
      '12.6 mL/h × 2 mg per mL ÷ 72 kg = 0.35 mg/kg/h, agrees',
      '0.35 mg/kg/h × 1,000 mcg/mg ÷ 60 min/h = 5.8333 mcg/kg/min',
      '100 mg ÷ 10 mg per mL, then 40 mL diluent = 10 mL drug',
    ]);
    expect(view.plan?.nurseRange).toMatchObject({ lowestDose: '0.175 mg/kg/h', highestDose: '0.35 mg/kg/h' });
    expect(view.infusion).toMatchObject({ doseRate: '0.35 mg/kg/h', orderedDosePerKg: '1.05 mg/kg' });
    clinic.clock.set(at('11:30:00'));
    const half = await clinic.call('session:load', { session });
    expect(half.infusion?.endsAt).toBe(at('13:00:00'));
  });

  it('is held against the order by every field, a time by the box that was typed wrong', async () => {
    const clinic = await openClinic();
    const session = await orderForAda(clinic, await weighAda(clinic), HOURS.plan);
    clinic.clock.set(at('09:21:00'));
    const longer = { ...HOURS.values, overHours: '4', volumeToGive: '50.4' };
    await enterRate(clinic, session, 1, longer);
    await enterRate(clinic, session, 2, longer);
    const { mismatch } = await clinic.call('session:load', { session });
    expect(mismatch).toMatchObject({ against: 'order', fields: ['over', 'volumeToGive'] });
  });

  it('asks for every box of the time, a nought too, and names the one that is empty', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    const session = await orderForAda(clinic, patient, HOURS.plan);
    const { ticket, shape } = await clinic.call('entry:open', { session, by: null });
    expect(shape).toEqual({ dose: 'mg/kg/h', amount: 'mg', duration: ['h', 'min'] });
    const values = { ...HOURS.values, over: '' };
    const refused = await clinic.refusal('entry:submit', { ticket, copy: 1, values, corrections: 0 });
    expect(refused).toEqual({
      kind: 'entryRefused',
      inputs: [{ input: 'over', refusal: { kind: 'notEntered' } }],
    });
    await clinic.signIn('patel');
    const typed = { ...HOURS.plan, chair: 3, hours: '' };
    expect(
      await clinic.refusal('plan:save', { patient: await clinic.patient('diaz'), session: null, typed }),
    ).toEqual({ kind: 'valueRefused', field: 'hours', refusal: { kind: 'notEntered' } });
  });

  it('is stopped by the limits of a rate, which name the ten times', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    const { breaches, slips } = await calculated(clinic, patient, { ...HOURS.plan, dose: '3.5' });
    expect(breaches[0]).toMatchObject({ value: 'rate', strength: 'hard', actual: '3.5 mg/kg/h' });
    expect(slips.map(({ sentence }) => plain(sentence))).toEqual([
      '3.5 mg/kg/h is 10 times the usual 0.35 mg/kg/h. Check the point.',
    ]);
  });
});

describe('a rate without a weight for days', () => {
  it('goes from the plan through both entries to the pump, in mg/h', async () => {
    const { view } = await running(DAYS);
    expect(view.plan?.order).toMatchObject({ dose: '22 mg/h', duration: '1440 min' });
    expect(lines(view.plan?.working).slice(0, 4)).toEqual([
      '22 mg/h × 24 h = 528 mg',
      '1,000 mg ÷ 500 mL = 2 mg per mL',
      '528 mg ÷ 2 mg per mL = 264 mL',
      '22 mg/h ÷ 2 mg per mL = 11 mL/h',
    ]);
    expect(view.infusion).toMatchObject({ doseRate: '22 mg/h', rate: '11 mL/h' });
    expect(view.plan?.nurseRange).toMatchObject({ lowestDose: '11 mg/h', highestDose: '22 mg/h' });
  });

  it('changes its rate within the limits of a flat rate, and the nurse within her share', async () => {
    const { clinic, session } = await running(DAYS);
    clinic.clock.set(at('10:10:00'));
    const consider = (rate: string) => clinic.call('infusion:considerRate', { session, rate });
    expect(await consider('6')).toMatchObject({ doseRate: '12 mg/h', prescriberNeeded: false });
    expect(await consider('15')).toMatchObject({ doseRate: '30 mg/h', prescriberNeeded: true });
    const beyond = await clinic.refusal('infusion:considerRate', { session, rate: '31' });
    expect(beyond).toMatchObject({
      kind: 'rateOutsideHardLimit',
      breach: { value: 'flatRate', actual: '62 mg/h', limit: '60 mg/h' },
    });
  });

  it('is limited in its own unit, and a time beyond the protocol is named in days', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    const { breaches } = await calculated(clinic, patient, { ...DAYS.plan, dose: '220', days: '6' });
    expect(breaches.map(({ value, strength, limit }) => [value, strength, limit])).toEqual([
      ['flatRate', 'hard', '60 mg/h'],
      ['duration', 'hard', '7200 min'],
    ]);
  });
});
