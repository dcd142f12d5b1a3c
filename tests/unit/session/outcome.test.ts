import { describe, expect, it } from 'vitest';
import { pumpedOf } from '../../../src/core/session/countedSession.ts';
import { peakPressure, sessionOutcome } from '../../../src/core/session/outcome.ts';
import { played, STORY, sessionAfter, step } from '../../support/playedSession.ts';
import { vitals } from '../../support/referenceSession.ts';

describe('what a session came to', () => {
  it('is what was ordered, what the pump was told and what it gave, with the highest pressure', () => {
    expect(sessionOutcome(played(STORY))).toEqual({
      library: '0'.repeat(64),
      ordered: '0.5 mg/kg',
      told: '36 mg',
      given: '36 mg',
      givenPerKg: '0.5 mg/kg',
      peakPressure: '128/76',
      worstEffect: null,
    });
  });

  it('is not known of a plan, and of a running session only as far as it has come', () => {
    const nothing = { given: null, givenPerKg: null, worstEffect: null };
    expect(sessionOutcome(sessionAfter('SessionPlanned'))).toEqual({
      library: '0'.repeat(64),
      ordered: null,
      told: null,
      peakPressure: null,
      ...nothing,
    });
    expect(sessionOutcome(sessionAfter('PlanAuthorised'))).toMatchObject({
      ordered: '0.5 mg/kg',
      told: null,
      ...nothing,
    });
    expect(sessionOutcome(sessionAfter('InfusionStarted'))).toMatchObject({ told: '36 mg', ...nothing });
  });

  it('was told the dose after rounding, and gave nothing that is known before the pump is read', () => {
    const running = sessionAfter('InfusionStarted');
    const match = pumpedOf(running)?.match;
    if (!match) throw new Error('no match');
    const rounded = {
      ...running,
      match: { ...match, sum: { ...match.sum, achievedDose: '35.9 mg' as const } },
    };
    expect(sessionOutcome(rounded).told).toBe('35.9 mg');
    const stopped = sessionAfter(
      'InfusionStarted',
      step('InfusionStopped', { reason: 'pain' }, '10:10:00', 'lim'),
      step('RecoveryStarted', {}, '10:10:00', 'lim'),
    );
    expect(sessionOutcome(stopped)).toMatchObject({ given: null, givenPerKg: null });
  });

  it('has no highest pressure where none was measured', () => {
    const session = sessionAfter('VitalsRecorded');
    const unmeasured = session.vitals.map((each) => ({ ...each, systolic: null, diastolic: null }));
    expect(peakPressure({ ...session, vitals: unmeasured })).toBeNull();
    expect(peakPressure({ ...session, vitals: [...unmeasured, ...session.vitals] })).toBe('128/76');
  });

  it('gives no dose per kilogram where no weight was agreed on', () => {
    const session = { ...played(STORY), match: null };
    expect(sessionOutcome(session)).toMatchObject({ given: '36 mg', givenPerKg: null, told: null });
  });

  it('names the highest systolic pressure, with a dash for a diastolic nobody took', () => {
    const later = (systolic: number | null, diastolic: number | null, at: string) =>
      step('VitalsRecorded', { ...vitals(0, 0, 74, 98), systolic, diastolic }, at, 'lim');
    const seen = sessionAfter(
      'InfusionStarted',
      later(131, 80, '10:05:00'),
      later(151, null, '10:10:00'),
      later(null, null, '10:15:00'),
      later(140, 90, '10:20:00'),
    );
    expect(peakPressure(seen)).toBe('151/–');
  });

  it('names the worst effect as bad as it ever was, and neither calm nor nothing', () => {
    const effect = (kind: 'nausea' | 'dissociation' | 'calm' | 'none', severity: number, at: string) =>
      step('EffectRecorded', { effect: kind, severity }, at, 'lim');
    const well = sessionAfter(
      'InfusionStarted',
      effect('calm', 3, '10:02:00'),
      effect('none', 3, '10:03:00'),
    );
    expect(sessionOutcome(well).worstEffect).toBeNull();
    const unwell = sessionAfter(
      'InfusionStarted',
      effect('calm', 3, '10:02:00'),
      effect('dissociation', 1, '10:04:00'),
      effect('nausea', 2, '10:05:00'),
      effect('nausea', 1, '10:06:00'),
    );
    expect(sessionOutcome(unwell).worstEffect).toBe('nausea, moderate');
  });
});
