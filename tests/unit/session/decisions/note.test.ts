import { describe, expect, it } from 'vitest';
import { recordNote } from '../../../../src/core/session/decisions/recordNote.ts';
import { NOTE_KINDS, type SessionEvent } from '../../../../src/core/session/events.ts';
import { timeline } from '../../../../src/core/session/timeline.ts';
import {
  by,
  factOf,
  outcome,
  type Person,
  played,
  recorded,
  sessionAfter,
  step,
  storyTo,
} from '../../../support/playedSession.ts';

type Note = Parameters<typeof recordNote>[1];

const NOTED = ['SessionReady', 'InfusionStarted', 'InfusionPaused', 'RecoveryStarted'] as const;

function note(
  change: Partial<Note>,
  how: { time?: string; said?: string; person?: Person; after?: SessionEvent['type'] } = {},
) {
  const { time = '10:15:00', said = time, person = 'reyes', after = 'RateChanged' } = how;
  const whole: Note = { kind: 'note', text: 'calm, eyes closed', lateReason: null, ...change };
  return recordNote(sessionAfter(after), whole, by(person, time, { said }));
}

describe('a note', () => {
  it('is recorded as it was written, without the spaces around it, and changes no state', () => {
    const written = note({ text: '  calm, eyes closed ' });
    expect(outcome(written)).toEqual(['NoteRecorded']);
    expect(factOf(written, 'NoteRecorded')).toEqual({ kind: 'note', text: 'calm, eyes closed' });
    const after = step('NoteRecorded', { kind: 'note', text: 'x' }, '10:15:00', 'lim');
    expect(sessionAfter('RateChanged', after).state).toBe('RUNNING');
  });

  it('without a word is refused', () => {
    expect(outcome(note({ text: '' }))).toEqual({ kind: 'noteEmpty' });
    expect(outcome(note({ text: '   ' }))).toEqual({ kind: 'noteEmpty' });
  });

  it.each(NOTED)('is taken after %s', (after) => {
    expect(outcome(note({}, { after, time: '11:59:00' }))).toEqual(['NoteRecorded']);
  });

  it.each([
    ['EntriesMatched', 'MATCHED'],
    ['PatientDischarged', 'DISCHARGED'],
  ] as const)('is not taken after %s', (after, state) => {
    expect(outcome(note({}, { after, time: '14:00:00' }))).toEqual({ kind: 'notInThisState', state });
  });

  it('is for whoever records care, and for nobody else', () => {
    for (const person of ['lim', 'patel', 'novak', 'reyes'] as const)
      expect(outcome(note({}, { person }))).toEqual(['NoteRecorded']);
    for (const person of ['amari', 'berg', 'sato'] as const)
      expect(outcome(note({}, { person }))).toMatchObject({ kind: 'roleNeeded' });
  });

  it('of more than 120 min ago says why it is late', () => {
    const late = { time: '12:30:00', said: '10:10:00' };
    expect(outcome(note({}, late))).toEqual({ kind: 'lateReasonMissing', minutes: 140 });
    expect(outcome(note({ lateReason: ' ' }, late))).toEqual({ kind: 'lateReasonMissing', minutes: 140 });
    const said = note({ lateReason: ' form 12 ' }, late);
    expect(outcome(said)).toEqual(['NoteRecorded', 'LateEntryReasonGiven']);
    expect(factOf(said, 'LateEntryReasonGiven')).toEqual({ reason: 'form 12' });
    expect(outcome(note({ lateReason: 'form 12' }))).toEqual(['NoteRecorded']);
    expect(outcome(note({}, { time: '11:00:00', said: '10:10:00' }))).toEqual(['NoteRecorded']);
  });

  it('stands in the timeline under what it is about, and on paper', () => {
    const steps = NOTE_KINDS.map((kind) =>
      step('NoteRecorded', { kind, text: 'slept well' }, '10:05:00', 'lim'),
    );
    const story = [...storyTo('InfusionStarted'), ...steps];
    const lines = timeline(played(story), recorded(story)).filter(({ text }) => text.endsWith('slept well'));
    expect(lines.map(({ text }) => text)).toEqual([
      'Note: slept well',
      'Preparation for the session: slept well',
      'Integration: slept well',
      'Therapist present: slept well',
    ]);
    expect(lines.every(({ clinical, mark }) => clinical && mark === 'care')).toBe(true);
  });
});
