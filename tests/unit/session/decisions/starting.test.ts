import { describe, expect, it } from 'vitest';
import {
  baselineRefusal,
  readBackPump,
  readyFacts,
} from '../../../../src/core/session/decisions/readBackPump.ts';
import { startInfusion } from '../../../../src/core/session/decisions/startInfusion.ts';
import type { Weighing } from '../../../../src/core/session/events.ts';
import type { Session } from '../../../../src/core/session/session.ts';
import { countedAfter } from '../../../support/countedStory.ts';
import { read } from '../../../support/exactText.ts';
import {
  by,
  factOf,
  IDENTITY,
  outcome,
  PATIENT,
  PEOPLE,
  type Person,
  played,
  type Step,
  sessionAfter,
  step,
  storyTo,
  WEIGHING,
} from '../../../support/playedSession.ts';
import { vitals } from '../../../support/referenceSession.ts';
import { at } from '../../../support/times.ts';

type Command = Parameters<typeof readBackPump>[1];

const HEAVIER: Weighing = { ...WEIGHING, weight: '73 kg', weighedAt: at('09:50:00') };

describe('the read-back of a pump', () => {
  const command: Command = {
    pump: ' P-07 ',
    programmedBy: 'lim',
    rate: read<'mL/h'>('54 mL/h'),
    volumeLimit: read<'mL'>('36 mL'),
    together: null,
    patient: PATIENT,
  };
  const readBack = (change: Partial<Command> = {}, second: Person | null = 'osei') =>
    readBackPump(
      sessionAfter('VitalsRecorded'),
      { ...command, ...change },
      by('lim', '09:55:00', second === null ? {} : { second }),
    );

  it('that shows the matched rate and volume makes the session ready, with label and baseline there', () => {
    expect(outcome(readBack())).toEqual(['PumpReadBackAgreed', 'SessionReady']);
    expect(factOf(readBack(), 'PumpReadBackAgreed')).toEqual({
      pump: 'P-07',
      programmedBy: 'lim',
      rate: '54 mL/h',
      volumeLimit: '36 mL',
    });
  });

  it('that differs is recorded by field, and the right value is not said', () => {
    const wrong = readBack({ rate: read('5.4 mL/h') });
    expect(outcome(wrong)).toEqual(['PumpReadBackDisagreed']);
    expect(factOf(wrong, 'PumpReadBackDisagreed').fields).toEqual(['rate']);
    const volume = readBack({ volumeLimit: read('50 mL') });
    expect(factOf(volume, 'PumpReadBackDisagreed').fields).toEqual(['volumeLimit']);
    const swapped = readBack({ rate: read('36 mL/h'), volumeLimit: read('54 mL') });
    expect(factOf(swapped, 'PumpReadBackDisagreed').fields).toEqual(['rate', 'volumeLimit']);
  });

  it('names the pump and is made by a checker who did not program it', () => {
    expect(outcome(readBack({ pump: ' ' }))).toEqual({ kind: 'textMissing', field: 'pump' });
    expect(outcome(readBack({}, null))).toEqual({ kind: 'anotherPersonNeeded' });
    expect(outcome(readBack({}, 'reyes'))).toEqual({
      kind: 'roleNeeded',
      roles: ['nurse', 'prescriber', 'pharmacist'],
    });
    expect(outcome(readBack({ programmedBy: 'osei' }))).toEqual({ kind: 'readerProgrammedPump' });
  });

  it('after two refusals is made by both, each with an own secret, and stands when both read the matched values', () => {
    const wrong = { pump: 'P-07', programmedBy: 'lim', rate: '5.4 mL/h', volumeLimit: '36 mL' } as const;
    const disagreed = step('PumpReadBackDisagreed', { ...wrong, fields: ['rate'] }, '09:52:00', 'lim');
    const [once, twice] = [
      sessionAfter('VitalsRecorded', disagreed),
      sessionAfter('VitalsRecorded', disagreed, disagreed),
    ];
    const { rate, volumeLimit } = command;
    const programmer = (person: Person, change: Partial<typeof command> = {}): Command['together'] => ({
      programmer: PEOPLE[person],
      rate,
      volumeLimit,
      ...change,
    });
    const both = (session: Session, together: Command['together'], change: Partial<Command> = {}) =>
      readBackPump(session, { ...command, ...change, together }, by('lim', '09:55:00', { second: 'osei' }));
    expect(outcome(both(once, null))).toEqual(['PumpReadBackAgreed', 'SessionReady']);
    expect(outcome(both(twice, null))).toEqual({ kind: 'readTogether', refusals: 2 });
    expect(outcome(both(twice, programmer('lim')))).toEqual([
      'PumpReadBackAgreed',
      'PumpReadByProgrammer',
      'SessionReady',
    ]);
    expect(outcome(both(twice, programmer('novak')))).toEqual({ kind: 'anotherPersonNeeded' });
    const differs = both(twice, programmer('lim', { rate: read('5.4 mL/h') }));
    expect(factOf(differs, 'PumpReadBackDisagreed').fields).toEqual(['rate']);
    expect(factOf(differs, 'PumpReadByProgrammer')).toEqual({
      programmedBy: 'lim',
      rate: '5.4 mL/h',
      volumeLimit: '36 mL',
    });
    const other = both(twice, programmer('lim', { volumeLimit: read('50 mL') }));
    expect(factOf(other, 'PumpReadBackDisagreed').fields).toEqual(['volumeLimit']);
  });

  it('needs a checked label, and the weight that was matched', () => {
    const early = readBackPump(
      sessionAfter('PreparationWitnessed'),
      command,
      by('lim', '09:55:00', { second: 'osei' }),
    );
    expect(outcome(early)).toEqual({ kind: 'labelNotChecked' });
    expect(outcome(readBack({ patient: { ...PATIENT, weighing: HEAVIER } }))).toEqual(['MatchVoided']);
  });

  it('is no match without one', () => {
    const bare = { ...sessionAfter('VitalsRecorded'), match: null };
    expect(outcome(readBackPump(bare, command, by('lim', '09:55:00', { second: 'osei' })))).toEqual({
      kind: 'notInThisState',
      state: 'PREPARED',
    });
  });
});

describe('a session is ready as soon as label, baseline and read-back are there', () => {
  const labelled = sessionAfter('LabelChecked');
  const ready = (
    session = labelled,
    news: Parameters<typeof readyFacts>[1] = { readBack: true },
    time = '09:55:00',
  ) => readyFacts(session, news, by('lim', time)).map(({ type }) => type);

  it('whichever comes last', () => {
    expect(ready()).toEqual([]);
    expect(ready(sessionAfter('VitalsRecorded'))).toEqual(['SessionReady']);
    expect(ready(sessionAfter('VitalsRecorded'), {})).toEqual([]);
    const measured = sessionAfter('VitalsRecorded');
    const unlabelled = { ...measured, preparation: { ...measured.preparation, labelChecked: null } };
    expect(ready(unlabelled)).toEqual([]);
    expect(ready(unlabelled, { readBack: true, labelChecked: true })).toEqual(['SessionReady']);
    const readFirst = played([
      ...storyTo('LabelChecked'),
      step(
        'PumpReadBackAgreed',
        { pump: 'P', programmedBy: 'lim', rate: '54 mL/h', volumeLimit: '36 mL' },
        '09:50:00',
        'lim',
      ),
    ]);
    expect(ready(readFirst, { baseline: { ...vitals(128, 76, 72, 98), at: at('09:55:00') } })).toEqual([
      'SessionReady',
    ]);
    expect(
      ready(readFirst, { baseline: { ...vitals(128, 76, 72, 98), systolic: null, at: at('09:55:00') } }),
    ).toEqual([]);
    expect(ready(readFirst, { baseline: null })).toEqual([]);
  });

  it('on a baseline of the last 15 min: the newer of the one recorded and the one that comes', () => {
    expect(ready(sessionAfter('VitalsRecorded'), { readBack: true }, '10:05:00')).toEqual(['SessionReady']);
    expect(ready(sessionAfter('VitalsRecorded'), { readBack: true }, '10:05:01')).toEqual([]);
    const news = (time: string) => ({
      readBack: true,
      baseline: { ...vitals(120, 76, 72, 98), at: at(time) },
    });
    expect(ready(sessionAfter('VitalsRecorded'), news('10:06:00'), '10:06:00')).toEqual(['SessionReady']);
    expect(ready(sessionAfter('VitalsRecorded'), news('09:40:00'), '10:00:00')).toEqual(['SessionReady']);
    // An earlier one that is recorded late takes nothing from the one that is there, and a same one takes its place.
    expect(ready(sessionAfter('VitalsRecorded'), news('09:50:00'), '10:05:00')).toEqual(['SessionReady']);
  });

  it('but not before the label is checked, and only once', () => {
    const unlabelled = played([
      ...storyTo('PreparationWitnessed'),
      step('VitalsRecorded', vitals(128, 76, 72, 98), '09:50:00', 'lim'),
    ]);
    expect(ready(unlabelled)).toEqual([]);
    expect(ready(sessionAfter('SessionReady'))).toEqual([]);
  });

  it('on one that is there and not too old', () => {
    const judged = (taken: string | null, time: string) => {
      const baseline = taken === null ? undefined : { ...vitals(128, 76, 72, 98), at: at(taken) };
      return baselineRefusal(labelled, { baseline, isDecided: false }, at(time));
    };
    expect(judged(null, '10:00:00')).toEqual({ kind: 'baselineMissing' });
    expect(judged('09:45:00', '10:00:00')).toBeUndefined();
    expect(judged('09:43:30', '10:00:00')).toEqual({
      kind: 'baselineTooOld',
      minutes: 16,
      allowedMinutes: 15,
    });
  });

  it('on one within the entry limits, or one a prescriber has decided on', () => {
    const high = { ...vitals(161, 90, 72, 98), at: at('09:50:00') };
    const outside = { kind: 'baselineOutsideEntryLimits' };
    const now = at('09:55:00');
    expect(baselineRefusal(labelled, { baseline: high, isDecided: false }, now)).toEqual(outside);
    expect(baselineRefusal(labelled, { baseline: high, isDecided: true }, now)).toBeUndefined();
    const unruled = { ...labelled, authorised: null };
    expect(baselineRefusal(unruled, { baseline: high, isDecided: false }, now)).toBeUndefined();
    const withHigh = played([
      ...storyTo('LabelChecked'),
      step('VitalsRecorded', vitals(161, 90, 72, 98), '09:50:00', 'lim'),
    ]);
    expect(ready(withHigh)).toEqual([]);
    expect(ready(withHigh, { readBack: true, baselineDecided: true })).toEqual(['SessionReady']);
    // What comes now is judged by itself: a decision was about the values before it.
    const decided = {
      ...withHigh,
      baselineDecision: withHigh.preparation.labelChecked,
    } as unknown as Session;
    expect(ready(decided)).toEqual(['SessionReady']);
    expect(ready(decided, { readBack: true, baseline: high })).toEqual([]);
  });

  it('with every item of the checklist asked and none open', () => {
    const complete = sessionAfter('VitalsRecorded');
    const { food, ...others } = complete.checklist;
    const withoutFood = { ...complete, checklist: others };
    expect(food).toBeDefined();
    expect(ready(withoutFood)).toEqual([]);
    const answer = { kind: 'time', at: at('05:10:00') } as const;
    const short = { answered: { food: { answer, decision: null } } };
    expect(ready(withoutFood, { readBack: true, ...short })).toEqual([]);
    const letPass = { answered: { food: { answer, decision: { reason: 'x' } } } };
    expect(ready(withoutFood, { readBack: true, ...letPass })).toEqual(['SessionReady']);
  });
});

describe('the start', () => {
  const ready = sessionAfter('SessionReady');
  const start = (weighing: Weighing | null = WEIGHING, time = '10:00:00', session = ready) =>
    outcome(startInfusion(session, { ...IDENTITY, patient: { ...PATIENT, weighing } }, by('lim', time)));

  it('is none without a match', () => {
    const refusal = { kind: 'notInThisState', state: 'READY' };
    expect(start(WEIGHING, '10:00:00', { ...ready, match: null })).toEqual(refusal);
  });

  it('by a pump is none with a match of counted doses', () => {
    const { match } = countedAfter('CountedEntriesMatched');
    const other: Session = { ...ready, match: match && { ...match, weighing: WEIGHING } };
    const command = { ...IDENTITY, patient: PATIENT };
    expect(outcome(startInfusion(other, command, by('lim', '10:00:00')))).toEqual({
      kind: 'notInThisState',
      state: 'READY',
    });
  });

  it('is at the matched rate, for the matched volume', () => {
    const started = startInfusion(ready, { ...IDENTITY, patient: PATIENT }, by('lim', '10:00:00'));
    expect(factOf(started, 'InfusionStarted')).toEqual({
      rate: '54 mL/h',
      volumeToGive: '36 mL',
      identifiedBy: 'dateOfBirth',
    });
  });

  it('is refused with another weight, none, or one too old', () => {
    expect(start(HEAVIER)).toEqual(['MatchVoided']);
    expect(start(null)).toEqual({ kind: 'notWeighed' });
    expect(start({ ...WEIGHING, weighedAt: at('10:00:00') - 25 * 3_600_000 })).toEqual({
      kind: 'weightTooOld',
      ageHours: 25,
      allowedHours: 24,
    });
  });

  it('is refused beyond the baseline’s age, the preparation’s time and 4 h after the match', () => {
    expect(start(WEIGHING, '10:06:00')).toEqual({ kind: 'baselineTooOld', minutes: 16, allowedMinutes: 15 });
    expect(start(WEIGHING, '13:26:00')).toMatchObject({ kind: 'baselineTooOld' });
    expect(start(WEIGHING, '13:26:01')).toEqual(['MatchVoided']);
    const prepared = ready.preparation.witnessed;
    if (!prepared) throw new Error('not prepared');
    const useBy = at('10:00:00');
    const short = { ...ready, preparation: { ...ready.preparation, witnessed: { ...prepared, useBy } } };
    expect(start(WEIGHING, '10:00:00', short)).toEqual(['InfusionStarted']);
    expect(start(WEIGHING, '10:00:01', short)).toEqual({
      kind: 'preparationExpired',
      label: 'KT-0412',
      expiredAt: useBy,
    });
  });

  it('is refused on a baseline beyond the entry limits, until a prescriber has decided on it', () => {
    const high = step('VitalsRecorded', vitals(161, 90, 72, 98), '09:57:00', 'lim');
    const decision = { subject: 'baseline', prescriber: 'patel', reason: 'as always' };
    const decided = step('CheckDecided', decision, '09:58:00', 'patel');
    const session = (...more: readonly Step[]) => played([...storyTo('SessionReady'), high, ...more]);
    expect(start(WEIGHING, '10:00:00', session())).toEqual({ kind: 'baselineOutsideEntryLimits' });
    expect(start(WEIGHING, '10:00:00', session(decided))).toEqual(['InfusionStarted']);
  });

  it('needs a read-back, and everything it is started by', () => {
    expect(start(WEIGHING, '10:00:00', { ...ready, readBack: null })).toEqual({ kind: 'pumpNotReadBack' });
    const nothing = { kind: 'notInThisState', state: 'READY' };
    expect(start(WEIGHING, '10:00:00', { ...ready, match: null })).toEqual(nothing);
    expect(start(WEIGHING, '10:00:00', { ...ready, authorised: null })).toEqual(nothing);
    const unprepared = { ...ready, preparation: { ...ready.preparation, witnessed: null } };
    expect(start(WEIGHING, '10:00:00', unprepared)).toEqual(nothing);
  });

  it('takes the name as said and the date of birth or the record number as typed', () => {
    const by2 = (nameSaid: boolean, typed: string) =>
      startInfusion(
        ready,
        { ...IDENTITY, identity: { nameSaid, typed }, patient: PATIENT },
        by('lim', '10:00:00'),
      );
    expect(outcome(by2(false, '1984-03-09'))).toEqual({ kind: 'nameNotSaid' });
    expect(factOf(by2(true, ' t00427188 '), 'InfusionStarted')).toMatchObject({
      identifiedBy: 'recordNumber',
    });
    const person = { born: '1984-03-09', recordNumber: 'Groß-7' };
    const inCapitals = startInfusion(
      ready,
      { ...IDENTITY, person, identity: { nameSaid: true, typed: 'GROSS 7' }, patient: PATIENT },
      by('lim', '10:00:00'),
    );
    expect(outcome(inCapitals)).toEqual(['InfusionStarted']);
    expect(factOf(by2(true, ' 1984-03-09 '), 'InfusionStarted')).toMatchObject({
      identifiedBy: 'dateOfBirth',
    });
    for (const typed of ['1984-09-03', 'T-004-271-89', '']) {
      expect(factOf(by2(true, typed), 'TryRefused').refusal).toEqual({ kind: 'identityDiffers' });
    }
  });

  it('is refused while an item of the checklist is not asked, or open', () => {
    const { food: _food, ...others } = ready.checklist;
    const texts = (kind: string) => ({ kind, items: ['Last food'] });
    expect(start(WEIGHING, '10:00:00', { ...ready, checklist: others })).toEqual(texts('checksNotAsked'));
    const asked = ready.checklist['food'];
    if (!asked) throw new Error('food is not asked');
    const late = { ...asked, answer: { kind: 'time', at: at('05:10:00') } as const };
    const short = { ...ready, checklist: { ...ready.checklist, food: late } };
    expect(start(WEIGHING, '10:00:00', short)).toEqual(texts('checksNeedPrescriber'));
  });
});
