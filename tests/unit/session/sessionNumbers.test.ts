import { describe, expect, it } from 'vitest';
import { quantityText, readQuantity } from '../../../src/core/quantity/quantity.ts';
import {
  endsAt,
  endsAtRate,
  type InfusionRun,
  infusingTime,
  remainingVolume,
} from '../../../src/core/session/delivered.ts';
import { vitalsDueAt } from '../../../src/core/session/dueTimes.ts';
import { pumpRateRule } from '../../../src/core/session/entryRules.ts';
import {
  matchedWeight,
  meaning,
  nurseRange,
  orderedNurseRange,
  shareOfRate,
} from '../../../src/core/session/nurseRange.ts';
import { givenAmount, reconciliation } from '../../../src/core/session/reconciliation.ts';
import { baselineVitals } from '../../../src/core/session/session.ts';
import { parseEntryValues } from '../../../src/core/session/typedEntry.ts';
import { countedAfter } from '../../support/countedStory.ts';
import { texts } from '../../support/exactText.ts';
import { REFERENCE, RIGHT, sessionAfter, step } from '../../support/playedSession.ts';
import { vitals } from '../../support/referenceSession.ts';
import { at } from '../../support/times.ts';

describe('what a nurse may set alone', () => {
  it('is 50 to 100 % of the matched rate, and what that means for this patient', () => {
    expect(texts(nurseRange(sessionAfter('EntriesMatched')))).toEqual({
      lowest: '27 mL/h',
      highest: '54 mL/h',
      lowestDose: '0.375 mg/kg/h',
      highestDose: '0.75 mg/kg/h',
    });
    expect(nurseRange(sessionAfter('FirstEntryMade'))).toBeUndefined();
    expect(nurseRange({ ...sessionAfter('EntriesMatched'), authorised: null })).toBeUndefined();
  });

  it('is a share of the ordered rate, exactly', () => {
    expect(quantityText(shareOfRate(readQuantity('54 mL/h', 'mL/h'), '75 %'))).toBe('40.5 mL/h');
    const range = { nurseRange: { lowest: '50 %', highest: '120 %' } } as const;
    expect(orderedNurseRange(readQuantity('0.75 mg/kg/h', 'mg/kg/h'), range)).toEqual({
      lowest: '0.375 mg/kg/h',
      highest: '0.9 mg/kg/h',
    });
  });

  it('is reckoned with the concentration that was prepared, once there is one', () => {
    const prepared = sessionAfter('PreparationWitnessed');
    const { witnessed } = prepared.preparation;
    if (!witnessed) throw new Error('not prepared');
    const half = { ...witnessed, concentration: '0.5 mg/mL' } as const;
    const weaker = { ...prepared, preparation: { ...prepared.preparation, witnessed: half } };
    const rate = readQuantity('54 mL/h', 'mL/h');
    expect(quantityText(meaning(sessionAfter('EntriesMatched'), rate))).toBe('0.75 mg/kg/h');
    expect(quantityText(meaning(weaker, rate))).toBe('0.375 mg/kg/h');
    // A session of counted doses has no rate either.
    for (const without of [sessionAfter('PlanAuthorised'), countedAfter('CountedEntriesMatched')])
      expect(() => meaning(without, rate)).toThrow('A rate has a meaning only after the match.');
    expect(() => matchedWeight(sessionAfter('PlanAuthorised'))).toThrow(
      'There is no agreed weight before the match.',
    );
  });
});

describe('the balance of a session', () => {
  const primed = (linePrimedWith: 'drug' | 'diluent', lineFlushed: boolean) => {
    const session = sessionAfter('FinalPumpReadingTaken');
    if (!session.finalReading) throw new Error('not read');
    return { ...session, finalReading: { ...session.finalReading, linePrimedWith, lineFlushed } };
  };

  it('counts drug by the pump’s reading, the line’s own volume added or taken off', () => {
    const line = REFERENCE.rules.lineVolume;
    expect(line).toBe('2 mL');
    const given = (way: 'drug' | 'diluent', flushed: boolean) =>
      quantityText(givenAmount(primed(way, flushed)));
    expect([
      given('diluent', true),
      given('diluent', false),
      given('drug', true),
      given('drug', false),
    ]).toEqual(['36 mg', '34 mg', '38 mg', '36 mg']);
  });

  it('says what is left in vial, syringe and line', () => {
    const left = (way: 'drug' | 'diluent', flushed: boolean) => {
      const { leftInVial, leftInSyringe, leftInLine } = reconciliation(primed(way, flushed)) ?? {};
      return texts([leftInVial, leftInSyringe, leftInLine]);
    };
    expect(left('diluent', true)).toEqual(['150 mg', '14 mg', '0 mg']);
    expect(left('diluent', false)).toEqual(['150 mg', '14 mg', '2 mg']);
    expect(left('drug', true)).toEqual(['150 mg', '12 mg', '0 mg']);
    expect(left('drug', false)).toEqual(['150 mg', '12 mg', '2 mg']);
  });

  it('has nothing given before a reading, nothing drawn before the draw, and is none before a vial', () => {
    expect(quantityText(givenAmount(sessionAfter('InfusionStarted')))).toBe('0 mg');
    const opened = reconciliation(sessionAfter('VialTaken'));
    expect(texts([opened?.drawn, opened?.leftInVial, opened?.leftInSyringe, opened?.leftInLine])).toEqual([
      '0 mg',
      '200 mg',
      '0 mg',
      '0 mg',
    ]);
    expect(reconciliation(sessionAfter('EntriesMatched'))).toBeUndefined();
    expect(reconciliation({ ...sessionAfter('VialTaken'), authorised: null })).toBeUndefined();
    const read = primed('drug', false);
    const unprepared = { ...read, preparation: { ...read.preparation, witnessed: null } };
    expect(quantityText(givenAmount(unprepared))).toBe('0 mg');
    expect(quantityText(givenAmount({ ...primed('drug', true), authorised: null }))).toBe('36 mg');
  });

  it('balances when everything opened is given or wasted, and drug of a void preparation counts too', () => {
    expect(reconciliation(sessionAfter('SessionSigned'))).toMatchObject({ balances: true });
    expect(reconciliation(sessionAfter('PatientDischarged'))).toMatchObject({ balances: false });
    const voided = sessionAfter('DrugDrawn', step('OrderReopened', {}, '09:50:00', 'patel'));
    expect(voided.authorised).toBeNull();
    const balance = reconciliation(voided);
    expect(texts([balance?.drawn, balance?.leftInVial])).toEqual(['50 mg', '150 mg']);
  });
});

describe('the next vital signs are due', () => {
  const seen = (time: string) => step('VitalsRecorded', vitals(120, 80, 80, 98), time, 'lim');

  it('10 min after the last set, or after the start, while it runs or is paused', () => {
    expect(vitalsDueAt(sessionAfter('InfusionStarted'))).toBe(at('10:10:00'));
    expect(vitalsDueAt(sessionAfter('InfusionStarted', seen('10:07:00')))).toBe(at('10:17:00'));
    expect(vitalsDueAt(sessionAfter('InfusionPaused', seen('10:21:00')))).toBe(at('10:31:00'));
  });

  it('15 min after the end or the last set in recovery', () => {
    expect(vitalsDueAt(sessionAfter('RecoveryStarted'))).toBe(at('11:09:20'));
    expect(vitalsDueAt(sessionAfter('RecoveryStarted', seen('11:00:00')))).toBe(at('11:15:00'));
  });

  it('never while nothing is observed', () => {
    expect(vitalsDueAt(sessionAfter('SessionReady'))).toBeNull();
    expect(vitalsDueAt(sessionAfter('PatientDischarged'))).toBeNull();
    expect(vitalsDueAt({ ...sessionAfter('InfusionStarted'), authorised: null })).toBeNull();
    expect(vitalsDueAt({ ...sessionAfter('InfusionStarted'), started: null })).toBeNull();
    expect(vitalsDueAt({ ...sessionAfter('RecoveryStarted'), ended: null })).toBeNull();
    expect(vitalsDueAt({ ...sessionAfter('InfusionStarted'), vitals: [] })).toBe(at('10:10:00'));
  });
});

describe('the baseline', () => {
  it('is the last pressure up to the start', () => {
    const at0950 = sessionAfter('VitalsRecorded');
    expect(baselineVitals(at0950)?.systolic).toBe(128);
    const none = step('VitalsRecorded', { ...vitals(1, 1, 80, 98), systolic: null }, '09:52:00', 'lim');
    expect(baselineVitals(sessionAfter('VitalsRecorded', none))?.systolic).toBe(128);
    const later = step('VitalsRecorded', vitals(140, 80, 80, 98), '10:00:01', 'lim');
    expect(baselineVitals(sessionAfter('InfusionStarted', later))?.systolic).toBe(128);
    const same = step('VitalsRecorded', vitals(140, 80, 80, 98), '10:00:00', 'lim');
    expect(baselineVitals(sessionAfter('InfusionStarted', same))?.systolic).toBe(140);
    expect(baselineVitals(sessionAfter('LabelChecked'))).toBeUndefined();
  });
});

describe('a run', () => {
  const run: InfusionRun = {
    stretches: [{ from: at('10:00:00'), rate: '54 mL/h' }],
    volumeToGive: '36 mL',
    containerVolume: '50 mL',
    endedAt: null,
  };

  it('that was ended ends then, and one at rest or without a rate at no time', () => {
    expect(endsAt({ ...run, endedAt: at('10:10:00') })).toBe(at('10:10:00'));
    expect(endsAt({ ...run, stretches: [] })).toBeNull();
    expect(endsAtRate(run, at('10:10:00'), '0 mL/h')).toBeNull();
    expect(infusingTime({ ...run, endedAt: at('10:10:00') }, at('11:00:00'))).toBe(600_000);
    expect(infusingTime(run, at('09:59:00'))).toBe(0);
    // What is still to be given comes from however many containers it takes.
    expect(quantityText(remainingVolume({ ...run, containerVolume: '30 mL' }, at('10:10:00')))).toBe('27 mL');
  });
});

describe('the number a pump takes', () => {
  it('has the decimals of its step', () => {
    const { pump } = REFERENCE.rules;
    expect(pumpRateRule(pump)).toEqual({
      unit: 'mL/h',
      decimals: 1,
      minimum: pump.rateMinimum,
      maximum: pump.rateMaximum,
    });
    expect(pumpRateRule({ ...pump, rateStep: '1 mL/h' }).decimals).toBe(0);
    expect(pumpRateRule({ ...pump, rateStep: '0.01 mL/h' }).decimals).toBe(2);
  });

  it('is named with every other input that is missing or malformed', () => {
    const parsed = parseEntryValues({
      ...RIGHT,
      dateOfBirth: '',
      pumpRate: '5.',
      volumeToGive: '',
      amount: '1e3',
      volume: '-1',
    });
    expect(!parsed.ok && parsed.failure.map(({ input }) => input)).toEqual([
      'dateOfBirth',
      'amount',
      'volume',
      'pumpRate',
      'volumeToGive',
    ]);
  });

  it.each(Object.keys(RIGHT) as (keyof typeof RIGHT)[])('is named where %s alone is missing', (input) => {
    const parsed = parseEntryValues({ ...RIGHT, [input]: '' });
    expect(parsed).toEqual({ ok: false, failure: [{ input, refusal: { kind: 'notEntered' } }] });
  });
});
