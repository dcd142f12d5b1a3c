import { describe, expect, it } from 'vitest';
import { errorText } from '../../src/renderer/errorText.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { ADA_SAID, answerChecks, enter, orderForAda, vitals, weighAda } from '../support/referenceSession.ts';
import { at, ZONE } from '../support/times.ts';

const ONE_DAY = 24 * 3_600_000;

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
  await answerChecks(clinic, session);
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
    const refusal = await clinic.refusal('infusion:start', { session, ...ADA_SAID });
    expect(refusal).toEqual({ kind: 'weightTooOld', ageHours: 26, allowedHours: 24 });
    expect(errorText(refusal, ZONE)).toBe(
      'The weight is 26 h old. The protocol allows 24 h for this drug. Weigh the patient.',
    );
    await weighAgain(clinic, '72');
    expect((await clinic.call('infusion:start', { session, ...ADA_SAID })).state).toBe('RUNNING');
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
