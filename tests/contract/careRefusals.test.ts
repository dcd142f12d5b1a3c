import { describe, expect, it } from 'vitest';
import { openClinic } from '../support/clinic.ts';
import {
  ADA_SAID,
  answerChecks,
  dischargeAda,
  matchAda,
  orderForAda,
  prepareForAda,
  REFERENCE_PLAN,
  readyAda,
  runAda,
  startAda,
  vitals,
  weigh,
  weighAda,
} from '../support/referenceSession.ts';
import { at } from '../support/times.ts';

describe('an order', () => {
  it('is refused on a weight older than the protocol allows', async () => {
    const clinic = await openClinic();
    const patient = await clinic.patient('okafor').catch(async () => {
      await clinic.signIn('patel');
      return clinic.patient('okafor');
    });
    const screen = await clinic.call('plan:save', { patient, session: null, typed: REFERENCE_PLAN });
    expect(
      await clinic.refusal('plan:authorise', {
        session: screen.session ?? '',
        position: screen.position,
        overrideReasons: [],
        passphrase: 'green-orchard',
      }),
    ).toEqual({ kind: 'weightTooOld', ageHours: 95, allowedHours: 24 });
  });

  it.each([
    ['5', 'above', '1 mg/kg'],
    ['0.05', 'below', '0.1 mg/kg'],
  ])('of %s mg/kg is refused by the hard limit, whatever the window showed', async (dose, side, limit) => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    await clinic.signIn('patel');
    const typed = { ...REFERENCE_PLAN, dose };
    const screen = await clinic.call('plan:save', { patient, session: null, typed });
    const refusal = await clinic.refusal('plan:authorise', {
      session: screen.session ?? '',
      position: screen.position,
      overrideReasons: [],
      passphrase: 'green-orchard',
    });
    expect(refusal).toMatchObject({ kind: 'hardLimits' });
    expect(JSON.stringify(refusal)).toContain(`"side":"${side}"`);
    expect(JSON.stringify(refusal)).toContain(`"limit":"${limit}"`);
  });

  it('beyond a soft limit needs a reason, exactly on it none', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    await clinic.signIn('patel');
    const calculate = (dose: string) =>
      clinic.call('plan:calculate', { patient, session: null, typed: { ...REFERENCE_PLAN, dose } });
    expect((await calculate('0.75')).breaches).toEqual([]);
    expect((await calculate('0.8')).breaches).toMatchObject([
      { value: 'dose', strength: 'soft', side: 'above' },
    ]);
    // 60 mg in the syringe: 57.6 mg are 48 mL of it.
    const typed = { ...REFERENCE_PLAN, dose: '0.8', amount: '60' };
    const screen = await clinic.call('plan:save', { patient, session: null, typed });
    const request = { session: screen.session ?? '', position: screen.position, passphrase: 'green-orchard' };
    expect(await clinic.refusal('plan:authorise', { ...request, overrideReasons: [] })).toMatchObject({
      kind: 'reasonsMissing',
    });
    const overrideReasons = [{ limit: 'soft above dose', reason: 'tolerance shown in last session' }];
    const view = await clinic.call('plan:authorise', { ...request, overrideReasons });
    expect(view.state).toBe('AUTHORISED');
  });

  it('needs the passphrase again, and what is signed is what was on screen', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    await clinic.signIn('patel');
    const screen = await clinic.call('plan:save', { patient, session: null, typed: REFERENCE_PLAN });
    const session = screen.session ?? '';
    const request = { session, position: screen.position, overrideReasons: [] };
    expect(await clinic.refusal('plan:authorise', { ...request, passphrase: 'wrong words' })).toEqual({
      kind: 'wrongSecret',
    });
    await clinic.call('plan:save', { patient, session, typed: { ...REFERENCE_PLAN, dose: '0.6' } });
    expect(await clinic.refusal('plan:authorise', { ...request, passphrase: 'green-orchard' })).toEqual({
      kind: 'changedMeanwhile',
    });
  });

  it('is a prescriber’s alone, one for a patient and one for a chair', async () => {
    const clinic = await openClinic();
    const patient = await weighAda(clinic);
    expect(
      await clinic.refusal('plan:save', { patient, session: null, typed: REFERENCE_PLAN }),
    ).toMatchObject({ kind: 'roleNeeded', roles: ['prescriber'] });
    await orderForAda(clinic, patient);
    const other = await clinic.patient('baker');
    await weigh(clinic, other, '84');
    await expect(orderForAda(clinic, other)).rejects.toThrow('chairIsTaken');
    await expect(orderForAda(clinic, patient)).rejects.toThrow('planClosed');
  });

  it('never comes without a library', async () => {
    const clinic = await openClinic();
    await clinic.call('app:leave', {});
    const person = (fullName: string, passphrase: string) => ({
      fullName,
      passphrase,
      suffix: '',
      licence: null,
      licenceExpires: null,
    });
    await clinic.call('app:createClinic', {
      clinic: 'Harbour Clinic',
      workstation: 'Desk 1',
      chairs: ['Window', 'Door'],
      director: { ...person('Ines Moreau', 'a long passphrase'), licenceExpires: '2027-03-31' },
      administrator: person('Paul Adler', 'another passphrase'),
    });
    const view = await clinic.call('app:load', {});
    expect(view).toMatchObject({ file: 'clinic', clinic: 'Harbour Clinic', library: null });
    const ends = view.staff.map(({ fullName, licenceExpires }) => [fullName, licenceExpires]);
    expect(Object.fromEntries(ends)).toEqual({ 'Ines Moreau': '2027-03-31', 'Paul Adler': null });
    expect((await clinic.call('board:load', {})).chairs.map(({ name }) => name)).toEqual(['Window', 'Door']);
  });
});

describe('a preparation', () => {
  it('is refused from an expired lot, another strength, or with another volume', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    const vial = { session, product: 'ketamine-10-20', lot: 'K1', expiry: '2027-08', vials: 1 };
    expect(await clinic.refusal('preparation:takeVial', { ...vial, expiry: '2025-10' })).toEqual({
      kind: 'lotExpired',
      lot: 'K1',
      expiry: '2025-10',
    });
    expect(await clinic.refusal('preparation:takeVial', { ...vial, product: 'ketamine-50-10' })).toEqual({
      kind: 'otherProduct',
    });
    await clinic.call('preparation:takeVial', { ...vial, expiry: '2025-11' });
    expect(await clinic.refusal('preparation:draw', { session, volume: '1' })).toMatchObject({
      kind: 'otherVolumeDrawn',
      plan: '5 mL',
      typed: '1 mL',
      typedAmount: '10 mg',
    });
    await clinic.call('preparation:draw', { session, volume: '5' });
    expect(await clinic.refusal('preparation:addDiluent', { session, finalVolume: '100' })).toMatchObject({
      kind: 'otherFinalVolume',
    });
  });

  it('is witnessed by another person, blind; a difference is named by field and stays in the log', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    const vial = { session, product: 'ketamine-10-20', lot: 'K1', expiry: '2027-08', vials: 1 };
    await clinic.call('preparation:takeVial', vial);
    await clinic.call('preparation:draw', { session, volume: '5' });
    await clinic.call('preparation:addDiluent', { session, finalVolume: '50' });
    const typed = { session, volumeDrawn: '5', finalVolume: '50' };
    expect(
      await clinic.refusal('preparation:witness', { ...typed, witness: await clinic.second('lim') }),
    ).toEqual({
      kind: 'anotherPersonNeeded',
    });
    const slip = { ...typed, volumeDrawn: '0.5', witness: await clinic.second('osei') };
    const refusal = await clinic.refusal('preparation:witness', slip);
    expect(refusal).toEqual({ kind: 'witnessDisagrees', fields: ['volumeDrawn'] });
    const view = await clinic.call('preparation:witness', { ...typed, witness: await clinic.second('osei') });
    expect(view.state).toBe('PREPARED');
    expect(view.timeline.map(({ text }) => text)).toContain('Witness entry did not agree');
    expect(view.preparation?.witnessed?.label).toMatch(/^KT-\d{4}$/);
    expect(await clinic.refusal('preparation:checkLabel', { session, lastFour: '9999' })).toEqual({
      kind: 'labelDiffers',
    });
  });
});

const OTHER_RATE = { kind: 'readBackDiffers', fields: ['rate'] } as const;

describe('the pump', () => {
  it('is read back by a person who did not program it, and each wrong reading is refused without the right one', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await prepareForAda(clinic, session);
    clinic.clock.set(at('09:50:00'));
    await answerChecks(clinic, session);
    clinic.clock.set(at('09:52:00'));
    const baseline = { session, vitals: vitals(128, 76, 78, 98), effects: [], ended: [] };
    await clinic.call('observation:record', baseline);
    const reading = { session, pump: 'P-03', programmedBy: await clinic.idOf('osei'), volumeLimit: '36' };
    const reader = await clinic.second('osei');
    expect(await clinic.refusal('pump:readBack', { ...reading, reader, rate: '54' })).toEqual({
      kind: 'readerProgrammedPump',
    });
    const byLim = { ...reading, programmedBy: await clinic.idOf('lim'), reader };
    for (const rate of ['5.4', '540']) {
      expect(await clinic.refusal('pump:readBack', { ...byLim, rate })).toEqual(OTHER_RATE);
    }
    // From now on both look at the pump together, and each types the reading.
    expect(await clinic.refusal('pump:readBack', { ...byLim, rate: '54' })).toEqual({
      kind: 'readTogether',
      refusals: 2,
    });
    const programmer = await clinic.second('lim');
    const together = { programmer, rate: '54', volumeLimit: '36' };
    const otherPair = { ...byLim, rate: '54', together: { ...together, programmer: reader } };
    expect(await clinic.refusal('pump:readBack', otherPair)).toEqual({ kind: 'anotherPersonNeeded' });
    for (const [rate, rateToo] of [
      ['54.1', '54'],
      ['54', '53.9'],
    ] as const) {
      const typed = { ...byLim, rate, together: { ...together, rate: rateToo } };
      expect(await clinic.refusal('pump:readBack', typed)).toEqual(OTHER_RATE);
    }
    expect(await clinic.refusal('infusion:start', { session, ...ADA_SAID })).toEqual({
      kind: 'notInThisState',
      state: 'PREPARED',
    });
    const view = await clinic.call('pump:readBack', { ...byLim, rate: '54', together });
    expect(view.state).toBe('READY');
    const refusals = view.timeline.filter(({ text }) => text === 'Pump read-back did not agree');
    expect(refusals).toHaveLength(4);
  });

  it('does not start on a baseline older than 15 min', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await prepareForAda(clinic, session);
    await readyAda(clinic, session);
    clinic.clock.set(at('10:07:01'));
    expect(await clinic.refusal('infusion:start', { session, ...ADA_SAID })).toEqual({
      kind: 'baselineTooOld',
      minutes: 15,
      allowedMinutes: 15,
    });
  });

  it('does not start on a match older than 4 h: the check is void', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await prepareForAda(clinic, session);
    await readyAda(clinic, session);
    clinic.clock.set(at('13:26:01'));
    const lapsed = { kind: 'checkVoid', because: 'lapsed' } as const;
    expect(await clinic.refusal('infusion:start', { session, ...ADA_SAID })).toEqual(lapsed);
    expect((await clinic.call('session:load', { session })).state).toBe('AUTHORISED');
    expect(await clinic.refusal('infusion:start', { session, ...ADA_SAID })).toEqual(lapsed);
  });
});

describe('a running infusion', () => {
  it('needs the prescriber’s own PIN outside the nurse’s range, and another reader for a rise', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    clinic.clock.set(at('10:10:00'));
    const change = { session, reason: 'ordered' as const, note: null, reader: null, prescriber: null };
    const refusal = await clinic.refusal('infusion:changeRate', { ...change, rate: '72', readBack: '72' });
    expect(refusal).toEqual({
      kind: 'rateNeedsPrescriber',
      rate: '72 mL/h',
      doseRate: '1 mg/kg/h',
      lowest: '0.375 mg/kg/h',
      highest: '0.75 mg/kg/h',
    });
    const prescriber = await clinic.second('patel');
    expect(
      await clinic.refusal('infusion:changeRate', { ...change, rate: '72', readBack: '72', prescriber }),
    ).toEqual({ kind: 'anotherPersonNeeded' });
    const reader = await clinic.second('osei');
    const view = await clinic.call('infusion:changeRate', {
      ...change,
      rate: '72',
      readBack: '72',
      prescriber,
      reader,
    });
    // 27 mL left at 72 mL/h: 22 min 30 s.
    expect(view.infusion?.endsAt).toBe(at('10:32:30'));
  });

  it('never takes a rate beyond the hard limit, one off the pump’s step, or one the pump does not show', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    clinic.clock.set(at('10:10:00'));
    const change = {
      session,
      reason: 'comfort' as const,
      note: null,
      reader: null,
      prescriber: await clinic.second('patel'),
    };
    expect(
      await clinic.refusal('infusion:changeRate', { ...change, rate: '150', readBack: '150' }),
    ).toMatchObject({ kind: 'rateOutsideHardLimit' });
    expect(
      await clinic.refusal('infusion:changeRate', { ...change, rate: '40.55', readBack: '40.55' }),
    ).toMatchObject({ kind: 'valueRefused' });
    expect(await clinic.refusal('infusion:changeRate', { ...change, rate: '40.5', readBack: '4.5' })).toEqual(
      { kind: 'readBackDiffers', fields: ['rate'] },
    );
  });

  it('resumes after distress only with vital signs since the pause', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    clinic.clock.set(at('10:20:00'));
    await clinic.call('infusion:pause', { session, at: at('10:19:58'), reason: null });
    clinic.clock.set(at('10:21:00'));
    const resume = { session, readBack: '54', prescriber: null };
    expect(await clinic.refusal('infusion:resume', resume)).toEqual({ kind: 'pauseReasonMissing' });
    await clinic.call('infusion:givePauseReason', { session, reason: 'distress' });
    expect(await clinic.refusal('infusion:resume', resume)).toEqual({ kind: 'vitalsSincePauseMissing' });
    await clinic.call('observation:record', {
      session,
      vitals: vitals(181, 94, 104, 97),
      effects: [],
      ended: [],
    });
    expect(await clinic.refusal('infusion:resume', resume)).toEqual({ kind: 'resumeNeedsPrescriber' });
    const view = await clinic.call('infusion:resume', {
      ...resume,
      prescriber: await clinic.second('patel'),
    });
    expect(view.state).toBe('RUNNING');
    // The pause counts from the moment of the key.
    expect(view.infusion?.run.stretches[1]?.rate).toBe('0 mL/h');
    const paused = view.timeline.find(({ mark }) => mark === 'pause');
    expect(paused?.done.happenedAt).toBe(at('10:19:58'));
  });

  it('stops at any time; 21.15 mL leaves 178.85 mg of 200 to waste', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    clinic.clock.set(at('10:23:31'));
    const stopped = await clinic.call('infusion:stop', { session, at: at('10:23:30'), reason: null });
    expect(stopped.state).toBe('RECOVERY');
    const reading = {
      session,
      linePrimedWith: 'diluent' as const,
      lineFlushed: true,
      differenceReason: null,
    };
    const view = await clinic.call('infusion:readPump', { ...reading, pumpVolume: '21.1' });
    expect(view.recovery?.finalReading).toMatchObject({
      calculatedVolume: '21.15 mL',
      pumpVolume: '21.1 mL',
    });
    expect(view.reconciliation?.left).toEqual({ vial: '150 mg', syringe: '28.9 mg', line: '0 mg' });
  });

  it('completes with a reason when the pump and the record are more than 5 % apart', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    clinic.clock.set(at('10:40:00'));
    const reading = {
      session,
      linePrimedWith: 'diluent' as const,
      lineFlushed: true,
      differenceReason: null,
    };
    const refusal = await clinic.refusal('infusion:complete', { ...reading, pumpVolume: '33.1' });
    expect(refusal).toMatchObject({ kind: 'pumpVolumeDiffers', pump: '33.1 mL', record: '36 mL' });
    const view = await clinic.call('infusion:complete', { ...reading, pumpVolume: '35.6' });
    expect(view.recovery?.finalReading?.differencePercent).toBe('-10/9 %');
    expect(view.reconciliation).toMatchObject({ given: '35.6 mg', left: { syringe: '14.4 mg' } });
  });

  it('counts the line: primed with drug and not flushed, one line volume each way', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    clinic.clock.set(at('10:40:00'));
    const view = await clinic.call('infusion:complete', {
      session,
      pumpVolume: '36',
      linePrimedWith: 'drug',
      lineFlushed: false,
      differenceReason: null,
    });
    expect(view.reconciliation).toMatchObject({
      given: '36 mg',
      left: { vial: '150 mg', syringe: '12 mg', line: '2 mg' },
    });
  });
});

describe('discharge and signature', () => {
  it('before the minimum needs a prescriber and a reason, and is printed as such', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    await runAda(clinic, session);
    clinic.clock.set(at('11:16:20'));
    const discharge = { session, prescriber: null, reason: null };
    expect(await clinic.refusal('recovery:discharge', discharge)).toEqual({
      kind: 'observationTooShort',
      minutes: 22,
      neededMinutes: 30,
    });
    const prescriber = await clinic.second('patel');
    expect(await clinic.refusal('recovery:discharge', { ...discharge, prescriber })).toEqual({
      kind: 'textMissing',
      field: 'reason',
    });
    const view = await clinic.call('recovery:discharge', {
      session,
      prescriber: await clinic.second('patel'),
      reason: 'escort waits, patient well',
    });
    expect(view.recovery?.discharged?.override).toMatchObject({
      prescriber: { name: 'Dr S. Patel' },
      reason: 'escort waits, patient well',
    });
  });

  it('is refused while 2 mg are not accounted for, and passes at 14 with the witness', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    await runAda(clinic, session);
    await dischargeAda(clinic, session);
    const twelve = { vial: '150', syringe: '12', line: '0' };
    const witness = await clinic.second('osei');
    expect(
      await clinic.refusal('waste:record', {
        session,
        typed: twelve,
        witness,
        witnessTyped: { ...twelve, syringe: '14' },
      }),
    ).toEqual({ kind: 'wasteWitnessDisagrees' });
    await clinic.call('waste:record', { session, typed: twelve, witness, witnessTyped: twelve });
    expect(await clinic.refusal('record:sign', { session, passphrase: 'quiet-harbour' })).toEqual({
      kind: 'notAccountedFor',
      unaccounted: '2 mg',
      drug: 'ketamine',
      drawn: '50 mg',
      given: '36 mg',
      wasted: '12 mg',
      leftInVial: '150 mg',
      wastedFromVial: '150 mg',
    });
    const rest = { vial: '0', syringe: '2', line: '0' };
    await clinic.call('waste:record', { session, typed: rest, witness, witnessTyped: rest });
    const view = await clinic.call('record:sign', { session, passphrase: 'quiet-harbour' });
    expect(view.signatures.nurse?.fullName).toBe('Rosa Lim');
    expect(view.state).toBe('DISCHARGED');
  });

  it('takes two different people: the nurse first, then the prescriber', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    await runAda(clinic, session);
    await dischargeAda(clinic, session);
    const amounts = { vial: '150', syringe: '14', line: '0' };
    await clinic.call('waste:record', {
      session,
      typed: amounts,
      witness: await clinic.second('osei'),
      witnessTyped: amounts,
    });
    await clinic.signIn('patel');
    expect(await clinic.refusal('record:sign', { session, passphrase: 'green-orchard' })).toMatchObject({
      kind: 'roleNeeded',
      roles: ['nurse'],
    });
    await clinic.signIn('lim');
    await clinic.call('record:sign', { session, passphrase: 'quiet-harbour' });
    // What the nurse has signed stays as it is until the prescriber signs the same.
    const more = { session, typed: amounts, witnessTyped: amounts, witness: await clinic.second('osei') };
    expect(await clinic.refusal('waste:record', more)).toEqual({ kind: 'alreadySigned' });
    expect(await clinic.refusal('record:sign', { session, passphrase: 'quiet-harbour' })).toMatchObject({
      kind: 'roleNeeded',
      roles: ['prescriber'],
    });
  });
});

describe('a cancellation', () => {
  it('waits for the witnessed waste of what is drawn up', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await prepareForAda(clinic, session);
    expect(await clinic.refusal('session:cancel', { session, reason: 'patient went home' })).toEqual({
      kind: 'drawnDrugFirst',
      drawn: '50 mg',
      inVial: '150 mg',
    });
    const amounts = { vial: '150', syringe: '50', line: '0' };
    await clinic.call('waste:record', {
      session,
      typed: amounts,
      witness: await clinic.second('osei'),
      witnessTyped: amounts,
    });
    const view = await clinic.call('session:cancel', { session, reason: 'patient went home' });
    expect(view.state).toBe('CANCELLED');
  });
});
