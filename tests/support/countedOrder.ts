import type { Request } from '../../src/contract/channels.ts';
import type { SessionView } from '../../src/contract/views/session.ts';
import type { TestClinic } from './clinic.ts';
import { enterRate } from './rateOrders.ts';
import { ADA_SAID, answerChecks, orderForAda, RIGHT_VALUES, vitals, weighAda } from './referenceSession.ts';
import { at } from './times.ts';

/** Three sprays of 10 mg, 5 min apart: 30 mg, 0.2 mL each of 50 mg per mL, 0.7 mL drawn up with 0.1 mL dead space. */
export const SPRAYS: Request<'plan:save'>['typed'] = {
  chair: 2,
  protocol: 'ketamine-intranasal',
  dose: '',
  duration: '',
  amount: '',
  volume: '',
  mixing: null,
  product: 'ketamine-50-10',
  doses: '3',
  gap: '5',
};

/** The seven values of that order, as typed. */
export const SPRAY_VALUES: Request<'entry:submit'>['values'] = {
  ...RIGHT_VALUES,
  product: 'ketamine-50-10',
  dose: '10',
  over: '',
  amount: '',
  volume: '',
  pumpRate: '',
  volumeToGive: '',
  doses: '3',
  gap: '5',
  total: '30',
};

/** The checklist of the protocol has no vein and is otherwise the same. */
const NOT_ASKED = ['access'];

/** From the weighing to two entries that agree. */
export async function matchSprays(clinic: TestClinic, plan = SPRAYS): Promise<string> {
  const session = await orderForAda(clinic, await weighAda(clinic), plan);
  clinic.clock.set(at('09:21:00'));
  await enterRate(clinic, session, 1, SPRAY_VALUES);
  clinic.clock.set(at('09:26:00'));
  await enterRate(clinic, session, 2, SPRAY_VALUES);
  return session;
}

/** From the match to the filled spray with its label on. */
export async function fillSpray(clinic: TestClinic, session: string): Promise<SessionView> {
  clinic.clock.set(at('09:33:00'));
  const vial = { product: 'ketamine-50-10', lot: 'K24B117', expiry: '2027-08', vials: 1 };
  await clinic.call('preparation:takeVial', { session, ...vial });
  await clinic.call('preparation:draw', { session, volume: '0.7' });
  const witness = await clinic.second('osei');
  const view = await clinic.call('doses:witness', { session, witness, volumeDrawn: '0.7' });
  const lastFour = view.preparation?.witnessed?.label.slice(-4) ?? '';
  return clinic.call('preparation:checkLabel', { session, lastFour });
}

/** Checklist and baseline: READY, without a pump. */
export async function readySprays(clinic: TestClinic, session: string): Promise<SessionView> {
  clinic.clock.set(at('09:50:00'));
  await answerChecks(clinic, session, NOT_ASKED);
  clinic.clock.set(at('09:52:00'));
  const seen = { vitals: vitals(128, 76, 78, 98), effects: [], ended: [] };
  return clinic.call('observation:record', { session, ...seen });
}

export const NOSTRIL = {
  left: { kind: 'nostril', side: 'left' },
  right: { kind: 'nostril', side: 'right' },
} as const;

/** From nothing to the first spray, at 10:00:00. */
export async function startSprays(clinic: TestClinic): Promise<string> {
  const session = await matchSprays(clinic);
  await fillSpray(clinic, session);
  await readySprays(clinic, session);
  clinic.clock.set(at('10:00:00'));
  await clinic.call('doses:start', { session, ...ADA_SAID, site: NOSTRIL.left });
  return session;
}

/** A later spray into the right nostril, as the window sends it. */
export function spray(session: string, number: number): Omit<Request<'doses:give'>, 'requestId'> {
  return { session, number, site: NOSTRIL.right, lateReason: null, prescriber: null, reason: null };
}
