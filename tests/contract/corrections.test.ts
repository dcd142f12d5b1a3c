import { describe, expect, it } from 'vitest';
import type { Request } from '../../src/contract/channels.ts';
import type { SessionView } from '../../src/contract/views/session.ts';
import { differenceLines } from '../../src/renderer/documents/sessionSummary/differencesText.ts';
import { printedTimeline } from '../../src/renderer/documents/sessionSummary/printedTimeline.ts';
import { errorText } from '../../src/renderer/errorText.ts';
import { openClinic, type TestClinic } from '../support/clinic.ts';
import { dischargeAda, runAda, signAda, startAda, vitals } from '../support/referenceSession.ts';
import { at, ZONE } from '../support/times.ts';

type Correction = Omit<Request<'observation:correct'>, 'requestId' | 'session'>;

const RIGHT = vitals(114, 88, 91, 98);

/** R. Lim recorded 141/88 at 10:10 and nausea 1 with it; it is 10:14 now. */
async function observed() {
  const clinic = await openClinic();
  const session = await startAda(clinic);
  clinic.clock.set(at('10:10:00'));
  const nausea = [{ effect: 'nausea' as const, severity: 1 }];
  const seen = { session, vitals: vitals(141, 88, 91, 98), effects: nausea, ended: [] };
  const view = await clinic.call('observation:record', seen);
  clinic.clock.set(at('10:14:00'));
  const round = idOf(view, 'Vitals');
  const effect = idOf(view, 'Nausea 1 (mild)');
  const of = { vitals: null, effect: null, seenAt: null, reason: 'mistyped', note: null } as const;
  const correct = (correction: Partial<Correction>) =>
    clinic.call('observation:correct', { session, corrects: round, ...of, ...correction });
  const refusal = (correction: Partial<Correction>) =>
    clinic.refusal('observation:correct', { session, corrects: round, ...of, ...correction });
  return { clinic, session, view, round, effect, correct, refusal };
}

function idOf({ timeline }: SessionView, text: string): string {
  return timeline.findLast((row) => row.text === text)?.correctable?.id ?? '';
}

function storedRow({ desk }: TestClinic, id: string): unknown {
  return desk.record()?.log.database.prepare('SELECT * FROM event WHERE id = ?').get(id);
}

describe('a correction', () => {
  it('of vital signs stands beside the first values, which stay in the log byte for byte', async () => {
    const { clinic, view, round, correct } = await observed();
    const before = storedRow(clinic, round);
    expect(before).toBeDefined();
    const after = await correct({ vitals: RIGHT });
    expect(storedRow(clinic, round)).toEqual(before);
    expect(after.events).toBe(view.events + 1);
    expect(after.vitals.at(-1)).toMatchObject({ systolic: 114, done: { happenedAt: at('10:10:00') } });
    const rows = after.timeline.filter(({ text }) => text === 'Vitals');
    expect(
      rows.map(({ vitals: row, superseded, correction, correctable, done }) => ({
        systolic: row?.systolic,
        superseded,
        correction,
        correctable: correctable?.id ?? null,
        at: done.happenedAt,
      })),
    ).toEqual([
      { systolic: 141, superseded: true, correction: null, correctable: null, at: at('10:10:00') },
      {
        systolic: 114,
        superseded: false,
        correction: { recordedAt: at('10:14:00'), why: 'mistyped' },
        correctable: round,
        at: at('10:10:00'),
      },
    ]);
  });

  it('of a correction leaves every earlier value readable, and is no late entry', async () => {
    const { correct } = await observed();
    await correct({ vitals: RIGHT });
    const view = await correct({ vitals: vitals(118, 88, 91, 98), reason: 'other', note: ' cuff slipped ' });
    const rows = view.timeline.filter(({ text }) => text === 'Vitals');
    expect(rows.map(({ vitals: row, superseded }) => [row?.systolic, superseded])).toEqual([
      [141, true],
      [114, true],
      [118, false],
    ]);
    expect(rows.at(-1)?.correction?.why).toBe('cuff slipped');
    expect(rows.some(({ done }) => done.late)).toBe(false);
  });

  it('of the time moves what follows from it: the round, what was given by then, and when the next is due', async () => {
    const { view, correct } = await observed();
    expect(view.vitalsDueAt).toBe(at('10:20:00'));
    const after = await correct({
      vitals: vitals(141, 88, 91, 98),
      seenAt: at('10:05:00'),
      reason: 'wrongTime',
    });
    expect(after.vitalsDueAt).toBe(at('10:15:00'));
    const row = after.timeline.find(({ correction }) => correction !== null);
    expect(row).toMatchObject({ given: '4.5 mL', done: { happenedAt: at('10:05:00'), late: true } });
  });

  it('of the baseline moves the limits that follow from it', async () => {
    const { clinic, session, correct } = await observed();
    const baseline = idOf(await clinic.call('session:load', { session }), 'Baseline vitals');
    const view = await correct({ corrects: baseline, vitals: vitals(120, 76, 78, 98) });
    expect(view.baseline?.systolic).toBe(120);
    expect(view.systolicBand).toEqual({ lowest: '96 mmHg', highest: '144 mmHg' });
  });

  it('of an effect changes its worst severity, or the effect itself', async () => {
    const { clinic, session, effect, correct } = await observed();
    const worse = { corrects: effect, effect: { effect: 'nausea' as const, severity: 3 } };
    expect((await correct(worse)).effects).toMatchObject([{ effect: 'nausea', worst: 3, ended: null }]);
    const other = { corrects: effect, effect: { effect: 'dizzy' as const, severity: 1 } };
    const view = await correct(other);
    expect(view.effects).toMatchObject([{ effect: 'dizzy', worst: 1 }]);
    expect(view.timeline.filter(({ superseded }) => superseded).map(({ text }) => text)).toEqual([
      'Nausea 1 (mild)',
      'Nausea 3 (severe)',
    ]);
    expect((await clinic.call('board:load', {})).chairs[1]?.session?.openEffects).toBe(1);
    expect(session).toBeTruthy();
  });

  it('never lets an effect begin after it ended', async () => {
    const { clinic, session, effect, correct, refusal } = await observed();
    await clinic.call('observation:record', { session, vitals: null, effects: [], ended: ['nausea'] });
    clinic.clock.set(at('10:20:00'));
    const nausea = { corrects: effect, effect: { effect: 'nausea' as const, severity: 1 } };
    expect(await refusal({ ...nausea, seenAt: at('10:14:01') })).toEqual({ kind: 'timeNotAllowed' });
    expect((await correct({ ...nausea, seenAt: at('10:13:00') })).effects).toMatchObject([
      { began: { happenedAt: at('10:13:00') }, ended: { happenedAt: at('10:14:00') } },
    ]);
  });

  it('keeps the bounds of an observation, says what is missing, and names what it corrects', async () => {
    const { clinic, session, effect, round, refusal } = await observed();
    const other = idOf(await clinic.call('session:load', { session }), 'Start, pump P-03');
    for (const [correction, kind] of [
      [{ vitals: vitals(141, 88, 91, 98) }, 'nothingCorrected'],
      [{ vitals: vitals(80, 88, 91, 98) }, 'vitalsInverted'],
      [{ vitals: { ...vitals(1, 1, 1, 1), ...EMPTY } }, 'vitalsEmpty'],
      [{ vitals: RIGHT, reason: 'other' }, 'textMissing'],
      [{ vitals: RIGHT, seenAt: at('10:15:01') }, 'saidInFuture'],
      [{ vitals: RIGHT, seenAt: at('08:59:59') }, 'saidBeforeArrival'],
      [{ corrects: effect, effect: { effect: 'nausea', severity: 4 } }, 'severityUnknown'],
      [{ corrects: effect, vitals: RIGHT }, 'nothingToCorrect'],
      [{ corrects: round, effect: { effect: 'nausea', severity: 2 } }, 'nothingToCorrect'],
      [{ corrects: other, vitals: RIGHT }, 'nothingToCorrect'],
    ] as const satisfies readonly (readonly [Partial<Correction>, string])[]) {
      expect(await refusal(correction), kind).toMatchObject({ kind });
    }
    expect(
      (await clinic.call('session:load', { session })).timeline.some(({ superseded }) => superseded),
    ).toBe(false);
  });

  it('is for whoever recorded it, and for any nurse', async () => {
    const { clinic, session, correct, refusal } = await observed();
    await clinic.signIn('patel');
    const theirs = await refusal({ vitals: RIGHT });
    expect(theirs).toEqual({ kind: 'othersObservation' });
    expect(errorText(theirs, ZONE)).toContain('Only they or a nurse can correct it.');
    const own = await clinic.call('observation:record', {
      session,
      vitals: vitals(150, 90, 80, 97),
      effects: [],
      ended: [],
    });
    await correct({ corrects: idOf(own, 'Vitals'), vitals: vitals(130, 90, 80, 97) });
    await clinic.signIn('osei');
    expect((await correct({ vitals: RIGHT })).timeline.at(-1)?.done.by.name).toBe('Dr S. Patel');
    await clinic.signIn('reyes');
    expect(await refusal({ vitals: RIGHT })).toMatchObject({ kind: 'roleNeeded' });
  });

  it('is taken until the nurse has signed, and not after', async () => {
    const { clinic, session, correct, refusal } = await observed();
    await runAda(clinic, session);
    await dischargeAda(clinic, session);
    await correct({ vitals: RIGHT });
    await signAda(clinic, session);
    const signed = await refusal({ vitals: vitals(119, 88, 91, 98) });
    expect(signed).toEqual({ kind: 'alreadySigned' });
    expect(errorText(signed, ZONE)).toBe('Signed records are not edited. Make an amendment.');
  });

  it('stands on paper with the first values struck through, and is counted', async () => {
    const { clinic, session, correct } = await observed();
    await correct({ vitals: RIGHT });
    const data = await clinic.call('document:load', { kind: 'sessionSummary', session });
    if (data.kind !== 'sessionSummary') throw new Error('no summary');
    const rows = printedTimeline(data).filter(({ event }) => event.startsWith('Vitals'));
    expect(rows.map(({ pressure, superseded, event }) => [pressure, superseded, event])).toEqual([
      ['141/88', true, 'Vitals'],
      ['114/88', false, 'Vitals, corrected 10:14 (mistyped)'],
    ]);
    expect(differenceLines(data).join('\n').replaceAll('\u00a0', ' ')).toContain(
      'Corrections: 1. Vitals 10:10, 10:14 by R. Lim: mistyped.',
    );
  });
});

const EMPTY = { systolic: null, diastolic: null, heartRate: null, spo2: null, oxygen: null, moaas: null };
