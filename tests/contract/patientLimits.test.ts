import { describe, expect, it } from 'vitest';
import type { Request } from '../../src/contract/channels.ts';
import type { DoseOverTimeProtocol } from '../../src/core/library/library.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { publishProtocol } from '../support/publish.ts';
import {
  completeAda,
  enter,
  orderForAda,
  REFERENCE_PLAN,
  startAda,
  weigh,
  weighAda,
} from '../support/referenceSession.ts';
import { at } from '../support/times.ts';

type Typed = Request<'plan:save'>['typed'];

/** What the plan screen says of limits, and what the prescriber is told who signs all the same. */
async function judged(clinic: TestClinic, patient: string, typed: Typed = REFERENCE_PLAN) {
  await clinic.signIn('patel');
  const { breaches } = await clinic.call('plan:calculate', { patient, session: null, typed });
  const { session, position } = await clinic.call('plan:save', { patient, session: null, typed });
  const request = { session: session ?? '', position, overrideReasons: [], passphrase: 'green-orchard' };
  const refusal = breaches.length > 0 ? await clinic.refusal('plan:authorise', request) : null;
  return {
    breaches: breaches.map(
      ({ strength, side, value, actual, limit }) => `${strength} ${side} ${value}: ${actual}, ${limit}`,
    ),
    refusal: refusal?.kind ?? null,
  };
}

describe('the limits on who may have a protocol', () => {
  // Ada Okafor was born on 9 March 1984 and is 41 on 14 November 2025.
  it.each<[string, Partial<DoseOverTimeProtocol>, readonly string[]]>([
    ['an age within the band', { age: { hardMinimum: '41 years', hardMaximum: '42 years' } }, []],
    ['one year too young', { age: { hardMinimum: '42 years' } }, ['hard below age: 41 years, 42 years']],
    [
      'one year too old',
      { age: { hardMinimum: '18 years', hardMaximum: '40 years' } },
      ['hard above age: 41 years, 40 years'],
    ],
    ['one day too young', { age: { hardMinimum: '15226 days' } }, ['hard below age: 15225 days, 15226 days']],
    ['a weight at the end of the band', { weight: { softMinimum: '30 kg', hardMaximum: '72 kg' } }, []],
    [
      'a weight one gram beyond it',
      { weight: { softMinimum: '30 kg', hardMaximum: '71.999 kg' } },
      ['hard above weight: 72 kg, 71.999 kg'],
    ],
  ])('%s', async (_what, change, expected) => {
    const clinic = await openClinic();
    await publishProtocol(clinic, change);
    const found = await judged(clinic, await weighAda(clinic));
    expect(found).toEqual({ breaches: expected, refusal: expected.length > 0 ? 'hardLimits' : null });
  });
});

describe('a limit on the concentration', () => {
  it('stops one that is made up too weak, and one that is too strong, and allows both ends', async () => {
    const clinic = await openClinic();
    const concentration = { usual: '1 mg/mL', hardMinimum: '0.5 mg/mL', hardMaximum: '2 mg/mL' } as const;
    await publishProtocol(clinic, { concentration });
    const patient = await weighAda(clinic);
    const mixed = async (amount: string) =>
      (await judged(clinic, patient, { ...REFERENCE_PLAN, amount })).breaches;
    expect(await mixed('25')).toEqual([]);
    expect(await mixed('24.9')).toEqual([]);
    expect(await mixed('24')).toEqual(['hard below concentration: 0.48 mg/mL, 0.5 mg/mL']);
    expect(await mixed('5')).toEqual(['hard below concentration: 0.1 mg/mL, 0.5 mg/mL']);
    expect(await mixed('100')).toEqual([]);
    expect(await mixed('500')).toEqual(['hard above concentration: 10 mg/mL, 2 mg/mL']);
  });
});

describe('the limits over sessions', () => {
  it('count what the pump gave today, and not what it gave yesterday', async () => {
    const clinic = await openClinic();
    const patient = await completeAda(clinic);
    await publishProtocol(clinic, { perDay: { hardMaximum: '60 mg' } });
    const second = { ...REFERENCE_PLAN, chair: 5 };
    expect(await judged(clinic, patient, second)).toEqual({
      breaches: ['hard above perDay: 72 mg, 60 mg'],
      refusal: 'hardLimits',
    });
    clinic.clock.set(at('10:54:20') + 24 * 3_600_000);
    expect((await judged(clinic, patient, second)).breaches).toEqual([]);
  });

  it('count all that was ordered while the pump still runs', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    const { patient } = await clinic.call('session:load', { session });
    await publishProtocol(clinic, {
      perDay: { softMaximum: '71 mg' },
      perCourse: { softMaximum: '71.9 mg' },
    });
    clinic.clock.set(at('10:05:00'));
    const { breaches } = await judged(clinic, patient.id, { ...REFERENCE_PLAN, chair: 5 });
    expect(breaches).toEqual(['soft above perCourse: 108.2 mg, 71.9 mg', 'soft above perDay: 72 mg, 71 mg']);
  });

  it('hold a dose against the last one this patient was ordered', async () => {
    const clinic = await openClinic();
    const patient = await completeAda(clinic);
    await publishProtocol(clinic, { againstLast: { softMaximum: '120 %', hardMaximum: '150 %' } });
    const dose = async (typed: string) =>
      (await judged(clinic, patient, { ...REFERENCE_PLAN, chair: 5, dose: typed })).breaches;
    expect(await dose('0.6')).toEqual([]);
    expect(await dose('0.61')).toEqual(['soft above againstLast: 122 %, 120 %']);
    expect(await dose('0.75')).toEqual(['soft above againstLast: 150 %, 120 %']);
  });

  it('are judged again on what both people entered', async () => {
    const clinic = await openClinic();
    await publishProtocol(clinic, { total: { hardMaximum: '45.5 mg' } });
    const patient = await weighAda(clinic);
    const session = await orderForAda(clinic, patient, { ...REFERENCE_PLAN, dose: '0.6' });
    await weigh(clinic, patient, '76', 'twice');
    const typed = { weight: '76', dose: '0.6', pumpRate: '68.4', volumeToGive: '45.6' };
    await enter(clinic, session, null, 1, typed);
    expect(await enter(clinic, session, 'osei', 2, typed)).toEqual({ outcome: 'voided' });
    const { voidedFor } = await clinic.call('session:load', { session });
    expect(voidedFor).toMatchObject([{ value: 'total', strength: 'hard', actual: '45.6 mg' }]);
  });
});
