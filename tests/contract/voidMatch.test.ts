import { describe, expect, it } from 'vitest';
import { errorText } from '../../src/renderer/errorText.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import {
  ADA_SAID,
  enter,
  matchAda,
  prepareForAda,
  REFERENCE_PLAN,
  readyAda,
  weigh,
} from '../support/referenceSession.ts';
import { at, ZONE } from '../support/times.ts';

const VIAL = { product: 'ketamine-10-20', lot: 'K24B117', expiry: '2027-08', vials: 1 } as const;
const WEIGHT_VOID = { kind: 'checkVoid', because: 'weight' } as const;
const FOR_54_KG = { weight: '54', pumpRate: '40.5', volumeToGive: '27' };
const said = (failure: Parameters<typeof errorText>[0]): string =>
  errorText(failure, ZONE).replaceAll('\u00a0', ' ');

async function weighed(clinic: TestClinic, weight: string): Promise<void> {
  await weigh(clinic, await clinic.patient('okafor ada'), weight, 'twice');
}

async function waste(clinic: TestClinic, session: string, vial: string, syringe: string): Promise<void> {
  const amounts = { vial, syringe, line: '0' };
  const witness = await clinic.second('osei');
  await clinic.call('waste:record', { session, typed: amounts, witness, witnessTyped: amounts });
}

describe('another weight after the double check', () => {
  it('voids the check at once: the session waits for two entries on the new weight', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await weighed(clinic, '54');
    const view = await clinic.call('session:load', { session });
    expect(view).toMatchObject({ state: 'AUTHORISED', plan: null, check: null, closed: true });
    expect(view.voided?.because).toBe('weight');
    const refusal = await clinic.refusal('preparation:takeVial', { session, ...VIAL });
    expect(refusal).toEqual(WEIGHT_VOID);
    expect(said(refusal)).toBe(
      'The weight changed after the double check. The check is void. Enter both again.',
    );
    await enter(clinic, session, null, 1, FOR_54_KG);
    expect(await enter(clinic, session, 'osei', 2, FOR_54_KG)).toEqual({ outcome: 'matched' });
    const matched = await clinic.call('session:load', { session });
    expect(matched).toMatchObject({ state: 'MATCHED', voided: null });
    expect(matched.plan?.sum.rate).toBe('40.5 mL/h');
  });

  it('voids preparation and label, and lets nothing start; drawn drug is wasted before anyone enters', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await prepareForAda(clinic, session);
    await readyAda(clinic, session);
    clinic.clock.set(at('09:58:00'));
    await weighed(clinic, '54');
    expect(await clinic.refusal('infusion:start', { session, ...ADA_SAID })).toEqual(WEIGHT_VOID);
    expect(await clinic.refusal('preparation:checkLabel', { session, lastFour: '0000' })).toEqual(
      WEIGHT_VOID,
    );
    const first = await clinic.refusal('entry:open', { session, by: null });
    expect(first).toEqual({ kind: 'voidDrugFirst', drawn: '50 mg', inVial: '150 mg' });
    expect(said(first)).toBe(
      '50 mg is drawn up from the preparation that is void. Record its waste with a witness first.',
    );
    const cancel = await clinic.refusal('session:cancel', { session, reason: 'patient went home' });
    expect(said(cancel)).toBe('50 mg is drawn up. Record its waste with a witness before cancelling.');
    expect((await clinic.call('session:load', { session })).reconciliation?.left.syringe).toBe('50 mg');
    await waste(clinic, session, '150', '50');
    // Once it is wasted the amounts are closed again, like the plan.
    expect((await clinic.call('session:load', { session })).reconciliation).toBeNull();
    await enter(clinic, session, null, 1, FOR_54_KG);
    await enter(clinic, session, 'osei', 2, FOR_54_KG);
    const vial = await clinic.call('preparation:takeVial', { session, ...VIAL });
    expect(vial.reconciliation).toMatchObject({ opened: '400 mg', vials: 2, unaccounted: '200 mg' });
    await clinic.call('preparation:draw', { session, volume: '5' });
    await clinic.call('preparation:addDiluent', { session, finalVolume: '50' });
    const witness = await clinic.second('osei');
    const typed = { session, witness, volumeDrawn: '5', finalVolume: '50' };
    const again = await clinic.call('preparation:witness', typed);
    // The void label cannot pass for the new one.
    expect(again.preparation?.witnessed?.label).toMatch(/^KT-B\d{3}$/);
    const cancelAgain = await clinic.refusal('session:cancel', { session, reason: 'patient went home' });
    expect(cancelAgain).toEqual({ kind: 'drawnDrugFirst', drawn: '50 mg', inVial: '150 mg' });
    await waste(clinic, session, '150', '50');
    const cancelled = await clinic.call('session:cancel', { session, reason: 'patient went home' });
    expect(cancelled.reconciliation).toMatchObject({ wasted: '400 mg', unaccounted: '0 mg', balances: true });
  });

  it('takes the order back too where the new weight passes a limit nobody gave a reason for', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await weighed(clinic, '29');
    const view = await clinic.call('session:load', { session });
    expect(view).toMatchObject({ state: 'PLANNED', authorised: null });
    expect(view.voidedFor).toMatchObject([{ value: 'weight', side: 'below', strength: 'soft' }]);
  });

  it('leaves the order where the new weight only needs a second container', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await weighed(clinic, '110');
    expect((await clinic.call('session:load', { session })).state).toBe('AUTHORISED');
  });

  it('is none when it is stated, or the same', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    const patient = await clinic.patient('okafor ada');
    const stated = {
      patient,
      weight: '54',
      again: null,
      method: 'stated',
      scale: '',
      clothed: true,
    } as const;
    await clinic.call('patient:recordWeight', stated);
    await weighed(clinic, '72');
    expect((await clinic.call('session:load', { session })).state).toBe('MATCHED');
    await prepareForAda(clinic, session);
    expect((await readyAda(clinic, session)).state).toBe('READY');
  });
});

describe('an order that is changed', () => {
  it('is opened again by a prescriber only, and everything done on it is void', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await prepareForAda(clinic, session);
    await readyAda(clinic, session);
    const refusal = await clinic.refusal('plan:reopen', { session });
    expect(refusal).toEqual({ kind: 'orderChangeNeedsPrescriber' });
    expect(said(refusal)).toBe(
      'Only a prescriber can change the order. The authorisation and the double check are void.',
    );
    await clinic.signIn('patel');
    const view = await clinic.call('plan:reopen', { session });
    expect(view).toMatchObject({ state: 'PLANNED', authorised: null, plan: null, readBack: null });
    await clinic.signIn('lim');
    expect(await clinic.refusal('infusion:start', { session, ...ADA_SAID })).toEqual({
      kind: 'checkVoid',
      because: 'order',
    });
    await waste(clinic, session, '150', '50');
    await clinic.signIn('patel');
    const patient = await clinic.patient('okafor ada');
    const typed = { ...REFERENCE_PLAN, duration: '50' };
    const saved = await clinic.call('plan:save', { patient, session, typed });
    const signed = await clinic.call('plan:authorise', {
      session,
      position: saved.position,
      overrideReasons: [],
      passphrase: 'green-orchard',
    });
    // An order sheet of the first order cannot pass for one of the second.
    expect(signed.orderNumber).toMatch(/^O-\d{4}-\d{6}-2$/);
    await clinic.signIn('lim');
    const values = { over: '50', pumpRate: '43.2' };
    await enter(clinic, session, null, 1, values);
    expect(await enter(clinic, session, 'osei', 2, values)).toEqual({ outcome: 'matched' });
  });

  it('is opened once: opening it again is told that it is open', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await clinic.signIn('patel');
    await clinic.call('plan:reopen', { session });
    expect(await clinic.refusal('plan:reopen', { session })).toMatchObject({ kind: 'checkVoid' });
  });
});
