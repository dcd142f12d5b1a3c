import type { PlanSumText } from '../../src/core/dosing/planSumText.ts';
import { planSumText } from '../../src/core/dosing/planSumText.ts';
import type { Order } from '../../src/core/session/events.ts';
import type { Session } from '../../src/core/session/session.ts';
import { played, REFERENCE, type Step, step, storyTo } from './playedSession.ts';
import { LOADED, LOADING, STEPPED, STEPS, stagedSum } from './stagedPlans.ts';

/** A session of a staged order, running since 10:00:00 by R. Lim. */
function story(order: Order, protocol: typeof LOADING): readonly Step[] {
  const sum: PlanSumText = planSumText(stagedSum(order, protocol));
  const first = sum.staged?.stages[0];
  if (!first) throw new Error('The order has no stages.');
  const rules = { ...REFERENCE.rules, protocol };
  const ofOrder = storyTo('SessionReady').map((told): Step => {
    const { event } = told;
    switch (event.type) {
      case 'PlanAuthorised':
        return { ...told, event: { ...event, version: 2, data: { ...event.data, order, rules, sum } } };
      case 'EntriesMatched':
        return { ...told, event: { ...event, version: 2, data: { ...event.data, sum } } };
      case 'PreparationWitnessed':
        return { ...told, event: { ...event, data: { ...event.data, concentration: '2 mg/mL' } } };
      default:
        return told;
    }
  });
  const { rate, volumeToGive } = first;
  return [...ofOrder, step('InfusionStarted', { rate, volumeToGive }, '10:00:00', 'lim')];
}

/** 27 mL/h for 20 min, then 9 mL/h for 2 h. */
export function loadingRuns(...more: readonly Step[]): Session {
  return played([...story(LOADED, LOADING), ...more]);
}

/** 3.6, 7.2 and 10.8 mL/h, an hour each. */
export function stepsRun(...more: readonly Step[]): Session {
  return played([...story(STEPPED, STEPS), ...more]);
}

export function loadingStory(...more: readonly Step[]): readonly Step[] {
  return [...story(LOADED, LOADING), ...more];
}

/** The infusion after the loading dose, begun at a time. */
export function infusionBegun(time: string): Step {
  const data = {
    stage: 2,
    from: '27 mL/h',
    rate: '9 mL/h',
    volume: '18 mL',
    calculatedLeft: '0 mL',
  } as const;
  return step('StageBegun', data, time, 'lim');
}
