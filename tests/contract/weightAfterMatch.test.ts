import { describe, expect, it } from 'vitest';
import { errorText } from '../../src/renderer/errorText.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import {
  enter,
  matchAda,
  orderForAda,
  prepareForAda,
  readyAda,
  vitals,
  weighAda,
} from '../support/referenceSession.ts';
import { at, ZONE } from '../support/times.ts';

const ONE_DAY = 24 * 3_600_000;
const OTHER_WEIGHT = { kind: 'weightChanged', matched: '72 kg', newest: '54 kg' } as const;

async function weighAgain(
  clinic: TestClinic,
  weight: string,
  method: 'measured' | 'stated' = 'measured',
): Promise<void> {
  const patient = await clinic.patient('okafor ada');
  const again = method === 'measured' ? weight : null;
  const scale = { scale: 'scale 1', clothed: true } as const;
  await clinic.call('patient:recordWeight', { patient, weight, again, method, ...scale });
}

/** Weighed and ordered on the day at 09:12, entered twice the next morning: 23 h 38 min on this weighing. */
async function matchedNextDay(clinic: TestClinic): Promise<string> {
  const session = await orderForAda(clinic, await weighAda(clinic));
  clinic.clock.set(at('08:45:00') + ONE_DAY);
  await clinic.signIn('osei');
  await clinic.signIn('lim');
  await enter(clinic, session, null, 1);
  clinic.clock.set(at('08:50:00') + ONE_DAY);
  await enter(clinic, session, 'osei', 2);
  return session;
}

/** Prepared, baseline and pump read back on the next day: READY at 12:04. */
async function readyNextDay(clinic: TestClinic, session: string): Promise<void> {
  const vial = { session, product: 'ketamine-10-20', lot: 'K24B117', expiry: '2027-08', vials: 1 };
  await clinic.call('preparation:takeVial', vial);
  await clinic.call('preparation:draw', { session, volume: '5' });
  await clinic.call('preparation:addDiluent', { session, finalVolume: '50' });
  const typed = { session, volumeDrawn: '5', finalVolume: '50', witness: await clinic.second('osei') };
  const view = await clinic.call('preparation:witness', typed);
  const lastFour = view.preparation?.witnessed?.label.slice(-4) ?? '';
  await clinic.call('preparation:checkLabel', { session, lastFour });
  clinic.clock.set(at('12:00:00') + ONE_DAY);
  await clinic.call('observation:record', {
    session,
    vitals: vitals(128, 76, 78, 98),
    effects: [],
    ended: [],
  });
  clinic.clock.set(at('12:04:00') + ONE_DAY);
  await clinic.call('pump:readBack', {
    session,
    pump: 'P-03',
    programmedBy: await clinic.idOf('lim'),
    reader: await clinic.second('osei'),
    rate: '54',
    volumeLimit: '36',
  });
}

describe('the age of a weight', () => {
  it('is asked again at the start, and a new weighing that shows the same opens it', async () => {
    const clinic = await openClinic();
    const session = await matchedNextDay(clinic);
    await readyNextDay(clinic, session);
    clinic.clock.set(at('12:05:00') + ONE_DAY);
    const refusal = await clinic.refusal('infusion:start', { session });
    expect(refusal).toEqual({ kind: 'weightTooOld', ageHours: 26, allowedHours: 24 });
    expect(errorText(refusal, ZONE)).toBe(
      'The weight is 26 h old. The protocol allows 24 h for this drug. Weigh the patient.',
    );
    await weighAgain(clinic, '72');
    expect((await clinic.call('infusion:start', { session })).state).toBe('RUNNING');
  });

  it('is asked again at each of the two entries', async () => {
    const clinic = await openClinic();
    const session = await orderForAda(clinic, await weighAda(clinic));
    clinic.clock.set(at('09:00:00') + ONE_DAY);
    await clinic.signIn('osei');
    await clinic.signIn('lim');
    await enter(clinic, session, null, 1);
    clinic.clock.set(at('09:12:01') + ONE_DAY);
    const tooOld = '"kind":"weightTooOld","ageHours":24,"allowedHours":24';
    await expect(enter(clinic, session, 'osei', 2)).rejects.toThrow(tooOld);
    expect(errorText({ kind: 'weightTooOld', ageHours: 24, allowedHours: 24 }, ZONE)).toMatch(
      /^The weight is more than 24 h old\./,
    );
    clinic.clock.set(at('09:31:00') + ONE_DAY);
    await expect(enter(clinic, session, null, 1)).rejects.toThrow(tooOld);
  });
});

describe('another weight after the double check', () => {
  it('lets nothing more be prepared, at any step, and says what to do', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await weighAgain(clinic, '54');
    const vial = { session, product: 'ketamine-10-20', lot: 'K24B117', expiry: '2027-08', vials: 1 };
    const refusal = await clinic.refusal('preparation:takeVial', vial);
    expect(refusal).toEqual(OTHER_WEIGHT);
    expect(errorText(refusal, ZONE).replaceAll('\u00a0', ' ')).toBe(
      'The weight changed after the double check: 72 kg was entered twice, the newest weighing is 54 kg. Cancel this session and plan it again.',
    );
    await weighAgain(clinic, '72');
    await clinic.call('preparation:takeVial', vial);
    await weighAgain(clinic, '54');
    expect(await clinic.refusal('preparation:draw', { session, volume: '5' })).toEqual(OTHER_WEIGHT);
    await weighAgain(clinic, '72');
    await clinic.call('preparation:draw', { session, volume: '5' });
    await weighAgain(clinic, '54');
    expect(await clinic.refusal('preparation:addDiluent', { session, finalVolume: '50' })).toEqual(
      OTHER_WEIGHT,
    );
    await weighAgain(clinic, '72');
    await clinic.call('preparation:addDiluent', { session, finalVolume: '50' });
    await weighAgain(clinic, '54');
    const typed = { session, volumeDrawn: '5', finalVolume: '50', witness: await clinic.second('osei') };
    expect(await clinic.refusal('preparation:witness', typed)).toEqual(OTHER_WEIGHT);
  });

  it('lets no label be checked and no pump be read back once it is prepared', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await prepareForAda(clinic, session);
    await weighAgain(clinic, '54');
    expect(await clinic.refusal('preparation:checkLabel', { session, lastFour: '0000' })).toEqual(
      OTHER_WEIGHT,
    );
    await expect(readyAda(clinic, session)).rejects.toThrow('weightChanged');
  });

  it('lets nothing start; the way out is waste, cancel and a new plan on the new weight', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await prepareForAda(clinic, session);
    await readyAda(clinic, session);
    clinic.clock.set(at('09:58:00'));
    await weighAgain(clinic, '54');
    expect(await clinic.refusal('infusion:start', { session })).toEqual(OTHER_WEIGHT);
    const amounts = { vial: '150', syringe: '50', line: '0' };
    const witness = await clinic.second('osei');
    await clinic.call('waste:record', { session, typed: amounts, witness, witnessTyped: amounts });
    await clinic.call('session:cancel', { session, reason: 'weight changed' });
    const next = await orderForAda(clinic, await clinic.patient('okafor ada'));
    const onNewWeight = { weight: '54', pumpRate: '40.5', volumeToGive: '27' };
    await enter(clinic, next, null, 1, onNewWeight);
    expect(await enter(clinic, next, 'osei', 2, onNewWeight)).toEqual({ outcome: 'matched' });
  });

  it('counts only when it was measured: a stated weight is never dosed from', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await weighAgain(clinic, '54', 'stated');
    await prepareForAda(clinic, session);
    expect((await readyAda(clinic, session)).state).toBe('READY');
  });
});
