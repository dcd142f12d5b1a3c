import type { SessionView } from '../../src/contract/views/session.ts';
import type { SetClock } from '../../src/main/setClock.ts';
import type { Caller } from './caller.ts';
import { DAYS, HOURS, matchRate, type RateOrder, startRate } from './rateOrders.ts';
import { weigh, weighAda } from './referenceSession.ts';

type Timed = Caller & { readonly clock: SetClock };

/** UX 7, scenario 5: 80 kg, 0.35 mg/kg/h for 4 h at 2 mg per mL: 112 mg, 56 mL, 14 mL/h from two syringes of 50 mL. */
export const FOUR_HOURS: RateOrder = {
  ...HOURS,
  plan: { ...HOURS.plan, hours: '4' },
  values: { ...HOURS.values, weight: '80', overHours: '4', pumpRate: '14', volumeToGive: '56' },
};

/** UX 7, scenario 6: 22 mg/h for 96 h at 2 mg per mL: 2,112 mg, 1,056 mL, 11 mL/h. */
export const FOUR_DAYS: RateOrder = {
  ...DAYS,
  plan: { ...DAYS.plan, days: '4' },
  values: { ...DAYS.values, overDays: '4', volumeToGive: '1056' },
};

/** Ada, weighed today. */
export async function weighed(clinic: Timed, weight: string): Promise<string> {
  const patient = await weighAda(clinic);
  if (weight !== '72') await weigh(clinic, patient, weight, 'twice');
  return patient;
}

/** The four-hour session, running since 10:00:00. Gives the session. */
export async function startFourHours(clinic: Timed): Promise<SessionView> {
  const session = await matchRate(clinic, await weighed(clinic, '80'), FOUR_HOURS);
  return startRate(clinic, session, FOUR_HOURS);
}

/** The next container, from its vial to the witness, as it is made up for this order. */
export async function prepareNext(clinic: Timed, session: string, { plan, drawn, vials }: RateOrder) {
  const vial = { product: plan.product ?? '', lot: 'K24B118', expiry: '2027-08', vials };
  await clinic.call('preparation:takeVial', { session, ...vial });
  await clinic.call('preparation:draw', { session, volume: drawn });
  await clinic.call('preparation:addDiluent', { session, finalVolume: plan.volume });
  const read = { volumeDrawn: drawn, finalVolume: plan.volume };
  return clinic.call('preparation:witness', { session, witness: await clinic.second('osei'), ...read });
}
