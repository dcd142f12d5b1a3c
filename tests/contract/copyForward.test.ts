import { describe, expect, it } from 'vitest';
import {
  firstPlanEntry,
  hollowOf,
  type PlanEntry,
  planEntryAfter,
} from '../../src/renderer/screens/plan/planEntry.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { spray, startSprays } from '../support/countedOrder.ts';
import { publishProtocol } from '../support/publish.ts';
import { completeAda } from '../support/referenceSession.ts';
import { at } from '../support/times.ts';

const NUMBERS = ['dose', 'duration', 'amount', 'volume'] as const;

/** The next plan for Ada, after the reference session: as the service offers it, and as its fields open. */
async function nextPlan() {
  const clinic = await openClinic();
  const patient = await completeAda(clinic);
  await clinic.signIn('patel');
  const view = await clinic.call('plan:start', { patient });
  const opened = firstPlanEntry(view, 2);
  const entry = planEntryAfter(opened, {
    kind: 'chosen',
    choice: { mixing: 'madeUpTo', product: 'ketamine-10-20' },
  });
  return { clinic, patient, view, entry };
}

/** Saved as it stands in the fields, and the answer to the signature on it. */
async function signed(clinic: TestClinic, patient: string, { typed }: PlanEntry) {
  const saved = await clinic.call('plan:save', { patient, session: null, typed });
  const order = { session: saved.session ?? '', position: saved.position, overrideReasons: [] };
  return { saved, sign: { ...order, passphrase: 'green-orchard' } };
}

function entered(entry: PlanEntry, fields: readonly (typeof NUMBERS)[number][]): PlanEntry {
  return fields.reduce((now, field) => planEntryAfter(now, { kind: 'entered', field }), entry);
}

describe('a plan that begins with the numbers of the last session', () => {
  it('offers them hollow under the same protocol: nothing is typed, no vial and no mixing is chosen', async () => {
    const { view } = await nextPlan();
    const entry = firstPlanEntry(view, 2);
    expect(entry.copied).toEqual({ dose: '0.5', duration: '40', amount: '50', volume: '50' });
    expect(entry.typed).toMatchObject({
      protocol: 'ketamine-mood-40',
      dose: '',
      duration: '',
      amount: '',
      volume: '',
      mixing: null,
      product: null,
    });
  });

  it('works nothing out of a hollow number', async () => {
    const { clinic, patient, entry } = await nextPlan();
    const typed = entered(entry, ['dose', 'amount', 'volume']).typed;
    const { sum, refusal } = await clinic.call('plan:calculate', { patient, session: null, typed });
    expect([sum, refusal]).toEqual([null, { kind: 'incomplete' }]);
  });

  it('cannot be authorised while one is hollow, whatever the window would let through', async () => {
    const { clinic, patient, entry } = await nextPlan();
    const { saved, sign } = await signed(clinic, patient, entered(entry, ['dose', 'amount']));
    expect(await clinic.refusal('plan:authorise', sign)).toEqual({
      kind: 'planIncomplete',
      missing: ['duration', 'volume'],
    });
    // A saved plan offers again what it lacks, hollow as before.
    expect(hollowOf(firstPlanEntry(saved, 2))).toEqual(['duration', 'volume']);
  });

  it('is a plan like any other once each was entered or typed over', async () => {
    const { clinic, patient, entry } = await nextPlan();
    const touched = planEntryAfter(entry, { kind: 'typed', field: 'dose', text: '0.4' });
    expect(hollowOf(touched)).toEqual(['duration', 'amount', 'volume']);
    const whole = entered(touched, NUMBERS);
    expect(whole.typed).toMatchObject({ dose: '0.4', duration: '40', amount: '50', volume: '50' });
    const { sign } = await signed(clinic, patient, whole);
    expect((await clinic.call('plan:authorise', sign)).state).toBe('AUTHORISED');
  });

  it('offers nothing for another protocol, and nothing of one that is no longer in the library', async () => {
    const { clinic, patient, view, entry } = await nextPlan();
    const other = planEntryAfter(entry, { kind: 'chosen', choice: { protocol: 'ketamine-pain-hours' } });
    expect(hollowOf(other)).toEqual([]);
    expect(view.lastSession?.order?.protocol).toBe('ketamine-mood-40');
    await publishProtocol(clinic, { id: 'ketamine-mood-renamed', name: 'ketamine mood' });
    await clinic.signIn('patel');
    const later = await clinic.call('plan:start', { patient });
    expect(later.lastSession?.order).toBeNull();
    expect(later.lastSession?.given).toBe('36 mg');
  });
});

describe('a plan of counted doses that begins with those of the last session', () => {
  it('offers their number and gap hollow, under the same protocol alone, and the vial never', async () => {
    const clinic = await openClinic();
    const session = await startSprays(clinic);
    for (const [number, time] of [
      [2, '10:05:00'],
      [3, '10:10:00'],
    ] as const) {
      clinic.clock.set(at(time));
      await clinic.call('doses:give', spray(session, number));
    }
    clinic.clock.set(at('10:50:00'));
    await clinic.signIn('patel');
    await clinic.call('recovery:discharge', { session, prescriber: null, reason: 'home with her partner' });
    const patient = await clinic.patient('okafor ada');
    const view = await clinic.call('plan:start', { patient });
    expect(view.lastSession).toMatchObject({
      given: '30 mg',
      order: null,
      counted: { protocol: 'ketamine-intranasal', doses: 3, gap: '5 min' },
    });
    const opened = firstPlanEntry(view, 2);
    expect(opened.copied).toEqual({ doses: '3', gap: '5' });
    expect(opened.typed).toMatchObject({
      protocol: 'ketamine-intranasal',
      doses: '',
      gap: '',
      product: null,
    });
    const untouched = { ...opened.typed, product: 'ketamine-50-10' };
    const { sign } = await signed(clinic, patient, { ...opened, typed: untouched });
    expect(await clinic.refusal('plan:authorise', sign)).toEqual({
      kind: 'planIncomplete',
      missing: ['doses', 'gap'],
    });
    const other = planEntryAfter(opened, { kind: 'chosen', choice: { protocol: 'ketamine-mood-40' } });
    expect(hollowOf(other)).toEqual([]);
    const both = (['doses', 'gap'] as const).reduce<PlanEntry>(
      (now, field) => planEntryAfter(now, { kind: 'entered', field }),
      { ...opened, typed: untouched },
    );
    expect(both.typed).toMatchObject({ doses: '3', gap: '5' });
    expect(hollowOf(both)).toEqual([]);
  });
});

it('says what the last session was like: dose, highest pressure, effects the worst first, what was done for them', async () => {
  const { view } = await nextPlan();
  expect(view.lastSession).toMatchObject({
    given: '36 mg',
    givenPerKg: '0.5 mg/kg',
    peakPressure: '152/94',
    effects: 'distress moderate, nausea mild',
  });
  const measures = view.lastSession?.measures.map((text) => text.replaceAll('\u00a0', ' '));
  expect(measures).toEqual(['rate 54 → 40.5 mL/h for nausea', 'paused 5 min for distress']);
});
