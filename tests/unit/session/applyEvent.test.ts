import { describe, expect, it } from 'vitest';
import { applyEvent, sessionFrom } from '../../../src/core/session/applyEvent.ts';
import type { SessionEvent } from '../../../src/core/session/events.ts';
import { keptValues, openInterruption, type SessionState } from '../../../src/core/session/session.ts';
import {
  ENTRY,
  played,
  RIGHT,
  recorded,
  STORY,
  type Step,
  sessionAfter,
  step,
  storyTo,
} from '../../support/playedSession.ts';
import { vitals } from '../../support/referenceSession.ts';
import { at } from '../../support/times.ts';

const VERDICT = { against: 'eachOther', fields: ['weight'] } as const;
const DIFFERED = step('EntriesDiffered', { ...ENTRY, copy: 2, verdict: VERDICT }, '09:26:00', 'osei');

describe('a session', () => {
  it('passes through its states as its facts come in', () => {
    const states = STORY.map((_, index) => played(STORY.slice(0, index + 1)).state);
    const changes = states.filter((state, index) => state !== states[index - 1]);
    expect(changes).toEqual([
      'PLANNED',
      'AUTHORISED',
      'ENTERED_A',
      'MATCHED',
      'PREPARED',
      'READY',
      'RUNNING',
      'PAUSED',
      'RUNNING',
      'RECOVERY',
      'DISCHARGED',
      'SIGNED',
    ]);
  });

  it.each<[SessionState, readonly Step[]]>([
    ['MISMATCH', [DIFFERED]],
    ['AUTHORISED', [DIFFERED, step('SecondAttemptStarted', {}, '09:27:00', 'lim')]],
    ['HELD', [DIFFERED, step('PlanHeld', {}, '09:26:00', 'osei')]],
    [
      'AUTHORISED',
      [
        DIFFERED,
        step('PlanHeld', {}, '09:26:00', 'osei'),
        step('HoldReleased', { reason: 'x', wrongSource: 'both' }, '09:40:00', 'quinn'),
      ],
    ],
    ['AUTHORISED', [step('FirstEntryExpired', {}, '09:52:00', 'osei')]],
    ['PLANNED', [step('AuthorisationVoided', { breaches: [] }, '09:26:00', 'osei')]],
    ['CANCELLED', [step('SessionCancelled', { reason: 'went home' }, '09:30:00', 'lim')]],
  ])('is %s after its side ways', (state, steps) => {
    expect(sessionAfter('FirstEntryMade', ...steps).state).toBe(state);
  });

  it('begins with its plan, or not at all', () => {
    const [, authorised] = recorded(storyTo('PlanAuthorised'));
    if (!authorised) throw new Error('no order');
    expect(() => applyEvent(null, authorised)).toThrow(
      'A session begins with SessionPlanned, not PlanAuthorised.',
    );
    expect(sessionFrom([])).toBeNull();
    expect(played(storyTo('SessionPlanned'))).toMatchObject({
      id: '1',
      number: 'KT-2025-000412',
      patient: 'okafor',
      authors: ['patel'],
      position: 1,
      planPosition: 1,
      attempt: 1,
      unknown: 0,
      voidedPreparations: [],
      voidedFor: [],
      adjudicators: [],
      viewers: [],
      effects: [],
      rateChanges: [],
    });
  });

  it('keeps who did what, when it was, when it was said and when it was recorded', () => {
    const session = sessionAfter(
      'InfusionStarted',
      step('VitalsRecorded', vitals(120, 80, 80, 98), '10:20:00', 'lim', {
        witness: 'osei',
        said: '10:05:00',
      }),
    );
    expect(session.vitals.at(-1)).toMatchObject({
      by: 'lim',
      witness: 'osei',
      happenedAt: at('10:05:00'),
      recordedAt: at('10:20:00'),
      at: at('10:05:00'),
    });
  });

  it('counts a fact it does not know and passes over none of its own', () => {
    const unknown = { type: 'MoonRose', version: 1, data: {} } as unknown as SessionEvent;
    const strange: Step = { event: unknown, at: '10:01:00', by: 'lim', witness: null, said: '10:01:00' };
    expect(sessionAfter('InfusionStarted', strange)).toMatchObject({ unknown: 1, state: 'RUNNING' });
    expect(played(STORY).unknown).toBe(0);
    const silent = [
      step('LateEntryReasonGiven', { reason: 'x' }, '10:01:00', 'lim'),
      step('NoteRecorded', { kind: 'note', text: 'x' }, '10:01:00', 'lim'),
      step(
        'TryRefused',
        { refusal: { kind: 'readBackDiffers', fields: ['rate'] }, typed: null },
        '10:01:00',
        'lim',
      ),
      step('PreparationWitnessDisagreed', { fields: ['finalVolume'] }, '10:01:00', 'lim'),
      step(
        'PumpReadByProgrammer',
        { programmedBy: 'lim', rate: '5 mL/h', volumeLimit: '5 mL' },
        '10:01:00',
        'lim',
      ),
    ];
    const before = sessionAfter('InfusionStarted');
    for (const each of silent) {
      const { position, ...left } = sessionAfter('InfusionStarted', each);
      expect(left).toEqual({ ...before, position: undefined });
      expect(position).toBe(before.position + 1);
    }
  });
});

describe('a plan', () => {
  it('knows everyone who wrote it or saw it, each once, and the position of its last fact', () => {
    const [planned] = STORY;
    if (planned?.event.type !== 'SessionPlanned') throw new Error('no plan');
    const { draft } = planned.event.data;
    const chair3 = { ...draft, chair: 3 };
    const steps = [
      planned,
      step('PlanChanged', chair3, '09:14:10', 'quinn'),
      step('PlanChanged', chair3, '09:14:20', 'patel'),
      step('PlanOpened', {}, '09:14:30', 'lim'),
      step('PlanOpened', {}, '09:14:40', 'lim'),
    ];
    expect(played(steps)).toMatchObject({
      draft: chair3,
      authors: ['patel', 'quinn'],
      viewers: ['lim'],
      planPosition: 5,
    });
    expect(played(steps.slice(0, 2)).planPosition).toBe(2);
    expect(played(steps.slice(0, 4)).planPosition).toBe(4);
  });

  it('begins anew with each order', () => {
    const authorised = STORY[1];
    if (!authorised) throw new Error('no order');
    const again = sessionAfter(
      'FirstEntryMade',
      step('AuthorisationVoided', { breaches: [] }, '09:26:00', 'osei'),
      { ...authorised, at: '09:30:00', by: 'quinn' },
    );
    expect(again).toMatchObject({
      attempt: 1,
      first: null,
      mismatch: null,
      voidedFor: [],
      orders: 2,
      authors: ['patel', 'quinn'],
      planPosition: 5,
    });
  });
});

describe('two entries', () => {
  it('that differ keep both, and the first is open again', () => {
    const session = sessionAfter('FirstEntryMade', DIFFERED);
    expect(session.first).toBeNull();
    expect(session.mismatch?.entries.map(({ by }) => by)).toEqual(['lim', 'osei']);
    expect(session.mismatch).toMatchObject(VERDICT);
    expect(sessionAfter('PlanAuthorised', DIFFERED).mismatch?.entries.map(({ by }) => by)).toEqual([
      'osei',
      'osei',
    ]);
  });

  it('that agree keep the first beside the second', () => {
    const { match, first, mismatch, voided } = sessionAfter('EntriesMatched');
    expect([match?.first.by, match?.by, first, mismatch, voided]).toEqual(['lim', 'osei', null, null, null]);
    const [planned, authorised, , matched] = storyTo('EntriesMatched');
    if (!planned || !authorised || !matched) throw new Error('no match');
    expect(played([planned, authorised, matched]).match?.first.by).toBe('osei');
  });

  it('keep of an earlier attempt what need not be typed again', () => {
    const { first } = sessionAfter('FirstEntryMade');
    if (!first) throw new Error('no entry');
    const { weight, ...kept } = RIGHT;
    expect(keptValues(first, ['weight'])).toEqual(kept);
    expect(weight).toBe('72');
  });

  it('released from a hold begin anew, and the adjudicator is known once', () => {
    const release = step('HoldReleased', { reason: 'x', wrongSource: 'first' }, '09:40:00', 'quinn');
    const session = sessionAfter('FirstEntryMade', DIFFERED, release, release);
    expect(session).toMatchObject({ attempt: 1, mismatch: null, adjudicators: ['quinn'] });
    const second = sessionAfter(
      'FirstEntryMade',
      DIFFERED,
      step('SecondAttemptStarted', {}, '09:27:00', 'lim'),
    );
    expect(second.attempt).toBe(2);
  });
});

describe('what ends before a start', () => {
  const breaches = [
    {
      value: 'total',
      strength: 'soft',
      side: 'above',
      actual: '80 mg',
      limit: '75 mg',
      source: 'EXAMPLE',
    },
  ] as const;
  const asked = (session: ReturnType<typeof played>) => Object.keys(session.checklist);

  it('is the order, with the limits it passes', () => {
    const session = sessionAfter(
      'FirstEntryMade',
      step('AuthorisationVoided', { breaches }, '09:26:00', 'osei'),
    );
    expect(session).toMatchObject({ authorised: null, first: null, voidedFor: breaches, voided: null });
  });

  it('is the double check, and with the pump what was asked about it; the order stands', () => {
    const voided = step('MatchVoided', { because: 'lapsed', breaches: [] }, '13:27:00', 'lim');
    const session = sessionAfter('LabelChecked', voided);
    expect(session).toMatchObject({
      match: null,
      authorised: { chair: 2 },
      voided: { because: 'lapsed', by: 'lim', at: at('13:27:00') },
    });
    const all = asked(sessionAfter('LabelChecked'));
    expect(all).toContain('monitor-alarms');
    expect(asked(session)).toEqual(all.filter((id) => id !== 'monitor-alarms'));
    expect(session.checklist['health']?.answer).toEqual({ kind: 'yes' });
  });

  it('is all that was asked for another order but the arrival', () => {
    const reopened = step('OrderReopened', {}, '09:50:00', 'patel');
    const session = sessionAfter('LabelChecked', reopened);
    expect(asked(session)).toEqual(['arrival']);
    expect(session.voided).toMatchObject({ because: 'order', by: 'patel' });
    expect(asked(sessionAfter('EntriesMatched', reopened))).toEqual([]);
  });

  it('is a first entry that is too old, and nothing else of the order', () => {
    const expired = step('FirstEntryExpired', {}, '09:52:00', 'osei');
    expect(sessionAfter('FirstEntryMade', expired)).toMatchObject({
      first: null,
      mismatch: null,
      authorised: { chair: 2 },
      unknown: 0,
    });
  });

  it('is known for what it is, each fact of it', () => {
    const held = step('PlanHeld', {}, '09:26:00', 'osei');
    expect(sessionAfter('FirstEntryMade', DIFFERED, held).unknown).toBe(0);
  });
});

describe('a change of the rate', () => {
  it('is kept with who made it and when', () => {
    expect(sessionAfter('RateChanged').rateChanges).toMatchObject([
      { from: '54 mL/h', to: '40.5 mL/h', reason: 'nausea', by: 'lim', witness: 'osei', at: at('10:12:00') },
    ]);
  });

  it('said for an earlier time counts from then, even if it was recorded in the moment of the last one', () => {
    const stop = step('InfusionStopped', { reason: null }, '10:12:00', 'lim', { said: '10:05:00' });
    expect(sessionAfter('RateChanged', stop).run?.endedAt).toBe(at('10:05:00'));
  });
});

describe('a read-back', () => {
  it('that differs takes the earlier one back and is counted', () => {
    const wrong = { pump: 'P', programmedBy: 'lim', rate: '5.4 mL/h', volumeLimit: '36 mL' } as const;
    const session = sessionAfter(
      'SessionReady',
      step('PumpReadBackDisagreed', { ...wrong, fields: ['rate'] }, '09:57:00', 'lim'),
    );
    expect(session).toMatchObject({ readBack: null, readBackRefusals: 1 });
  });
});

describe('an effect', () => {
  const nausea = (severity: number, time: string) =>
    step('EffectRecorded', { effect: 'nausea', severity }, time, 'lim');

  it('is one span until it ends, with its worst severity', () => {
    const end = step('EffectEnded', { effect: 'nausea' }, '10:08:00', 'lim');
    const itch = step('EffectRecorded', { effect: 'itch', severity: 1 }, '10:02:30', 'lim');
    const { effects } = sessionAfter(
      'InfusionStarted',
      nausea(1, '10:02:00'),
      itch,
      nausea(3, '10:03:00'),
      nausea(2, '10:04:00'),
      end,
      nausea(1, '10:09:00'),
    );
    expect(
      effects.map(({ effect, severity, worst, ended }) => [effect, severity, worst, ended?.at ?? null]),
    ).toEqual([
      ['nausea', 2, 3, at('10:08:00')],
      ['itch', 1, 1, null],
      ['nausea', 1, 1, null],
    ]);
  });
});

describe('a pause', () => {
  it('is given its reason and its end, the last one alone', () => {
    const again = [
      step('InfusionPaused', { reason: 'line' }, '10:30:00', 'lim'),
      step('InfusionResumed', { rate: '40.5 mL/h', allowedBy: null }, '10:31:00', 'lim'),
    ];
    const { pauses } = sessionAfter('InfusionResumed', ...again);
    expect(pauses.map(({ reason, began, resumed }) => [reason, began.at, resumed?.at])).toEqual([
      ['toilet', at('10:20:00'), at('10:25:00')],
      ['line', at('10:30:00'), at('10:31:00')],
    ]);
  });

  it('and a change of the rate leave a session without a run as it is', () => {
    const session = sessionAfter('SessionReady', step('InfusionPaused', { reason: null }, '10:20:00', 'lim'));
    expect(session.run).toBeNull();
    expect(session.pauses).toHaveLength(1);
    const stopped = sessionAfter(
      'SessionReady',
      step('InfusionStopped', { reason: null }, '10:20:00', 'lim'),
    );
    expect([stopped.run, stopped.ended?.how]).toEqual([null, 'stopped']);
  });
});

describe('the end', () => {
  it('is complete or a stop, and a stop may be given its reason later', () => {
    expect(sessionAfter('InfusionCompleted').ended).toMatchObject({ how: 'completed', reason: null });
    const stop = step('InfusionStopped', { reason: null }, '10:10:00', 'lim');
    const why = step('StopReasonGiven', { reason: 'distress' }, '10:12:00', 'lim');
    expect(sessionAfter('InfusionStarted', stop).ended).toMatchObject({ how: 'stopped', reason: null });
    expect(sessionAfter('InfusionStarted', stop, why).ended).toMatchObject({
      how: 'stopped',
      reason: 'distress',
    });
    expect(sessionAfter('InfusionStarted', why).ended).toBeNull();
    expect(sessionAfter('InfusionStarted', stop).run?.endedAt).toBe(at('10:10:00'));
  });

  it('of a preparation nobody witnessed is bounded by the volume to give', () => {
    expect(sessionAfter('InfusionStarted').run).toMatchObject({
      containerVolume: '50 mL',
      volumeToGive: '36 mL',
    });
    const bare = storyTo('InfusionStarted').filter(({ event }) => event.type !== 'PreparationWitnessed');
    expect(played(bare).run?.containerVolume).toBe('36 mL');
  });
});

describe('a clock that was set back between two starts of the machine', () => {
  it('leaves the order of the log: a change counts from the last one at the earliest', () => {
    const stop = step('InfusionStopped', { reason: null }, '10:10:00', 'lim');
    const log = recorded([...storyTo('RateChanged'), stop]).map((event, index, all) =>
      index === all.length - 1 ? { ...event, boot: 'two', counter: 5_000 } : event,
    );
    const session = sessionFrom(log);
    expect(session?.run?.endedAt).toBe(at('10:12:00'));
    expect(session?.ended?.at).toBe(at('10:10:00'));
  });
});

describe('what closes a session', () => {
  it('is kept fact by fact', () => {
    const print = {
      document: 'sessionSummary',
      paper: 'A4',
      recordVersion: 1,
      code: 'AB12',
      copy: 1,
      to: 'pdf',
    } as const;
    const whole = played([...STORY, step('DocumentPrinted', print, '15:30:00', 'lim')]);
    expect(whole).toMatchObject({
      escort: { name: 'Sam Okafor', by: 'lim' },
      discharged: { unmet: [], by: 'lim' },
      signed: { recordHash: 'h1', by: 'lim' },
      countersigned: { recordHash: 'h1', by: 'patel' },
      prints: [{ ...print, by: 'lim' }],
      criteria: { drank: { met: true, by: 'lim' } },
      finalReading: { pumpVolume: '36 mL' },
    });
    expect(whole.wastes.map(({ from }) => from)).toEqual(['vial', 'syringe']);
    const said = sessionAfter(
      'PatientDischarged',
      step('DiscrepancyRecorded', { unaccounted: '14 mg', text: 'dropped' }, '11:45:00', 'lim'),
    );
    expect(said.discrepancy).toMatchObject({ unaccounted: '14 mg', by: 'lim' });
    const cancelled = sessionAfter(
      'PlanAuthorised',
      step('SessionCancelled', { reason: 'x' }, '09:20:00', 'lim'),
    );
    expect(cancelled.cancelled).toMatchObject({ reason: 'x', by: 'lim' });
  });
});

describe('an interruption', () => {
  const found = (time: string) =>
    step('InterruptionFound', { from: at('10:02:00'), to: at('10:04:00') }, time, 'lim');
  const answer = step(
    'InterruptionAnswered',
    { pumpState: 'running', pumpVolume: '3.6 mL' },
    '10:05:00',
    'lim',
  );

  it('of version 1 was a closed program; version 2 says what it was', () => {
    const second: Step = {
      ...found('10:04:00'),
      event: {
        type: 'InterruptionFound',
        version: 2,
        data: { from: at('10:02:00'), to: at('10:04:00'), cause: 'stoodStill' },
      },
    };
    const { interruptions } = sessionAfter('InfusionStarted', found('10:04:00'), second);
    expect(interruptions.map(({ cause }) => cause)).toEqual(['closed', 'stoodStill']);
  });

  it('is open until it is answered; one answer closes all that are', () => {
    const open = sessionAfter('InfusionStarted', found('10:03:00'), found('10:04:00'));
    expect(openInterruption(open)).toBe(open.interruptions[1]);
    const closed = sessionAfter('InfusionStarted', found('10:03:00'), found('10:04:00'), answer);
    expect(openInterruption(closed)).toBeUndefined();
    const later = { ...answer, at: '10:09:00', said: '10:09:00' };
    const twice = sessionAfter('InfusionStarted', found('10:03:00'), answer, found('10:08:00'), later);
    expect(twice.interruptions.map((each) => each.answer?.at)).toEqual([at('10:05:00'), at('10:09:00')]);
  });
});
