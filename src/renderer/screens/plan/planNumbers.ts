import type { ProtocolChoice } from '../../../contract/views/plan.ts';
import { STEP_INPUTS } from '../../../core/session/entryFields.ts';

/** The numbers of a plan that are typed, the boxes of a time each by itself; the weight comes from the scale. */
export const PLAN_NUMBERS = [
  'dose',
  'days',
  'hours',
  'duration',
  'amount',
  'volume',
  'doses',
  'gap',
  'loadingDose',
  'loadingOver',
  ...STEP_INPUTS,
] as const;
export type PlanNumber = (typeof PLAN_NUMBERS)[number];

/** A box of a time, as the protocol asks for it. */
export type DurationPart = ProtocolChoice['shape']['duration'][number];

/** The field each box of a time is typed in. */
export const FIELD_OF_PART = { d: 'days', h: 'hours', min: 'duration' } as const satisfies Record<
  DurationPart,
  PlanNumber
>;
