import { describe, expect, it } from 'vitest';
import type { ChecklistItem } from '../../../src/core/library/checklistItem.ts';
import { quantityText, readQuantity } from '../../../src/core/quantity/quantity.ts';
import { compareCounted } from '../../../src/core/session/compareCounted.ts';
import { parseCountedValues } from '../../../src/core/session/countedEntry.ts';
import { countedOf, nextDose, pumpedOf } from '../../../src/core/session/countedSession.ts';
import { answerInterruption } from '../../../src/core/session/decisions/answerInterruption.ts';
import { authoriseCounted, completeCounted } from '../../../src/core/session/decisions/authoriseCounted.ts';
import { changeContainer, discardNext } from '../../../src/core/session/decisions/changeContainer.ts';
import { changeRate, rateRefusal } from '../../../src/core/session/decisions/changeRate.ts';
import { unmetNeeds } from '../../../src/core/session/decisions/discharge.ts';
import { completeInfusion, readPumpAfterStop } from '../../../src/core/session/decisions/endInfusion.ts';
import { giveDose, giveFirstDose } from '../../../src/core/session/decisions/giveDose.ts';
import {
  fieldsToEnter,
  makeFirstEntry,
  makeSecondEntry,
} from '../../../src/core/session/decisions/makeEntry.ts';
import type { PatientFacts } from '../../../src/core/session/decisions/patientRefusal.ts';
import { resumeInfusion } from '../../../src/core/session/decisions/pauseInfusion.ts';
import {
  addDiluent,
  checkLabel,
  drawDrug,
  takeVial,
  witnessPreparation,
} from '../../../src/core/session/decisions/prepare.ts';
import { witnessDrawn } from '../../../src/core/session/decisions/prepareDoses.ts';
import { readBackPump } from '../../../src/core/session/decisions/readBackPump.ts';
import { confirmDoses, resumeDoses } from '../../../src/core/session/decisions/resumeDoses.ts';
import { signingRefusal } from '../../../src/core/session/decisions/signRecord.ts';
import { startInfusion } from '../../../src/core/session/decisions/startInfusion.ts';
import { matchEnds } from '../../../src/core/session/decisions/voidMatch.ts';
import { nurseRange } from '../../../src/core/session/nurseRange.ts';
import { sessionOutcome } from '../../../src/core/session/outcome.ts';
import { reconciliation } from '../../../src/core/session/reconciliation.ts';
import { saidOfDose, siteText } from '../../../src/core/session/saidOfDose.ts';
import type { Session } from '../../../src/core/session/session.ts';
import { timeline } from '../../../src/core/session/timeline.ts';
import {
  COUNTED_STORY,
  countedAfter,
  LEFT,
  ORDER,
  RIGHT_SIDE,
  RULES,
  SPRAYS,
  spray,
  VALUES,
} from '../../support/countedStory.ts';
import { answered } from '../../support/exactText.ts';
import { LIBRARY } from '../../support/libraryPlans.ts';
import { FIRST_SESSION } from '../../support/moodPlan.ts';
import {
  ASKED,
  by,
  factOf,
  IDENTITY,
  outcome,
  PATIENT,
  PEOPLE,
  played,
  recorded,
  sessionAfter,
  step,
  WEIGHING,
} from '../../support/playedSession.ts';
import { vitals } from '../../support/referenceSession.ts';
import { at } from '../../support/times.ts';

const mL = (volume: '0.6 mL' | '0.7 mL' | '50 mL') => readQuantity(volume, 'mL');
const OTHER_WAY = { kind: 'otherWayOfGiving' };
const DOSE = { number: 2, site: RIGHT_SIDE, prescriber: null, reason: null, lateReason: null } as const;
const THIGH = { kind: 'muscle', muscle: 'thigh', side: 'right' } as const;
const running = (): Session => countedAfter('DosesStarted', spray(1, '10:00:00'));
const parsed = (values: Partial<typeof VALUES>) => answered(parseCountedValues({ ...VALUES, ...values }));
const REFERENCE = { born: '1984-03-09', order: ORDER, rules: RULES, weight: readQuantity('72 kg', 'kg') };

describe('an order of counted doses', () => {
  const facts: PatientFacts = {
    known: FIRST_SESSION,
    body: PATIENT.body,
    allergies: [],
    assessment: ASKED,
    consentDated: true,
    weighing: WEIGHING,
  };
  const command = {
    orderNumber: 'O-1',
    rules: RULES,
    allergyNames: ['ketamine'],
    patient: facts,
    overrideReasons: [],
  };
  const planned = (counted: { readonly doses: number | null; readonly gap: '5 min' | '4 min' | null }) =>
    countedAfter('SessionPlanned', step('PlanChanged', { ...DRAFTED, counted }, '09:14:30', 'patel'));
  const DRAFTED = countedAfter('SessionPlanned').draft;

  it('is signed by a prescriber, with its sum and its working', () => {
    const signed = authoriseCounted(planned({ doses: 3, gap: '5 min' }), command, by('patel', '09:15:00'));
    expect(factOf(signed, 'CountedPlanAuthorised')).toMatchObject({ order: ORDER, sum: { dose: '30 mg' } });
  });

  it('is refused for whatever lacks or is beyond the protocol', () => {
    const refusal = (
      session: Session,
      changed: Partial<typeof command> = {},
      who: 'patel' | 'lim' = 'patel',
    ) => outcome(authoriseCounted(session, { ...command, ...changed }, by(who, '09:15:00')));
    const plan = planned({ doses: 3, gap: '5 min' });
    expect(refusal(plan, {}, 'lim')).toMatchObject({ kind: 'roleNeeded' });
    expect(refusal(plan, { patient: { ...facts, weighing: null } })).toEqual({ kind: 'notWeighed' });
    expect(refusal(planned({ doses: null, gap: null }))).toEqual({
      kind: 'planIncomplete',
      missing: ['doses', 'gap'],
    });
    expect(refusal(planned({ doses: 6, gap: '5 min' }))).toMatchObject({ kind: 'dosesOutsideProtocol' });
    expect(refusal(planned({ doses: 3, gap: '4 min' }))).toMatchObject({ kind: 'gapTooShort' });
    const never = { ...RULES, product: { ...RULES.product, undilutedForbidden: true } } as const;
    expect(refusal(plan, { rules: never })).toEqual({ kind: 'undilutedForbidden', strength: '50 mg/mL' });
    const weak = { ...RULES, product: { ...RULES.product, strength: '10 mg/mL' } } as const;
    expect(refusal(plan, { rules: weak })).toMatchObject({ kind: 'doseTooLarge' });
    const limited = (total: object) => ({ ...RULES, protocol: { ...SPRAYS, total } });
    expect(refusal(plan, { rules: limited({ softMaximum: '20 mg' }) })).toMatchObject({
      kind: 'reasonsMissing',
    });
    expect(refusal(plan, { rules: limited({ hardMaximum: '20 mg' }) })).toEqual(['TryRefused']);
    const allergic = { ...facts, allergies: ['ketamine'] };
    expect(refusal(plan, { patient: allergic })).toMatchObject({ kind: 'allergyMatches' });
    const { counted, ...rest } = DRAFTED;
    expect(counted).toBeDefined();
    expect(completeCounted({ ...rest, product: null })).toEqual({
      ok: false,
      missing: ['doses', 'gap', 'product'],
    });
    const none = { ...RULES, protocol: { ...SPRAYS, perDose: '0 mg' } } as const;
    expect(refusal(plan, { rules: none })).toEqual({ kind: 'enginesDisagree', on: ['schedule'] });
  });
});

describe('two blind entries of counted doses', () => {
  const entry = {
    copy: 1 as const,
    values: VALUES,
    corrections: 0,
    seconds: 60,
    weighing: WEIGHING,
    born: '1984-03-09',
    known: FIRST_SESSION,
    body: PATIENT.body,
    oneClinician: false,
  };

  it('are read as exact numbers, every malformed one named at once', () => {
    expect(parsed({}).doses).toBe(3n);
    const { doses, gap, total, ...without } = VALUES;
    expect([doses, gap, total]).toEqual(['3', '5', '30']);
    const empty = parseCountedValues({ ...without, dateOfBirth: '', product: '', dose: '.5' });
    expect(empty.ok ? [] : empty.failure.map(({ input }) => input)).toEqual([
      'dateOfBirth',
      'product',
      'dose',
      'doses',
      'gap',
      'total',
    ]);
    expect(parseCountedValues({ ...VALUES, dateOfBirth: '' }).ok).toBe(false);
  });

  it('are named by the fields in which they differ from each other, then from the order', () => {
    const between = (second: Partial<typeof VALUES>) => {
      const verdict = compareCounted(parsed({}), parsed(second), REFERENCE);
      return verdict.ok ? 'agree' : `${verdict.failure.against}: ${verdict.failure.fields.join(' ')}`;
    };
    expect(between({ weight: '72.0', total: '30.0' })).toBe('agree');
    const other = {
      dateOfBirth: '1984-03-08',
      product: 'ketamine-10-20',
      weight: '73',
      dose: '11',
      doses: '4',
      gap: '6',
      total: '40',
    };
    expect(between(other)).toBe('eachOther: dateOfBirth drug weight dose doses gap total');
    const both = compareCounted(parsed(other), parsed(other), REFERENCE);
    expect(both.ok ? [] : both.failure).toEqual({
      against: 'order',
      fields: ['dateOfBirth', 'drug', 'weight', 'dose', 'doses', 'gap', 'total'],
    });
    const weak = { ...RULES, product: { ...RULES.product, strength: '10 mg/mL' } } as const;
    expect(compareCounted(parsed({}), parsed({}), { ...REFERENCE, rules: weak })).toMatchObject({
      ok: false,
    });
  });

  it('match, differ and hold as every order does', () => {
    const ordered = countedAfter('CountedPlanAuthorised');
    expect(outcome(makeFirstEntry(ordered, entry, by('lim', '09:21:00')))).toEqual(['FirstEntryMade']);
    const malformed = { ...entry, values: { ...VALUES, total: '3O' } };
    expect(outcome(makeFirstEntry(ordered, malformed, by('lim', '09:21:00')))).toMatchObject({
      kind: 'entryRefused',
    });
    const first = countedAfter('FirstEntryMade');
    const second = (values: Partial<typeof VALUES>, session = first) =>
      makeSecondEntry(
        session,
        { ...entry, copy: 2, values: { ...VALUES, ...values } },
        by('osei', '09:26:00'),
      );
    expect(outcome(second({}))).toEqual(['CountedEntriesMatched']);
    expect(factOf(second({}), 'CountedEntriesMatched')).toMatchObject({
      values: VALUES,
      copy: 2,
      weighing: WEIGHING,
      sum: { dose: '30 mg', drawUp: '0.7 mL' },
      working: [{ step: 'total' }, {}, {}, {}, {}, {}],
      breaches: [],
    });
    expect(outcome(second({ doses: '4' }))).toEqual(['EntriesDiffered']);
    expect(outcome(second({ doses: '4' }, { ...first, attempt: 2 }))).toEqual([
      'EntriesDiffered',
      'PlanHeld',
    ]);
    const [, signed] = COUNTED_STORY;
    if (signed?.event.type !== 'CountedPlanAuthorised' || !first.first) throw new Error('no order');
    const strict = { ...SPRAYS, total: { softMaximum: '20 mg' } } as const;
    const order = countedOf(first)?.authorised;
    if (!order) throw new Error('no order');
    const limited = { ...first, authorised: { ...order, rules: { ...RULES, protocol: strict } } };
    expect(outcome(second({}, limited))).toEqual(['AuthorisationVoided']);
    expect(factOf(second({}, limited), 'AuthorisationVoided')).toMatchObject({
      breaches: [{ value: 'total', strength: 'soft', actual: '30 mg' }],
    });
    const unread = { ...first, first: { ...first.first, values: { ...VALUES, total: '' } } };
    expect(() => second({}, unread)).toThrow('can no longer be read');
  });

  it('are entered again by what differed and the total that follows from it', () => {
    const differed = step(
      'EntriesDiffered',
      { ...entryMade(), verdict: { against: 'eachOther', fields: ['doses'] } },
      '09:26:00',
      'osei',
    );
    const again = countedAfter(
      'FirstEntryMade',
      differed,
      step('SecondAttemptStarted', {}, '09:27:00', 'lim'),
    );
    expect(fieldsToEnter(again, 'lim')).toEqual(['doses', 'total']);
    expect(fieldsToEnter(countedAfter('CountedPlanAuthorised'), 'lim')).toHaveLength(7);
  });

  function entryMade() {
    return { attempt: 1, copy: 2 as const, values: VALUES, corrections: 0, seconds: 60 };
  }
});

describe('counted doses before the start', () => {
  const command = { patient: PATIENT, volumeDrawn: mL('0.7 mL'), label: 'KT-0412' };

  it('are witnessed by the one volume that is drawn', () => {
    const drawn = countedAfter('DrugDrawn');
    const witnessed = witnessDrawn(drawn, command, by('lim', '09:45:00', { second: 'osei' }));
    expect(factOf(witnessed, 'PreparationWitnessed')).toMatchObject({
      concentration: '50 mg/mL',
      finalVolume: '0.7 mL',
      useBy: at('13:41:00'),
    });
    const other = { ...command, volumeDrawn: mL('0.6 mL') };
    expect(outcome(witnessDrawn(drawn, other, by('lim', '09:45:00', { second: 'osei' })))).toEqual([
      'PreparationWitnessDisagreed',
    ]);
    expect(outcome(witnessDrawn(drawn, command, by('lim', '09:45:00')))).toEqual({
      kind: 'anotherPersonNeeded',
    });
    const early = by('lim', '09:45:00', { second: 'osei' });
    expect(outcome(witnessDrawn(countedAfter('VialTaken'), command, early))).toEqual({
      kind: 'stepMissing',
      step: 'draw',
    });
    expect(outcome(witnessDrawn(countedAfter('CountedEntriesMatched'), command, early))).toMatchObject({
      kind: 'stepMissing',
    });
    expect(outcome(witnessDrawn(sessionAfter('DrugDrawn'), command, early))).toEqual(OTHER_WAY);
    expect(outcome(witnessDrawn(countedAfter('DosesStarted'), command, early))).toMatchObject({
      kind: 'notInThisState',
    });
    expect(
      outcome(drawDrug(countedAfter('VialTaken'), { patient: PATIENT, drawn: mL('0.7 mL') }, early)),
    ).toEqual(['DrugDrawn']);
  });

  it('know no diluent, no pump and no second volume', () => {
    const lim = by('lim', '09:45:00', { second: 'osei' });
    const drawn = countedAfter('DrugDrawn');
    expect(outcome(addDiluent(drawn, { patient: PATIENT, finalVolume: mL('50 mL') }, lim))).toEqual(
      OTHER_WAY,
    );
    const both = { ...command, finalVolume: mL('50 mL') };
    expect(outcome(witnessPreparation(drawn, both, lim))).toEqual(OTHER_WAY);
    const reading = {
      pump: 'P-07',
      programmedBy: 'lim',
      rate: readQuantity('54 mL/h', 'mL/h'),
      volumeLimit: mL('50 mL'),
      together: null,
      patient: PATIENT,
    };
    const ready = countedAfter('SessionReady');
    expect(outcome(readBackPump(ready, reading, lim))).toEqual(OTHER_WAY);
    expect(outcome(startInfusion(ready, { patient: PATIENT, ...IDENTITY }, by('lim', '10:00:00')))).toEqual(
      OTHER_WAY,
    );
    expect(nurseRange(ready)).toBeUndefined();
    expect(pumpedOf(ready)).toBeUndefined();
  });

  it('are ready with label, checklist and baseline, whichever comes last', () => {
    const before = countedAfter('VitalsRecorded');
    const label = { lastFour: '0412', patient: PATIENT };
    expect(outcome(checkLabel(before, label, by('lim', '09:51:00')))).toEqual([
      'LabelChecked',
      'SessionReady',
    ]);
    expect(outcome(checkLabel(countedAfter('PreparationWitnessed'), label, by('lim', '09:51:00')))).toEqual([
      'LabelChecked',
    ]);
  });

  it('lose their match to another weight, and the order with it where a limit is then passed', () => {
    const ready = countedAfter('SessionReady');
    const weighed = (weight: '72 kg' | '73 kg', session = ready) =>
      matchEnds(session, { ...PATIENT, weighing: { ...WEIGHING, weight } }, at('09:55:00')).map(
        ({ type }) => type,
      );
    expect(weighed('72 kg')).toEqual([]);
    expect(weighed('73 kg')).toEqual(['MatchVoided']);
    const order = countedOf(ready)?.authorised;
    if (!order) throw new Error('no order');
    const strict = { ...RULES, protocol: { ...SPRAYS, weight: { softMaximum: '72.5 kg' } } } as const;
    expect(weighed('73 kg', { ...ready, authorised: { ...order, rules: strict } })).toEqual([
      'MatchVoided',
      'AuthorisationVoided',
    ]);
    const weak = { ...RULES, product: { ...RULES.product, strength: '10 mg/mL' } } as const;
    const unmeasurable = { ...ready, authorised: { ...order, rules: weak } };
    expect(weighed('73 kg', unmeasurable)).toEqual(['MatchVoided', 'AuthorisationVoided']);
    const heavier = { ...PATIENT, weighing: { ...WEIGHING, weight: '73 kg' as const } };
    const [, voided] = matchEnds(unmeasurable, heavier, at('09:55:00'));
    expect(voided?.data).toMatchObject({ breaches: [] });
  });
});

describe('the first counted dose', () => {
  const command = { patient: PATIENT, ...IDENTITY, site: LEFT };
  it('is the start, under the same two identifiers', () => {
    const ready = countedAfter('SessionReady');
    const started = giveFirstDose(ready, command, by('lim', '10:00:00'));
    expect(outcome(started)).toEqual(['DosesStarted', 'DoseGiven']);
    expect(factOf(started, 'DoseGiven')).toEqual({ number: 1, amount: '10 mg', site: LEFT, early: null });
    const unknown = { ...command, identity: { nameSaid: true, typed: 'T-1' } };
    expect(outcome(giveFirstDose(ready, unknown, by('lim', '10:00:00')))).toEqual(['TryRefused']);
    expect(outcome(giveFirstDose(ready, command, by('patel', '10:00:00')))).toMatchObject({
      kind: 'roleNeeded',
    });
    expect(outcome(giveFirstDose(ready, { ...command, site: THIGH }, by('lim', '10:00:00')))).toEqual(
      OTHER_WAY,
    );
    expect(outcome(giveFirstDose(sessionAfter('SessionReady'), command, by('lim', '10:00:00')))).toEqual(
      OTHER_WAY,
    );
    const late = { ...ready, voided: null, preparation: { ...ready.preparation, witnessed: null } };
    expect(outcome(giveFirstDose(late, command, by('lim', '10:00:00')))).toMatchObject({
      kind: 'notInThisState',
    });
  });
});

describe('a later counted dose', () => {
  it('waits for the gap, to the second', () => {
    expect(outcome(giveDose(running(), DOSE, by('lim', '10:05:00')))).toEqual(['DoseGiven']);
    expect(outcome(giveDose(running(), DOSE, by('lim', '10:04:59')))).toEqual({
      kind: 'doseTooEarly',
      number: 2,
      waitMilliseconds: 1_000,
      of: 'spray',
    });
    expect(nextDose(running())).toEqual({ number: 2, earliestAt: at('10:05:00') });
    expect(nextDose(countedAfter('SessionReady'))).toBeUndefined();
    expect(nextDose(countedAfter('RecoveryStarted'))).toBeUndefined();
    expect(nextDose(sessionAfter('InfusionStarted'))).toBeUndefined();
  });

  it('is early only with a prescriber and a reason', () => {
    const early = (more: object, who: 'lim' | 'patel' = 'lim') =>
      giveDose(running(), { ...DOSE, ...more }, by(who, '10:03:00'));
    expect(outcome(early({ prescriber: PEOPLE.osei, reason: 'pain' }))).toMatchObject({ kind: 'roleNeeded' });
    expect(outcome(early({ prescriber: PEOPLE.patel, reason: ' ' }))).toEqual({
      kind: 'textMissing',
      field: 'reason',
    });
    expect(outcome(early({ prescriber: PEOPLE.patel }))).toEqual({ kind: 'textMissing', field: 'reason' });
    expect(factOf(early({ prescriber: PEOPLE.patel, reason: ' pain ' }), 'DoseGiven').early).toEqual({
      prescriber: 'patel',
      reason: 'pain',
    });
    const inTime = giveDose(
      running(),
      { ...DOSE, prescriber: PEOPLE.patel, reason: 'x' },
      by('lim', '10:06:00'),
    );
    expect(factOf(inTime, 'DoseGiven').early).toBeNull();
  });

  it('is the next one, in its place, while the session runs', () => {
    const lim = by('lim', '10:06:00');
    expect(outcome(giveDose(running(), { ...DOSE, number: 3 }, lim))).toEqual({
      kind: 'otherDoseNext',
      number: 2,
    });
    expect(outcome(giveDose(running(), { ...DOSE, site: THIGH }, lim))).toEqual(OTHER_WAY);
    expect(outcome(giveDose(running(), DOSE, by('reyes', '10:06:00')))).toMatchObject({ kind: 'roleNeeded' });
    expect(outcome(giveDose(sessionAfter('InfusionStarted'), DOSE, lim))).toEqual(OTHER_WAY);
    expect(outcome(giveDose(countedAfter('DosesStarted'), DOSE, lim))).toEqual(OTHER_WAY);
    const before = by('lim', '10:06:00', { said: '09:59:00' });
    expect(outcome(giveDose(running(), DOSE, before))).toEqual({ kind: 'timeNotAllowed' });
    const ahead = by('lim', '10:06:00', { said: '10:09:00' });
    expect(outcome(giveDose(running(), DOSE, ahead))).toEqual({ kind: 'saidInFuture' });
    expect(outcome(giveDose(running(), DOSE, by('lim', '10:06:00', { said: '10:05:00' })))).toEqual([
      'DoseGiven',
    ]);
  });

  it('ends the giving when it is the last one, and answers an open question of a gap', () => {
    const two = countedAfter('DosesStarted', spray(1, '10:00:00'), spray(2, '10:05:00'));
    const third = { ...DOSE, number: 3 };
    expect(outcome(giveDose(two, third, by('lim', '10:10:00')))).toEqual([
      'DoseGiven',
      'InfusionCompleted',
      'RecoveryStarted',
    ]);
    const gap = step('InterruptionFound', { from: at('10:06:00'), to: at('10:08:00') }, '10:08:00', 'lim');
    const asked = countedAfter('DosesStarted', spray(1, '10:00:00'), spray(2, '10:05:00'), gap);
    expect(outcome(giveDose(asked, third, by('lim', '10:10:00')))).toContain('DosesConfirmed');
    expect(outcome(confirmDoses(asked, by('lim', '10:09:00')))).toEqual(['DosesConfirmed']);
    expect(outcome(confirmDoses(two, by('lim', '10:09:00')))).toEqual({ kind: 'nothingToAnswer' });
    expect(outcome(confirmDoses(two, by('reyes', '10:09:00')))).toMatchObject({ kind: 'roleNeeded' });
    const reading = { pumpState: 'running', pumpVolume: mL('0.6 mL') } as const;
    expect(outcome(answerInterruption(asked, reading, by('lim', '10:09:00')))).toEqual(OTHER_WAY);
    const confirmed = countedAfter('DosesStarted', gap, step('DosesConfirmed', {}, '10:09:00', 'lim'));
    expect(confirmed.interruptions[0]?.answer?.by).toBe('lim');
  });

  it('is not given while paused; the pause ends without a pump', () => {
    const pause = step('InfusionPaused', { reason: 'toilet' }, '10:01:00', 'lim');
    const paused = countedAfter('DosesStarted', spray(1, '10:00:00'), pause);
    expect(outcome(giveDose(paused, DOSE, by('lim', '10:06:00')))).toMatchObject({ kind: 'notInThisState' });
    expect(outcome(resumeDoses(paused, null, by('lim', '10:03:00')))).toEqual(['DosesResumed']);
    expect(outcome(resumeDoses(paused, null, by('lim', '10:07:00')))).toEqual({
      kind: 'vitalsSincePauseMissing',
    });
    const high = step('VitalsRecorded', vitals(185, 90, 80, 98), '10:02:00', 'lim');
    const beyond = countedAfter('DosesStarted', spray(1, '10:00:00'), pause, high);
    expect(outcome(resumeDoses(beyond, null, by('lim', '10:03:00')))).toEqual({
      kind: 'resumeNeedsPrescriber',
    });
    expect(factOf(resumeDoses(beyond, PEOPLE.patel, by('lim', '10:03:00')), 'DosesResumed')).toEqual({
      allowedBy: 'patel',
    });
    const none = { readBack: readQuantity('1 mL/h', 'mL/h'), prescriber: null };
    expect(outcome(resumeInfusion(paused, none, by('lim', '10:03:00')))).toEqual(OTHER_WAY);
    const resumed = countedAfter(
      'DosesStarted',
      spray(1, '10:00:00'),
      pause,
      step('DosesResumed', { allowedBy: null }, '10:03:00', 'lim'),
    );
    expect(resumed.state).toBe('RUNNING');
    expect(resumed.pauses[0]?.resumed?.at).toBe(at('10:03:00'));
  });

  it('leaves no way to a rate, a pump reading or an end by pump', () => {
    const lim = by('lim', '10:06:00');
    const rate = readQuantity('40 mL/h', 'mL/h');
    const change = { rate, readBack: rate, reason: 'comfort', note: null, prescriber: null } as const;
    expect(outcome(changeRate(running(), change, lim))).toEqual(OTHER_WAY);
    expect(rateRefusal(running(), rate, PEOPLE.patel)).toMatchObject({ kind: 'notInThisState' });
    const reading = {
      pumpVolume: mL('0.6 mL'),
      linePrimedWith: 'diluent',
      lineFlushed: true,
      differenceReason: null,
    } as const;
    expect(outcome(completeInfusion(running(), reading, lim))).toEqual(OTHER_WAY);
    const over = countedAfter('RecoveryStarted');
    expect(outcome(readPumpAfterStop(over, reading, by('lim', '10:20:00')))).toEqual(OTHER_WAY);
  });

  it('have no next container: none is prepared, connected or discarded', () => {
    const lim = by('lim', '10:02:00', { second: 'osei' });
    const change = {
      label: 'B412',
      elsewhere: null,
      restartedAt: at('10:02:30'),
      volumeLeft: mL('0.6 mL'),
      leftReason: null,
      readBack: null,
      lateReason: null,
    };
    expect(outcome(changeContainer(running(), change, lim))).toEqual(OTHER_WAY);
    expect(outcome(discardNext(running(), 'spilt', lim))).toEqual(OTHER_WAY);
    const vial = { product: ORDER.product, lot: 'L-2', expiry: '2027-08', vials: 1 };
    const context = { patient: PATIENT, library: LIBRARY, today: '2025-03-14' };
    const notNow = { kind: 'notInThisState', state: 'RUNNING' };
    expect(outcome(takeVial(running(), vial, context, lim))).toEqual(notNow);
    const drawn = { patient: PATIENT, volumeDrawn: mL('0.7 mL'), label: 'KT-B412' };
    expect(outcome(witnessDrawn(running(), drawn, lim))).toEqual(notNow);
  });
});

describe('what counted doses leave', () => {
  it('balances: 500 mg opened, 30 given, 5 left in the spray', () => {
    const balance = reconciliation(countedAfter('RecoveryStarted'));
    if (!balance) throw new Error('no balance');
    expect(quantityText(balance.given)).toBe('30 mg');
    expect(quantityText(balance.leftInSyringe)).toBe('5 mg');
    expect(quantityText(balance.leftInLine)).toBe('0 mg');
    expect(signingRefusal(countedAfter('RecoveryStarted'))).toMatchObject({ kind: 'notAccountedFor' });
  });

  it('counts as known once the giving is over, and as told until then', () => {
    expect(sessionOutcome(running())).toMatchObject({ ordered: '30 mg', told: '30 mg', given: null });
    expect(sessionOutcome(countedAfter('RecoveryStarted'))).toMatchObject({
      ordered: '30 mg',
      given: '30 mg',
      givenPerKg: '5/12 mg/kg',
    });
  });

  it('leaves no IV to remove, unless the checklist asked for one', () => {
    const over = countedAfter('RecoveryStarted');
    expect(unmetNeeds(over, at('10:40:00'))).not.toContain('accessRemoved');
    expect(unmetNeeds(over, at('10:40:00'))).toContain('oriented');
    const access: ChecklistItem = {
      id: 'access',
      group: 'line',
      text: 'IV access',
      asks: 'access',
      noNeedsPrescriber: true,
    };
    const order = countedOf(over)?.authorised;
    if (!order) throw new Error('no order');
    const protocol = { ...SPRAYS, checklist: [access] };
    const withAccess = { ...over, authorised: { ...order, rules: { ...RULES, protocol } } };
    expect(unmetNeeds(withAccess, at('10:40:00'))).toContain('accessRemoved');
    const among = { ...SPRAYS, checklist: [{ ...access, id: 'health', asks: 'yesNo' as const }, access] };
    const withBoth = { ...over, authorised: { ...order, rules: { ...RULES, protocol: among } } };
    expect(unmetNeeds(withBoth, at('10:40:00'))).toContain('accessRemoved');
  });

  it('stands in the timeline without a rate, dose by dose', () => {
    const gap = step('InterruptionFound', { from: at('10:11:00'), to: at('10:12:00') }, '10:12:00', 'lim');
    const pause = step('InfusionPaused', { reason: null }, '10:01:00', 'lim');
    const resume = step('DosesResumed', { allowedBy: null }, '10:02:00', 'lim');
    const confirm = step('DosesConfirmed', {}, '10:12:30', 'lim');
    const steps = [...COUNTED_STORY, pause, resume, gap, confirm];
    const session = played(steps);
    const lines = timeline(session, recorded(steps));
    const texts = lines.map(({ text }) => text.replaceAll('\u00a0', ' '));
    expect(texts).toEqual(
      expect.arrayContaining([
        'Order authorised',
        'Two entries agree',
        'Start with the first dose',
        'Spray 2 of 3, left nostril, 10 mg, 20 mg in all',
        'Resume',
        'Program was not running',
        'Every dose that was given is recorded',
      ]),
    );
    expect(lines.every(({ rate }) => rate === null)).toBe(true);
    const second = lines.find(({ text }) => text.startsWith('Spray 2'));
    expect([second?.given, second?.givenPerKg]).toEqual(['0.4 mL', '5/18 mg/kg']);
  });

  it('says of an early dose why, and of an injection where', () => {
    const early = { prescriber: 'patel', reason: 'pain returns' };
    const said = saidOfDose(running(), { number: 2, amount: '10 mg', site: LEFT, early });
    expect(said.detail).toBe('before its time: pain returns');
    expect(siteText(THIGH)).toBe('right thigh');
    const order = countedOf(running())?.authorised;
    if (!order) throw new Error('no order');
    const device = { ...SPRAYS.device, kind: 'injection' } as const;
    const injections = {
      ...running(),
      authorised: { ...order, rules: { ...RULES, protocol: { ...SPRAYS, device } } },
    };
    expect(saidOfDose(injections, { number: 1, amount: '10 mg', site: THIGH, early: null }).text).toMatch(
      /^Injection 1 of 3, right thigh/,
    );
    expect(outcome(giveDose(injections, { ...DOSE, site: THIGH }, by('lim', '10:06:00')))).toEqual([
      'DoseGiven',
    ]);
    expect(
      saidOfDose({ ...running(), authorised: null }, { number: 1, amount: '10 mg', site: LEFT, early: null })
        .text,
    ).toMatch(/^Spray 1 of 1/);
  });
});
