import { describe, expect, it } from 'vitest';
import {
  entryPersonRefusal,
  fieldsToEnter,
  firstEntryHasExpired,
  type MakeEntry,
  makeFirstEntry,
  makeSecondEntry,
} from '../../../../src/core/session/decisions/makeEntry.ts';
import {
  madeAnEntry,
  releaseHold,
  startSecondAttempt,
} from '../../../../src/core/session/decisions/releaseHold.ts';
import { ENTRY_FIELDS, type EntryValues } from '../../../../src/core/session/entryFields.ts';
import type { EntriesDiffered } from '../../../../src/core/session/events.ts';
import { FIRST_SESSION } from '../../../support/moodPlan.ts';
import {
  by,
  ENTRY,
  factOf,
  outcome,
  PATIENT,
  type Person,
  played,
  REFERENCE,
  RIGHT,
  STORY,
  type Step,
  sessionAfter,
  step,
  storyTo,
  WEIGHING,
  withPump,
} from '../../../support/playedSession.ts';
import { at } from '../../../support/times.ts';

function entry(slip: Partial<EntryValues> = {}, more: Partial<MakeEntry> = {}): MakeEntry {
  return {
    copy: 2,
    values: { ...RIGHT, ...slip },
    corrections: 1,
    seconds: 90,
    weighing: WEIGHING,
    born: '1984-03-09',
    known: FIRST_SESSION,
    body: PATIENT.body,
    oneClinician: false,
    ...more,
  };
}

const WEIGHT_DIFFERED = { against: 'eachOther', fields: ['weight'] } as const;
const differed = (attempt: number, time: string, who: Person, values: Partial<EntryValues> = {}): Step => {
  const data: EntriesDiffered = {
    ...ENTRY,
    attempt,
    copy: 2,
    values: { ...RIGHT, ...values },
    verdict: WEIGHT_DIFFERED,
  };
  return step('EntriesDiffered', data, time, who);
};

/** Lim typed 72 and Osei 27; the second attempt has begun. */
const SECOND_ATTEMPT = sessionAfter(
  'FirstEntryMade',
  differed(1, '09:26:00', 'osei', { weight: '27' }),
  step('SecondAttemptStarted', {}, '09:28:00', 'lim'),
);

describe('a first entry', () => {
  it('is kept as typed, with the attempt, the copy, the corrections and the time it took', () => {
    const made = makeFirstEntry(
      sessionAfter('PlanAuthorised'),
      entry({ weight: '72.0' }, { copy: 1 }),
      by('lim', '09:21:00'),
    );
    expect(outcome(made)).toEqual(['FirstEntryMade']);
    expect(factOf(made, 'FirstEntryMade')).toEqual({
      attempt: 1,
      copy: 1,
      values: { ...RIGHT, weight: '72.0' },
      corrections: 1,
      seconds: 90,
    });
  });

  it('that cannot be read names every malformed input and keeps nothing', () => {
    const made = makeFirstEntry(
      sessionAfter('PlanAuthorised'),
      entry({ weight: '.5', dose: '' }),
      by('lim', '09:21:00'),
    );
    expect(outcome(made)).toEqual({
      kind: 'entryRefused',
      inputs: [
        { input: 'weight', refusal: expect.objectContaining({ kind: 'startsWithPoint' }) },
        { input: 'dose', refusal: { kind: 'notEntered' } },
      ],
    });
  });

  it('needs a weighing, and one within the age that the protocol allows', () => {
    const made = (weighing: MakeEntry['weighing']) =>
      outcome(makeFirstEntry(sessionAfter('PlanAuthorised'), entry({}, { weighing }), by('lim', '09:21:00')));
    expect(made(null)).toEqual({ kind: 'notWeighed' });
    const allowedHours = REFERENCE.rules.protocol.weightMaxAgeHours;
    const old = at('09:21:00') - allowedHours * 3_600_000;
    expect(made({ ...WEIGHING, weighedAt: old })).toEqual(['FirstEntryMade']);
    expect(made({ ...WEIGHING, weighedAt: old - 1 })).toEqual({
      kind: 'weightTooOld',
      ageHours: allowedHours,
      allowedHours,
    });
  });
});

describe('whoever knows the numbers makes no entry', () => {
  const authorised = storyTo('PlanAuthorised');
  it.each<[string, Person, readonly Step[]]>([
    ['the author', 'patel', []],
    ['who changed the plan', 'quinn', [step('PlanChanged', draftOf(), '09:14:30', 'quinn')]],
    ['who opened the plan', 'osei', [step('PlanOpened', {}, '09:14:30', 'osei')]],
  ])('%s', (_who, person, before) => {
    const [planned, signed] = authorised;
    if (!planned || !signed) throw new Error('no plan');
    const session = played([planned, ...before, signed]);
    expect(entryPersonRefusal(session, by(person, '09:21:00'), null)).toEqual({ kind: 'sawThePlan' });
    expect(entryPersonRefusal(session, by('lim', '09:21:00'), null)).toBeUndefined();
    expect(outcome(makeFirstEntry(session, entry(), by(person, '09:21:00')))).toEqual({ kind: 'sawThePlan' });
  });

  it('who released a hold', () => {
    const held = sessionAfter(
      'FirstEntryMade',
      differed(1, '09:26:00', 'osei'),
      step('PlanHeld', {}, '09:26:00', 'osei'),
      step('HoldReleased', { reason: 'read again', wrongSource: 'first' }, '09:30:00', 'quinn'),
    );
    expect(entryPersonRefusal(held, by('quinn', '09:31:00'), null)).toEqual({ kind: 'sawThePlan' });
    expect(entryPersonRefusal(held, by('osei', '09:31:00'), null)).toBeUndefined();
  });

  it('and nobody makes both', () => {
    const session = sessionAfter('FirstEntryMade');
    expect(entryPersonRefusal(session, by('lim', '09:26:00'), null)).toEqual({ kind: 'madeFirstEntry' });
    expect(outcome(makeSecondEntry(session, entry(), by('lim', '09:26:00')))).toEqual({
      kind: 'madeFirstEntry',
    });
    expect(entryPersonRefusal(sessionAfter('EntriesMatched'), by('lim', '09:30:00'), null)).toEqual({
      kind: 'notInThisState',
      state: 'MATCHED',
    });
    expect(entryPersonRefusal(session, by('reyes', '09:26:00'), null)).toMatchObject({ kind: 'roleNeeded' });
  });
});

describe('in one-clinician mode', () => {
  const session = sessionAfter('FirstEntryMade');
  const again = (time: string) =>
    makeSecondEntry(session, entry({}, { oneClinician: true }), by('lim', time));

  it('whoever made the first entry makes the second 5 min later, and not a millisecond before', () => {
    expect(entryPersonRefusal(session, by('lim', '09:25:59'), at('09:26:00') - 1)).toEqual({
      kind: 'tooSoonAgain',
      minutes: 5,
    });
    expect(entryPersonRefusal(session, by('lim', '09:26:00'), at('09:26:00'))).toBeUndefined();
    expect(outcome(again('09:25:59'))).toEqual({ kind: 'tooSoonAgain', minutes: 5 });
    expect(outcome(again('09:26:00'))).toEqual(['EntriesMatched']);
  });

  it('the fields come the other way round for them, and for nobody else', () => {
    expect(fieldsToEnter(session, 'lim')).toEqual(ENTRY_FIELDS.toReversed());
    expect(fieldsToEnter(session, 'osei')).toEqual(ENTRY_FIELDS);
  });

  it('the author enters as little as ever', () => {
    expect(entryPersonRefusal(session, by('patel', '09:30:00'), at('09:30:00'))).toEqual({
      kind: 'sawThePlan',
    });
  });
});

describe('a second entry', () => {
  const first = sessionAfter('FirstEntryMade');
  const second = (command: MakeEntry, time = '09:26:00') => makeSecondEntry(first, command, by('osei', time));

  it('that agrees with the first and the order is the match, with its weighing and its sum', () => {
    const matched = second(entry({ weight: '72.0' }));
    expect(outcome(matched)).toEqual(['EntriesMatched']);
    const { weighing, sum, breaches, working, ...made } = factOf(matched, 'EntriesMatched');
    expect({ weighing, rate: sum.rate, volume: sum.volumeToGive, breaches }).toEqual({
      weighing: WEIGHING,
      rate: '54 mL/h',
      volume: '36 mL',
      breaches: [],
    });
    expect(working.length).toBeGreaterThan(0);
    expect(made).toEqual({
      attempt: 1,
      copy: 2,
      values: { ...RIGHT, weight: '72.0' },
      corrections: 1,
      seconds: 90,
    });
  });

  it('that differs says in which fields, and no value', () => {
    const made = second(entry({ weight: '27' }));
    expect(outcome(made)).toEqual(['EntriesDiffered']);
    expect(factOf(made, 'EntriesDiffered').verdict).toEqual(WEIGHT_DIFFERED);
  });

  it('is made from the other copy of the order sheet', () => {
    expect(outcome(second(entry({}, { copy: 1 })))).toEqual({ kind: 'otherCopyNeeded' });
  });

  it('comes within 30 min of the first; later the first has expired and is made again', () => {
    expect(outcome(second(entry(), '09:51:00'))).toEqual(['EntriesMatched']);
    expect(outcome(second(entry(), '09:51:01'))).toEqual(['FirstEntryExpired']);
    expect(firstEntryHasExpired(first, at('09:51:00'))).toBe(false);
    expect(firstEntryHasExpired(first, at('09:51:00') + 1)).toBe(true);
    expect(firstEntryHasExpired(sessionAfter('PlanAuthorised'), at('23:00:00'))).toBe(false);
  });

  it('is held against a weighing of the day', () => {
    expect(outcome(second(entry({}, { weighing: null })))).toEqual({ kind: 'notWeighed' });
    const other = { weight: '73', pumpRate: '54.7', volumeToGive: '36.5' };
    const weighing = { ...WEIGHING, weight: '73 kg' } as const;
    const lim = step('FirstEntryMade', { ...ENTRY, values: { ...RIGHT, ...other } }, '09:21:00', 'lim');
    const typed = played([...storyTo('PlanAuthorised'), lim]);
    const made = makeSecondEntry(typed, entry(other, { weighing }), by('osei', '09:26:00'));
    expect(factOf(made, 'EntriesMatched').weighing).toEqual(weighing);
  });
});

describe('an entry', () => {
  it('is not made for an order that is gone, nor before void drug is wasted', () => {
    const gone = { ...sessionAfter('PlanAuthorised'), authorised: null };
    expect(outcome(makeFirstEntry(gone, entry(), by('lim', '09:21:00')))).toMatchObject({
      kind: 'weightTooOld',
      allowedHours: 0,
    });
    const voided = sessionAfter(
      'DrugDrawn',
      step('MatchVoided', { because: 'weight', breaches: [] }, '09:50:00', 'lim'),
    );
    expect(outcome(makeFirstEntry(voided, entry(), by('lim', '09:51:00')))).toEqual({
      kind: 'voidDrugFirst',
      drawn: '50 mg',
      inVial: '150 mg',
    });
  });

  it('that was accepted and can no longer be read stops everything', () => {
    const torn = step('FirstEntryMade', { ...ENTRY, values: { ...RIGHT, weight: '' } }, '09:21:00', 'lim');
    const session = played([...storyTo('PlanAuthorised'), torn]);
    expect(() => makeSecondEntry(session, entry(), by('osei', '09:26:00'))).toThrow(
      'An accepted entry can no longer be read.',
    );
  });

  it('is held against the order that was signed, and no other', () => {
    const first = sessionAfter('FirstEntryMade');
    const none = { ...first, authorised: null };
    expect(outcome(makeSecondEntry(none, entry(), by('osei', '09:26:00')))).toEqual({ kind: 'notWeighed' });
    const lost = { ...first, first: null };
    expect(outcome(makeSecondEntry(lost, entry(), by('osei', '09:26:00')))).toEqual({ kind: 'notWeighed' });
  });
});

describe('the weight agreed on', () => {
  /** Both type what the scale shows now. */
  const agreedOn = (weight: string, pumpRate: string, volumeToGive: string, rateMaximum?: '80 mL/h') => {
    const values = { ...RIGHT, weight, pumpRate, volumeToGive };
    const lim = step('FirstEntryMade', { ...ENTRY, values }, '09:21:00', 'lim');
    const ordered = played([...storyTo('PlanAuthorised'), lim]);
    const session = rateMaximum ? withPump(ordered, rateMaximum) : ordered;
    const weighing = { ...WEIGHING, weight: `${weight} kg` } as const;
    return makeSecondEntry(session, entry(values, { weighing }), by('osei', '09:26:00'));
  };

  it('voids the order when it passes a limit nobody gave a reason for', () => {
    // 160 kg: 80 mg in total, above the soft limit of 75 mg; 80 mL from a preparation of 50 mL.
    const made = agreedOn('160', '120', '80');
    expect(outcome(made)).toEqual(['AuthorisationVoided']);
    expect(factOf(made, 'AuthorisationVoided').breaches).toMatchObject([
      { value: 'total', strength: 'soft' },
    ]);
  });

  it('voids the order when the pump can no longer run it, with no limit passed', () => {
    const made = agreedOn('110', '82.5', '55', '80 mL/h');
    expect(factOf(made, 'AuthorisationVoided').breaches).toEqual([]);
  });

  it('stands when it takes a second container', () => {
    // 110 kg: 55 mL from preparations of 50 mL.
    const { sum } = factOf(agreedOn('110', '82.5', '55'), 'EntriesMatched');
    expect([sum.containers, sum.containerUses?.length]).toEqual([2, 2]);
  });
});

describe('a second attempt', () => {
  it('asks whoever typed before for what differed and what follows from it, and others for everything', () => {
    expect(fieldsToEnter(SECOND_ATTEMPT, 'lim')).toEqual(['weight', 'pumpRate', 'volumeToGive']);
    expect(fieldsToEnter(SECOND_ATTEMPT, 'osei')).toEqual(['weight', 'pumpRate', 'volumeToGive']);
    expect(fieldsToEnter(SECOND_ATTEMPT, 'novak')).toEqual(ENTRY_FIELDS);
    expect(fieldsToEnter(sessionAfter('PlanAuthorised'), 'lim')).toEqual(ENTRY_FIELDS);
    expect(fieldsToEnter(sessionAfter('FirstEntryMade', differed(1, '09:26:00', 'osei')), 'lim')).toEqual(
      ENTRY_FIELDS,
    );
  });

  it('is started by anybody who may check, once the entries differed', () => {
    const differing = sessionAfter('FirstEntryMade', differed(1, '09:26:00', 'osei'));
    expect(outcome(startSecondAttempt(differing, by('novak', '09:28:00')))).toEqual(['SecondAttemptStarted']);
  });

  it('keeps what a person typed and agreed on, whatever is sent for those fields', () => {
    const blank = { dateOfBirth: '', product: '', dose: '', over: '', amount: '', volume: '' };
    const made = makeFirstEntry(SECOND_ATTEMPT, entry(blank, { copy: 1 }), by('osei', '09:30:00'));
    expect(factOf(made, 'FirstEntryMade')).toMatchObject({ attempt: 2, values: RIGHT });
    const forged = makeFirstEntry(SECOND_ATTEMPT, entry({ dose: '5' }, { copy: 1 }), by('osei', '09:30:00'));
    expect(factOf(forged, 'FirstEntryMade').values.dose).toBe('0.5');
    const typed = makeFirstEntry(
      SECOND_ATTEMPT,
      entry({ weight: '71' }, { copy: 1 }),
      by('osei', '09:30:00'),
    );
    expect(factOf(typed, 'FirstEntryMade').values.weight).toBe('71');
  });

  it('that differs again puts the plan on hold', () => {
    const session = played([
      ...storyTo('FirstEntryMade'),
      differed(1, '09:26:00', 'osei', { weight: '27' }),
      step('SecondAttemptStarted', {}, '09:28:00', 'lim'),
      step('FirstEntryMade', { ...ENTRY, attempt: 2 }, '09:30:00', 'lim'),
    ]);
    const made = makeSecondEntry(session, entry({ weight: '27' }), by('osei', '09:32:00'));
    expect(outcome(made)).toEqual(['EntriesDiffered', 'PlanHeld']);
  });
});

describe('a plan on hold', () => {
  const held = sessionAfter(
    'FirstEntryMade',
    differed(1, '09:26:00', 'novak'),
    step('PlanHeld', {}, '09:26:00', 'novak'),
  );
  const release = (reason: string, person: Person = 'quinn') =>
    releaseHold(held, { reason, wrongSource: 'weighing' }, by(person, '09:40:00'));

  it('is released by a prescriber who made neither entry, with a reason and the wrong source', () => {
    expect(factOf(release(' scale read again '), 'HoldReleased')).toEqual({
      reason: 'scale read again',
      wrongSource: 'weighing',
    });
    expect(outcome(release('  '))).toEqual({ kind: 'textMissing', field: 'reason' });
  });

  it('is not released by a prescriber whose entry it is', () => {
    const own = sessionAfter(
      'FirstEntryMade',
      differed(1, '09:26:00', 'quinn'),
      step('PlanHeld', {}, '09:26:00', 'quinn'),
    );
    const released = releaseHold(own, { reason: 'x', wrongSource: 'first' }, by('quinn', '09:40:00'));
    expect(outcome(released)).toEqual({ kind: 'anotherReleases' });
    expect([madeAnEntry(own, 'lim'), madeAnEntry(own, 'quinn'), madeAnEntry(own, 'osei')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(madeAnEntry(sessionAfter('PlanAuthorised'), 'lim')).toBe(false);
  });
});

function draftOf() {
  const [planned] = STORY;
  if (planned?.event.type !== 'SessionPlanned') throw new Error('no plan');
  return planned.event.data.draft;
}
