import { formatNumberText, formatQuantityText } from '../../core/quantity/format.ts';
import { formatTime } from '../components/time.ts';
import type { TextsFor } from './textFor.ts';

/** The stages of an infusion, one after the other. Source: docs/decisions/0015-stages.md. */
export const STAGE_TEXTS: TextsFor<
  'noStageLeft' | 'stageNotOver' | 'stageOver' | 'stagesLeft' | 'loadingRateAboveOrdered'
> = {
  noStageLeft: () => 'There is no next stage. This is the last one.',
  stageNotOver: ({ left, endsAt }, zone) =>
    `The stage that runs has ${formatNumberText(left, 1)}\u00a0mL left${endsAt === null ? '' : `, to ${formatTime(endsAt, zone)}`}. The next one begins when it has run in.`,
  stageOver: () =>
    'This stage has run in and the pump stands still: there is no rate to change. Begin the next stage, or end the infusion.',
  stagesLeft: ({ next, stages }) =>
    `Stage ${next} of ${stages} has not begun. Begin it, or stop the infusion to end it here.`,
  loadingRateAboveOrdered: ({ ordered }) =>
    `A loading dose is not given faster than ordered, ${formatQuantityText(ordered)}. Type that rate or a lower one.`,
};
