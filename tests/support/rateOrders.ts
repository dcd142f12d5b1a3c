import type { Request } from '../../src/contract/channels.ts';
import type { SessionView } from '../../src/contract/views/session.ts';
import type { SetClock } from '../../src/main/setClock.ts';
import type { Caller } from './caller.ts';
import {
  ADA_SAID,
  answerChecks,
  orderForAda,
  REFERENCE_PLAN,
  RIGHT_VALUES,
  vitals,
} from './referenceSession.ts';
import { at } from './times.ts';

type Timed = Caller & { readonly clock: SetClock };

/** An order of a rate, and what two people type and do for it. */
export type RateOrder = {
  readonly plan: Request<'plan:save'>['typed'];
  readonly values: Request<'entry:submit'>['values'];
  readonly drawn: string;
  readonly vials: number;
  /** What the pump is set to first, where that is not what both typed. */
  readonly first?: { readonly rate: string; readonly volumeLimit: string };
};

/** Pain, hours: 0.35 mg/kg/h × 72 kg for 3 h at 2 mg per mL: 75.6 mg, 37.8 mL, 12.6 mL/h. */
export const HOURS: RateOrder = {
  plan: {
    ...REFERENCE_PLAN,
    protocol: 'ketamine-pain-hours',
    dose: '0.35',
    hours: '3',
    duration: '0',
    amount: '100',
  },
  values: {
    ...RIGHT_VALUES,
    dose: '0.35',
    overHours: '3',
    over: '0',
    amount: '100',
    pumpRate: '12.6',
    volumeToGive: '37.8',
  },
  drawn: '10',
  vials: 1,
};

/** Pain, days: 22 mg/h for a day at 2 mg per mL: 528 mg, 264 mL, 11 mL/h. */
export const DAYS: RateOrder = {
  plan: {
    ...REFERENCE_PLAN,
    protocol: 'ketamine-pain-days',
    product: 'ketamine-50-10',
    dose: '22',
    days: '1',
    hours: '0',
    duration: '0',
    amount: '1000',
    volume: '500',
  },
  values: {
    ...RIGHT_VALUES,
    product: 'ketamine-50-10',
    dose: '22',
    overDays: '1',
    overHours: '0',
    over: '0',
    amount: '1000',
    volume: '500',
    pumpRate: '11',
    volumeToGive: '264',
  },
  drawn: '20',
  vials: 2,
};

/** One entry by the signed-in nurse (copy 1) or by the other (copy 2). */
export async function enterRate(
  clinic: Timed,
  session: string,
  copy: 1 | 2,
  values: Request<'entry:submit'>['values'],
) {
  const by = copy === 1 ? null : await clinic.second('osei');
  const { ticket } = await clinic.call('entry:open', { session, by });
  return clinic.call('entry:submit', { ticket, copy, values, corrections: 0 });
}

/** From the signed order to two entries that agree. */
export async function matchRate(clinic: Timed, patient: string, order: RateOrder): Promise<string> {
  const session = await orderForAda(clinic, patient, order.plan);
  clinic.clock.set(at('09:21:00'));
  await enterRate(clinic, session, 1, order.values);
  clinic.clock.set(at('09:26:00'));
  await enterRate(clinic, session, 2, order.values);
  return session;
}

/** From the match to a preparation that is labelled, a checklist that is answered and a baseline, at 09:52:00. */
export async function prepareRate(
  clinic: Timed,
  session: string,
  { plan, drawn, vials }: RateOrder,
): Promise<void> {
  clinic.clock.set(at('09:33:00'));
  const vial = { product: plan.product ?? '', lot: 'K24B117', expiry: '2027-08', vials };
  await clinic.call('preparation:takeVial', { session, ...vial });
  await clinic.call('preparation:draw', { session, volume: drawn });
  const finalVolume = plan.volume;
  await clinic.call('preparation:addDiluent', { session, finalVolume });
  const witness = await clinic.second('osei');
  const prepared = await clinic.call('preparation:witness', {
    session,
    witness,
    volumeDrawn: drawn,
    finalVolume,
  });
  const lastFour = prepared.preparation?.witnessed?.label.slice(-4) ?? '';
  await clinic.call('preparation:checkLabel', { session, lastFour });
  clinic.clock.set(at('09:50:00'));
  await answerChecks(clinic, session);
  clinic.clock.set(at('09:52:00'));
  const seen = { vitals: vitals(128, 76, 78, 98), effects: [], ended: [] };
  await clinic.call('observation:record', { session, ...seen });
}

/** From the match to a running pump, at 10:00:00. */
export async function startRate(clinic: Timed, session: string, order: RateOrder): Promise<SessionView> {
  const { values, first } = order;
  await prepareRate(clinic, session, order);
  clinic.clock.set(at('09:57:00'));
  await clinic.call('pump:readBack', {
    session,
    pump: 'P-03',
    programmedBy: await clinic.idOf('lim'),
    reader: await clinic.second('osei'),
    ...(first ?? { rate: values.pumpRate, volumeLimit: values.volumeToGive }),
  });
  clinic.clock.set(at('10:00:00'));
  return clinic.call('infusion:start', { session, ...ADA_SAID });
}
