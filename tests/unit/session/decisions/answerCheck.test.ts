import { describe, expect, it } from 'vitest';
import { answerCheck, decideCheck } from '../../../../src/core/session/decisions/answerCheck.ts';
import type { CheckAnswer } from '../../../../src/core/session/events.ts';
import {
  by,
  factOf,
  outcome,
  PEOPLE,
  played,
  sessionAfter,
  step,
  storyTo,
} from '../../../support/playedSession.ts';
import { vitals } from '../../../support/referenceSession.ts';
import { at } from '../../../support/times.ts';

const labelled = sessionAfter('LabelChecked');
const answer = (
  item: string,
  typed: CheckAnswer,
  { consentValid = true, toWithhold = [] }: { consentValid?: boolean; toWithhold?: readonly string[] } = {},
) => answerCheck(labelled, { item, answer: typed, consentValid, toWithhold }, by('lim', '09:50:00'));
const ACCESS = {
  kind: 'access',
  site: 'forearm',
  side: 'left',
  gauge: 22,
  placedAt: at('09:31:00'),
  attempts: 1,
  flushed: true,
} as const;
const ESCORT = { kind: 'escort', name: 'Sam', relation: 'partner', phone: '555' } as const;
const missing = (field: string) => ({ kind: 'textMissing', field });

describe('an answer of the checklist', () => {
  it('is stored by item, and says whether it is the arrival', () => {
    const arrival = answer('arrival', { kind: 'time', at: at('09:00:00') });
    expect(factOf(arrival, 'ChecklistAnswered')).toMatchObject({ item: 'arrival', isArrival: true });
    expect(factOf(answer('health', { kind: 'yes' }), 'ChecklistAnswered').isArrival).toBe(false);
  });

  it('is one the item takes', () => {
    const unknown = { kind: 'unknownCheck' };
    expect(outcome(answer('nothing', { kind: 'yes' }))).toEqual(unknown);
    expect(outcome(answer('food', { kind: 'yes' }))).toEqual(unknown);
    expect(outcome(answer('arrival', { kind: 'no', reason: 'x' }))).toEqual(unknown);
    expect(outcome(answer('pregnancy', { kind: 'no', reason: 'x' }))).toEqual(unknown);
    expect(outcome(answer('pregnancy', { kind: 'pregnancy', pregnant: 'yes' }))).toEqual([
      'ChecklistAnswered',
    ]);
    expect(outcome(answer('food', { kind: 'no', reason: 'cannot say' }))).toEqual(['ChecklistAnswered']);
  });

  it('is complete', () => {
    expect(outcome(answer('health', { kind: 'no', reason: ' ' }))).toEqual(missing('reason'));
    expect(outcome(answer('escort', { ...ESCORT, name: ' ' }))).toEqual(missing('escortName'));
    expect(outcome(answer('escort', { ...ESCORT, relation: '' }))).toEqual(missing('escortRelation'));
    expect(outcome(answer('escort', { ...ESCORT, phone: '' }))).toEqual(missing('escortPhone'));
    expect(outcome(answer('escort', ESCORT))).toEqual(['ChecklistAnswered']);
    expect(outcome(answer('escort', { ...ESCORT, relation: ' ' }))).toEqual(missing('escortRelation'));
    expect(outcome(answer('escort', { ...ESCORT, phone: ' ' }))).toEqual(missing('escortPhone'));
    expect(outcome(answer('access', { ...ACCESS, site: ' ' }))).toEqual(missing('site'));
    expect(outcome(answer('access', ACCESS))).toEqual(['ChecklistAnswered']);
    const withheld = (name: string, lastTaken: number | null) =>
      outcome(answer('withheld', { kind: 'withheld', medicines: [{ name, lastTaken }] }));
    expect(withheld(' ', null)).toEqual(missing('medicine'));
    expect(withheld('lorazepam', null)).toEqual(['ChecklistAnswered']);
    expect(withheld('lorazepam', at('09:51:00'))).toEqual(['ChecklistAnswered']);
    expect(withheld('lorazepam', at('09:51:01'))).toEqual({ kind: 'saidInFuture' });
    const second = (name: string, lastTaken: number | null) =>
      outcome(
        answer('withheld', {
          kind: 'withheld',
          medicines: [
            { name: 'lorazepam', lastTaken: at('08:00:00') },
            { name, lastTaken },
          ],
        }),
      );
    expect(second(' ', null)).toEqual(missing('medicine'));
    expect(second('zopiclone', at('09:51:01'))).toEqual({ kind: 'saidInFuture' });
    expect(second('zopiclone', null)).toEqual(['ChecklistAnswered']);
  });

  it('names every medicine that the assessment withholds, and may name more', () => {
    const toWithhold = ['lorazepam', 'zolpidem'];
    const withheld = (...names: readonly string[]) => {
      const medicines = names.map((name) => ({ name, lastTaken: null }));
      return outcome(answer('withheld', { kind: 'withheld', medicines }, { toWithhold }));
    };
    expect(withheld()).toEqual({ kind: 'medicinesNotSaid', medicines: ['lorazepam', 'zolpidem'] });
    expect(withheld('melatonin', 'lorazepam ')).toEqual({
      kind: 'medicinesNotSaid',
      medicines: ['zolpidem'],
    });
    expect(withheld('zolpidem', 'melatonin', 'lorazepam')).toEqual(['ChecklistAnswered']);
    // A medicine that was taken all the same is a "no" with its reason.
    const taken = answer('withheld', { kind: 'no', reason: 'took zolpidem at 22:00' }, { toWithhold });
    expect(outcome(taken)).toEqual(['ChecklistAnswered']);
    expect(outcome(answer('health', { kind: 'yes' }, { toWithhold }))).toEqual(['ChecklistAnswered']);
  });

  it('lies no more than 60 s in the future', () => {
    expect(outcome(answer('food', { kind: 'time', at: at('09:51:00') }))).toEqual(['ChecklistAnswered']);
    expect(outcome(answer('food', { kind: 'time', at: at('09:51:01') }))).toEqual({ kind: 'saidInFuture' });
    expect(outcome(answer('access', { ...ACCESS, placedAt: at('09:51:01') }))).toEqual({
      kind: 'saidInFuture',
    });
  });

  it('of the consent is "yes" only on one that is valid today', () => {
    expect(outcome(answer('consent', { kind: 'yes' }, { consentValid: false }))).toEqual({
      kind: 'consentNotValid',
    });
    expect(outcome(answer('consent', { kind: 'yes' }))).toEqual(['ChecklistAnswered']);
    expect(outcome(answer('consent', { kind: 'no', reason: 'lapsed' }, { consentValid: false }))).toEqual([
      'ChecklistAnswered',
    ]);
    expect(outcome(answer('health', { kind: 'yes' }, { consentValid: false }))).toEqual([
      'ChecklistAnswered',
    ]);
  });
});

describe('the last item that was open', () => {
  const [readBack] = storyTo('PumpReadBackAgreed').slice(-1);
  if (!readBack) throw new Error('no read-back');
  const no = { item: 'health', answer: { kind: 'no', reason: 'cold' }, isArrival: false } as const;
  const story = [...storyTo('VitalsRecorded'), readBack];
  const open = played([...story, step('ChecklistAnswered', no, '09:56:00', 'lim')]);

  it('makes the session ready when it is answered so that it holds', () => {
    const command = { item: 'health', consentValid: true, toWithhold: [] } as const;
    const again = (typed: CheckAnswer) =>
      outcome(answerCheck(open, { ...command, answer: typed }, by('lim', '09:57:00')));
    expect(again({ kind: 'yes' })).toEqual(['ChecklistAnswered', 'SessionReady']);
    expect(again({ kind: 'no', reason: 'worse' })).toEqual(['ChecklistAnswered']);
  });

  it('makes it ready when a prescriber decides on it, or on the baseline', () => {
    const command = { reason: ' fit all the same ', prescriber: null };
    const onHealth = decideCheck(open, { ...command, subject: 'health' }, by('patel', '09:57:00'));
    expect(outcome(onHealth)).toEqual(['CheckDecided', 'SessionReady']);
    expect(factOf(onHealth, 'CheckDecided').reason).toBe('fit all the same');
    const high = step('VitalsRecorded', vitals(161, 90, 72, 98), '09:56:00', 'lim');
    const onBaseline = { ...command, subject: 'baseline' };
    expect(outcome(decideCheck(played([...story, high]), onBaseline, by('patel', '09:57:00')))).toEqual([
      'CheckDecided',
      'SessionReady',
    ]);
  });
});

describe('a decision of a prescriber', () => {
  const short = { item: 'food', answer: { kind: 'time', at: at('05:10:00') }, isArrival: false } as const;
  const open = played([
    ...storyTo('LabelChecked'),
    step('ChecklistAnswered', short, '09:48:00', 'lim'),
    step('VitalsRecorded', vitals(161, 90, 72, 98), '09:50:00', 'lim'),
  ]);
  const decide = (subject: string, person: 'lim' | 'patel' = 'patel', reason = 'benefit outweighs') =>
    decideCheck(open, { subject, reason, prescriber: null }, by(person, '09:55:00'));

  it('is about what is open, and says why', () => {
    expect(factOf(decide('food'), 'CheckDecided')).toEqual({
      subject: 'food',
      prescriber: 'patel',
      reason: 'benefit outweighs',
    });
    expect(outcome(decide('baseline'))).toEqual(['CheckDecided']);
    expect(outcome(decide('food', 'patel', ' '))).toEqual(missing('reason'));
    expect(outcome(decide('health'))).toEqual({ kind: 'nothingToAnswer' });
    expect(outcome(decide('nothing'))).toEqual({ kind: 'nothingToAnswer' });
  });

  it('is a prescriber’s, signed in or proved for it', () => {
    expect(outcome(decide('food', 'lim'))).toEqual({ kind: 'roleNeeded', roles: ['prescriber'] });
    const command = { subject: 'food', reason: 'x', prescriber: PEOPLE.patel };
    expect(factOf(decideCheck(open, command, by('lim', '09:55:00')), 'CheckDecided').prescriber).toBe(
      'patel',
    );
    const nurse = { ...command, prescriber: PEOPLE.osei };
    expect(outcome(decideCheck(open, nurse, by('lim', '09:55:00')))).toMatchObject({ kind: 'roleNeeded' });
  });

  it('on a baseline is made once, and only where one is outside', () => {
    const again = played([
      ...storyTo('LabelChecked'),
      step('VitalsRecorded', vitals(161, 90, 72, 98), '09:50:00', 'lim'),
      step('CheckDecided', { subject: 'baseline', prescriber: 'patel', reason: 'x' }, '09:51:00', 'lim'),
    ]);
    const command = { subject: 'baseline', reason: 'x', prescriber: null };
    const nothing = { kind: 'nothingToAnswer' };
    expect(outcome(decideCheck(again, command, by('patel', '09:55:00')))).toEqual(nothing);
    expect(outcome(decideCheck(labelled, command, by('patel', '09:55:00')))).toEqual(nothing);
  });
});
