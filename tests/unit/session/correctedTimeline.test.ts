import { describe, expect, it } from 'vitest';
import type { CorrectionReason, EffectKind } from '../../../src/core/session/events.ts';
import { timeline } from '../../../src/core/session/timeline.ts';
import { played, recorded, type Step, sessionAfter, step, storyTo } from '../../support/playedSession.ts';
import { vitals } from '../../support/referenceSession.ts';
import { at } from '../../support/times.ts';

/** The id of the baseline in the story, and of the first fact after its start. */
const BASELINE = `${storyTo('VitalsRecorded').length}`;
const FIRST = `${storyTo('InfusionStarted').length + 1}`;

const rounds = (systolic: number, time: string) =>
  step('VitalsRecorded', vitals(systolic, 80, 80, 98), time, 'lim');
const effect = (kind: EffectKind, severity: number, time: string) =>
  step('EffectRecorded', { effect: kind, severity }, time, 'lim');

/** What a correction says besides the values. */
function because(corrects: string, seenAt: number | null = null, note: string | null = null) {
  const reason: CorrectionReason = note === null ? 'mistyped' : 'other';
  return { corrects, seenAt, reason, note };
}

const correctedRound = (corrects: string, systolic: number, time: string, seenAt: number | null = null) =>
  step(
    'VitalsCorrected',
    { ...because(corrects, seenAt), vitals: vitals(systolic, 80, 80, 98) },
    time,
    'osei',
  );
const correctedEffect = (corrects: string, severity: number, time: string, note: string | null = null) =>
  step('EffectCorrected', { ...because(corrects, null, note), effect: 'dizzy', severity }, time, 'osei');

const afterStart = (...more: readonly Step[]) => sessionAfter('InfusionStarted', ...more);
function linesAfterStart(...more: readonly Step[]) {
  const steps = [...storyTo('InfusionStarted'), ...more];
  const lines = timeline(played(steps), recorded(steps));
  return lines.slice(lines.findIndex(({ rate }) => rate !== null) + 1);
}

describe('a session with a corrected round', () => {
  it('has the new values in their place, and remembers that they were corrected, when, by whom and why', () => {
    const session = afterStart(
      rounds(120, '10:05:00'),
      rounds(130, '10:10:00'),
      correctedRound(FIRST, 140, '10:12:00', at('10:11:00')),
    );
    expect(session.vitals.map(({ id, systolic, at: when }) => [id, systolic, when])).toEqual([
      [BASELINE, 128, at('09:50:00')],
      [`${Number(FIRST) + 1}`, 130, at('10:10:00')],
      [FIRST, 140, at('10:11:00')],
    ]);
    expect(session.corrections).toEqual([
      {
        corrects: FIRST,
        reason: 'mistyped',
        by: 'osei',
        witness: null,
        happenedAt: at('10:12:00'),
        recordedAt: at('10:12:00'),
        at: at('10:12:00'),
      },
    ]);
  });

  it('asks the prescriber anew about a baseline that is another one now, and no more after the start', () => {
    const decided = step(
      'CheckDecided',
      { subject: 'baseline', prescriber: 'patel', reason: 'as always' },
      '09:51:00',
      'patel',
    );
    const before = sessionAfter('VitalsRecorded', decided);
    expect(before.baselineDecision).toMatchObject({ reason: 'as always', prescriber: 'patel', by: 'patel' });
    const corrected = correctedRound(BASELINE, 150, '09:52:00');
    expect(sessionAfter('VitalsRecorded', decided, corrected).baselineDecision).toBeNull();
    expect(sessionAfter('VitalsRecorded', decided, rounds(150, '09:52:00')).baselineDecision).toBeNull();
    const started = step('InfusionStarted', { rate: '54 mL/h', volumeToGive: '36 mL' }, '10:00:00', 'lim');
    const running = [decided, started];
    expect(sessionAfter('VitalsRecorded', ...running, corrected).baselineDecision).not.toBeNull();
    expect(
      sessionAfter('VitalsRecorded', ...running, rounds(150, '10:05:00')).baselineDecision,
    ).not.toBeNull();
  });
});

describe('a session with a corrected effect', () => {
  it('has the effect that was seen, and remembers the correction', () => {
    const session = afterStart(effect('nausea', 1, '10:05:00'), correctedEffect(FIRST, 2, '10:07:00'));
    expect(session.effects.map(({ effect: kind, severity, worst }) => [kind, severity, worst])).toEqual([
      ['dizzy', 2, 2],
    ]);
    expect(session.effectFacts).toMatchObject([{ id: FIRST, effect: 'dizzy', severity: 2 }]);
    expect(session.corrections).toMatchObject([{ corrects: FIRST, reason: 'mistyped', by: 'osei' }]);
  });
});

describe('the decision on an answer of the checklist', () => {
  it('stands with the answer, and falls with the next one', () => {
    const answered = step(
      'ChecklistAnswered',
      { item: 'health', answer: { kind: 'no', reason: 'cold' }, isArrival: false },
      '09:47:30',
      'lim',
    );
    const decided = step(
      'CheckDecided',
      { subject: 'health', prescriber: 'patel', reason: 'a cold is no bar' },
      '09:48:00',
      'patel',
    );
    const { checklist, baselineDecision } = sessionAfter('LabelChecked', answered, decided);
    expect(checklist['health']).toMatchObject({
      answer: { kind: 'no', reason: 'cold' },
      decision: { reason: 'a cold is no bar', prescriber: 'patel', by: 'patel', at: at('09:48:00') },
    });
    expect(baselineDecision).toBeNull();
    expect(
      sessionAfter('LabelChecked', answered, decided, answered).checklist['health']?.decision,
    ).toBeNull();
  });

  it('is no arrival unless the item is one', () => {
    expect(sessionAfter('LabelChecked').arrivedAt).toBe(at('09:00:00'));
    const food = step(
      'ChecklistAnswered',
      { item: 'food', answer: { kind: 'time', at: at('02:00:00') }, isArrival: false },
      '09:48:00',
      'lim',
    );
    expect(sessionAfter('LabelChecked', food).arrivedAt).toBe(at('09:00:00'));
    const unsaid = { item: 'arrival', answer: { kind: 'no', reason: 'x' }, isArrival: true } as const;
    const without = step('ChecklistAnswered', unsaid, '09:48:00', 'lim');
    expect(sessionAfter('LabelChecked', without).arrivedAt).toBe(at('09:00:00'));
  });
});

describe('the timeline', () => {
  it('keeps the first line of a corrected round, and puts the new one under it', () => {
    const lines = linesAfterStart(
      rounds(120, '10:05:00'),
      rounds(130, '10:10:00'),
      correctedRound(FIRST, 114, '10:12:00'),
    );
    expect(
      lines.map(({ id, text, vitals: seen, superseded, correctable, correction, done }) => ({
        id,
        text,
        systolic: seen?.systolic,
        superseded,
        correctable,
        correction,
        by: done.by,
        at: done.at,
      })),
    ).toEqual([
      {
        id: FIRST,
        text: 'Vitals',
        systolic: 120,
        superseded: true,
        correctable: null,
        correction: null,
        by: 'lim',
        at: at('10:05:00'),
      },
      {
        id: `${Number(FIRST) + 2}`,
        text: 'Vitals',
        systolic: 114,
        superseded: false,
        correctable: { id: FIRST, recordedBy: 'lim' },
        correction: { recordedAt: at('10:12:00'), why: 'mistyped' },
        by: 'osei',
        at: at('10:05:00'),
      },
      {
        id: `${Number(FIRST) + 1}`,
        text: 'Vitals',
        systolic: 130,
        superseded: false,
        correctable: { id: `${Number(FIRST) + 1}`, recordedBy: 'lim' },
        correction: null,
        by: 'lim',
        at: at('10:10:00'),
      },
    ]);
  });

  it('puts it there before whatever else was seen in the same moment', () => {
    const lines = linesAfterStart(
      rounds(120, '10:05:00'),
      effect('nausea', 1, '10:05:00'),
      correctedRound(FIRST, 114, '10:12:00'),
    );
    expect(lines.map(({ mark, vitals: seen }) => [mark, seen?.systolic])).toEqual([
      ['vitals', 120],
      ['vitals', 114],
      ['effect', undefined],
    ]);
    expect(lines.map(({ clinical }) => clinical)).toEqual([true, true, true]);
  });

  it('moves a round that was seen at another time, together with what is put right a second time', () => {
    const lines = linesAfterStart(
      rounds(120, '10:05:00'),
      correctedRound(FIRST, 114, '10:12:00', at('10:08:00')),
      correctedRound(FIRST, 116, '10:14:00'),
    );
    expect(lines.map(({ vitals: seen, superseded, done }) => [seen?.systolic, superseded, done.at])).toEqual([
      [120, true, at('10:05:00')],
      [114, true, at('10:08:00')],
      [116, false, at('10:08:00')],
    ]);
  });

  it('says a corrected effect by its own word, with the note where there is one', () => {
    const lines = linesAfterStart(
      effect('nausea', 1, '10:05:00'),
      correctedEffect(FIRST, 2, '10:07:00', 'it was the room that turned'),
    );
    expect(
      lines.map(({ mark, text, superseded, correction, clinical }) => ({
        mark,
        text,
        superseded,
        correction,
        clinical,
      })),
    ).toEqual([
      { mark: 'effect', text: 'Nausea 1 (mild)', superseded: true, correction: null, clinical: true },
      {
        mark: 'effect',
        text: 'Dizzy 2 (moderate)',
        superseded: false,
        correction: { recordedAt: at('10:07:00'), why: 'it was the room that turned' },
        clinical: true,
      },
    ]);
    expect(lines.at(-1)?.correctable).toEqual({ id: FIRST, recordedBy: 'lim' });
  });

  it('shows a correction of something that is not in the log where it was recorded', () => {
    const [line] = linesAfterStart(rounds(120, '10:12:00'), correctedRound('nothing', 114, '10:12:00'));
    expect(line).toMatchObject({ done: { at: at('10:12:00'), by: 'osei' }, vitals: { systolic: 114 } });
  });

  it('says who decided on a check, and what an unknown one is called', () => {
    const decide = (subject: string) =>
      step('CheckDecided', { subject, prescriber: 'patel', reason: 'fit' }, '09:52:00', 'patel');
    const said = (subject: string) => {
      const steps = [...storyTo('VitalsRecorded'), decide(subject)];
      return timeline(played(steps), recorded(steps)).at(-1);
    };
    expect(said('baseline')).toMatchObject({
      mark: 'care',
      text: 'Prescriber’s decision: Baseline',
      detail: 'fit',
      strong: true,
    });
    expect(said('since2021')?.text).toBe('Prescriber’s decision: since2021');
    expect(said('health')?.text).toBe('Prescriber’s decision: No change in health, no new medicine');
  });

  it('says nothing of a clock that went wrong after the discharge, though what it corrects lies before', () => {
    const printed = step('SessionReady', {}, '11:40:00', 'lim');
    const steps = [...storyTo('PatientDischarged'), printed, correctedRound(BASELINE, 140, '11:50:00')];
    const moved = 3_600_000;
    const log = recorded(steps).map((event, index) =>
      index < steps.length - 2
        ? event
        : { ...event, happenedAt: event.happenedAt + moved, recordedAt: event.recordedAt + moved },
    );
    expect(timeline(played(steps), log).filter(({ detail }) => detail?.includes('clock'))).toEqual([]);
  });

  it('says why a check was answered "no", and that a start was refused for another identity', () => {
    const no = step(
      'ChecklistAnswered',
      { item: 'health', answer: { kind: 'no', reason: 'cold' }, isArrival: false },
      '09:52:00',
      'lim',
    );
    const steps = [...storyTo('VitalsRecorded'), no];
    expect(timeline(played(steps), recorded(steps)).at(-1)?.detail).toBe('no: cold');
    const other = [
      ...storyTo('SessionReady'),
      step('TryRefused', { refusal: { kind: 'identityDiffers' }, typed: null }, '09:59:00', 'lim'),
    ];
    expect(timeline(played(other), recorded(other)).at(-1)).toMatchObject({
      mark: 'start',
      text: 'Start refused: another date of birth or record number was typed',
    });
  });
});
