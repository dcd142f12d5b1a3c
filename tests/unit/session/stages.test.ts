import { describe, expect, it } from 'vitest';
import {
  containerEmptyDisagreements,
  endDisagreements,
  givenDisagreements,
  stageLeftDisagreements,
} from '../../../src/core/crosscheck/givenBackward.ts';
import { quantityText, readQuantity } from '../../../src/core/quantity/quantity.ts';
import { containerDue } from '../../../src/core/session/containerDue.ts';
import {
  containerEmptyAt,
  containerLeft,
  endsAt,
  endsAtRate,
  givenVolume,
  type InfusionRun,
  infusingTime,
  ranUntil,
  remainingVolume,
  stageEndsAt,
  stageLeft,
} from '../../../src/core/session/delivered.ts';
import { nurseRange } from '../../../src/core/session/nurseRange.ts';
import { nextStage, plannedStages, runningStage } from '../../../src/core/session/stages.ts';
import { stageName } from '../../../src/core/session/stageWords.ts';
import { timeline } from '../../../src/core/session/timeline.ts';
import { offByALittle } from '../../support/offByALittle.ts';
import { played, recorded, type Step, sessionAfter, step, storyTo } from '../../support/playedSession.ts';
import { CHANGED, RUN, SECOND } from '../../support/stagedRuns.ts';
import { infusionBegun, loadingRuns, loadingStory, type stepsRun } from '../../support/stagedStory.ts';
import { at } from '../../support/times.ts';

const given = (run: InfusionRun, time: string) => quantityText(givenVolume(run, at(time)));

describe('what is given in stages', () => {
  it('never passes the end of a stage, and goes on from the next', () => {
    expect(given(RUN, '10:10:00')).toBe('10 mL');
    expect(given(RUN, '10:20:00')).toBe('20 mL');
    expect(given(RUN, '11:00:00')).toBe('20 mL');
    expect(given(SECOND, '10:22:00')).toBe('20 mL');
    expect(given(SECOND, '10:24:00')).toBe('21 mL');
  });

  it('never passes what a container holds either, whichever comes first', () => {
    expect(given(SECOND, '10:32:00')).toBe('25 mL');
    expect(given(SECOND, '11:00:00')).toBe('25 mL');
    expect(given(CHANGED, '10:34:00')).toBe('25 mL');
    expect(given(CHANGED, '10:44:00')).toBe('30 mL');
    expect(given(CHANGED, '12:00:00')).toBe('50 mL');
    expect(quantityText(containerLeft(CHANGED, at('12:00:00')))).toBe('25 mL');
  });

  it('is what the rates make of it where one is changed on the way', () => {
    const slower: InfusionRun = {
      ...RUN,
      stretches: [...RUN.stretches, { from: at('10:10:00'), rate: '30 mL/h' }],
    };
    expect(given(slower, '10:20:00')).toBe('15 mL');
    expect(stageEndsAt(slower)).toBe(at('10:30:00'));
    expect(endsAt(slower)).toBe(at('12:10:00'));
    expect(given(slower, '11:00:00')).toBe('20 mL');
  });

  it('ends with the infusion', () => {
    const ended = { ...RUN, endedAt: at('10:05:00') };
    expect(given(ended, '10:30:00')).toBe('5 mL');
    expect([endsAt(ended), stageEndsAt(ended), containerEmptyAt(ended)]).toEqual([
      at('10:05:00'),
      null,
      null,
    ]);
  });
});

describe('the forecast of stages', () => {
  it('ends the stage at the present rate, and all of them when each is begun in no time', () => {
    expect(stageEndsAt(RUN)).toBe(at('10:20:00'));
    expect(endsAt(RUN)).toBe(at('12:00:00'));
    expect(endsAtRate(RUN, at('10:10:00'), '30 mL/h')).toBe(at('12:10:00'));
    expect(stageEndsAt(SECOND)).toBe(at('11:22:00'));
    expect(endsAt(SECOND)).toBe(at('12:02:00'));
    expect(quantityText(remainingVolume(SECOND, at('10:22:00')))).toBe('40 mL');
  });

  it('empties a container at the rates it will run at', () => {
    expect(containerEmptyAt(RUN)).toBe(at('10:30:00'));
    expect(containerEmptyAt({ ...RUN, containerVolume: '10 mL' })).toBe(at('10:10:00'));
    expect(containerEmptyAt({ ...RUN, containerVolume: '20 mL' })).toBe(at('10:20:00'));
    // Beyond the last stage at its rate.
    expect(containerEmptyAt({ ...RUN, containerVolume: '65 mL' })).toBe(at('12:20:00'));
    expect(containerEmptyAt(CHANGED)).toBe(at('13:04:00'));
  });

  it('knows nothing while the pump stands still, and before there is a rate', () => {
    const still: InfusionRun = { ...RUN, stretches: [{ from: at('10:00:00'), rate: '0 mL/h' }] };
    expect([stageEndsAt(still), endsAt(still), containerEmptyAt(still)]).toEqual([null, null, null]);
    const none: InfusionRun = { ...RUN, stretches: [] };
    expect([stageEndsAt(none), endsAt(none), containerEmptyAt(none)]).toEqual([null, null, null]);
  });

  it('says how much of the stage is left, and of one stage all that is', () => {
    expect(quantityText(stageLeft(SECOND, at('10:24:00')))).toBe('29 mL');
    expect(quantityText(stageLeft(RUN, at('11:00:00')))).toBe('0 mL');
    const { stages: _, ...one } = RUN;
    expect(quantityText(stageLeft(one, at('10:10:00')))).toBe('50 mL');
  });

  it('counts the time the pump ran, and not while it waited for the next stage', () => {
    expect(infusingTime(RUN, at('10:30:00'))).toBe(20 * 60_000);
    expect(infusingTime(SECOND, at('10:24:00'))).toBe(22 * 60_000);
    const [first] = RUN.stretches;
    if (!first) throw new Error('no rate');
    expect(ranUntil(RUN, first, at('10:22:00'))).toBe(at('10:20:00'));
    expect(ranUntil(RUN, first, at('10:12:00'))).toBe(at('10:12:00'));
    expect(ranUntil(RUN, { from: at('10:00:00'), rate: '0 mL/h' }, at('10:12:00'))).toBe(at('10:12:00'));
    const { stages: _, ...one } = RUN;
    expect(ranUntil(one, first, at('12:12:00'))).toBe(at('12:12:00'));
  });
});

describe('the second engine for a run in stages', () => {
  const MOMENTS = ['09:59:00', '10:10:00', '10:20:00', '10:21:00', '10:32:00', '10:50:00', '12:30:00'];
  const RISING: InfusionRun = {
    ...RUN,
    stages: {
      begun: [{ from: at('10:00:00'), volume: '20 mL' }],
      coming: [{ rate: '90 mL/h', volume: '40 mL' }],
    },
  };
  const RUNS = { RUN, SECOND, CHANGED, RISING, ended: { ...CHANGED, endedAt: at('10:40:00') } };

  it.each(Object.entries(RUNS))(
    'confirms what is given and what is left of %s, and nothing beside it',
    (_name, run) => {
      for (const time of MOMENTS) {
        const volume = givenVolume(run, at(time));
        expect(givenDisagreements(run, at(time), volume), time).toEqual([]);
        for (const { value } of offByALittle(volume))
          expect(givenDisagreements(run, at(time), value), time).toEqual(['given']);
        if (time === '09:59:00') continue;
        const left = stageLeft(run, at(time));
        expect(stageLeftDisagreements(run, at(time), left), time).toEqual([]);
        for (const { value } of offByALittle(left))
          expect(stageLeftDisagreements(run, at(time), value), time).toEqual(['stageLeft']);
      }
    },
  );

  it.each(Object.entries(RUNS))('confirms the forecast of %s, and no other moment', (_name, run) => {
    const [end, empty] = [endsAt(run), containerEmptyAt(run)];
    expect(endDisagreements(run, end)).toEqual([]);
    expect(containerEmptyDisagreements(run, empty)).toEqual([]);
    for (const off of [-5, 5]) {
      if (end !== null) expect(endDisagreements(run, end + off)).toEqual(['end']);
      if (empty !== null) expect(containerEmptyDisagreements(run, empty + off)).toEqual(['containerEmpty']);
    }
  });

  it('confirms no rest of a stage before the first one', () => {
    const { stages: _, ...one } = RUN;
    expect(stageLeftDisagreements(one, at('10:10:00'), readQuantity('50 mL', 'mL'))).toEqual(['stageLeft']);
  });
});

/** The last line of a timeline, with plain spaces. */
function lastLine(steps: readonly Step[]) {
  const line = timeline(played(steps), recorded(steps)).at(-1);
  if (!line) throw new Error('no line');
  const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ');
  return { ...line, text: plain(line.text), detail: plain(line.detail) };
}

describe('a session in stages', () => {
  it('runs its first stage, knows the next, and then the last', () => {
    const first = loadingRuns();
    expect(first.run).toMatchObject({ volumeToGive: '27 mL', stages: { begun: [{ volume: '9 mL' }] } });
    expect(runningStage(first)).toMatchObject({ number: 1, count: 2, planned: { kind: 'loading' } });
    expect(nextStage(first)).toMatchObject({ number: 2, planned: { kind: 'infusion', rate: '9 mL/h' } });
    const second = loadingRuns(infusionBegun('10:21:00'));
    expect(runningStage(second)?.number).toBe(2);
    expect(nextStage(second)).toBeUndefined();
    expect(second.run?.stages).toMatchObject({
      begun: [{ volume: '9 mL' }, { from: at('10:21:00'), volume: '18 mL' }],
      coming: [],
    });
    const one = sessionAfter('InfusionStarted');
    expect([runningStage(one), nextStage(one), one.run?.stages]).toEqual([undefined, undefined, undefined]);
  });

  it('has stages from the match on, and none where there is one alone', () => {
    expect(plannedStages(loadingRuns()).map(({ kind }) => kind)).toEqual(['loading', 'infusion']);
    for (const type of ['SessionPlanned', 'PlanAuthorised', 'InfusionStarted'] as const)
      expect(plannedStages(sessionAfter(type)), type).toEqual([]);
    expect(runningStage(sessionAfter('SessionPlanned'))).toBeUndefined();
  });

  it('lets a nurse set a share of the rate of the stage that runs', () => {
    const range = (session: ReturnType<typeof stepsRun>) => {
      const found = nurseRange(session);
      return found && [quantityText(found.lowest), quantityText(found.highest)];
    };
    expect(range(loadingRuns())).toEqual(['13.5 mL/h', '27 mL/h']);
    expect(range(loadingRuns(infusionBegun('10:21:00')))).toEqual(['4.5 mL/h', '9 mL/h']);
  });

  it('changes its container by the rates of the stages to come', () => {
    expect(containerDue(loadingRuns())).toBeNull();
    const small = loadingRuns();
    const run = small.run && { ...small.run, containerVolume: '18 mL' as const };
    expect(containerDue({ ...small, run })).toEqual({ at: at('11:20:00'), because: 'empty' });
  });

  it('says in its timeline what was begun, and what was left of the stage before', () => {
    const begunLine = (left: '0 mL' | '0.3 mL') => {
      const begun = infusionBegun('10:21:00');
      const { event } = begun;
      if (event.type !== 'StageBegun') throw new Error('no stage');
      const data = { ...event.data, calculatedLeft: left };
      const steps = loadingStory({ ...begun, event: { ...event, data } });
      return lastLine(steps);
    };
    expect(begunLine('0 mL')).toMatchObject({
      mark: 'rate',
      text: 'Infusion begun, 27 mL/h → 9 mL/h',
      detail: 'volume limit 18 mL',
      strong: true,
      clinical: true,
      rate: '9 mL/h',
    });
    expect(begunLine('0.3 mL').detail).toBe('volume limit 18 mL; 0.3 mL left of loading dose');
  });

  it('takes a stage that no order has for a change of the rate alone', () => {
    const data = {
      stage: 2,
      from: '54 mL/h',
      rate: '9 mL/h',
      volume: '18 mL',
      calculatedLeft: '0 mL',
    } as const;
    const steps = [...storyTo('InfusionStarted'), step('StageBegun', data, '10:05:00', 'lim')];
    const session = played(steps);
    expect(session.run).not.toHaveProperty('stages');
    expect(session.run?.stretches.at(-1)).toEqual({ from: at('10:05:00'), rate: '9 mL/h' });
    expect(lastLine(steps).text).toBe('Infusion begun, 54 mL/h → 9 mL/h');
  });
});

describe('the name of a stage', () => {
  const [loading, infusion, later] = [{ kind: 'loading' }, { kind: 'infusion' }, { kind: 'step' }] as const;

  it('is that of its part of the order; steps are counted without the loading dose', () => {
    expect([1, 2].map((number) => stageName([loading, infusion], number))).toEqual([
      'loading dose',
      'infusion',
    ]);
    expect([1, 2, 3].map((number) => stageName([infusion, later, later], number))).toEqual([
      'step 1',
      'step 2',
      'step 3',
    ]);
    expect([1, 2, 3].map((number) => stageName([loading, infusion, later], number))).toEqual([
      'loading dose',
      'step 1',
      'step 2',
    ]);
  });
});
