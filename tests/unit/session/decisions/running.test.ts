import { describe, expect, it } from 'vitest';
import { answerInterruption } from '../../../../src/core/session/decisions/answerInterruption.ts';
import { changeRate, rateRefusal } from '../../../../src/core/session/decisions/changeRate.ts';
import {
  givePauseReason,
  needsPrescriber,
  pauseInfusion,
  rateBeforePause,
  resumeInfusion,
  vitalsNeededSincePause,
} from '../../../../src/core/session/decisions/pauseInfusion.ts';
import {
  baselineRefusal,
  readBackPump,
  readyFacts,
} from '../../../../src/core/session/decisions/readBackPump.ts';
import { startInfusion } from '../../../../src/core/session/decisions/startInfusion.ts';
import { weightChangedRefusal } from '../../../../src/core/session/decisions/weightChangedRefusal.ts';
import type { PauseReason, Weighing } from '../../../../src/core/session/events.ts';
import { read } from '../../../support/exactText.ts';
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
  WEIGHING,
} from '../../../support/playedSession.ts';
import { vitals } from '../../../support/referenceSession.ts';
import { at } from '../../../support/times.ts';

const HEAVIER: Weighing = { ...WEIGHING, weight: '73 kg', weighedAt: at('09:50:00') };

describe('the read-back of a pump', () => {
  const command = {
    pump: ' P-07 ',
    programmedBy: 'lim',
    rate: read<'mL/h'>('54 mL/h'),
    volumeLimit: read<'mL'>('36 mL'),
    weighing: WEIGHING,
  };
  const readBack = (change: Partial<typeof command> = {}, second: Person | null = 'osei') =>
    readBackPump(
      sessionAfter('VitalsRecorded'),
      { ...command, ...change },
      by('lim', '09:55:00', second === null ? {} : { second }),
    );

  it('that shows the matched rate and volume makes the session ready, with label and baseline there', () => {
    expect(outcome(readBack())).toEqual(['PumpReadBackAgreed', 'SessionReady']);
    expect(factOf(readBack(), 'PumpReadBackAgreed')).toEqual({
      pump: 'P-07',
      programmedBy: 'lim',
      rate: '54 mL/h',
      volumeLimit: '36 mL',
    });
  });

  it('that differs is recorded by field, and the right value is not said', () => {
    const wrong = readBack({ rate: read('5.4 mL/h') });
    expect(outcome(wrong)).toEqual(['PumpReadBackDisagreed']);
    expect(factOf(wrong, 'PumpReadBackDisagreed').fields).toEqual(['rate']);
    const volume = readBack({ volumeLimit: read('50 mL') });
    expect(factOf(volume, 'PumpReadBackDisagreed').fields).toEqual(['volumeLimit']);
    const swapped = readBack({ rate: read('36 mL/h'), volumeLimit: read('54 mL') });
    expect(factOf(swapped, 'PumpReadBackDisagreed').fields).toEqual(['rate', 'volumeLimit']);
  });

  it('names the pump and is made by a checker who did not program it', () => {
    expect(outcome(readBack({ pump: ' ' }))).toEqual({ kind: 'textMissing', field: 'pump' });
    expect(outcome(readBack({}, null))).toEqual({ kind: 'anotherPersonNeeded' });
    expect(outcome(readBack({}, 'reyes'))).toEqual({
      kind: 'roleNeeded',
      roles: ['nurse', 'prescriber', 'pharmacist'],
    });
    expect(outcome(readBack({ programmedBy: 'osei' }))).toEqual({ kind: 'readerProgrammedPump' });
  });

  it('needs a checked label, and the weight that was matched', () => {
    const early = readBackPump(
      sessionAfter('PreparationWitnessed'),
      command,
      by('lim', '09:55:00', { second: 'osei' }),
    );
    expect(outcome(early)).toEqual({ kind: 'labelNotChecked' });
    expect(outcome(readBack({ weighing: HEAVIER as typeof WEIGHING }))).toMatchObject({
      kind: 'weightChanged',
    });
  });

  it('is no match without one', () => {
    const bare = { ...sessionAfter('VitalsRecorded'), match: null };
    expect(outcome(readBackPump(bare, command, by('lim', '09:55:00', { second: 'osei' })))).toEqual({
      kind: 'notInThisState',
      state: 'PREPARED',
    });
  });
});

describe('a session is ready as soon as label, baseline and read-back are there', () => {
  const labelled = sessionAfter('LabelChecked');
  const ready = (
    session = labelled,
    news: Parameters<typeof readyFacts>[1] = { readBack: true },
    time = '09:55:00',
  ) => readyFacts(session, news, by('lim', time)).map(({ type }) => type);

  it('whichever comes last', () => {
    expect(ready()).toEqual([]);
    expect(ready(sessionAfter('VitalsRecorded'))).toEqual(['SessionReady']);
    expect(ready(sessionAfter('VitalsRecorded'), {})).toEqual([]);
    const readFirst = played([
      ...storyTo('LabelChecked'),
      step(
        'PumpReadBackAgreed',
        { pump: 'P', programmedBy: 'lim', rate: '54 mL/h', volumeLimit: '36 mL' },
        '09:50:00',
        'lim',
      ),
    ]);
    expect(ready(readFirst, { baseline: { at: at('09:55:00'), systolic: 128 } })).toEqual(['SessionReady']);
    expect(ready(readFirst, { baseline: { at: at('09:55:00'), systolic: null } })).toEqual([]);
    expect(ready(readFirst, { baseline: null })).toEqual([]);
  });

  it('on a baseline of the last 15 min: the newer of the one recorded and the one that comes', () => {
    expect(ready(sessionAfter('VitalsRecorded'), { readBack: true }, '10:05:00')).toEqual(['SessionReady']);
    expect(ready(sessionAfter('VitalsRecorded'), { readBack: true }, '10:05:01')).toEqual([]);
    const news = (time: string) => ({ readBack: true, baseline: { at: at(time), systolic: 120 } });
    expect(ready(sessionAfter('VitalsRecorded'), news('10:06:00'), '10:06:00')).toEqual(['SessionReady']);
    expect(ready(sessionAfter('VitalsRecorded'), news('09:40:00'), '10:00:00')).toEqual(['SessionReady']);
    // An earlier one that is recorded late takes nothing from the one that is there, and a same one takes its place.
    expect(ready(sessionAfter('VitalsRecorded'), news('09:50:00'), '10:05:00')).toEqual(['SessionReady']);
  });

  it('but not before the label is checked, and only once', () => {
    const unlabelled = played([
      ...storyTo('PreparationWitnessed'),
      step('VitalsRecorded', vitals(128, 76, 72, 98), '09:50:00', 'lim'),
    ]);
    expect(ready(unlabelled)).toEqual([]);
    expect(ready(sessionAfter('SessionReady'))).toEqual([]);
  });

  it('on one that is there and not too old', () => {
    expect(baselineRefusal(undefined, 0)).toEqual({ kind: 'baselineMissing' });
    expect(baselineRefusal(at('09:45:00'), at('10:00:00'))).toBeUndefined();
    expect(baselineRefusal(at('09:43:30'), at('10:00:00'))).toEqual({
      kind: 'baselineTooOld',
      minutes: 16,
      allowedMinutes: 15,
    });
  });
});

describe('the start', () => {
  const ready = sessionAfter('SessionReady');
  const start = (weighing: Weighing | null = WEIGHING, time = '10:00:00', session = ready) =>
    outcome(startInfusion(session, { weighing }, by('lim', time)));

  it('is at the matched rate, for the matched volume', () => {
    const started = startInfusion(ready, { weighing: WEIGHING }, by('lim', '10:00:00'));
    expect(factOf(started, 'InfusionStarted')).toEqual({ rate: '54 mL/h', volumeToGive: '36 mL' });
  });

  it('is refused with another weight, none, or one too old', () => {
    expect(start(HEAVIER)).toEqual({ kind: 'weightChanged', matched: '72 kg', newest: '73 kg' });
    expect(start(null)).toEqual({ kind: 'notWeighed' });
    expect(start({ ...WEIGHING, weighedAt: at('10:00:00') - 25 * 3_600_000 })).toEqual({
      kind: 'weightTooOld',
      ageHours: 25,
      allowedHours: 24,
    });
  });

  it('is refused beyond the baseline’s age, the preparation’s time and 4 h after the match', () => {
    expect(start(WEIGHING, '10:06:00')).toEqual({ kind: 'baselineTooOld', minutes: 16, allowedMinutes: 15 });
    expect(start(WEIGHING, '13:26:00')).toMatchObject({ kind: 'baselineTooOld' });
    expect(start(WEIGHING, '13:26:01')).toEqual({ kind: 'matchLapsed' });
    expect(start(WEIGHING, '15:43:00')).toEqual({ kind: 'matchLapsed' });
    expect(start(WEIGHING, '15:43:01')).toEqual({
      kind: 'preparationExpired',
      label: 'KT-0412',
      expiredAt: at('15:43:00'),
    });
  });

  it('needs a read-back, and everything it is started by', () => {
    expect(start(WEIGHING, '10:00:00', { ...ready, readBack: null })).toEqual({ kind: 'pumpNotReadBack' });
    const nothing = { kind: 'notInThisState', state: 'READY' };
    expect(start(WEIGHING, '10:00:00', { ...ready, match: null })).toEqual(nothing);
    expect(start(WEIGHING, '10:00:00', { ...ready, authorised: null })).toEqual(nothing);
    const unprepared = { ...ready, preparation: { ...ready.preparation, witnessed: null } };
    expect(start(WEIGHING, '10:00:00', unprepared)).toEqual(nothing);
  });
});

describe('a weight after the match', () => {
  it('matters when it is another one', () => {
    const matched = sessionAfter('EntriesMatched');
    expect(weightChangedRefusal(matched, HEAVIER)).toEqual({
      kind: 'weightChanged',
      matched: '72 kg',
      newest: '73 kg',
    });
    expect(weightChangedRefusal(matched, { ...HEAVIER, weight: '72.0 kg' })).toBeUndefined();
    expect(weightChangedRefusal(matched, null)).toBeUndefined();
    expect(weightChangedRefusal(sessionAfter('PlanAuthorised'), HEAVIER)).toBeUndefined();
  });
});

describe('a change of the rate', () => {
  const running = sessionAfter('InfusionStarted');
  type Change = Parameters<typeof changeRate>[1];
  const change = (
    rate: string,
    more: Partial<Change> = {},
    person: Person = 'lim',
    second: Person | null = 'osei',
  ) => {
    const value = read<'mL/h'>(`${rate} mL/h`);
    const command: Change = {
      rate: value,
      readBack: value,
      reason: 'nausea',
      note: null,
      prescriber: null,
      ...more,
    };
    return changeRate(running, command, by(person, '10:12:00', second === null ? {} : { second }));
  };

  it('within 50 to 100 % of the ordered rate is the nurse’s, both ends allowed', () => {
    expect(factOf(change('40.5'), 'RateChanged')).toEqual({
      from: '54 mL/h',
      to: '40.5 mL/h',
      reason: 'nausea',
      note: null,
      orderedBy: null,
    });
    expect(outcome(change('27'))).toEqual(['RateChanged']);
    expect(outcome(change('26.9'))).toEqual({
      kind: 'rateNeedsPrescriber',
      rate: '26.9 mL/h',
      doseRate: expect.stringMatching(/^0\.37361|^269\/720/),
      lowest: '0.375 mg/kg/h',
      highest: '0.75 mg/kg/h',
    });
  });

  it('beyond it is a prescriber’s, by own hand or named with an own PIN', () => {
    expect(outcome(change('72'))).toMatchObject({ kind: 'rateNeedsPrescriber', rate: '72 mL/h' });
    expect(outcome(change('72', {}, 'patel'))).toEqual(['RateChanged']);
    const ordered = change('72', { prescriber: PEOPLE.patel });
    expect(factOf(ordered, 'RateChanged').orderedBy).toBe('patel');
    expect(outcome(change('40.5', { prescriber: PEOPLE.osei }))).toEqual({
      kind: 'roleNeeded',
      roles: ['prescriber'],
    });
  });

  it('beyond a hard limit is nobody’s', () => {
    const breach = {
      value: 'rate',
      strength: 'hard',
      side: 'above',
      actual: '2.5 mg/kg/h',
      limit: '2 mg/kg/h',
    };
    expect(outcome(change('180', { prescriber: PEOPLE.patel }))).toMatchObject({
      kind: 'rateOutsideHardLimit',
      breach,
    });
    // 1.25 mg/kg/h is beyond a soft limit only.
    expect(outcome(change('90', { prescriber: PEOPLE.patel }))).toEqual(['RateChanged']);
  });

  it('is one the pump can show, and another than before', () => {
    expect(outcome(change('40.55'))).toEqual({ kind: 'rateOffGrid', step: '0.1 mL/h' });
    expect(outcome(change('54'))).toEqual({ kind: 'rateUnchanged' });
  });

  it('upward is read by another checker; downward one alone may, and a second person is checked all the same', () => {
    const up = (second: Person | null) => outcome(change('72', { prescriber: PEOPLE.patel }, 'lim', second));
    expect(up(null)).toEqual({ kind: 'anotherPersonNeeded' });
    expect(up('lim')).toEqual({ kind: 'anotherPersonNeeded' });
    expect(up('reyes')).toMatchObject({ kind: 'roleNeeded' });
    expect(outcome(change('40.5', {}, 'lim', null))).toEqual(['RateChanged']);
    expect(outcome(change('40.5', {}, 'lim', 'lim'))).toEqual({ kind: 'anotherPersonNeeded' });
  });

  it('stands when the pump shows it', () => {
    expect(outcome(change('40.5', { readBack: read('4.05 mL/h') }))).toEqual({
      kind: 'readBackDiffers',
      fields: ['rate'],
    });
  });

  it('for another reason says which', () => {
    const other = (note: string | null) => change('40.5', { reason: 'other', note });
    expect(outcome(other(null))).toEqual({ kind: 'textMissing', field: 'note' });
    expect(outcome(other('  '))).toEqual({ kind: 'textMissing', field: 'note' });
    expect(factOf(other(' cold arm '), 'RateChanged').note).toBe('cold arm');
    expect(factOf(change('40.5', { note: ' ' }), 'RateChanged').note).toBeNull();
  });

  it('means nothing before a match', () => {
    const rate = read<'mL/h'>('40.5 mL/h');
    expect(rateRefusal(sessionAfter('PlanAuthorised'), rate, PEOPLE.patel)).toEqual({
      kind: 'notInThisState',
      state: 'AUTHORISED',
    });
  });
});

describe('a pause', () => {
  const running = sessionAfter('RateChanged');
  const paused = (reason: PauseReason | null, ...more: readonly Step[]) =>
    sessionAfter('RateChanged', step('InfusionPaused', { reason }, '10:20:00', 'lim'), ...more);
  const vitalsAt = (time: string, systolic = 130) =>
    step('VitalsRecorded', vitals(systolic, 80, 80, 97), time, 'lim');
  type Resume = Partial<Parameters<typeof resumeInfusion>[1]>;
  const resume = (session: ReturnType<typeof paused>, time = '10:25:00', more: Resume = {}) =>
    resumeInfusion(session, { readBack: read('40.5 mL/h'), prescriber: null, ...more }, by('lim', time));

  it('is taken with or without its reason, and not for a moment before the last change', () => {
    expect(factOf(pauseInfusion(running, null, by('reyes', '10:20:00')), 'InfusionPaused')).toEqual({
      reason: null,
    });
    const late = pauseInfusion(running, 'pump', by('lim', '10:20:00', { said: '10:11:59' }));
    expect(outcome(late)).toEqual({ kind: 'timeNotAllowed' });
  });

  it('is given its reason later', () => {
    const given = givePauseReason(paused(null), 'toilet', by('reyes', '10:21:00'));
    expect(factOf(given, 'PauseReasonGiven')).toEqual({ reason: 'toilet' });
  });

  it('ends at the rate before it, read from the pump', () => {
    const resumed = resume(paused('toilet'));
    expect(factOf(resumed, 'InfusionResumed')).toEqual({ rate: '40.5 mL/h', allowedBy: null });
    expect(outcome(resume(paused('toilet'), '10:25:00', { readBack: read('54 mL/h') }))).toEqual({
      kind: 'readBackDiffers',
      fields: ['rate'],
    });
    expect(rateBeforePause(paused('toilet'))).toBe('40.5 mL/h');
    expect(rateBeforePause(sessionAfter('SessionReady'))).toBe('0 mL/h');
  });

  it('does not end without its reason', () => {
    expect(outcome(resume(paused(null)))).toEqual({ kind: 'pauseReasonMissing' });
    expect(outcome(resume({ ...paused('toilet'), pauses: [] }))).toEqual({ kind: 'pauseReasonMissing' });
  });

  it('of more than 5 min, or for what the patient showed, needs vital signs first', () => {
    expect(outcome(resume(paused('toilet'), '10:25:01'))).toEqual({ kind: 'vitalsSincePauseMissing' });
    expect(outcome(resume(paused('toilet', vitalsAt('10:24:00')), '10:25:01'))).toEqual(['InfusionResumed']);
    for (const reason of ['distress', 'nausea', 'bloodPressure'] as const) {
      expect(outcome(resume(paused(reason)))).toEqual({ kind: 'vitalsSincePauseMissing' });
      expect(outcome(resume(paused(reason, vitalsAt('10:24:00'))))).toEqual(['InfusionResumed']);
    }
    expect(outcome(resume(paused('line')))).toEqual(['InfusionResumed']);
  });

  it('asks for a full set since it began: pressure, pulse and oxygen', () => {
    const since = (...steps: readonly Step[]) =>
      vitalsNeededSincePause(paused('nausea', ...steps), at('10:20:00'));
    const lacking = (missing: 'systolic' | 'heartRate' | 'spo2') =>
      step('VitalsRecorded', { ...vitals(130, 80, 80, 97), [missing]: null }, '10:22:00', 'lim');
    expect(since()).toBe(true);
    expect(since(vitalsAt('10:20:00'))).toBe(false);
    expect(since(lacking('systolic'))).toBe(true);
    expect(since(lacking('heartRate'))).toBe(true);
    expect(since(lacking('spo2'))).toBe(true);
  });

  it('after a serious effect, or a pressure at the action limit, ends by a prescriber', () => {
    const effect = (name: 'seizure' | 'psychosis' | 'nausea') =>
      step('EffectRecorded', { effect: name, severity: 2 }, '10:21:00', 'lim');
    const needed = { kind: 'resumeNeedsPrescriber' };
    expect(outcome(resume(paused('toilet', effect('seizure'))))).toEqual(needed);
    expect(outcome(resume(paused('toilet', effect('psychosis'))))).toEqual(needed);
    expect(outcome(resume(paused('toilet', effect('nausea'))))).toEqual(['InfusionResumed']);
    const over = step('EffectEnded', { effect: 'seizure' }, '10:22:00', 'lim');
    expect(outcome(resume(paused('toilet', effect('seizure'), over)))).toEqual(['InfusionResumed']);
    expect(outcome(resume(paused('toilet', vitalsAt('10:22:00', 180))))).toEqual(needed);
    expect(outcome(resume(paused('toilet', vitalsAt('10:22:00', 179))))).toEqual(['InfusionResumed']);
    const later = step('VitalsRecorded', { ...vitals(1, 1, 80, 97), systolic: null }, '10:23:00', 'lim');
    expect(needsPrescriber(paused('toilet', vitalsAt('10:22:00', 190), later))).toBe(true);
    expect(needsPrescriber({ ...paused('toilet', vitalsAt('10:22:00', 190)), authorised: null })).toBe(false);
    expect(needsPrescriber(sessionAfter('PlanAuthorised'))).toBe(false);
    const allowed = resume(paused('toilet', effect('seizure')), '10:25:00', { prescriber: PEOPLE.quinn });
    expect(factOf(allowed, 'InfusionResumed').allowedBy).toBe('quinn');
    expect(outcome(resume(paused('toilet'), '10:25:00', { prescriber: PEOPLE.osei }))).toEqual({
      kind: 'roleNeeded',
      roles: ['prescriber'],
    });
  });
});

describe('an interruption of the program', () => {
  const gap = { from: at('10:02:00'), to: at('10:04:00') };
  const answer = (session: ReturnType<typeof sessionAfter>) =>
    answerInterruption(session, { pumpState: 'running', pumpVolume: read('3.6 mL') }, by('lim', '10:05:00'));

  it('is answered by what the pump shows', () => {
    const found = sessionAfter('InfusionStarted', step('InterruptionFound', gap, '10:04:00', 'lim'));
    expect(factOf(answer(found), 'InterruptionAnswered')).toEqual({
      pumpState: 'running',
      pumpVolume: '3.6 mL',
    });
  });

  it('is answered once, and only when there was one', () => {
    const nothing = { kind: 'nothingToAnswer' };
    expect(outcome(answer(sessionAfter('InfusionStarted')))).toEqual(nothing);
    const answered = sessionAfter(
      'InfusionStarted',
      step('InterruptionFound', gap, '10:04:00', 'lim'),
      step('InterruptionAnswered', { pumpState: 'running', pumpVolume: '3.6 mL' }, '10:05:00', 'lim'),
    );
    expect(outcome(answer(answered))).toEqual(nothing);
  });
});
