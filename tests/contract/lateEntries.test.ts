import { describe, expect, it } from 'vitest';
import { errorText } from '../../src/renderer/errorText.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import {
  answerChecks,
  matchAda,
  prepareForAda,
  readPumpBack,
  startAda,
  vitals,
} from '../support/referenceSession.ts';
import { at, ZONE } from '../support/times.ts';
import { createUnsteadyClock } from '../support/unsteadyClock.ts';

const SEEN = { vitals: vitals(141, 88, 91, 98), effects: [], ended: [] };

async function running(): Promise<{ clinic: TestClinic; session: string }> {
  const clinic = await openClinic();
  return { clinic, session: await startAda(clinic) };
}

describe('an observation that is entered late', () => {
  it('stands where it was seen, with both times', async () => {
    const { clinic, session } = await running();
    clinic.clock.set(at('10:14:00'));
    await clinic.call('observation:record', { session, ...SEEN, at: at('10:13:00') });
    const view = await clinic.call('observation:record', { session, ...SEEN, at: at('10:10:00') });
    const rounds = view.timeline.filter(({ text }) => text === 'Vitals');
    expect(rounds.map(({ done, given }) => [done.happenedAt, done.recordedAt, done.late, given])).toEqual([
      [at('10:10:00'), at('10:14:00'), true, '9 mL'],
      [at('10:13:00'), at('10:14:00'), true, '11.7 mL'],
    ]);
    // Due again from what was seen last, not from what was typed last.
    expect(view.vitalsDueAt).toBe(at('10:23:00'));
  });

  it.each([
    [59_999, false],
    [60_000, true],
  ])('is marked late from 1 min on: %i ms', async (late, marked) => {
    const { clinic, session } = await running();
    clinic.clock.set(at('10:14:00'));
    const view = await clinic.call('observation:record', { session, ...SEEN, at: at('10:14:00') - late });
    expect(view.vitals.at(-1)?.done.late).toBe(marked);
  });

  it('lies no more than 60 s in the future', async () => {
    const { clinic, session } = await running();
    clinic.clock.set(at('10:14:00'));
    const refusal = await clinic.refusal('observation:record', { session, ...SEEN, at: at('10:15:00') + 1 });
    expect(refusal).toEqual({ kind: 'saidInFuture' });
    expect(errorText(refusal, ZONE)).toContain('more than 60 s in the future');
    const view = await clinic.call('observation:record', { session, ...SEEN, at: at('10:15:00') });
    expect(view.vitals.at(-1)?.done).toMatchObject({ happenedAt: at('10:15:00'), late: false });
  });

  it('lies never before the patient was here', async () => {
    const { clinic, session } = await running();
    clinic.clock.set(at('10:14:00'));
    const refusal = await clinic.refusal('observation:record', { session, ...SEEN, at: at('09:00:00') - 1 });
    expect(refusal).toEqual({ kind: 'saidBeforeArrival', arrivedAt: at('09:00:00'), by: 'arrival' });
    expect(errorText(refusal, ZONE)).toContain('before the patient was here (arrived 09:00)');
    const view = await clinic.call('observation:record', { session, ...SEEN, at: at('09:00:00') });
    expect(view.vitals[0]?.done.happenedAt).toBe(at('09:00:00'));
  });

  it('says why it is late when it lies more than 120 min back, and is never refused for that', async () => {
    const { clinic, session } = await running();
    clinic.clock.set(at('12:30:00'));
    const onTheEdge = await clinic.call('observation:record', { session, ...SEEN, at: at('10:30:00') });
    expect(onTheEdge.vitals).toHaveLength(2);
    const early = { session, ...SEEN, at: at('10:29:59') };
    const refusal = await clinic.refusal('observation:record', early);
    expect(refusal).toEqual({ kind: 'lateReasonMissing', minutes: 120 });
    expect(errorText(refusal, ZONE)).toContain('Type why it is late, or the number of the downtime form.');
    expect(await clinic.refusal('observation:record', { ...early, lateReason: '  ' })).toEqual(refusal);
    const view = await clinic.call('observation:record', { ...early, lateReason: 'downtime form 12' });
    expect(view.timeline.map(({ text, clinical }) => ({ text, clinical }))).toContainEqual({
      text: 'Why this entry is late: downtime form 12',
      clinical: true,
    });
    expect(view.events).toBe(onTheEdge.events + 2);
  });

  it('makes no session ready on a baseline that is too old by now, and puts no newer one out of force', async () => {
    const clinic = await openClinic();
    const session = await matchAda(clinic);
    await prepareForAda(clinic, session);
    clinic.clock.set(at('09:50:00'));
    await answerChecks(clinic, session);
    await readPumpBack(clinic, session);
    const old = await clinic.call('observation:record', { session, ...SEEN, at: at('09:34:00') });
    expect(old.state).toBe('PREPARED');
    const fresh = await clinic.call('observation:record', { session, ...SEEN });
    expect(fresh.state).toBe('READY');
    const later = await clinic.call('observation:record', { session, ...SEEN, at: at('09:20:00') });
    expect(later.baseline?.done.happenedAt).toBe(at('09:50:00'));
  });

  it('ends no effect before it began', async () => {
    const { clinic, session } = await running();
    clinic.clock.set(at('10:14:00'));
    const nausea = [{ effect: 'nausea' as const, severity: 1 }];
    await clinic.call('observation:record', { session, vitals: null, effects: nausea, ended: [] });
    clinic.clock.set(at('10:20:00'));
    const end = { session, vitals: null, effects: [], ended: ['nausea' as const] };
    expect(await clinic.refusal('observation:record', { ...end, at: at('10:13:00') })).toEqual({
      kind: 'timeNotAllowed',
    });
    const view = await clinic.call('observation:record', { ...end, at: at('10:18:00') });
    expect(view.effects[0]?.ended?.happenedAt).toBe(at('10:18:00'));
  });

  it('is never refused because the computer’s clock stands before the weighing', async () => {
    const { clinic, session } = await running();
    clinic.desk.close();
    const clock = createUnsteadyClock(at('08:30:00'), ZONE, { boot: 'after-the-restart' });
    const again = await openClinic({ clock, paths: clinic.paths });
    await again.signIn('lim');
    const view = await again.call('observation:record', { session, ...SEEN });
    expect(view.vitals).toHaveLength(2);
  });
});
