import { describe, expect, it } from 'vitest';
import { openClinic } from '../support/clinic.ts';
import {
  fillSpray,
  matchSprays,
  NOSTRIL,
  readySprays,
  SPRAY_VALUES,
  SPRAYS,
  spray,
  startSprays,
} from '../support/countedOrder.ts';
import { enterRate } from '../support/rateOrders.ts';
import { ADA_SAID, orderForAda, vitals, weighAda } from '../support/referenceSession.ts';
import { at } from '../support/times.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('counted sprays', () => {
  it('go from the plan through both entries to the last spray and the balance', async () => {
    const clinic = await openClinic();
    const session = await matchSprays(clinic);
    const matched = await clinic.call('session:load', { session });
    expect(matched).toMatchObject({ state: 'MATCHED', plan: null, infusion: null });
    expect(matched.check?.fields).toHaveLength(7);
    expect(matched.counted).toMatchObject({
      order: { doses: 3, gap: '5 min' },
      of: 'spray',
      perDose: '10 mg',
      sum: {
        dose: '30 mg',
        volumePerDose: '0.2 mL',
        drawUp: '0.7 mL',
        leftBehind: '5 mg',
        lasts: '10 min',
      },
    });
    expect(matched.counted?.working.map((line) => plain(`${line.calculation} = ${line.result}`))).toEqual([
      '10 mg × 3 sprays = 30 mg',
      '30 mg ÷ 72 kg = 0.4167 mg/kg',
      '10 mg ÷ 50 mg per mL = 0.2 mL',
      '3 sprays × 0.2 mL + 0.1 mL that stays behind = 0.7 mL',
      '0.7 mL × 50 mg per mL − 5 mg that stays behind = 30 mg, agrees',
      '2 × 5 min = last one after 10 min',
    ]);
    const filled = await fillSpray(clinic, session);
    expect(filled.preparation?.witnessed).toMatchObject({ concentration: '50 mg/mL', finalVolume: '0.7 mL' });
    expect((await readySprays(clinic, session)).state).toBe('READY');
    clinic.clock.set(at('10:00:00'));
    const first = await clinic.call('doses:start', { session, ...ADA_SAID, site: NOSTRIL.left });
    expect(first.state).toBe('RUNNING');
    expect(first.counted).toMatchObject({
      given: '10 mg',
      doses: [{ number: 1, amount: '10 mg', site: NOSTRIL.left }],
      next: { number: 2, earliestAt: at('10:05:00') },
    });
    clinic.clock.set(at('10:05:00'));
    await clinic.call('doses:give', spray(session, 2));
    clinic.clock.set(at('10:11:00'));
    const last = await clinic.call('doses:give', spray(session, 3));
    expect(last).toMatchObject({ state: 'RECOVERY', recovery: { how: 'completed' } });
    expect(last.counted).toMatchObject({ given: '30 mg', givenPercent: 100, next: null });
    expect(last.reconciliation).toMatchObject({
      opened: '500 mg',
      drawn: '35 mg',
      given: '30 mg',
      left: { vial: '465 mg', syringe: '5 mg', line: '0 mg' },
    });
    expect(last.timeline.map(({ text }) => plain(text))).toContain(
      'Spray 2 of 3, right nostril, 10 mg, 20 mg in all',
    );
    const paper = await clinic.call('document:load', { kind: 'sessionSummary', session });
    expect(paper.kind === 'sessionSummary' && paper.delivered).toMatchObject({
      dose: '30 mg',
      percent: '100 %',
    });
  });

  it('are asked about before a spray comes too early: a prescriber lets it pass, with a reason', async () => {
    const clinic = await openClinic();
    const session = await startSprays(clinic);
    clinic.clock.set(at('10:03:20'));
    const early = spray(session, 2);
    expect(await clinic.refusal('doses:give', early)).toEqual({
      kind: 'doseTooEarly',
      number: 2,
      waitMilliseconds: 100_000,
      of: 'spray',
    });
    const nurse = { ...early, prescriber: await clinic.second('osei'), reason: 'comfortable' };
    expect(await clinic.refusal('doses:give', nurse)).toMatchObject({ kind: 'roleNeeded' });
    await clinic.signIn('patel');
    await clinic.signIn('lim');
    const prescriber = await clinic.second('patel');
    expect(await clinic.refusal('doses:give', { ...early, prescriber })).toEqual({
      kind: 'textMissing',
      field: 'reason',
    });
    const given = await clinic.call('doses:give', { ...early, prescriber, reason: 'pain returns' });
    expect(given.counted?.doses[1]?.early).toMatchObject({ reason: 'pain returns' });
    // The gap counts from the early one.
    expect(given.counted?.next?.earliestAt).toBe(at('10:08:20'));
  });

  it('are recorded once however often the key is pressed, and never by another way of giving', async () => {
    const clinic = await openClinic();
    const session = await startSprays(clinic);
    clinic.clock.set(at('10:05:00'));
    await clinic.call('doses:give', spray(session, 2));
    expect(await clinic.refusal('doses:give', spray(session, 2))).toEqual({
      kind: 'otherDoseNext',
      number: 3,
    });
    const muscle = { ...spray(session, 3), site: { kind: 'muscle', muscle: 'thigh', side: 'left' } as const };
    expect(await clinic.refusal('doses:give', muscle)).toEqual({ kind: 'otherWayOfGiving' });
    const rate = { session, rate: '40', readBack: '40', reason: 'comfort', note: null } as const;
    const people = { reader: null, prescriber: null };
    expect(await clinic.refusal('infusion:changeRate', { ...rate, ...people })).toEqual({
      kind: 'otherWayOfGiving',
    });
    expect(await clinic.refusal('label:load', { session, label: 'KT-0001' })).toEqual({
      kind: 'labelVoid',
      label: 'KT-0001',
    });
    const vial = { product: 'ketamine-50-10', lot: 'K24B117', expiry: '2027-08', vials: 1 };
    expect(await clinic.refusal('preparation:takeVial', { session, ...vial })).toMatchObject({
      kind: 'notInThisState',
    });
    const stopped = { stoppedAt: at('10:05:00'), restartedAt: at('10:05:00') };
    const left = { volumeLeft: '0.3', leftReason: null, readBack: '54' };
    const checker = await clinic.second('osei');
    const change = { session, label: 'B412', ...stopped, ...left, checker };
    expect(await clinic.refusal('container:change', change)).toEqual({ kind: 'otherWayOfGiving' });
    expect(await clinic.refusal('container:discardNext', { session, reason: 'spilt' })).toEqual({
      kind: 'otherWayOfGiving',
    });
  });

  it('go by the time that is said, but not before the spray before', async () => {
    const clinic = await openClinic();
    const session = await startSprays(clinic);
    clinic.clock.set(at('10:08:00'));
    const before = { ...spray(session, 2), at: at('09:59:00') };
    expect(await clinic.refusal('doses:give', before)).toEqual({ kind: 'timeNotAllowed' });
    const view = await clinic.call('doses:give', { ...spray(session, 2), at: at('10:05:30') });
    expect(view.counted?.next).toEqual({ number: 3, earliestAt: at('10:10:30') });
  });

  it('are not given while paused, and go on as a pump does', async () => {
    const clinic = await openClinic();
    const session = await startSprays(clinic);
    clinic.clock.set(at('10:02:00'));
    await clinic.call('infusion:pause', { session, at: at('10:02:00'), reason: 'nausea' });
    clinic.clock.set(at('10:05:00'));
    expect(await clinic.refusal('doses:give', spray(session, 2))).toMatchObject({ kind: 'notInThisState' });
    expect(await clinic.refusal('doses:resume', { session, prescriber: null })).toEqual({
      kind: 'vitalsSincePauseMissing',
    });
    const seen = { vitals: vitals(130, 80, 80, 97), effects: [], ended: [] };
    await clinic.call('observation:record', { session, ...seen });
    expect(
      await clinic.refusal('infusion:resume', { session, readBack: '0', prescriber: null }),
    ).toMatchObject({
      kind: 'valueRefused',
    });
    expect((await clinic.call('doses:resume', { session, prescriber: null })).state).toBe('RUNNING');
  });

  it('end at a stop with what was given, and observation begins', async () => {
    const clinic = await openClinic();
    const session = await startSprays(clinic);
    clinic.clock.set(at('10:02:00'));
    const stopped = await clinic.call('infusion:stop', { session, at: at('10:02:00'), reason: 'distress' });
    expect(stopped).toMatchObject({
      state: 'RECOVERY',
      counted: { given: '10 mg', next: null },
      reconciliation: { left: { syringe: '25 mg' } },
    });
    expect(await clinic.refusal('doses:give', spray(session, 2))).toMatchObject({ kind: 'notInThisState' });
  });
});

describe('an order of counted sprays', () => {
  it('says of every value what stops it, and nothing of a pump', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    await clinic.signIn('patel');
    const judged = (typed: Partial<typeof SPRAYS>) =>
      clinic.call('plan:calculate', { patient, session: null, typed: { ...SPRAYS, ...typed } });
    expect(await judged({})).toMatchObject({
      refusal: null,
      breaches: [],
      impossible: [],
      sum: null,
      counted: { sum: { dose: '30 mg' } },
    });
    expect((await judged({ doses: '6', gap: '4' })).impossible).toEqual([
      { kind: 'dosesOutsideProtocol', doses: 6, lowest: 2, highest: 5, of: 'spray' },
      { kind: 'gapTooShort', gapMinutes: 4, leastMinutes: 5 },
    ]);
    expect((await judged({ doses: '9' })).breaches[0]).toMatchObject({
      value: 'total',
      strength: 'hard',
      actual: '90 mg',
      limit: '80 mg',
    });
    expect((await judged({ product: 'ketamine-10-20' })).refusal).toEqual({
      kind: 'doseTooLarge',
      volume: '1 mL',
      most: '0.3 mL',
    });
    expect((await judged({ doses: '' })).refusal).toEqual({ kind: 'incomplete' });
  });

  it('is refused beyond the protocol, whatever the window showed', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    await clinic.signIn('patel');
    const refusalOf = async (typed: Partial<typeof SPRAYS>) => {
      const screen = await clinic.call('plan:save', {
        patient,
        session: null,
        typed: { ...SPRAYS, ...typed },
      });
      const { session, position } = screen;
      const passphrase = 'green-orchard';
      return clinic.refusal('plan:authorise', {
        session: session ?? '',
        position,
        overrideReasons: [],
        passphrase,
      });
    };
    expect(await refusalOf({ doses: '6' })).toMatchObject({ kind: 'dosesOutsideProtocol' });
    expect(await refusalOf({ gap: '2' })).toMatchObject({ kind: 'gapTooShort' });
    expect(await refusalOf({ doses: '' })).toEqual({ kind: 'planIncomplete', missing: ['doses'] });
    expect(await refusalOf({ product: 'ketamine-10-20' })).toMatchObject({ kind: 'doseTooLarge' });
    expect(
      await clinic.refusal('plan:save', { patient, session: null, typed: { ...SPRAYS, doses: '2.5' } }),
    ).toMatchObject({ kind: 'valueRefused', field: 'doses' });
  });

  it('is held against both entries by field names alone', async () => {
    const clinic = await openClinic();
    const session = await orderForAda(clinic, await weighAda(clinic), SPRAYS);
    clinic.clock.set(at('09:21:00'));
    const form = await clinic.call('entry:open', { session, by: null });
    expect(form).toMatchObject({
      counted: 'spray',
      shape: null,
      fields: ['dateOfBirth', 'drug', 'weight', 'dose', 'doses', 'gap', 'total'],
    });
    await clinic.call('entry:leave', { ticket: form.ticket });
    await enterRate(clinic, session, 1, { ...SPRAY_VALUES, doses: '4', total: '40' });
    await enterRate(clinic, session, 2, SPRAY_VALUES);
    const { mismatch } = await clinic.call('session:load', { session });
    expect(mismatch).toMatchObject({ against: 'eachOther', fields: ['doses', 'total'] });
    await clinic.call('entry:secondAttempt', { session });
    await enterRate(clinic, session, 1, { ...SPRAY_VALUES, total: '31' });
    await enterRate(clinic, session, 2, { ...SPRAY_VALUES, total: '31' });
    const held = await clinic.call('session:load', { session });
    expect(held.state).toBe('HELD');
    expect(held.mismatch).toMatchObject({ against: 'order', fields: ['total'] });
    expect(held.counted).toBeNull();
  });

  it('stands on paper without weight, total and volume', async () => {
    const clinic = await openClinic();
    const session = await orderForAda(clinic, await weighAda(clinic), SPRAYS);
    await clinic.signIn('patel');
    const sheet = await clinic.call('document:load', { kind: 'orderSheet', session });
    expect(sheet).toMatchObject({
      kind: 'countedSheet',
      perDose: '10 mg',
      order: { doses: 3, gap: '5 min' },
    });
    const text = JSON.stringify(sheet);
    for (const closed of ['30 mg', '72 kg', '0.7 mL', '0.2 mL']) expect(text).not.toContain(`"${closed}"`);
  });
});

describe('a spray before its start', () => {
  it('is witnessed blind by another person, by its one volume', async () => {
    const clinic = await openClinic();
    const session = await matchSprays(clinic);
    clinic.clock.set(at('09:33:00'));
    const witness = await clinic.second('osei');
    const early = { session, witness, volumeDrawn: '0.7' };
    expect(await clinic.refusal('doses:witness', early)).toEqual({ kind: 'stepMissing', step: 'draw' });
    const vial = { product: 'ketamine-50-10', lot: 'K24B117', expiry: '2027-08', vials: 1 };
    await clinic.call('preparation:takeVial', { session, ...vial });
    expect(await clinic.refusal('preparation:draw', { session, volume: '0.6' })).toMatchObject({
      kind: 'otherVolumeDrawn',
      plan: '0.7 mL',
    });
    await clinic.call('preparation:draw', { session, volume: '0.7' });
    expect(await clinic.refusal('preparation:addDiluent', { session, finalVolume: '50' })).toEqual({
      kind: 'otherWayOfGiving',
    });
    const own = { session, witness: await clinic.second('lim'), volumeDrawn: '0.7' };
    expect(await clinic.refusal('doses:witness', own)).toEqual({ kind: 'anotherPersonNeeded' });
    const wrong = { session, witness: await clinic.second('osei'), volumeDrawn: '0.6' };
    expect(await clinic.refusal('doses:witness', wrong)).toEqual({
      kind: 'witnessDisagrees',
      fields: ['volumeDrawn'],
    });
  });

  it('starts only when everything is asked and the patient is known', async () => {
    const clinic = await openClinic();
    const session = await matchSprays(clinic);
    await fillSpray(clinic, session);
    const start = { session, ...ADA_SAID, site: NOSTRIL.left };
    expect(await clinic.refusal('doses:start', start)).toMatchObject({ kind: 'notInThisState' });
    await readySprays(clinic, session);
    clinic.clock.set(at('10:00:00'));
    expect(await clinic.refusal('infusion:start', { session, ...ADA_SAID })).toEqual({
      kind: 'otherWayOfGiving',
    });
    expect(await clinic.refusal('doses:start', { ...start, nameSaid: false })).toEqual({
      kind: 'nameNotSaid',
    });
    expect(await clinic.refusal('doses:start', { ...start, identifier: '1984-03-08' })).toEqual({
      kind: 'identityDiffers',
    });
    clinic.clock.set(at('13:34:00'));
    expect(await clinic.refusal('doses:start', start)).toMatchObject({ kind: 'checkVoid' });
  });

  it('asks after a restart whether every spray is recorded, and nothing of a pump', async () => {
    const clinic = await openClinic();
    const session = await startSprays(clinic);
    expect(await clinic.refusal('doses:confirm', { session })).toEqual({ kind: 'nothingToAnswer' });
    clinic.desk.close();
    clinic.clock.set(at('10:06:00'));
    const again = await openClinic({ paths: clinic.paths, clock: clinic.clock });
    await again.signIn('lim');
    expect((await again.call('session:load', { session })).interruption).not.toBeNull();
    const pump = { session, pumpState: 'running', pumpVolume: '1' } as const;
    expect(await again.refusal('interruption:answer', pump)).toEqual({ kind: 'otherWayOfGiving' });
    const view = await again.call('doses:confirm', { session });
    expect(view.interruption).toBeNull();
  });
});

describe('a record of counted sprays', () => {
  it('is signed without a pump reading once the rest of the spray is wasted', async () => {
    const clinic = await openClinic();
    const session = await startSprays(clinic);
    clinic.clock.set(at('10:05:00'));
    await clinic.call('doses:give', spray(session, 2));
    clinic.clock.set(at('10:10:00'));
    await clinic.call('doses:give', spray(session, 3));
    const typed = { vial: '465', syringe: '5', line: '0' };
    const witness = await clinic.second('osei');
    const wasted = await clinic.call('waste:record', { session, typed, witness, witnessTyped: typed });
    expect(wasted.reconciliation).toMatchObject({ unaccounted: '0 mg', balances: true });
    clinic.clock.set(at('10:45:00'));
    await clinic.signIn('patel');
    const discharge = { session, prescriber: null, reason: 'going home with her partner' };
    await clinic.call('recovery:discharge', discharge);
    await clinic.signIn('lim');
    const signed = await clinic.call('record:sign', { session, passphrase: 'quiet-harbour' });
    expect(signed.signatures.nurse).not.toBeNull();
  });
});
