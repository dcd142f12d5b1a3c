import { afterEach, describe, expect, it, vi } from 'vitest';
import { readQuantity } from '../../../../src/core/quantity/quantity.ts';
import { containerDue } from '../../../../src/core/session/containerDue.ts';
import { authorisePlan } from '../../../../src/core/session/decisions/authorisePlan.ts';
import { beginStage } from '../../../../src/core/session/decisions/beginStage.ts';
import { changeContainer } from '../../../../src/core/session/decisions/changeContainer.ts';
import { changeRate } from '../../../../src/core/session/decisions/changeRate.ts';
import {
  completeInfusion,
  readPumpAfterStop,
  stopInfusion,
} from '../../../../src/core/session/decisions/endInfusion.ts';
import { pauseInfusion } from '../../../../src/core/session/decisions/pauseInfusion.ts';
import { recordDiscrepancy, recordWaste } from '../../../../src/core/session/decisions/recordWaste.ts';
import { signRecord, signRecordAlone } from '../../../../src/core/session/decisions/signRecord.ts';
import { secondReady, two } from '../../../support/containerStory.ts';
import { read } from '../../../support/exactText.ts';
import {
  ASKED,
  by,
  outcome,
  PATIENT,
  REFERENCE,
  sessionAfter,
  step,
  WEIGHING,
} from '../../../support/playedSession.ts';
import { loadingRuns } from '../../../support/stagedStory.ts';
import { at } from '../../../support/times.ts';

const engines = vi.hoisted(() => ({ disagree: false }));

vi.mock('../../../../src/core/crosscheck/planBackward.ts', async (original) => {
  const second = await original<typeof import('../../../../src/core/crosscheck/planBackward.ts')>();
  return {
    ...second,
    disagreements: (...asked: Parameters<typeof second.disagreements>) =>
      engines.disagree ? ['rate'] : second.disagreements(...asked),
  };
});

vi.mock('../../../../src/core/crosscheck/givenBackward.ts', async (original) => {
  const second = await original<typeof import('../../../../src/core/crosscheck/givenBackward.ts')>();
  return {
    ...second,
    givenDisagreements: (...asked: Parameters<typeof second.givenDisagreements>) =>
      engines.disagree ? ['given'] : second.givenDisagreements(...asked),
    containerLeftDisagreements: (...asked: Parameters<typeof second.containerLeftDisagreements>) =>
      engines.disagree ? ['containerLeft'] : second.containerLeftDisagreements(...asked),
    stageLeftDisagreements: (...asked: Parameters<typeof second.stageLeftDisagreements>) =>
      engines.disagree ? ['stageLeft'] : second.stageLeftDisagreements(...asked),
    endDisagreements: (...asked: Parameters<typeof second.endDisagreements>) =>
      engines.disagree ? ['end'] : second.endDisagreements(...asked),
    containerEmptyDisagreements: (...asked: Parameters<typeof second.containerEmptyDisagreements>) =>
      engines.disagree ? ['containerEmpty'] : second.containerEmptyDisagreements(...asked),
  };
});

vi.mock('../../../../src/core/crosscheck/ratesBackward.ts', async (original) => {
  const second = await original<typeof import('../../../../src/core/crosscheck/ratesBackward.ts')>();
  return {
    ...second,
    continuousRateDisagreements: (...asked: Parameters<typeof second.continuousRateDisagreements>) =>
      engines.disagree ? ['doseRate'] : second.continuousRateDisagreements(...asked),
  };
});

vi.mock('../../../../src/core/crosscheck/balanceBackward.ts', async (original) => {
  const second = await original<typeof import('../../../../src/core/crosscheck/balanceBackward.ts')>();
  return {
    ...second,
    balanceDisagreements: (...asked: Parameters<typeof second.balanceDisagreements>) =>
      engines.disagree ? ['given'] : second.balanceDisagreements(...asked),
  };
});

afterEach(() => {
  engines.disagree = false;
});

const withheld = (on: string) => ({ kind: 'enginesDisagree', on: [on] });

describe('while the two engines disagree', () => {
  const order = () =>
    authorisePlan(
      sessionAfter('SessionPlanned'),
      {
        orderNumber: 'O-1',
        rules: REFERENCE.rules,
        allergyNames: [],
        patient: {
          known: PATIENT.known,
          body: PATIENT.body,
          allergies: [],
          assessment: ASKED,
          consentDated: true,
          weighing: WEIGHING,
        },
        overrideReasons: [],
      },
      by('patel', '09:15:00'),
    );

  it('no order is signed, and the refusal carries no number', () => {
    expect(outcome(order())).toEqual(['PlanAuthorised']);
    engines.disagree = true;
    expect(outcome(order())).toEqual(withheld('rate'));
  });

  /** The same decision with both engines agreeing, and then not. */
  const both = (decide: () => Parameters<typeof outcome>[0]) => {
    const agreeing = outcome(decide());
    engines.disagree = true;
    return [agreeing, outcome(decide())];
  };
  const reading = {
    pumpVolume: read<'mL'>('36 mL'),
    linePrimedWith: 'diluent',
    lineFlushed: true,
    differenceReason: null,
  } as const;

  it('no reading of the pump is held against a volume, and a stop is still taken', () => {
    const running = sessionAfter('InfusionResumed');
    expect(both(() => completeInfusion(running, reading, by('lim', '10:54:20')))).toEqual([
      ['InfusionCompleted', 'FinalPumpReadingTaken', 'RecoveryStarted'],
      withheld('given'),
    ]);
    expect(outcome(stopInfusion(running, 'pain', by('lim', '10:30:00')))).toEqual([
      'InfusionStopped',
      'RecoveryStarted',
    ]);
    const stopped = sessionAfter(
      'InfusionStarted',
      step('InfusionStopped', { reason: 'pain' }, '10:40:00', 'lim'),
      step('RecoveryStarted', {}, '10:40:00', 'lim'),
    );
    expect(outcome(readPumpAfterStop(stopped, reading, by('lim', '10:41:00')))).toEqual(withheld('given'));
  });

  it('no rate is set that means what nobody is sure of, and a pause is still taken', () => {
    const running = sessionAfter('InfusionStarted');
    const rate = read<'mL/h'>('40.5 mL/h');
    const command = { rate, readBack: rate, reason: 'nausea', note: null, prescriber: null } as const;
    expect(both(() => changeRate(running, command, by('lim', '10:12:00')))).toEqual([
      ['RateChanged'],
      withheld('doseRate'),
    ]);
    expect(outcome(pauseInfusion(running, null, by('lim', '10:12:00')))).toEqual(['InfusionPaused']);
  });

  it('a change of the container is announced by its use-by alone', () => {
    const running = sessionAfter('InfusionStarted');
    const preparation = running.preparation.witnessed;
    expect(containerDue(running)).toBeNull();
    engines.disagree = true;
    expect(containerDue(running)).toEqual({ at: preparation?.useBy, because: 'useBy' });
  });

  it('no container is changed on what should be left in it', () => {
    const change = {
      label: 'B412',
      elsewhere: null,
      restartedAt: at('10:50:40'),
      volumeLeft: read<'mL'>('5 mL'),
      leftReason: null,
      readBack: read<'mL/h'>('54 mL/h'),
      lateReason: null,
    };
    expect(both(() => changeContainer(secondReady(), change, two('lim', '10:51:00', '10:50:00')))).toEqual([
      ['ContainerChanged'],
      withheld('containerLeft'),
    ]);
  });

  it('no stage is begun on what should be left of the one before', () => {
    const running = loadingRuns();
    const pump = { rate: read<'mL/h'>('9 mL/h'), volume: read<'mL'>('18 mL') };
    expect(both(() => beginStage(running, pump, by('lim', '10:20:00')))).toEqual([
      ['StageBegun'],
      withheld('stageLeft'),
    ]);
  });

  const pair = by('lim', '11:40:00', { second: 'osei' });

  it('no waste is held against what is left', () => {
    const typed = { vial: read<'mg'>('150 mg'), syringe: read<'mg'>('14 mg'), line: read<'mg'>('0 mg') };
    const discharged = sessionAfter('PatientDischarged');
    expect(both(() => recordWaste(discharged, { typed, witnessTyped: typed }, pair))).toEqual([
      ['WasteRecorded', 'WasteRecorded'],
      withheld('given'),
    ]);
  });

  it('no remainder is put down as a discrepancy', () => {
    expect(both(() => recordDiscrepancy(sessionAfter('PatientDischarged'), 'a vial broke', pair))).toEqual([
      ['DiscrepancyRecorded'],
      withheld('given'),
    ]);
  });

  it('no record is signed', () => {
    const balanced = sessionAfter(
      'PatientDischarged',
      step('WasteRecorded', { from: 'vial', amount: '150 mg', volume: '15 mL' }, '11:40:00', 'lim'),
      step('WasteRecorded', { from: 'syringe', amount: '14 mg', volume: '14 mL' }, '11:41:00', 'lim'),
    );
    expect(both(() => signRecord(balanced, 'h1', by('lim', '15:02:00')))).toEqual([
      ['SessionSigned'],
      withheld('given'),
    ]);
    expect(outcome(signRecordAlone(balanced, 'h1', by('lim', '15:02:00')))).toEqual(withheld('given'));
  });

  it('no stage is begun', () => {
    const pump = { rate: readQuantity('9 mL/h', 'mL/h'), volume: readQuantity('18 mL', 'mL') };
    const session = loadingRuns();
    const begin = () => beginStage(session, pump, by('lim', '10:20:00'));
    expect(outcome(begin())).toEqual(['StageBegun']);
    engines.disagree = true;
    expect(outcome(begin())).toEqual(withheld('stageLeft'));
  });
});
