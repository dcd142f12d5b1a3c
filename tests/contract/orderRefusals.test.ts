import { describe, expect, it } from 'vitest';
import demoLibrary from '../../resources/demo-library.json' with { type: 'json' };
import type { Request } from '../../src/contract/channels.ts';
import type { Allergies } from '../../src/contract/events/patientEvents.ts';
import type { Failure } from '../../src/contract/failures.ts';
import { librarySchema } from '../../src/contract/library.ts';
import { newEventId } from '../../src/main/eventId.ts';
import { recordPatientFact, registerPatient } from '../../src/main/services/patients.ts';
import { failedRules } from '../../src/renderer/screens/plan/planRules.ts';
import { askedEverything } from '../support/askedEverything.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { publishLibrary } from '../support/publish.ts';
import {
  enter,
  orderForAda,
  REFERENCE_PLAN,
  startAda,
  weigh,
  weighAda,
} from '../support/referenceSession.ts';
import { at, ZONE } from '../support/times.ts';

type Typed = Request<'plan:save'>['typed'];

const TOLERATED = [{ limit: 'soft above dose', reason: 'tolerance shown in last session' }];

/** What the prescriber is told who signs this plan, whatever the window showed. */
async function refusedOrder(
  clinic: TestClinic,
  patient: string,
  typed: Typed,
  overrideReasons: Request<'plan:authorise'>['overrideReasons'] = [],
): Promise<Failure> {
  await clinic.signIn('patel');
  const { session, position } = await clinic.call('plan:save', { patient, session: null, typed });
  const request = { session: session ?? '', position, overrideReasons, passphrase: 'green-orchard' };
  return clinic.refusal('plan:authorise', request);
}

/** The sentences of the rules that close the plan on screen. */
async function closingRules(clinic: TestClinic, patient: string, typed: Typed): Promise<readonly string[]> {
  const view = await clinic.call('plan:start', { patient });
  const calculation = await clinic.call('plan:calculate', { patient, session: null, typed });
  const protocol = view.choices[0]?.protocol;
  if (!protocol) throw new Error('no protocol');
  const entered = { dose: true, duration: true, amount: true, volume: true };
  const now = clinic.clock.now();
  const rules = failedRules({
    calculation,
    view,
    entry: { typed, entered, copied: {} },
    protocol,
    now,
    zone: ZONE,
  });
  return rules.filter(({ strength }) => strength === 'hard').map(({ text }) => plain(text));
}

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('an order for more than one preparation holds', () => {
  it('is signed with the reason for its dose, and says that it takes two syringes', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    const typed = { ...REFERENCE_PLAN, dose: '0.8' };
    expect(await refusedOrder(clinic, patient, typed)).toMatchObject({ kind: 'reasonsMissing' });
    expect(await closingRules(clinic, patient, typed)).toEqual([]);
    const session = await orderForAda(clinic, patient, typed, TOLERATED);
    clinic.clock.set(at('09:21:00'));
    const values = { dose: '0.8', pumpRate: '86.4', volumeToGive: '57.6' };
    await enter(clinic, session, null, 1, values);
    expect(await enter(clinic, session, 'osei', 2, values)).toEqual({ outcome: 'matched' });
    const { plan } = await clinic.call('session:load', { session });
    expect(plan?.sum).toMatchObject({
      containers: 2,
      containerUses: [{ volume: '50 mL' }, { volume: '7.6 mL' }],
    });
  });

  it('is signed once the preparation holds it, to the last drop', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    const full = { ...REFERENCE_PLAN, amount: '36' };
    await clinic.signIn('patel');
    expect(await closingRules(clinic, patient, full)).toEqual([]);
    const session = await orderForAda(clinic, patient, full);
    const { state } = await clinic.call('session:load', { session });
    expect(state).toBe('AUTHORISED');
  });

  it('stands when it comes of a weight measured after the signature', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    const session = await orderForAda(clinic, patient, { ...REFERENCE_PLAN, dose: '0.65' });
    await weigh(clinic, patient, '80', 'twice');
    const typed = { weight: '80', dose: '0.65', pumpRate: '78', volumeToGive: '52' };
    await enter(clinic, session, null, 1, typed);
    expect(await enter(clinic, session, 'osei', 2, typed)).toEqual({ outcome: 'matched' });
  });
});

describe('an order the pump cannot run', () => {
  it('is refused with the rate and the range of the pump, beside everything else that is wrong', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    const typed = { ...REFERENCE_PLAN, amount: '1' };
    const refusal = await refusedOrder(clinic, patient, typed);
    expect(refusal).toEqual({
      kind: 'rateOutsidePumpRange',
      rate: '2700 mL/h',
      minimum: '0.1 mL/h',
      maximum: '999.9 mL/h',
    });
    expect(await closingRules(clinic, patient, typed)).toEqual([
      '2,700 mL/h cannot be set: this pump runs from 0.1 to 999.9 mL/h. Change the concentration or the duration.',
      'This takes more than 20 containers. Prepare more drug in one, or change the dose or the duration.',
    ]);
  });

  it('is judged by the pump of the library, and so is a change of the rate', async () => {
    const clinic = await openClinic();
    await publishPump(clinic, '54 mL/h');
    const patient = await weighAda(clinic);
    const faster = { ...REFERENCE_PLAN, duration: '39' };
    expect(await refusedOrder(clinic, patient, faster)).toMatchObject({
      kind: 'rateOutsidePumpRange',
      rate: '55.4 mL/h',
      maximum: '54 mL/h',
    });
    const session = await startAda(clinic);
    clinic.clock.set(at('10:05:00'));
    const change = { session, reason: 'ordered' as const, note: null };
    const people = { reader: await clinic.second('osei'), prescriber: await clinic.second('patel') };
    expect(
      await clinic.refusal('infusion:changeRate', { ...change, ...people, rate: '60', readBack: '60' }),
    ).toMatchObject({ kind: 'valueRefused', field: 'rate', refusal: { kind: 'outsideRange' } });
  });
});

/** The demo library once more, with a pump that runs no faster than this. */
async function publishPump(clinic: TestClinic, rateMaximum: `${string} mL/h`): Promise<void> {
  const { pumps, protocols } = librarySchema.parse(demoLibrary);
  // Whoever is heavier would need a faster pump for the usual dose, and a library that says so is not published.
  const weight = { softMinimum: '30 kg', softMaximum: '72 kg' } as const;
  await publishLibrary(clinic, {
    pumps: pumps.map((pump) => ({ ...pump, rateMaximum })),
    protocols: protocols.map((protocol) => ({ ...protocol, weight })),
  });
}

describe('allergies', () => {
  it.each<[string, Allergies | null, string]>([
    ['that were never recorded', null, 'allergiesNotRecorded'],
    [
      'that name the drug',
      { status: 'known', items: [{ kind: 'drug', substance: 'Ketamine', reaction: null, year: null }] },
      'allergyMatches',
    ],
  ])('%s stop the order', async (_what, allergies, kind) => {
    const clinic = await openClinic();
    const patient = await admit(clinic, allergies);
    const refusal = await refusedOrder(clinic, patient, { ...REFERENCE_PLAN, chair: 5 });
    expect(refusal.kind).toBe(kind);
  });

  it.each<[string, Allergies]>([
    ['there are none', { status: 'none', items: [] }],
    ['they could not be obtained', { status: 'unobtainable', items: [] }],
    [
      'they are to something else',
      { status: 'known', items: [{ kind: 'drug', substance: 'latex', reaction: null, year: 2010 }] },
    ],
  ])('let an order be signed once it is recorded that %s', async (_what, allergies) => {
    const clinic = await openClinic();
    const patient = await admit(clinic, allergies);
    const session = await orderForAda(clinic, patient, { ...REFERENCE_PLAN, chair: 5 });
    expect((await clinic.call('session:load', { session })).state).toBe('AUTHORISED');
  });

  it('that were never recorded are said on the plan before anyone signs', async () => {
    const clinic = await openClinic();
    const patient = await admit(clinic, null);
    await clinic.signIn('patel');
    expect(await closingRules(clinic, patient, { ...REFERENCE_PLAN, chair: 5 })).toEqual([
      'Allergy status is not recorded. Record it before authorising: known allergies, no known allergies, or could not be obtained.',
    ]);
  });
});

/** A patient with everything an order asks for, but for what is said here of allergies. */
async function admit(clinic: TestClinic, allergies: Allergies | null): Promise<string> {
  await clinic.signIn('lim');
  const record = clinic.desk.record();
  if (!record) throw new Error('no record');
  const nurse = { id: await clinic.idOf('lim'), roles: ['nurse'] as const };
  const details = { familyName: 'Winter', givenName: 'Noa', title: null, born: '1980-02-02' } as const;
  const registered = registerPatient(record, nurse, {
    ...details,
    sex: 'female',
    recordNumber: 'T900-000-01',
    height: null,
  });
  if (!registered.ok) throw new Error(registered.failure.kind);
  const weight = { weight: '72 kg', method: 'measured', scale: 'scale 1', clothed: true } as const;
  const facts = [
    ...(allergies ? [{ type: 'AllergiesRecorded', version: 2, data: allergies } as const] : []),
    { type: 'AssessmentSigned', version: 2, data: askedEverything(record) } as const,
    {
      type: 'ConsentRecorded',
      version: 1,
      data: { form: 'v3', signedOn: '2025-11-01', validUntil: null },
    } as const,
    { type: 'WeightRecorded', version: 1, data: weight } as const,
  ];
  for (const fact of facts) {
    const recorded = recordPatientFact(record, registered.value, newEventId(), nurse, fact);
    if (!recorded.ok) throw new Error(recorded.failure.kind);
  }
  return registered.value;
}
