import { describe, expect, it } from 'vitest';
import { vitalsDueAt } from '../../../src/core/session/dueTimes.ts';
import { REFERENCE, sessionAfter, step } from '../../support/playedSession.ts';
import { vitals } from '../../support/referenceSession.ts';
import { at } from '../../support/times.ts';

const { infusion, recovery } = REFERENCE.rules.protocol.vitalsEveryMinutes;
const round = (time: string) => step('VitalsRecorded', vitals(120, 80, 80, 98), time, 'lim');
const minutesAfter = (minutes: number, time: string) => at(time) + minutes * 60_000;

describe('the next vital signs', () => {
  it('are due one interval after the start, or after the newest round', () => {
    expect(vitalsDueAt(sessionAfter('InfusionStarted'))).toBe(minutesAfter(infusion, '10:00:00'));
    const rounds = [round('10:05:00'), round('10:09:00'), round('10:14:00')];
    expect(vitalsDueAt(sessionAfter('InfusionStarted', ...rounds))).toBe(minutesAfter(infusion, '10:14:00'));
    expect(vitalsDueAt(sessionAfter('InfusionPaused'))).toBe(minutesAfter(infusion, '10:00:00'));
  });

  it('are due by the interval of the recovery after the end', () => {
    expect(vitalsDueAt(sessionAfter('RecoveryStarted'))).toBe(minutesAfter(recovery, '10:54:20'));
    expect(vitalsDueAt(sessionAfter('RecoveryStarted', round('11:10:00')))).toBe(
      minutesAfter(recovery, '11:10:00'),
    );
  });

  it('are not due before the start, after the discharge or without a protocol', () => {
    expect(vitalsDueAt(sessionAfter('SessionReady'))).toBeNull();
    expect(vitalsDueAt(sessionAfter('PatientDischarged'))).toBeNull();
    expect(vitalsDueAt({ ...sessionAfter('InfusionStarted'), authorised: null })).toBeNull();
  });
});
