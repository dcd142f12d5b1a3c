import { describe, expect, it } from 'vitest';
import { errorText } from '../../src/renderer/errorText.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { enterRate, matchRate, startRate } from '../support/rateOrders.ts';
import { orderForAda, weighAda } from '../support/referenceSession.ts';
import { publishSedative, SEDATION } from '../support/sedativeOrders.ts';
import { at, ZONE } from '../support/times.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

/** Every text of an answer that says an amount of milligrams, by where it stands. */
function milligramsIn(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'string') return /\d\s*mg\b/.test(plain(value)) ? [`${path}: ${value}`] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => milligramsIn(inner, `${path}.${key}`));
}

async function sedationClinic() {
  const clinic = await openClinic();
  const patient = await weighAda(clinic);
  await publishSedative(clinic);
  return { clinic, patient };
}

async function ended(clinic: TestClinic, patient: string) {
  const session = await matchRate(clinic, patient, SEDATION);
  const matched = await clinic.call('session:load', { session });
  const running = await startRate(clinic, session, SEDATION);
  const label = running.preparation?.witnessed?.label ?? '';
  const printed = await clinic.call('label:load', { session, label });
  clinic.clock.set(at('11:00:00'));
  const middle = await clinic.call('session:load', { session });
  clinic.clock.set(at('13:00:00'));
  const over = await clinic.call('infusion:complete', {
    session,
    pumpVolume: '27',
    linePrimedWith: 'diluent',
    lineFlushed: true,
    differenceReason: null,
  });
  return { session, printed, views: [matched, running, middle, over] };
}

describe('an order in mcg', () => {
  it('is planned, entered, prepared, run and balanced in mcg, and no answer has a milligram in it', async () => {
    const { clinic, patient } = await sedationClinic();
    const { printed, views } = await ended(clinic, patient);
    expect(views.map((view) => milligramsIn(view))).toEqual([[], [], [], []]);
    const [matched, running, , over] = views;
    expect(matched?.plan).toMatchObject({
      order: { dose: '0.5 mcg/kg/h', amount: '200 mcg' },
      sum: { dose: '108 mcg', concentration: '4 mcg/mL', rate: '9 mL/h', volumeToGive: '27 mL' },
      product: { strength: '100 mcg/mL' },
    });
    expect(running?.preparation).toMatchObject({
      drawn: { amount: '200 mcg' },
      witnessed: { concentration: '4 mcg/mL' },
    });
    expect(running?.infusion).toMatchObject({
      orderedDose: '108 mcg',
      orderedDosePerKg: '1.5 mcg/kg',
      doseRate: '0.5 mcg/kg/h',
    });
    expect(over?.reconciliation).toMatchObject({
      amount: 'mcg',
      opened: '200 mcg',
      given: '108 mcg',
      left: { vial: '0 mcg', syringe: '92 mcg', line: '0 mcg' },
      tolerance: '2 mcg',
    });
    expect(milligramsIn(printed)).toEqual([]);
    expect(printed).toMatchObject({ amount: '200 mcg', concentration: '4 mcg/mL' });
  });

  it('is wasted in mcg by two people, signed, and printed in mcg', async () => {
    const { clinic, patient } = await sedationClinic();
    const { session } = await ended(clinic, patient);
    clinic.clock.set(at('13:35:00'));
    const witness = await clinic.second('osei');
    const waste = (syringe: string) => {
      const typed = { vial: '0', syringe, line: '0' };
      return { session, typed, witness, witnessTyped: typed };
    };
    const tooMuch = await clinic.refusal('waste:record', waste('93'));
    expect(tooMuch).toEqual({ kind: 'moreThanLeft', left: '92 mcg' });
    const wasted = await clinic.call('waste:record', waste('92'));
    expect(wasted.reconciliation).toMatchObject({ wasted: '92 mcg', unaccounted: '0 mcg', balances: true });
    expect(wasted.timeline.map(({ text }) => plain(text))).toContain('Wasted 92 mcg from the syringe');
    const summary = await clinic.call('document:load', { kind: 'sessionSummary', session });
    expect(milligramsIn(summary)).toEqual([]);
    expect(summary).toMatchObject({ delivered: { dose: '108 mcg', dosePerKg: '1.5 mcg/kg' } });
  });

  it('balances by the remainder of its own drug: 5 mcg that are missing do not', async () => {
    const { clinic, patient } = await sedationClinic();
    const { session } = await ended(clinic, patient);
    const typed = { vial: '0', syringe: '87', line: '0' };
    const witness = await clinic.second('osei');
    await clinic.call('waste:record', { session, typed, witness, witnessTyped: typed });
    clinic.clock.set(at('13:40:00'));
    const view = await clinic.call('session:load', { session });
    expect(view.reconciliation).toMatchObject({ unaccounted: '5 mcg', balances: false });
  });

  it('names a thousandfold slip in its own unit, and offers vials in one unit alone', async () => {
    const { clinic, patient } = await sedationClinic();
    await clinic.signIn('patel');
    const typed = { ...SEDATION.plan, dose: '500' };
    const { slips, breaches } = await clinic.call('plan:calculate', { patient, session: null, typed });
    expect(breaches[0]).toMatchObject({ value: 'rate', strength: 'hard', actual: '500 mcg/kg/h' });
    expect(slips.map(({ sentence }) => plain(sentence))[0]).toMatch(
      /^500 mcg\/kg\/h is 1,000 times the usual 0\.5 mcg\/kg\/h\./,
    );
    await clinic.signIn('lim');
    const session = await orderForAda(clinic, patient, SEDATION.plan);
    clinic.clock.set(at('09:21:00'));
    const form = await clinic.call('entry:open', { session, by: null });
    expect(milligramsIn(form)).toEqual([]);
    expect(form.shape).toMatchObject({ dose: 'mcg/kg/h', amount: 'mcg' });
    expect(form.products.map(({ label }) => plain(label))).toContain(
      'ketamine 10,000 mcg per mL, vial 20 mL',
    );
  });

  it('says what is wrong with a volume drawn up in mcg, to the preparer alone', async () => {
    const { clinic, patient } = await sedationClinic();
    const session = await matchRate(clinic, patient, SEDATION);
    clinic.clock.set(at('09:33:00'));
    const vial = { product: 'sedative-100-2', lot: 'K24B117', expiry: '2027-08', vials: 1 };
    await clinic.call('preparation:takeVial', { session, ...vial });
    const refused = await clinic.refusal('preparation:draw', { session, volume: '0.2' });
    expect(plain(errorText(refused, ZONE))).toBe(
      'Draw 2 mL from a 2 mL vial of 100 mcg per mL. You typed 0.2 mL, which is 20 mcg.',
    );
    const cancelled = await clinic.refusal('session:cancel', { session, reason: 'not today' });
    expect(milligramsIn(cancelled)).toEqual([]);
  });

  it('is said in mcg/kg/min throughout where the protocol orders by the minute', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    await publishSedative(clinic, 'mcg/kg/min');
    // 0.008 mcg/kg/min × 72 kg × 60 min/h = 34.56 mcg/h; ÷ 4 mcg per mL = 8.64 → 8.6 mL/h, 25.92 → 25.9 mL.
    const minute = {
      ...SEDATION,
      plan: { ...SEDATION.plan, dose: '0.008' },
      values: { ...SEDATION.values, dose: '0.008', pumpRate: '8.6', volumeToGive: '25.9' },
    };
    const session = await matchRate(clinic, patient, minute);
    const view = await startRate(clinic, session, minute);
    expect(milligramsIn(view)).toEqual([]);
    expect(view.plan?.order.dose).toBe('0.008 mcg/kg/min');
    expect(view.infusion?.doseRate).toMatch(/ mcg\/kg\/min$/);
    expect(view.plan?.nurseRange.highestDose).toMatch(/ mcg\/kg\/min$/);
    const considered = await clinic.call('infusion:considerRate', { session, rate: '6' });
    expect(considered.doseRate).toMatch(/ mcg\/kg\/min$/);
  });

  it('is compared as numbers in mcg: a preparation typed in mg differs', async () => {
    const { clinic, patient } = await sedationClinic();
    await clinic.signIn('lim');
    const session = await orderForAda(clinic, patient, SEDATION.plan);
    clinic.clock.set(at('09:21:00'));
    await enterRate(clinic, session, 1, SEDATION.values);
    await enterRate(clinic, session, 2, { ...SEDATION.values, amount: '0.2' });
    const { mismatch } = await clinic.call('session:load', { session });
    expect(mismatch?.fields).toContain('preparation');
  });
});
