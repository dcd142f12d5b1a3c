import { describe, expect, it } from 'vitest';
import type { Request } from '../../src/contract/channels.ts';
import type { LimitsReport } from '../../src/contract/views/limits.ts';
import { dumpProjections, rebuildProjections } from '../../src/main/projections/tables.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { DEMO_LIBRARY, publishProtocol } from '../support/publish.ts';
import { enter, orderForAda, REFERENCE_PLAN, weigh, weighAda } from '../support/referenceSession.ts';
import { at } from '../support/times.ts';

type Reasons = Request<'plan:authorise'>['overrideReasons'];

const LOW: Reasons = [
  { limit: 'soft below dose', reason: 'tolerance shown in last session' },
  { limit: 'soft below rate', reason: 'ordered by prescriber' },
];

/** Another patient's order of 0.15 mg/kg on chair 5, below the soft limits of dose and rate; signed with a reason each. */
async function lowOrder(clinic: TestClinic, name: string, overrideReasons: Reasons = LOW): Promise<string> {
  await clinic.signIn('lim');
  const patient = await clinic.patient(name);
  const { weighings } = await clinic.call('patient:load', { patient });
  const weight = weighings[0]?.weight.replace(' kg', '') ?? '';
  await weigh(clinic, patient, weight);
  await clinic.signIn('patel');
  const typed = { ...REFERENCE_PLAN, chair: 5, dose: '0.15' };
  const { session, position } = await clinic.call('plan:save', { patient, session: null, typed });
  const order = { session: session ?? '', position, overrideReasons, passphrase: 'green-orchard' };
  await clinic.call('plan:authorise', order);
  return order.session;
}

/** What the pharmacist sees. */
async function report(clinic: TestClinic): Promise<LimitsReport> {
  await clinic.signIn('novak');
  return clinic.call('limits:report', {});
}

const onlyProtocol = async (clinic: TestClinic) => (await report(clinic)).protocols[0];

describe('the report of limits passed', () => {
  it('counts the orders signed under a protocol and names who passed which limit, when and why', async () => {
    const clinic = await openClinic();
    const before = (await onlyProtocol(clinic))?.signed ?? 0;
    expect(before).toBeGreaterThan(0);
    expect((await onlyProtocol(clinic))?.limits).toEqual([]);
    const plain = await orderForAda(clinic, await weighAda(clinic));
    await clinic.call('session:cancel', { session: plain, reason: 'patient went home' });
    clinic.clock.set(at('09:40:00'));
    const low = await lowOrder(clinic, 'baker');
    await clinic.call('session:cancel', { session: low, reason: 'patient went home' });
    const protocol = await onlyProtocol(clinic);
    expect(protocol).toMatchObject({ id: 'ketamine-mood-40', signed: before + 2 });
    expect(protocol?.limits).toMatchObject([
      {
        value: 'dose',
        side: 'below',
        limit: '0.25 mg/kg',
        signed: before + 2,
        passed: 1,
        rate: '12.5 %',
        reasons: [
          {
            signedAt: at('09:40:00'),
            by: { name: 'Dr S. Patel' },
            reason: 'tolerance shown in last session',
          },
        ],
      },
      { value: 'rate', side: 'below', passed: 1, reasons: [{ reason: 'ordered by prescriber' }] },
    ]);
    expect(before + 2).toBe(8);
  });

  it('leaves out an order while its entries are blind, and has it as soon as they are not', async () => {
    const clinic = await openClinic();
    const before = await report(clinic);
    const session = await lowOrder(clinic, 'baker');
    expect(await report(clinic)).toEqual(before);
    await clinic.signIn('patel');
    await clinic.call('session:cancel', { session, reason: 'patient went home' });
    expect((await onlyProtocol(clinic))?.limits.map(({ passed }) => passed)).toEqual([1, 1]);
  });

  it('has the newest reason first and no more than 20 of them, of however many', async () => {
    const clinic = await openClinic();
    for (let order = 1; order <= 22; order += 1) {
      clinic.clock.advance(60_000);
      const said = LOW.map(({ limit }) => ({ limit, reason: `reason ${order}` }));
      const session = await lowOrder(clinic, 'baker', said);
      await clinic.call('session:cancel', { session, reason: 'patient went home' });
    }
    const dose = (await onlyProtocol(clinic))?.limits.find(({ value }) => value === 'dose');
    expect(dose?.passed).toBe(22);
    expect(dose?.reasons).toHaveLength(20);
    expect(dose?.reasons.slice(0, 2).map(({ reason }) => reason)).toEqual(['reason 22', 'reason 21']);
  });

  it('begins anew for a limit that the library changed, and keeps the others', async () => {
    const clinic = await openClinic();
    const session = await lowOrder(clinic, 'baker');
    await clinic.call('session:cancel', { session, reason: 'patient went home' });
    const before = await onlyProtocol(clinic);
    await publishProtocol(clinic, {
      dose: {
        usual: '0.5 mg/kg',
        softMinimum: '0.2 mg/kg',
        softMaximum: '0.75 mg/kg',
        hardMinimum: '0.1 mg/kg',
        hardMaximum: '1 mg/kg',
      },
    });
    const after = await onlyProtocol(clinic);
    expect(after?.signed).toBe(before?.signed);
    expect(after?.limits).toEqual(before?.limits.filter(({ value }) => value === 'rate'));
  });

  it('is refused to everyone but a pharmacist and a medical director', async () => {
    const clinic = await openClinic();
    for (const person of ['lim', 'patel', 'bell', 'reyes', 'quist'] as const) {
      await clinic.signIn(person);
      expect(await clinic.refusal('limits:report', {})).toEqual({
        kind: 'roleNeeded',
        roles: ['pharmacist', 'director'],
      });
    }
    await clinic.signIn('amari');
    expect((await clinic.call('limits:report', {})).protocols).toHaveLength(DEMO_LIBRARY.protocols.length);
  });

  it('says the same from read tables that were made anew from the log', async () => {
    const clinic = await openClinic();
    const session = await lowOrder(clinic, 'baker');
    await enter(clinic, await orderForAda(clinic, await weighAda(clinic)), null, 1);
    await clinic.signIn('patel');
    await clinic.call('session:cancel', { session, reason: 'patient went home' });
    const live = await report(clinic);
    const database = clinic.desk.record()?.log.database;
    if (!database) throw new Error('no record');
    const tables = dumpProjections(database);
    expect(tables['limit_passed']).toHaveLength(2);
    rebuildProjections(database);
    expect(dumpProjections(database)).toEqual(tables);
    expect(await report(clinic)).toEqual(live);
  });
});
