import { describe, expect, it } from 'vitest';
import { readQuantity } from '../../../../src/core/quantity/quantity.ts';
import { beginStage } from '../../../../src/core/session/decisions/beginStage.ts';
import { changeContainer } from '../../../../src/core/session/decisions/changeContainer.ts';
import {
  changeRate,
  rateRefusal,
  stageOverRefusal,
} from '../../../../src/core/session/decisions/changeRate.ts';
import { completeInfusion } from '../../../../src/core/session/decisions/endInfusion.ts';
import { SECOND_PREPARED, two } from '../../../support/containerStory.ts';
import {
  by,
  factOf,
  outcome,
  PEOPLE,
  type Person,
  sessionAfter,
  step,
} from '../../../support/playedSession.ts';
import { infusionBegun, loadingRuns, stepsRun } from '../../../support/stagedStory.ts';
import { at } from '../../../support/times.ts';

const shows = (rate: string, volume: string) => ({
  rate: readQuantity(`${rate} mL/h`, 'mL/h'),
  volume: readQuantity(`${volume} mL`, 'mL'),
});
const begun = (time: string, person: Person = 'lim', pump = shows('9', '18')) =>
  beginStage(loadingRuns(), pump, by(person, time));

describe('the next stage', () => {
  it('is begun by a nurse or a prescriber when the one before has run in', () => {
    expect(factOf(begun('10:20:00'), 'StageBegun')).toEqual({
      stage: 2,
      from: '27 mL/h',
      rate: '9 mL/h',
      volume: '18 mL',
      calculatedLeft: '0 mL',
    });
    expect(outcome(begun('10:20:00', 'patel'))).toEqual(['StageBegun']);
    expect(outcome(begun('10:20:00', 'reyes'))).toEqual({
      kind: 'roleNeeded',
      roles: ['nurse', 'prescriber'],
    });
  });

  it('is begun a little before that by the record, and no more than 5 % of the stage before', () => {
    expect(factOf(begun('10:19:00'), 'StageBegun')).toMatchObject({ calculatedLeft: '0.45 mL' });
    expect(outcome(begun('10:18:59'))).toEqual({
      kind: 'stageNotOver',
      stage: 1,
      left: '0.4575 mL',
      endsAt: at('10:20:00'),
    });
  });

  it('must be what the pump shows, by its rate and its volume', () => {
    const fields = (rate: string, volume: string) =>
      factOf(begun('10:20:00', 'lim', shows(rate, volume)), 'TryRefused');
    expect(fields('27', '18')).toEqual({
      refusal: { kind: 'readBackDiffers', fields: ['rate'] },
      typed: '27 mL/h',
    });
    expect(fields('9', '9')).toMatchObject({ refusal: { fields: ['volumeLimit'] } });
    expect(fields('90', '1.8')).toMatchObject({ refusal: { fields: ['rate', 'volumeLimit'] } });
  });

  it('is read by another person where the rate rises, and by whoever is named where it falls', () => {
    const session = stepsRun();
    const pump = shows('7.2', '7.2');
    const rise = (second?: Person) =>
      outcome(beginStage(session, pump, by('lim', '11:00:00', second ? { second } : {})));
    expect(rise()).toEqual({ kind: 'anotherPersonNeeded' });
    expect(rise('lim')).toEqual({ kind: 'anotherPersonNeeded' });
    expect(rise('osei')).toEqual(['StageBegun']);
    const fall = beginStage(loadingRuns(), shows('9', '18'), by('lim', '10:20:00', { second: 'lim' }));
    expect(outcome(fall)).toEqual({ kind: 'anotherPersonNeeded' });
  });

  it('is read by whoever begins it where the rate stays as it is', () => {
    const raised = {
      from: '3.6 mL/h',
      to: '7.2 mL/h',
      reason: 'ordered',
      note: null,
      orderedBy: 'patel',
    } as const;
    const session = stepsRun(step('RateChanged', raised, '10:00:00', 'lim', { witness: 'osei' }));
    const same = beginStage(session, shows('7.2', '7.2'), by('lim', '10:30:00'));
    expect(factOf(same, 'StageBegun')).toMatchObject({ from: '7.2 mL/h', rate: '7.2 mL/h' });
  });

  it('is not begun while paused, after the last one, or where there is one alone', () => {
    const paused = loadingRuns(step('InfusionPaused', { reason: null }, '10:20:00', 'lim'));
    const pump = shows('9', '18');
    expect(outcome(beginStage(paused, pump, by('lim', '10:21:00')))).toEqual({
      kind: 'notInThisState',
      state: 'PAUSED',
    });
    const last = loadingRuns(infusionBegun('10:20:00'));
    expect(outcome(beginStage(last, pump, by('lim', '12:20:00')))).toEqual({ kind: 'noStageLeft' });
    const one = sessionAfter('InfusionStarted');
    expect(outcome(beginStage(one, pump, by('lim', '10:40:00')))).toEqual({ kind: 'noStageLeft' });
  });

  it('has to be begun before the infusion is complete', () => {
    const reading = {
      pumpVolume: readQuantity('9 mL', 'mL'),
      linePrimedWith: 'diluent',
      lineFlushed: true,
      differenceReason: null,
    } as const;
    expect(outcome(completeInfusion(loadingRuns(), reading, by('lim', '10:20:00')))).toEqual({
      kind: 'stagesLeft',
      next: 2,
      stages: 2,
    });
    const last = loadingRuns(infusionBegun('10:20:00'));
    const whole = { ...reading, pumpVolume: readQuantity('27 mL', 'mL') };
    expect(outcome(completeInfusion(last, whole, by('lim', '12:20:00')))).toEqual([
      'InfusionCompleted',
      'FinalPumpReadingTaken',
      'RecoveryStarted',
    ]);
  });
});

describe('a container changed when a stage has run in', () => {
  const change = (restartedAt: number | null) =>
    changeContainer(
      loadingRuns(...SECOND_PREPARED),
      {
        label: 'B412',
        elsewhere: null,
        restartedAt,
        volumeLeft: readQuantity('41 mL', 'mL'),
        leftReason: null,
        readBack: restartedAt === null ? null : readQuantity('27 mL/h', 'mL/h'),
        lateReason: null,
      },
      two('lim', '10:41:00', '10:40:00'),
    );

  it('does not start the pump again: the next stage does', () => {
    expect(outcome(change(at('10:40:30')))).toEqual({ kind: 'stageOver', stage: 1 });
    expect(factOf(change(null), 'ContainerChanged')).toMatchObject({
      restartedAt: null,
      rate: null,
      calculatedLeft: '41 mL',
    });
  });
});

describe('a rate within a stage', () => {
  const rate = (text: string) => readQuantity(`${text} mL/h`, 'mL/h');

  it('of a loading dose is never above the ordered one, whoever orders it', () => {
    const session = loadingRuns();
    expect(rateRefusal(session, rate('27.1'), PEOPLE.patel)).toEqual({
      kind: 'loadingRateAboveOrdered',
      ordered: '27 mL/h',
    });
    expect(rateRefusal(session, rate('27'), PEOPLE.lim)).toBeUndefined();
    expect(rateRefusal(session, rate('13.4'), PEOPLE.lim)).toMatchObject({ kind: 'rateNeedsPrescriber' });
    expect(rateRefusal(session, rate('13.4'), PEOPLE.patel)).toBeUndefined();
  });

  it('of the infusion is held against its hard limits again', () => {
    const session = loadingRuns(infusionBegun('10:20:00'));
    expect(rateRefusal(session, rate('27'), PEOPLE.patel)).toMatchObject({ kind: 'rateOutsideHardLimit' });
    expect(rateRefusal(session, rate('10'), PEOPLE.lim)).toMatchObject({ kind: 'rateNeedsPrescriber' });
  });

  it('is not changed once the stage has run in', () => {
    expect(stageOverRefusal(loadingRuns(), at('10:19:59'))).toBeUndefined();
    expect(stageOverRefusal(loadingRuns(), at('10:20:00'))).toEqual({ kind: 'stageOver', stage: 1 });
    expect(stageOverRefusal(sessionAfter('InfusionStarted'), at('12:00:00'))).toBeUndefined();
    expect(stageOverRefusal(sessionAfter('SessionReady'), at('12:00:00'))).toBeUndefined();
    const command = {
      rate: rate('20'),
      readBack: rate('20'),
      reason: 'ordered',
      note: null,
      prescriber: null,
    } as const;
    expect(outcome(changeRate(loadingRuns(), command, by('lim', '10:20:00')))).toEqual({
      kind: 'stageOver',
      stage: 1,
    });
    expect(outcome(changeRate(loadingRuns(), command, by('lim', '10:10:00')))).toEqual(['RateChanged']);
  });
});
