import { describe, expect, it } from 'vitest';
import type { LotQuestion } from '../../src/main/projections/lotTable.ts';
import { errorText } from '../../src/renderer/errorText.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { enter, matchAda, orderForAda, weighAda } from '../support/referenceSession.ts';
import { at, ZONE } from '../support/times.ts';

const DAY = 24 * 3_600_000;
const PRODUCT = 'ketamine-10-20';
/** What the story of the training clinic has used lately. */
const STORY = { lot: 'K24B117', expiry: '2027-08' };

async function take(clinic: TestClinic, session: string, lot: string, expiry: string, product = PRODUCT) {
  const vial = { product, lot, expiry, vials: 1 };
  await clinic.call('preparation:takeVial', { session, ...vial });
}

/** Ada’s session is given up and planned anew, as often as there are vials to take. */
async function havingTaken(
  vials: readonly (readonly [string, string])[],
): Promise<readonly [TestClinic, string]> {
  const clinic = await openClinic();
  let session = await matchAda(clinic);
  const patient = await clinic.patient('okafor ada');
  for (const [lot, expiry] of vials) {
    await take(clinic, session, lot, expiry);
    const wasted = { vial: '200', syringe: '0', line: '0' };
    const witness = await clinic.second('osei');
    await clinic.call('waste:record', { session, typed: wasted, witness, witnessTyped: wasted });
    await clinic.call('session:cancel', { session, reason: 'not today' });
    session = await orderForAda(clinic, patient);
    await enter(clinic, session, null, 1);
    await enter(clinic, session, 'osei', 2);
  }
  return [clinic, session];
}

describe('the lots that are offered where a vial is taken', () => {
  it('are those taken here lately and good today, soonest expiry first, each once', async () => {
    const [clinic, session] = await havingTaken([
      ['Z9', '2025-11'],
      ['A1', '2026-03'],
      ['Z9', '2025-11'],
    ]);
    expect(await clinic.call('preparation:lots', { session })).toEqual({
      lots: [{ lot: 'Z9', expiry: '2025-11' }, { lot: 'A1', expiry: '2026-03' }, STORY],
    });
  });

  it('leave out a lot whose month is over, one that nobody took for 90 days, and one with two expiries', async () => {
    const [clinic, session] = await havingTaken([
      ['Z9', '2025-11'],
      ['A1', '2026-03'],
      ['A1', '2026-08'],
    ]);
    const lots = async () => (await clinic.call('preparation:lots', { session })).lots.map(({ lot }) => lot);
    expect(await lots()).toEqual(['Z9', 'K24B117']);
    expect(clinic.desk.record()?.tables.lotsInUse(asked({ goodIn: '2025-12' }))).toEqual([STORY]);
    expect(clinic.desk.record()?.tables.lotsInUse(asked({ takenSince: at('09:00:00') }))).toEqual([
      { lot: 'Z9', expiry: '2025-11' },
    ]);
  });

  it('are of the ordered product alone, and none while the entries are blind', async () => {
    const clinic = await openClinic();
    const session = await orderForAda(clinic, await weighAda(clinic));
    const refusal = await clinic.refusal('preparation:lots', { session });
    expect(refusal).toEqual({ kind: 'notInThisState', state: 'AUTHORISED' });
    await enter(clinic, session, null, 1);
    expect(await clinic.refusal('preparation:lots', { session })).toMatchObject({ kind: 'notInThisState' });
    await enter(clinic, session, 'osei', 2);
    expect((await clinic.call('preparation:lots', { session })).lots).toEqual([STORY]);
    const other = asked({ product: 'ketamine-50-10' });
    expect(clinic.desk.record()?.tables.lotsInUse(other)).toEqual([]);
  });

  it('are nobody’s who may not prepare, and of no session that is not there', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    expect(await clinic.refusal('preparation:lots', { session: 'nobody' })).toEqual({
      kind: 'notFound',
      what: 'session',
    });
    await clinic.signIn('reyes');
    const refusal = await clinic.refusal('preparation:lots', { session });
    expect(errorText(refusal, ZONE)).toMatch(/nurse/);
  });
});

function asked(part: Partial<LotQuestion>): LotQuestion {
  return { product: PRODUCT, goodIn: '2025-11', takenSince: at('09:00:00') - 90 * DAY, limit: 8, ...part };
}
