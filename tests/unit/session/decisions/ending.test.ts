import { describe, expect, it } from 'vitest';
import {
  dischargePatient,
  observedMinutes,
  recordCriterion,
  recordEscort,
  settledSystolic,
  systolicIsSettled,
  systolicSinceEnd,
  unmetNeeds,
} from '../../../../src/core/session/decisions/discharge.ts';
import {
  completeInfusion,
  giveStopReason,
  pumpDifference,
  readPumpAfterStop,
  stopInfusion,
} from '../../../../src/core/session/decisions/endInfusion.ts';
import { RECOVERY_CRITERIA } from '../../../../src/core/session/events.ts';
import type { Session } from '../../../../src/core/session/session.ts';
import { read, texts } from '../../../support/exactText.ts';
import {
  by,
  factOf,
  outcome,
  PEOPLE,
  type Person,
  played,
  type Step,
  sessionAfter,
  step,
  storyTo,
} from '../../../support/playedSession.ts';
import { vitals } from '../../../support/referenceSession.ts';
import { at } from '../../../support/times.ts';

const reading = (pump: string, differenceReason: string | null = null) =>
  ({
    pumpVolume: read<'mL'>(`${pump} mL`),
    linePrimedWith: 'diluent',
    lineFlushed: true,
    differenceReason,
  }) as const;

/** Stopped at 10:10, after 9 mL at 54 mL/h. */
const stoppedAfter = (reason: string | null, ...more: readonly Step[]): Session =>
  sessionAfter(
    'InfusionStarted',
    step('InfusionStopped', { reason }, '10:10:00', 'lim'),
    step('RecoveryStarted', {}, '10:10:00', 'lim'),
    ...more,
  );

describe('the end of an infusion', () => {
  const running = sessionAfter('InfusionResumed');
  const complete = (pump: string, reason: string | null = null) =>
    completeInfusion(running, reading(pump, reason), by('lim', '10:54:20'));

  it('is the pump’s volume beside the record’s own, and recovery begins', () => {
    expect(outcome(complete('35.6'))).toEqual([
      'InfusionCompleted',
      'FinalPumpReadingTaken',
      'RecoveryStarted',
    ]);
    expect(factOf(complete('35.6', '  '), 'FinalPumpReadingTaken')).toEqual({
      pumpVolume: '35.6 mL',
      calculatedVolume: '36 mL',
      linePrimedWith: 'diluent',
      lineFlushed: true,
      differenceReason: null,
    });
  });

  it('more than 5 % apart needs a reason, and exactly 5 % does not', () => {
    expect(outcome(complete('34.2'))).toContain('InfusionCompleted');
    expect(outcome(complete('37.8'))).toContain('InfusionCompleted');
    expect(outcome(complete('34.1'))).toMatchObject({
      kind: 'pumpVolumeDiffers',
      pump: '34.1 mL',
      record: '36 mL',
    });
    expect(outcome(complete('37.9'))).toMatchObject({ kind: 'pumpVolumeDiffers' });
    expect(outcome(complete('34.1', ' '))).toMatchObject({ kind: 'pumpVolumeDiffers' });
    expect(factOf(complete('34.1', ' air in line '), 'FinalPumpReadingTaken').differenceReason).toBe(
      'air in line',
    );
    expect(outcome(complete('18'))).toMatchObject({ percent: '50 %' });
  });

  it('is a share of the record, and of a record of nothing wholly apart or not at all', () => {
    const percent = (pump: string, record: string) =>
      texts(pumpDifference(read(`${pump} mL`), read(`${record} mL`)));
    expect([percent('33', '36'), percent('36', '36')]).toEqual(['-25/3', '0']);
    expect([percent('0', '0'), percent('1', '0')]).toEqual(['0', '100']);
  });

  it('without a run has nothing to be read', () => {
    const bare = { ...running, run: null };
    expect(outcome(completeInfusion(bare, reading('36'), by('lim', '10:54:20')))).toEqual({
      kind: 'notInThisState',
      state: 'RUNNING',
    });
  });
});

describe('a stop', () => {
  const stop = (reason: string | null, said = '10:12:00') =>
    stopInfusion(sessionAfter('RateChanged'), reason, by('amari', '10:13:00', { said }));

  it('is taken at once, with or without its reason, and recovery begins', () => {
    expect(outcome(stop(null))).toEqual(['InfusionStopped', 'RecoveryStarted']);
    expect(factOf(stop(' seizure '), 'InfusionStopped')).toEqual({ reason: 'seizure' });
    expect(factOf(stop('  '), 'InfusionStopped')).toEqual({ reason: null });
    expect(factOf(stop(null), 'InfusionStopped')).toEqual({ reason: null });
  });

  it('is not said to have been before the last change', () => {
    expect(outcome(stop(null, '10:11:59'))).toEqual({ kind: 'timeNotAllowed' });
  });

  it('is given its reason later, while the record is open', () => {
    const reason = (text: string, session = stoppedAfter(null)) =>
      giveStopReason(session, text, by('patel', '10:30:00'));
    expect(factOf(reason(' patient asked '), 'StopReasonGiven')).toEqual({ reason: 'patient asked' });
    expect(outcome(reason(' '))).toEqual({ kind: 'textMissing', field: 'reason' });
    expect(outcome(reason('x', sessionAfter('RecoveryStarted')))).toEqual({ kind: 'nothingToAnswer' });
    const never = { ...stoppedAfter(null), ended: null };
    expect(outcome(reason('x', never))).toEqual({ kind: 'nothingToAnswer' });
    const signed = { ...stoppedAfter(null), signed: sessionAfter('SessionSigned').signed };
    expect(outcome(reason('x', signed))).toEqual({ kind: 'alreadySigned' });
  });

  it('is followed by the pump’s reading, once, before the signature', () => {
    const readLater = (session: Session, pump = '9') =>
      readPumpAfterStop(session, reading(pump), by('lim', '10:30:00'));
    expect(factOf(readLater(stoppedAfter(null)), 'FinalPumpReadingTaken').calculatedVolume).toBe('9 mL');
    expect(outcome(readLater(stoppedAfter(null), '10'))).toMatchObject({ kind: 'pumpVolumeDiffers' });
    expect(outcome(readLater(sessionAfter('RecoveryStarted')))).toEqual({ kind: 'nothingToAnswer' });
    const signed = { ...stoppedAfter(null), signed: sessionAfter('SessionSigned').signed };
    expect(outcome(readLater(signed))).toEqual({ kind: 'alreadySigned' });
  });
});

describe('recovery', () => {
  const recovering = sessionAfter('RecoveryStarted');

  it('keeps each criterion as it is ticked or taken back', () => {
    const tick = recordCriterion(recovering, { criterion: 'drank', met: false }, by('reyes', '11:00:00'));
    expect(factOf(tick, 'RecoveryCriterionRecorded')).toEqual({ criterion: 'drank', met: false });
  });

  it('keeps who takes the patient home, by name and relation', () => {
    const escort = (name: string, relation: string) =>
      recordEscort(recovering, { name, relation, phone: ' 020 ' }, by('reyes', '11:00:00'));
    expect(factOf(escort(' Sam ', ' partner '), 'EscortRecorded')).toEqual({
      name: 'Sam',
      relation: 'partner',
      phone: '020',
    });
    expect(outcome(escort(' ', 'partner'))).toEqual({ kind: 'textMissing', field: 'escortName' });
    expect(outcome(escort('Sam', ' '))).toEqual({ kind: 'textMissing', field: 'escortRelation' });
  });

  it('is counted in whole minutes since the end', () => {
    expect(observedMinutes(recovering, at('11:24:19'))).toBe(29);
    expect(observedMinutes(recovering, at('11:24:20'))).toBe(30);
    expect(observedMinutes(sessionAfter('InfusionStarted'), at('11:24:20'))).toBe(0);
  });
});

describe('a systolic pressure is settled', () => {
  const since = (...pressures: readonly (number | null)[]) =>
    sessionAfter(
      'RecoveryStarted',
      ...pressures.map((systolic) =>
        step('VitalsRecorded', { ...vitals(120, 76, 74, 98), systolic }, '11:25:00', 'lim'),
      ),
    );

  it('within 20 % of the baseline, exactly: 102.4 to 153.6 of 128 mmHg', () => {
    expect(texts(settledSystolic(since()))).toEqual({ lowest: '102.4 mmHg', highest: '153.6 mmHg' });
    const settled = (pressure: number) => systolicIsSettled(since(pressure));
    expect([settled(102), settled(103), settled(153), settled(154)]).toEqual([false, true, true, false]);
  });

  it('at both ends, where they are whole', () => {
    const [before, baseline] = [storyTo('LabelChecked'), vitals(120, 76, 72, 98)];
    const rest = storyTo('RecoveryStarted').slice(before.length + 1);
    const withBaseline = (pressure: number) =>
      systolicIsSettled(
        played([
          ...before,
          step('VitalsRecorded', baseline, '09:50:00', 'lim'),
          ...rest,
          step('VitalsRecorded', vitals(pressure, 60, 74, 98), '11:25:00', 'lim'),
        ]),
      );
    expect([withBaseline(95), withBaseline(96), withBaseline(144), withBaseline(145)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('by the last one measured since the end, and by none before it', () => {
    expect(systolicSinceEnd(since())).toBeUndefined();
    expect(systolicSinceEnd(since(170, 130))).toBe(130);
    expect(systolicSinceEnd(since(130, null))).toBe(130);
    expect(systolicSinceEnd(sessionAfter('InfusionStarted'))).toBeUndefined();
    expect(systolicIsSettled(since())).toBe(false);
    const atTheEnd = sessionAfter(
      'RecoveryStarted',
      step('VitalsRecorded', vitals(130, 76, 74, 98), '10:54:20', 'lim'),
    );
    expect(systolicSinceEnd(atTheEnd)).toBe(130);
  });

  it('and never without a baseline', () => {
    const bare = { ...since(128), vitals: since(128).vitals.slice(1) };
    expect(settledSystolic(bare)).toBeUndefined();
    expect(systolicIsSettled(bare)).toBe(false);
  });
});

describe('a discharge', () => {
  const whole = sessionAfter('EscortRecorded');
  const discharge = (
    session: Session = whole,
    person: Person = 'lim',
    more: { prescriber?: Person; reason?: string; time?: string } = {},
  ) =>
    dischargePatient(
      session,
      { prescriber: more.prescriber ? PEOPLE[more.prescriber] : null, reason: more.reason ?? null },
      by(person, more.time ?? '11:32:00'),
    );

  it('is the nurse’s when every need is met', () => {
    expect(unmetNeeds(whole, at('11:32:00'))).toEqual([]);
    expect(factOf(discharge(), 'PatientDischarged')).toEqual({ unmet: [], override: null, handedOver: [] });
  });

  it('lists what it lacks, in the order it is shown', () => {
    expect(unmetNeeds(sessionAfter('RecoveryStarted'), at('11:00:00'))).toEqual([
      'observationTime',
      'systolicNearBaseline',
      ...RECOVERY_CRITERIA,
      'escort',
    ]);
    const takenBack = sessionAfter(
      'EscortRecorded',
      step('RecoveryCriterionRecorded', { criterion: 'drank', met: false }, '11:31:00', 'lim'),
    );
    expect(unmetNeeds(takenBack, at('11:32:00'))).toEqual(['drank']);
    expect(unmetNeeds({ ...whole, authorised: null }, at('10:55:00'))).toEqual([]);
  });

  it('names the time that is missing first, then the escort alone, then everything', () => {
    expect(outcome(discharge(whole, 'lim', { time: '11:24:00' }))).toEqual({
      kind: 'observationTooShort',
      minutes: 29,
      neededMinutes: 30,
    });
    expect(outcome(discharge({ ...whole, escort: null }))).toEqual({ kind: 'noEscort' });
    const drank = { ...whole, criteria: { ...whole.criteria, drank: undefined as never } };
    expect(outcome(discharge(drank))).toEqual({ kind: 'criteriaUnmet', unmet: ['drank'] });
    expect(outcome(discharge({ ...drank, escort: null }))).toEqual({
      kind: 'criteriaUnmet',
      unmet: ['drank', 'escort'],
    });
  });

  it('with something missing is a prescriber’s, by own hand or named, and with a reason', () => {
    const alone = { ...whole, escort: null };
    const own = discharge(alone, 'patel', { reason: ' a taxi is here ' });
    expect(factOf(own, 'PatientDischarged')).toEqual({
      unmet: ['escort'],
      override: { prescriber: 'patel', reason: 'a taxi is here' },
      handedOver: [],
    });
    const named = discharge(alone, 'lim', { prescriber: 'quinn', reason: 'x' });
    expect(factOf(named, 'PatientDischarged').override?.prescriber).toBe('quinn');
    expect(outcome(discharge(alone, 'lim', { prescriber: 'osei', reason: 'x' }))).toEqual({
      kind: 'roleNeeded',
      roles: ['prescriber'],
    });
    expect(outcome(discharge(alone, 'patel'))).toEqual({ kind: 'textMissing', field: 'reason' });
    expect(outcome(discharge(alone, 'patel', { reason: ' ' }))).toEqual({
      kind: 'textMissing',
      field: 'reason',
    });
  });

  it('hands over effects that are still open, and not “none” or “calm”', () => {
    const open = sessionAfter(
      'EscortRecorded',
      step('EffectRecorded', { effect: 'none', severity: 0 }, '11:30:00', 'lim'),
      step('EffectRecorded', { effect: 'calm', severity: 1 }, '11:30:00', 'lim'),
      step('EffectRecorded', { effect: 'headache', severity: 1 }, '11:30:00', 'lim'),
      step('EffectRecorded', { effect: 'nausea', severity: 1 }, '11:30:00', 'lim'),
      step('EffectEnded', { effect: 'nausea' }, '11:31:00', 'lim'),
    );
    expect(factOf(discharge(open), 'PatientDischarged').handedOver).toEqual(['headache']);
  });
});
