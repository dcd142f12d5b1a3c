import type { Request } from '../../src/contract/channels.ts';
import type { SessionView } from '../../src/contract/views/session.ts';
import type { SetClock } from '../../src/main/setClock.ts';
import type { Caller, PersonKey } from './caller.ts';
import { at } from './times.ts';

/** A running program and the clock it was handed. */
type Timed = Caller & { readonly clock: SetClock };

/** The eight values of the reference session, as typed. */
export const RIGHT_VALUES: Request<'entry:submit'>['values'] = {
  dateOfBirth: '1984-03-09',
  product: 'ketamine-10-20',
  weight: '72',
  dose: '0.5',
  over: '40',
  amount: '50',
  volume: '50',
  pumpRate: '54',
  volumeToGive: '36',
};

export const REFERENCE_PLAN: Request<'plan:save'>['typed'] = {
  chair: 2,
  protocol: 'ketamine-mood-40',
  dose: '0.5',
  duration: '40',
  amount: '50',
  volume: '50',
  mixing: 'madeUpTo',
  product: 'ketamine-10-20',
};

const NOT_MEASURED = { respiration: null, temperature: null, pain: null } as const;
const AWAKE = { oxygen: 'air', moaas: 5 } as const;

/** Vital signs as recorded at the chair. */
export function vitals(systolic: number, diastolic: number, heartRate: number, spo2: number) {
  return { systolic, diastolic, heartRate, spo2, ...AWAKE, ...NOT_MEASURED };
}

/** A weighing on scale 1, once or, with “twice”, with a second one that shows the same. */
export async function weigh(
  clinic: Caller,
  patient: string,
  weight: string,
  how: 'once' | 'twice' = 'once',
): Promise<void> {
  const again = how === 'twice' ? weight : null;
  const scale = { method: 'measured', scale: 'scale 1', clothed: true } as const;
  await clinic.call('patient:recordWeight', { patient, weight, again, ...scale });
}

/** Both nurses have signed in for the shift; R. Lim sits at the workstation and Ada has been weighed: 72 kg. */
export async function weighAda(clinic: Timed, weight = '72'): Promise<string> {
  await clinic.signIn('osei');
  await clinic.signIn('lim');
  const patient = await clinic.patient('okafor ada');
  clinic.clock.set(at('09:12:00'));
  await weigh(clinic, patient, weight);
  return patient;
}

/** The prescriber's order is signed. Gives the session. */
export async function orderForAda(
  clinic: Timed,
  patient: string,
  typed = REFERENCE_PLAN,
  overrideReasons: Request<'plan:authorise'>['overrideReasons'] = [],
): Promise<string> {
  await clinic.signIn('patel');
  clinic.clock.set(at('09:15:00'));
  const screen = await clinic.call('plan:save', { patient, session: null, typed });
  const session = screen.session ?? '';
  await clinic.call('plan:authorise', {
    session,
    position: screen.position,
    overrideReasons,
    passphrase: 'green-orchard',
  });
  await clinic.signIn('lim');
  return session;
}

/** One entry by the signed-in person (`by` null) or by another with a PIN. */
export async function enter(
  clinic: Timed,
  session: string,
  by: PersonKey | null,
  copy: 1 | 2,
  values: Partial<Request<'entry:submit'>['values']> = {},
) {
  const form = await clinic.call('entry:open', { session, by: by === null ? null : await clinic.second(by) });
  return clinic.call('entry:submit', {
    ticket: form.ticket,
    copy,
    values: { ...RIGHT_VALUES, ...values },
    corrections: 0,
  });
}

/** From the weighing to two entries that agree. */
export async function matchAda(clinic: Timed): Promise<string> {
  const session = await orderForAda(clinic, await weighAda(clinic));
  clinic.clock.set(at('09:21:00'));
  await enter(clinic, session, null, 1);
  clinic.clock.set(at('09:26:00'));
  await enter(clinic, session, 'osei', 2);
  return session;
}

/** From the match to the syringe with its label on. */
export async function prepareForAda(clinic: Timed, session: string): Promise<void> {
  const label = await mixForAda(clinic, session);
  clinic.clock.set(at('09:44:00'));
  await clinic.call('preparation:checkLabel', { session, lastFour: label.slice(-4) });
}

/** From the match to a syringe that is witnessed and has no label yet. Gives the number of its label. */
export async function mixForAda(clinic: Timed, session: string): Promise<string> {
  clinic.clock.set(at('09:33:00'));
  await clinic.call('preparation:takeVial', {
    session,
    product: 'ketamine-10-20',
    lot: 'K24B117',
    expiry: '2027-08',
    vials: 1,
  });
  clinic.clock.set(at('09:36:00'));
  await clinic.call('preparation:draw', { session, volume: '5' });
  clinic.clock.set(at('09:38:00'));
  await clinic.call('preparation:addDiluent', { session, finalVolume: '50' });
  clinic.clock.set(at('09:40:00'));
  const view = await clinic.call('preparation:witness', {
    session,
    witness: await clinic.second('osei'),
    volumeDrawn: '5',
    finalVolume: '50',
  });
  return view.preparation?.witnessed?.label ?? '';
}

/** What is said and typed of Ada at the start. */
export const ADA_SAID = { nameSaid: true, identifier: '1984-03-09' } as const;

const said = (time: string) => ({ kind: 'time', said: { day: 'today', time } }) as const;

/** Every item of the checklist of the demo library, answered so that nothing is open. */
export const ANSWERS: Readonly<Record<string, Request<'checklist:answer'>['answer']>> = {
  arrival: said('09:00'),
  food: said('03:30'),
  'clear-fluid': said('07:40'),
  'name-and-birth-date': { kind: 'yes' },
  consent: { kind: 'yes' },
  health: { kind: 'yes' },
  pregnancy: { kind: 'pregnancy', pregnant: 'no' },
  withheld: {
    kind: 'withheld',
    medicines: [{ name: 'lorazepam', lastTaken: { day: '2025-11-12', time: '21:00' } }],
  },
  allergies: { kind: 'yes' },
  'suicide-risk': { kind: 'yes' },
  escort: { kind: 'escort', name: 'Sam Okafor', relation: 'partner', phone: '555 0142' },
  access: {
    kind: 'access',
    site: 'forearm',
    side: 'left',
    gauge: 22,
    said: { day: 'today', time: '09:31' },
    attempts: 1,
    flushed: true,
  },
  'monitor-alarms': { kind: 'yes' },
  reclined: { kind: 'yes' },
  'rescue-kit': { kind: 'yes' },
};

/** Answers the checklist, all but the items named. */
export async function answerChecks(
  clinic: Timed,
  session: string,
  but: readonly string[] = [],
): Promise<void> {
  const { clock } = clinic;
  const shown = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: clock.zone() });
  const isSaidToday = shown.format(clock.now()) >= ANSWERED_FROM;
  for (const [item, answer] of Object.entries(ANSWERS)) {
    if (but.includes(item)) continue;
    const said = isSaidToday ? answer : ofYesterday(answer);
    await clinic.call('checklist:answer', { session, item, answer: said });
  }
}

/** From this time of the day on the answers are true of it: past, and long enough after food and drink. */
const ANSWERED_FROM = '09:41';

type TypedAnswer = (typeof ANSWERS)[string];

/** On a clock that runs by itself the times of the scenario may be still to come: then they are of the day before. */
function ofYesterday(answer: TypedAnswer): TypedAnswer {
  if (!('said' in answer) || answer.said.day !== 'today') return answer;
  return { ...answer, said: { ...answer.said, day: 'yesterday' } };
}

/** Checklist, baseline vitals and the pump, programmed by one nurse and read back by the other: READY. */
export async function readyAda(clinic: Timed, session: string): Promise<SessionView> {
  clinic.clock.set(at('09:50:00'));
  await answerChecks(clinic, session);
  clinic.clock.set(at('09:52:00'));
  await clinic.call('observation:record', {
    session,
    vitals: vitals(128, 76, 78, 98),
    effects: [],
    ended: [],
  });
  clinic.clock.set(at('09:57:00'));
  return readPumpBack(clinic, session);
}

/** Programmed by R. Lim, read back by J. Osei. */
export async function readPumpBack(clinic: Caller, session: string): Promise<SessionView> {
  return clinic.call('pump:readBack', {
    session,
    pump: 'P-03',
    programmedBy: await clinic.idOf('lim'),
    reader: await clinic.second('osei'),
    rate: '54',
    volumeLimit: '36',
  });
}

/** Started at 10:00:00. Gives the session. */
export async function startAda(clinic: Timed): Promise<string> {
  const session = await matchAda(clinic);
  await prepareForAda(clinic, session);
  await readyAda(clinic, session);
  clinic.clock.set(at('10:00:00'));
  await clinic.call('infusion:start', { session, ...ADA_SAID });
  return session;
}

/** 54 to 40.5 mL/h at 10:12, pause 10:20 to 10:25, complete at 10:54:20 with the pump's 36 mL. */
export async function runAda(clinic: Timed, session: string): Promise<SessionView> {
  clinic.clock.set(at('10:11:00'));
  await clinic.call('observation:record', {
    session,
    vitals: vitals(141, 88, 91, 98),
    effects: [{ effect: 'nausea', severity: 1 }],
    ended: [],
  });
  clinic.clock.set(at('10:12:00'));
  await clinic.call('infusion:changeRate', {
    session,
    rate: '40.5',
    readBack: '40.5',
    reason: 'nausea',
    note: null,
    reader: null,
    prescriber: null,
  });
  clinic.clock.set(at('10:20:00'));
  await clinic.call('infusion:pause', { session, at: at('10:20:00'), reason: 'distress' });
  clinic.clock.set(at('10:20:40'));
  await clinic.call('observation:record', {
    session,
    vitals: vitals(152, 94, 104, 97),
    effects: [{ effect: 'distress', severity: 2 }],
    ended: [],
  });
  clinic.clock.set(at('10:25:00'));
  await clinic.call('infusion:resume', { session, readBack: '40.5', prescriber: null });
  clinic.clock.set(at('10:38:00'));
  await clinic.call('observation:record', {
    session,
    vitals: null,
    effects: [],
    ended: ['nausea', 'distress'],
  });
  clinic.clock.set(at('10:54:20'));
  return clinic.call('infusion:complete', {
    session,
    pumpVolume: '36',
    linePrimedWith: 'diluent',
    lineFlushed: true,
    differenceReason: null,
  });
}

/** Observed, every criterion met, discharged at 11:32. */
export async function dischargeAda(clinic: Timed, session: string): Promise<SessionView> {
  clinic.clock.set(at('11:25:00'));
  await clinic.call('observation:record', {
    session,
    vitals: vitals(124, 76, 74, 98),
    effects: [],
    ended: [],
  });
  for (const criterion of [
    'oriented',
    'steadyGait',
    'noSevereNausea',
    'painAccepted',
    'accessRemoved',
    'drank',
    'leafletGiven',
    'emergencyNumber',
  ] as const) {
    await clinic.call('recovery:recordCriterion', { session, criterion, met: true });
  }
  await clinic.call('recovery:recordEscort', {
    session,
    escort: { name: 'Sam Okafor', relation: 'partner', phone: '' },
  });
  clinic.clock.set(at('11:32:00'));
  return clinic.call('recovery:discharge', { session, prescriber: null, reason: null });
}

/** Waste witnessed, signed by the nurse, countersigned by the prescriber. */
export async function signAda(clinic: Timed, session: string): Promise<SessionView> {
  const amounts = { vial: '150', syringe: '14', line: '0' };
  clinic.clock.set(at('11:40:00'));
  await clinic.call('waste:record', {
    session,
    typed: amounts,
    witness: await clinic.second('osei'),
    witnessTyped: amounts,
  });
  clinic.clock.set(at('15:02:00'));
  await clinic.call('record:sign', { session, passphrase: 'quiet-harbour' });
  await clinic.signIn('patel');
  clinic.clock.set(at('15:20:00'));
  return clinic.call('record:sign', { session, passphrase: 'green-orchard' });
}

/** The reference session, signed: 36 mg given at 10:54:20. Gives the patient. */
export async function completeAda(clinic: Timed): Promise<string> {
  const session = await startAda(clinic);
  await runAda(clinic, session);
  await dischargeAda(clinic, session);
  const { patient } = await signAda(clinic, session);
  return patient.id;
}
