import { describe, expect, it } from 'vitest';
import type { Failure } from '../../src/contract/failures.ts';
import { errorText } from '../../src/renderer/errorText.ts';
import { mismatchText } from '../../src/renderer/errorTexts/orderTexts.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { NEWCOMER } from '../support/newcomer.ts';
import { publishProtocol } from '../support/publish.ts';
import {
  ADA_SAID,
  enter,
  matchAda,
  orderForAda,
  prepareForAda,
  REFERENCE_PLAN,
  RIGHT_VALUES,
  readyAda,
  vitals,
  weigh,
  weighAda,
} from '../support/referenceSession.ts';
import { at, ZONE } from '../support/times.ts';

/** The way to the start, transition by transition, each refused by the service in the words of UX 2.3. */

const DAY = 86_400_000;
/** As it is read: the spaces that keep a number and its unit together are spaces. */
const said = (failure: Failure): string => errorText(failure, ZONE).replaceAll(/[\u00a0\u202f]/g, ' ');
const plainly = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('\u2011', '-');

const VIAL = { product: 'ketamine-10-20', lot: 'K24B117', expiry: '2027-08', vials: 1 } as const;

/** Ada's order is signed, and R. Lim has made the first entry. */
async function enteredOnce(clinic: TestClinic): Promise<string> {
  const session = await orderForAda(clinic, await weighAda(clinic));
  clinic.clock.set(at('09:21:00'));
  await enter(clinic, session, null, 1);
  clinic.clock.set(at('09:26:00'));
  return session;
}

describe('a transition that is refused', () => {
  it('T1: a patient without an allergy status', async () => {
    const clinic = await openClinic();
    await clinic.signIn('lim');
    const request = { details: NEWCOMER, allergies: null, anyway: false };
    expect(said(await clinic.refusal('patients:register', request))).toBe(
      'Allergy status is not recorded. Choose Known allergies, No known allergies, or Could not be obtained.',
    );
  });

  it('T2: an order without a signed assessment', async () => {
    const clinic = await openClinic();
    await clinic.signIn('lim');
    const { banner } = await clinic.call('patients:register', {
      details: NEWCOMER,
      allergies: { status: 'none', items: [] },
      anyway: false,
    });
    await weigh(clinic, banner.id, '72');
    await clinic.signIn('patel');
    const typed = { ...REFERENCE_PLAN, chair: 5 };
    const { session, position } = await clinic.call('plan:save', {
      patient: banner.id,
      session: null,
      typed,
    });
    const order = { session: session ?? '', position, overrideReasons: [], passphrase: 'green-orchard' };
    expect(said(await clinic.refusal('plan:authorise', order))).toBe(
      'This plan has no signed assessment. A prescriber must complete it before authorising.',
    );
  });

  it('T3: a first entry on a weight of nine days ago', async () => {
    const clinic = await openClinic();
    const session = await orderForAda(clinic, await weighAda(clinic));
    clinic.clock.set(at('09:12:00') + 9 * DAY);
    await clinic.signIn('lim');
    const { ticket } = await clinic.call('entry:open', { session, by: null });
    const entry = { ticket, copy: 1, values: RIGHT_VALUES, corrections: 0 } as const;
    expect(said(await clinic.refusal('entry:submit', entry))).toBe(
      'The weight is 9 days old. The protocol allows 24 h for this drug. Weigh the patient.',
    );
  });

  it('T4: a second entry by the person of the first', async () => {
    const clinic = await openClinic();
    const session = await enteredOnce(clinic);
    expect(said(await clinic.refusal('entry:open', { session, by: null }))).toBe(
      'You made the first entry. Another clinician must make the second.',
    );
  });

  it('T5 and T6: entries that differ, by field names alone, and a hold after the second attempt', async () => {
    const clinic = await openClinic();
    const session = await enteredOnce(clinic);
    const slip = { weight: '72.1', pumpRate: '54.1' };
    expect(await enter(clinic, session, 'osei', 2, slip)).toEqual({ outcome: 'differed' });
    const { mismatch } = await clinic.call('session:load', { session });
    expect(mismatchText(mismatch?.against ?? 'order', mismatch?.fields ?? [])).toBe(
      'The two entries do not agree on: Weight, Pump rate. Neither entry is shown. Read the source again.',
    );
    await clinic.call('entry:secondAttempt', { session });
    await enter(clinic, session, null, 1);
    expect(await enter(clinic, session, 'osei', 2, slip)).toEqual({ outcome: 'held' });
    expect((await clinic.call('session:load', { session })).state).toBe('HELD');
    expect(said(await clinic.refusal('entry:open', { session, by: null }))).toBe(
      'Two attempts did not agree. This plan is on hold. A prescriber must review it.',
    );
  });

  it('T6b: the release of a hold by whoever made an entry', async () => {
    const clinic = await openClinic();
    const session = await orderForAda(clinic, await weighAda(clinic));
    // Dr L. Amari makes the second entry, and may then not judge it.
    await clinic.signIn('amari');
    await clinic.signIn('lim');
    clinic.clock.set(at('09:21:00'));
    const slip = { weight: '72.1', pumpRate: '54.1' };
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      await enter(clinic, session, null, 1);
      await enter(clinic, session, 'amari', 2, slip);
      if (attempt === 1) await clinic.call('entry:secondAttempt', { session });
    }
    await clinic.signIn('amari');
    expect(said(await clinic.refusal('hold:load', { session }))).toBe(
      'Only a prescriber who made neither entry can release the hold.',
    );
  });

  it('T7: an expired lot, and a witness who reads another volume', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    expect(
      said(await clinic.refusal('preparation:takeVial', { session, ...VIAL, lot: 'X', expiry: '2025-10' })),
    ).toBe('Lot X expired on 31-Oct-2025. Choose another vial.');
    await clinic.call('preparation:takeVial', { session, ...VIAL });
    await clinic.call('preparation:draw', { session, volume: '5' });
    await clinic.call('preparation:addDiluent', { session, finalVolume: '50' });
    const read = { volumeDrawn: '0.5', finalVolume: '50', witness: await clinic.second('osei') };
    expect(said(await clinic.refusal('preparation:witness', { session, ...read }))).toBe(
      'The witness entry for volume drawn does not agree. Neither value is shown.',
    );
  });

  it('T8: a pump that does not show the matched rate', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await prepareForAda(clinic, session);
    const reading = {
      session,
      pump: 'P-03',
      programmedBy: await clinic.idOf('lim'),
      reader: await clinic.second('osei'),
      volumeLimit: '36',
    };
    for (const rate of ['5.4', '540']) {
      const text = said(await clinic.refusal('pump:readBack', { ...reading, rate }));
      expect(text).toBe(
        'The pump read-back does not agree with the matched plan for: rate. Check the pump. The expected value is not shown.',
      );
      expect(text).not.toContain('54');
    }
  });

  it('T9: a preparation past its use-by', async () => {
    const clinic = await openClinic();
    await publishProtocol(clinic, { useByHours: 1 });
    const session = await matchAda(clinic);
    await prepareForAda(clinic, session);
    await readyAda(clinic, session);
    clinic.clock.set(at('10:40:00'));
    await clinic.call('observation:record', {
      session,
      vitals: vitals(128, 76, 78, 98),
      effects: [],
      ended: [],
    });
    const { preparation } = await clinic.call('session:load', { session });
    const label = preparation?.witnessed?.label ?? '';
    expect(plainly(said(await clinic.refusal('infusion:start', { session, ...ADA_SAID })))).toBe(
      `Preparation ${label} expired at 10:38. Make a new preparation.`,
    );
  });

  it('T20: a cancellation while drug is drawn up', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await prepareForAda(clinic, session);
    expect(said(await clinic.refusal('session:cancel', { session, reason: 'went home' }))).toMatch(
      /^50 mg is drawn up\. Record its waste with a witness before cancelling\./,
    );
  });

  it('T21a: whatever follows another weight after the double check', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await weigh(clinic, await clinic.patient('okafor ada'), '73');
    expect(said(await clinic.refusal('preparation:takeVial', { session, ...VIAL }))).toBe(
      'The weight changed after the double check. The check is void. Enter both again.',
    );
    expect((await clinic.call('session:load', { session })).state).toBe('AUTHORISED');
  });

  it('T21b: another order by a nurse', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    expect(said(await clinic.refusal('plan:reopen', { session }))).toBe(
      'Only a prescriber can change the order. The authorisation and the double check are void.',
    );
    await clinic.signIn('patel');
    expect((await clinic.call('plan:reopen', { session })).state).toBe('PLANNED');
  });
});
