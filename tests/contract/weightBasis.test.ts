import { describe, expect, it } from 'vitest';
import type { WeightRateProtocol, WeightRule } from '../../src/core/library/library.ts';
import { errorText } from '../../src/renderer/errorText.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { DEMO_LIBRARY, publishLibrary } from '../support/publish.ts';
import { enterRate, matchRate, startRate } from '../support/rateOrders.ts';
import { orderForAda, weigh, weighAda } from '../support/referenceSession.ts';
import { at, ZONE } from '../support/times.ts';
import { ADJUSTED } from '../support/weightOrders.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

async function calculated(clinic: TestClinic, patient: string) {
  await clinic.signIn('patel');
  return clinic.call('plan:calculate', { patient, session: null, typed: ADJUSTED.plan });
}

/** The example by adjusted weight, by another rule, as two people publish it. */
async function publishRule(clinic: TestClinic, dosingWeight: WeightRule): Promise<void> {
  const example = DEMO_LIBRARY.protocols.find(({ id }) => id === 'ketamine-pain-adjusted');
  const changed = { ...(example as WeightRateProtocol), dosingWeight };
  await publishLibrary(clinic, { version: 'EXAMPLE 2025.12-v8', protocols: [changed] });
}

/** Another height in Ada's details; empty: none. */
async function correctHeight(clinic: TestClinic, patient: string, height: string): Promise<void> {
  const { details } = await clinic.call('patient:load', { patient });
  const { preferredName, title, height: _, ...rest } = details;
  const typed = { ...rest, title: title ?? '', preferredName: preferredName ?? '', height };
  await clinic.call('patient:changeDetails', { patient, details: typed, reason: 'measured again' });
}

describe('an order that counts on the adjusted weight', () => {
  it('is worked out on it from the plan to the pump, and every mg/kg of the session counts on it', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    const { dosingWeight, working } = await calculated(clinic, patient);
    expect(dosingWeight).toMatchObject({ weight: '66.7 kg', basis: 'adjusted', actual: '72 kg' });
    expect(working.map(({ calculation, result }) => plain(`${calculation} = ${result}`))).toEqual(
      expect.arrayContaining([
        'Devine, female: 45.5 kg + 2.3 kg × (172 cm ÷ 2.54 − 60) = 63.248 kg',
        '0.35 mg/kg/h × 66.7 kg = 23.345 mg/h',
      ]),
    );
    await clinic.signIn('lim');
    const session = await matchRate(clinic, patient, ADJUSTED);
    const { plan, check, infusion } = await startRate(clinic, session, ADJUSTED);
    expect(check?.fields).toHaveLength(9);
    expect(plan?.sum).toMatchObject({
      dosingWeight: { weight: '66.7 kg' },
      rate: '11.7 mL/h',
      volumeToGive: '35 mL',
    });
    expect(plan?.weighing.weight).toBe('72 kg');
    expect(infusion).toMatchObject({ weight: '66.7 kg', orderedDosePerKg: '1.05 mg/kg' });
    clinic.clock.set(at('11:00:00'));
    const summary = await clinic.call('document:load', { kind: 'sessionSummary', session });
    // 11.7 mL/h for an hour at 2 mg per mL: 23.4 mg ÷ 66.7 kg.
    expect(summary).toMatchObject({ delivered: { dose: '23.4 mg', dosePerKg: '234/667 mg/kg' } });
  });

  it('asks both people for the height and compares it', async () => {
    const clinic = await openClinic();
    const session = await orderForAda(clinic, await weighAda(clinic), ADJUSTED.plan);
    clinic.clock.set(at('09:21:00'));
    const { shape, fields } = await clinic.call('entry:open', { session, by: null });
    expect(shape).toMatchObject({ height: true });
    expect(fields).toContain('height');
    const { height: _, ...without } = ADJUSTED.values;
    const { ticket } = await clinic.call('entry:open', { session, by: null });
    expect(
      await clinic.refusal('entry:submit', { ticket, copy: 1, values: without, corrections: 0 }),
    ).toEqual({ kind: 'entryRefused', inputs: [{ input: 'height', refusal: { kind: 'notEntered' } }] });
    await enterRate(clinic, session, 1, ADJUSTED.values);
    clinic.clock.set(at('09:26:00'));
    // By the height 177 the adjusted weight is 69.4 kg and the rate 12.2 mL/h.
    const taller = { ...ADJUSTED.values, height: '177', pumpRate: '12.2', volumeToGive: '36.5' };
    await enterRate(clinic, session, 2, taller);
    const { mismatch } = await clinic.call('session:load', { session });
    expect(mismatch).toMatchObject({
      against: 'eachOther',
      fields: ['height', 'pumpRate', 'volumeToGive'],
    });
  });

  it('is not matched when both dose on the measured weight', async () => {
    const clinic = await openClinic();
    const session = await orderForAda(clinic, await weighAda(clinic), ADJUSTED.plan);
    clinic.clock.set(at('09:21:00'));
    const actual = { ...ADJUSTED.values, pumpRate: '12.6', volumeToGive: '37.8' };
    await enterRate(clinic, session, 1, actual);
    await enterRate(clinic, session, 2, actual);
    const { mismatch } = await clinic.call('session:load', { session });
    expect(mismatch).toMatchObject({ against: 'order', fields: ['pumpRate', 'volumeToGive'] });
  });

  it('is held against the recorded height', async () => {
    const clinic = await openClinic();
    const session = await orderForAda(clinic, await weighAda(clinic), ADJUSTED.plan);
    clinic.clock.set(at('09:21:00'));
    const taller = { ...ADJUSTED.values, height: '177', pumpRate: '12.2', volumeToGive: '36.5' };
    await enterRate(clinic, session, 1, taller);
    await enterRate(clinic, session, 2, taller);
    const { mismatch } = await clinic.call('session:load', { session });
    expect(mismatch).toMatchObject({ against: 'order', fields: ['height', 'pumpRate', 'volumeToGive'] });
  });

  it('is void when the recorded height is another one after the match', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    const session = await matchRate(clinic, patient, ADJUSTED);
    await correctHeight(clinic, patient, '177');
    clinic.clock.set(at('09:33:00'));
    const vial = { product: 'ketamine-10-20', lot: 'K24B117', expiry: '2027-08', vials: 1 };
    expect(await clinic.refusal('preparation:takeVial', { session, ...vial })).toEqual({
      kind: 'checkVoid',
      because: 'weight',
    });
    expect((await clinic.call('session:load', { session })).state).toBe('AUTHORISED');
  });

  it('stands on paper with its formula, and with no weight, height or rate', async () => {
    const clinic = await openClinic();
    const session = await orderForAda(clinic, await weighAda(clinic), ADJUSTED.plan);
    await clinic.signIn('patel');
    const sheet = await clinic.call('document:load', { kind: 'orderSheet', session });
    expect(sheet).toMatchObject({
      dosingWeight: {
        rule: { basis: 'adjusted', cap: '120 kg' },
        formulas: [
          { weight: 'ideal', formula: '45.5\u00a0kg + 2.3\u00a0kg × (height ÷ 2.54 − 60)' },
          { weight: 'dosing', formula: expect.stringMatching(/^ideal \+ 0\.4 × \(actual − ideal\); below/) },
        ],
      },
      patient: { weight: null },
    });
    expect(JSON.stringify(sheet)).not.toMatch(/172 cm|72 kg|66\.7/);
  });
});

describe('a protocol whose formula does not hold', () => {
  it('is refused by name in the plan and at the signature', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    await weigh(clinic, patient, '60', 'twice');
    await publishRule(clinic, { basis: 'ideal' });
    const { refusal, dosingWeight } = await calculated(clinic, patient);
    expect(refusal).toMatchObject({ kind: 'idealAboveActual', actual: '60 kg' });
    expect(dosingWeight).toBeNull();
    const saved = await clinic.call('plan:save', { patient, session: null, typed: ADJUSTED.plan });
    const refused = await clinic.refusal('plan:authorise', {
      session: saved.session ?? '',
      position: saved.position,
      passphrase: 'green-orchard',
      overrideReasons: [],
    });
    expect(refused).toMatchObject({ kind: 'idealAboveActual' });
  });

  it('is refused where no height is recorded, with what to do about it', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    await correctHeight(clinic, patient, '');
    const { refusal } = await calculated(clinic, patient);
    expect(refusal).toEqual({ kind: 'heightMissing' });
    expect(errorText({ kind: 'heightMissing' }, ZONE)).toBe(
      'This protocol doses by a weight worked out from the height, and no height is recorded. Measure it and enter it in the patient’s details.',
    );
  });

  it('never counts on more than its cap', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    await publishRule(clinic, { basis: 'actual', cap: '60 kg' });
    const { dosingWeight, sum, breaches } = await calculated(clinic, patient);
    expect(dosingWeight).toMatchObject({ weight: '60 kg', isCapped: true, actual: '72 kg' });
    expect(sum?.dose).toBe('63 mg');
    expect(breaches).toEqual([]);
  });
});
