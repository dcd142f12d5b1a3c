import { describe, expect, it, vi } from 'vitest';
import { quantityText } from '../../src/core/quantity/quantity.ts';
import { sessionOutcome } from '../../src/core/session/outcome.ts';
import { newEventId } from '../../src/main/eventId.ts';
import type { Batch } from '../../src/main/eventLog/eventLog.ts';
import { dumpProjections, rebuildProjections } from '../../src/main/projections/tables.ts';
import type { OpenRecord } from '../../src/main/services/openRecord.ts';
import { knownPatient } from '../../src/main/services/patientHistory.ts';
import { loadPatient } from '../../src/main/services/patients.ts';
import { loadSession } from '../../src/main/services/sessionSteps.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { STORY, type Step, step } from '../support/playedSession.ts';
import { completeAda, dischargeAda, runAda, startAda, vitals } from '../support/referenceSession.ts';

function recordOf(clinic: TestClinic): OpenRecord {
  const record = clinic.desk.record();
  if (!record) throw new Error('no record');
  return record;
}

function madeAnew(record: OpenRecord, id: string) {
  const loaded = loadSession(record, id);
  if (!loaded) throw new Error('no session');
  return sessionOutcome(loaded.session);
}

function batch({ log, clock }: OpenRecord, session: string, steps: readonly Step[]): Batch {
  const stream = `session:${session}`;
  const events = steps.map(({ event, by, witness }) => ({
    ...event,
    id: newEventId(),
    happenedAt: clock.now(),
    actor: by,
    witness,
  }));
  return { stream, after: log.position(stream), events };
}

function play(record: OpenRecord, session: string, steps: readonly Step[]): void {
  const saved = record.log.append([batch(record, session, steps)]);
  expect(saved.ok).toBe(true);
}

/** The tables as they are, held against the same made anew from the first event on. */
function expectRebuiltEqual({ log: { database } }: OpenRecord): void {
  const live = dumpProjections(database);
  rebuildProjections(database);
  expect(JSON.stringify(dumpProjections(database))).toBe(JSON.stringify(live));
}

/** The story, its signatures over a record hash of real length. */
const SIGNED_STORY = STORY.map((each) =>
  each.event.type === 'SessionSigned' || each.event.type === 'SessionCountersigned'
    ? { ...each, event: { ...each.event, data: { ...each.event.data, recordHash: '0'.repeat(64) } } }
    : each,
);
const UP_TO_LAST = SIGNED_STORY.slice(0, -1);
const LAST = SIGNED_STORY.slice(-1);

describe('what finished sessions came to', () => {
  it('is looked up for the list of a patient and for the limits of a plan: no finished session is made anew', async () => {
    const clinic = await openClinic();
    const patient = await completeAda(clinic);
    await clinic.signIn('patel');
    const record = recordOf(clinic);
    const read = vi.spyOn(record.log, 'readStream');
    const sessionsRead = () => read.mock.calls.filter(([stream]) => stream.startsWith('session:')).length;
    const { rows } = await clinic.call('patient:sessions', { patient, after: null });
    expect(rows[0]).toMatchObject({
      state: 'SIGNED',
      given: '36 mg',
      worstEffect: 'distress, moderate',
      peakPressure: '152/94',
    });
    expect(sessionsRead()).toBe(0);
    const loaded = loadPatient(record, patient);
    const known = loaded && knownPatient(record, loaded, null);
    expect(known?.earlier.map(({ given }) => quantityText(given))).toEqual(rows.map(({ given }) => given));
    expect(sessionsRead()).toBe(0);
    for (const row of rows) expect(record.tables.outcome(row.id)).toEqual(madeAnew(record, row.id));
    expectRebuiltEqual(record);
  });

  it('is not kept of a session that goes on, and follows what is corrected after the discharge', async () => {
    const clinic = await openClinic();
    const session = await startAda(clinic);
    const record = recordOf(clinic);
    await runAda(clinic, session);
    expect(record.tables.outcome(session)).toBeUndefined();
    await dischargeAda(clinic, session);
    const before = record.tables.outcome(session);
    expect(before).toEqual(madeAnew(record, session));
    const rounds = loadSession(record, session)?.session.vitals ?? [];
    const corrects = rounds.find(({ systolic }) => systolic === 152)?.id ?? '';
    await clinic.call('observation:correct', {
      session,
      corrects,
      vitals: vitals(161, 94, 92, 98),
      effect: null,
      seenAt: null,
      reason: 'mistyped',
      note: null,
    });
    expect(record.tables.outcome(session)?.peakPressure).toBe('161/94');
    expect(before?.peakPressure).toBe('152/94');
    expectRebuiltEqual(record);
  });

  it('is right for a session that was lost from sight: the program started again, or many others came between', async () => {
    const clinic = await openClinic();
    const ids = Array.from({ length: 70 }, (_, index) => `many-${index}`);
    for (const id of ids) play(recordOf(clinic), id, UP_TO_LAST.slice(0, 30));
    for (const id of ids) play(recordOf(clinic), id, UP_TO_LAST.slice(30));
    clinic.desk.close();
    const again = await openClinic({ paths: clinic.paths });
    const record = recordOf(again);
    const expected = madeAnew(record, ids[0] ?? '');
    expect(expected.given).toBe('36 mg');
    for (const id of ids) expect(record.tables.outcome(id), id).toEqual(expected);
    play(record, ids[3] ?? '', LAST);
    expect(record.tables.outcome(ids[3] ?? '')).toEqual(expected);
    expectRebuiltEqual(record);
  });

  it('takes nothing from a save that was undone', async () => {
    const clinic = await openClinic();
    const record = recordOf(clinic);
    play(record, 'one', UP_TO_LAST);
    const wrong = step('VitalsRecorded', vitals(199, 99, 74, 98), '15:05:00', 'lim');
    const moved = { ...batch(record, 'other', UP_TO_LAST), after: 5 };
    expect(record.log.append([batch(record, 'one', [wrong, wrong]), moved])).toMatchObject({ ok: false });
    play(record, 'one', LAST);
    expect(record.tables.outcome('one')?.peakPressure).toBe('128/76');
    expect(record.tables.outcome('one')).toEqual(madeAnew(record, 'one'));
    expectRebuiltEqual(record);
  });

  it('is not claimed of a session with a fact this version does not know', async () => {
    const clinic = await openClinic();
    const record = recordOf(clinic);
    play(record, 'one', UP_TO_LAST);
    expect(record.tables.outcome('one')).toBeDefined();
    const strange = step('SessionReady', {}, '15:05:00', 'lim');
    play(record, 'one', [{ ...strange, event: { ...strange.event, type: 'LimbWarmed' } as never }]);
    expect(record.tables.outcome('one')).toBeUndefined();
    play(record, 'one', LAST);
    expect(record.tables.outcome('one')).toBeUndefined();
    expectRebuiltEqual(record);
  });
});
