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
import type { PauseReason } from '../../../../src/core/session/events.ts';
import { read } from '../../../support/exactText.ts';
import {
  by,
  factOf,
  outcome,
  PEOPLE,
  type Person,
  type Step,
  sessionAfter,
  step,
} from '../../../support/playedSession.ts';
import { vitals } from '../../../support/referenceSession.ts';
import { at } from '../../../support/times.ts';

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
    const slower = sessionAfter('RateChanged');
    const back = { rate: read<'mL/h'>('54 mL/h'), readBack: read<'mL/h'>('54 mL/h') };
    const full = changeRate(
      slower,
      { ...back, reason: 'comfort', note: null, prescriber: null },
      by('lim', '10:15:00', { second: 'osei' }),
    );
    expect(factOf(full, 'RateChanged')).toMatchObject({ from: '40.5 mL/h', to: '54 mL/h', orderedBy: null });
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
    expect(factOf(change('180', { prescriber: PEOPLE.patel }), 'TryRefused')).toMatchObject({
      refusal: { kind: 'rateOutsideHardLimit', breach },
      typed: '180 mL/h',
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
    expect(factOf(change('40.5', { readBack: read('4.05 mL/h') }), 'TryRefused')).toEqual({
      refusal: { kind: 'readBackDiffers', fields: ['rate'] },
      typed: '4.05 mL/h',
    });
  });

  it('for another reason says which', () => {
    const other = (note: string | null) => change('40.5', { reason: 'other', note });
    expect(outcome(other(null))).toEqual({ kind: 'textMissing', field: 'note' });
    expect(outcome(other('  '))).toEqual({ kind: 'textMissing', field: 'note' });
    expect(factOf(other(' cold arm '), 'RateChanged').note).toBe('cold arm');
    expect(factOf(change('40.5', { note: ' ' }), 'RateChanged').note).toBeNull();
  });

  it('means nothing without an order, and begins at rest without a run', () => {
    const command = { rate: read<'mL/h'>('40.5 mL/h'), readBack: read<'mL/h'>('40.5 mL/h') };
    const rest = { reason: 'nausea', note: null, prescriber: null } as const;
    const deciding = by('lim', '10:12:00', { second: 'osei' });
    const unordered = changeRate({ ...running, authorised: null }, { ...command, ...rest }, deciding);
    expect(outcome(unordered)).toEqual({ kind: 'notInThisState', state: 'RUNNING' });
    for (const run of [null, running.run && { ...running.run, stretches: [] }]) {
      const changed = changeRate({ ...running, run }, { ...command, ...rest }, deciding);
      expect(factOf(changed, 'RateChanged').from).toBe('0 mL/h');
    }
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
    expect(factOf(resume(paused('toilet'), '10:25:00', { readBack: read('54 mL/h') }), 'TryRefused')).toEqual(
      {
        refusal: { kind: 'readBackDiffers', fields: ['rate'] },
        typed: '54 mL/h',
      },
    );
    expect(rateBeforePause(paused('toilet'))).toBe('40.5 mL/h');
    expect(rateBeforePause(sessionAfter('SessionReady'))).toBe('0 mL/h');
    const { run } = running;
    expect(rateBeforePause({ ...running, run: run && { ...run, stretches: [] } })).toBe('0 mL/h');
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
