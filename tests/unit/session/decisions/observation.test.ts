import { describe, expect, it } from 'vitest';
import { recordObservation } from '../../../../src/core/session/decisions/recordCare.ts';
import type { EffectKind, Vitals } from '../../../../src/core/session/events.ts';
import { isLate, lateEntryRefusal } from '../../../../src/core/session/lateEntry.ts';
import { by, factOf, outcome, type Step, sessionAfter, step } from '../../../support/playedSession.ts';
import { vitals } from '../../../support/referenceSession.ts';
import { at } from '../../../support/times.ts';

const FULL = vitals(130, 80, 80, 97);
const EMPTY: Vitals = {
  systolic: null,
  diastolic: null,
  heartRate: null,
  spo2: null,
  oxygen: null,
  respiration: null,
  temperature: null,
  moaas: null,
  pain: null,
};

type Observation = Parameters<typeof recordObservation>[1];
const RUNNING = sessionAfter('RateChanged');

function observe(observation: Partial<Observation>, time = '10:15:00', said = time, session = RUNNING) {
  const nothing: Observation = { vitals: null, effects: [], ended: [], lateReason: null };
  return recordObservation(session, { ...nothing, ...observation }, by('reyes', time, { said }));
}

describe('an observation', () => {
  it('is recorded whatever its values are, each part as its own fact', () => {
    const observed = observe({
      vitals: vitals(240, 30, 250, 60),
      effects: [{ effect: 'nausea', severity: 2 }],
      ended: ['dizzy'],
    });
    expect(outcome(observed)).toEqual(['VitalsRecorded', 'EffectRecorded', 'EffectEnded']);
    expect(factOf(observed, 'VitalsRecorded')).toEqual(vitals(240, 30, 250, 60));
    expect(factOf(observed, 'EffectRecorded')).toEqual({ effect: 'nausea', severity: 2 });
    expect(factOf(observed, 'EffectEnded')).toEqual({ effect: 'dizzy' });
  });

  it('of one value is a round, and one of nothing is none', () => {
    expect(outcome(observe({ vitals: { ...EMPTY, pain: 0 } }))).toEqual(['VitalsRecorded']);
    const empty = { kind: 'vitalsEmpty' };
    expect(outcome(observe({}))).toEqual(empty);
    expect(outcome(observe({ vitals: EMPTY }))).toEqual(empty);
    expect(outcome(observe({ vitals: EMPTY, effects: [{ effect: 'itch', severity: 1 }] }))).toEqual([
      'EffectRecorded',
    ]);
    expect(outcome(observe({ ended: ['itch'] }))).toEqual(['EffectEnded']);
  });

  it('with the pressure upside down is refused', () => {
    const inverted = { kind: 'vitalsInverted' };
    const systolicAlone = { ...FULL, diastolic: null };
    expect(outcome(observe({ vitals: systolicAlone }))).toEqual(['VitalsRecorded']);
    expect(outcome(observe({ vitals: { ...FULL, systolic: 80, diastolic: 80 } }))).toEqual(inverted);
    expect(outcome(observe({ vitals: { ...FULL, systolic: 79, diastolic: 80 } }))).toEqual(inverted);
    expect(outcome(observe({ vitals: { ...FULL, systolic: 81, diastolic: 80 } }))).toEqual([
      'VitalsRecorded',
    ]);
    expect(outcome(observe({ vitals: { ...FULL, systolic: 79, diastolic: null } }))).toEqual([
      'VitalsRecorded',
    ]);
    expect(outcome(observe({ vitals: { ...FULL, systolic: null, diastolic: 80 } }))).toEqual([
      'VitalsRecorded',
    ]);
  });

  it.each<[EffectKind, readonly number[]]>([
    ['none', [0]],
    ['nausea', [1, 2, 3]],
    ['dissociation', [0, 1, 2, 3, 4]],
  ])('of %s has its own severities', (effect, allowed) => {
    const known = [-1, 0, 0.5, 1, 2, 3, 4, 5].filter((severity) =>
      Array.isArray(outcome(observe({ effects: [{ effect, severity }] }))),
    );
    expect(known).toEqual(allowed);
    expect(outcome(observe({ effects: [{ effect, severity: 9 }] }))).toEqual({
      kind: 'severityUnknown',
      effect,
    });
  });

  it('of an effect nobody knows is refused, alone or beside one that is known', () => {
    const effect = 'sneezing' as EffectKind;
    const known = { effect: 'nausea', severity: 1 } as const;
    expect(outcome(observe({ effects: [known, { effect, severity: 1 }] }))).toEqual({
      kind: 'severityUnknown',
      effect,
    });
    expect(outcome(observe({ effects: [{ effect, severity: 1 }] }))).toEqual({
      kind: 'severityUnknown',
      effect,
    });
  });

  it('cannot end an effect before it began', () => {
    const nausea = (...more: readonly Step[]) =>
      sessionAfter(
        'RateChanged',
        step('EffectRecorded', { effect: 'nausea', severity: 1 }, '10:14:00', 'lim'),
        ...more,
      );
    const end = (said: string, session = nausea()) =>
      outcome(observe({ ended: ['nausea'] }, '10:20:00', said, session));
    expect(end('10:14:00')).toEqual(['EffectEnded']);
    expect(end('10:13:59')).toEqual({ kind: 'timeNotAllowed' });
    expect(outcome(observe({ ended: ['itch'] }, '10:20:00', '10:13:59', nausea()))).toEqual(['EffectEnded']);
    const over = nausea(step('EffectEnded', { effect: 'nausea' }, '10:16:00', 'lim'));
    expect(end('10:13:59', over)).toEqual(['EffectEnded']);
  });

  it('that is the baseline makes a session ready, fresh when it is recorded', () => {
    const readBack = step(
      'PumpReadBackAgreed',
      { pump: 'P', programmedBy: 'lim', rate: '54 mL/h', volumeLimit: '36 mL' },
      '09:50:00',
      'lim',
    );
    const prepared = sessionAfter('LabelChecked', readBack);
    const calm = { effects: [{ effect: 'calm', severity: 1 }] } as const;
    expect(outcome(observe(calm, '09:55:00', '09:55:00', prepared))).toEqual(['EffectRecorded']);
    expect(outcome(observe({ vitals: FULL }, '09:55:00', '09:55:00', prepared))).toEqual([
      'VitalsRecorded',
      'SessionReady',
    ]);
    expect(outcome(observe({ vitals: FULL }, '09:55:00', '09:40:00', prepared))).toEqual([
      'VitalsRecorded',
      'SessionReady',
    ]);
    expect(outcome(observe({ vitals: FULL }, '09:56:00', '09:40:00', prepared))).toEqual(['VitalsRecorded']);
    expect(
      outcome(observe({ effects: [{ effect: 'itch', severity: 1 }] }, '09:55:00', '09:55:00', prepared)),
    ).toEqual(['EffectRecorded']);
  });
});

describe('a late entry', () => {
  const match = sessionAfter('EntriesMatched').match;
  const late = (time: string, said: string, reason: string | null = null) =>
    lateEntryRefusal({ match, arrivedAt: null }, reason, by('lim', time, { said }));

  it('is one said to have been at least a minute earlier', () => {
    expect(isLate({ happenedAt: 0, recordedAt: 59_999 })).toBe(false);
    expect(isLate({ happenedAt: 0, recordedAt: 60_000 })).toBe(true);
    expect(isLate({ happenedAt: 50_000, recordedAt: 60_000 })).toBe(false);
  });

  it('is not said to be more than a minute ahead, nor before the patient came', () => {
    expect(late('10:00:00', '10:01:00')).toBeUndefined();
    expect(late('10:00:00', '10:01:01')).toEqual({ kind: 'saidInFuture' });
    expect(late('10:00:00', '09:12:00')).toBeUndefined();
    expect(late('10:00:00', '09:11:59')).toEqual({
      kind: 'saidBeforeArrival',
      arrivedAt: at('09:12:00'),
      by: 'weighing',
    });
    expect(
      lateEntryRefusal(
        { match, arrivedAt: at('09:05:00') },
        null,
        by('lim', '10:00:00', { said: '09:04:59' }),
      ),
    ).toEqual({ kind: 'saidBeforeArrival', arrivedAt: at('09:05:00'), by: 'arrival' });
    expect(
      lateEntryRefusal({ match: null, arrivedAt: null }, null, by('lim', '10:00:00', { said: '09:11:59' })),
    ).toBeUndefined();
    // What happens now is never early: the clock itself was set back.
    expect(
      lateEntryRefusal({ match, arrivedAt: null }, null, { ...by('lim', '10:00:00'), at: at('08:00:00') }),
    ).toBeUndefined();
  });

  it('says why, from more than 120 min back on', () => {
    expect(late('12:00:00', '10:00:00')).toBeUndefined();
    expect(late('12:00:01', '10:00:00')).toEqual({ kind: 'lateReasonMissing', minutes: 120 });
    expect(late('12:01:00', '10:00:00', ' ')).toEqual({ kind: 'lateReasonMissing', minutes: 121 });
    expect(late('12:00:01', '10:00:00', 'on the downtime form')).toBeUndefined();
  });

  it('keeps its reason beside it', () => {
    const observed = observe({ vitals: FULL, lateReason: ' downtime form ' }, '12:30:00', '10:15:00');
    expect(outcome(observed)).toEqual(['VitalsRecorded', 'LateEntryReasonGiven']);
    expect(factOf(observed, 'LateEntryReasonGiven')).toEqual({ reason: 'downtime form' });
    expect(outcome(observe({ vitals: FULL, lateReason: ' ' }))).toEqual(['VitalsRecorded']);
    expect(outcome(observe({ vitals: FULL, lateReason: 'x' }))).toEqual(['VitalsRecorded']);
    expect(outcome(observe({ vitals: FULL }, '12:30:00', '10:15:00'))).toMatchObject({
      kind: 'lateReasonMissing',
    });
  });
});
