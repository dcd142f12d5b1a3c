import { COUNTED_STEPS } from '../../core/dosing/countedWorking.ts';
import { MUSCLES, SIDES } from '../../core/session/countedEvents.ts';
import type { SessionEvent, SessionEventType } from '../../core/session/events.ts';
import { plannableCountedSchema, productSchema } from '../library.ts';
import { chairNumber, personId, quantityIn, shortText } from '../primitives.ts';
import { type Infer, z } from '../zod.ts';
import { entryMade, laterSessionEventData } from './laterSessionEvents.ts';
import { libraryVersion, limitBreach, overrideReason, weighing } from './sessionEvents.ts';

/** Stored shapes of what a session of counted doses has of its own. Source: docs/decisions/0013-counted-doses.md. */

const count = z.number().int().positive();

export const countedOrder = z.strictObject({ doses: count, gap: quantityIn('min'), product: shortText });

export const countedSumText = z.strictObject({
  dose: quantityIn('mg'),
  dosePerKg: quantityIn('mg/kg'),
  concentration: quantityIn('mg/mL'),
  volumePerDose: quantityIn('mL'),
  fill: quantityIn('mL'),
  devices: count,
  drawUp: quantityIn('mL'),
  leftBehind: quantityIn('mg'),
  lasts: quantityIn('min'),
});

export const countedWorkingLine = z.strictObject({
  step: z.enum(COUNTED_STEPS),
  calculation: shortText,
  result: shortText,
});

const judged = {
  weighing,
  sum: countedSumText,
  working: z.array(countedWorkingLine),
  breaches: z.array(limitBreach),
};

const side = z.enum(SIDES);
export const doseSite = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('nostril'), side }),
  z.strictObject({ kind: z.literal('muscle'), muscle: z.enum(MUSCLES), side }),
]);

const nothing = z.strictObject({});

export const countedEventData = {
  CountedPlanAuthorised: z.strictObject({
    orderNumber: shortText,
    chair: chairNumber,
    order: countedOrder,
    rules: z.strictObject({
      protocol: plannableCountedSchema,
      drugName: shortText,
      product: productSchema,
      reconciliationTolerance: quantityIn('mg'),
    }),
    library: libraryVersion,
    overrideReasons: z.array(overrideReason),
    ...judged,
  }),
  CountedEntriesMatched: entryMade.extend(judged),
  DosesStarted: laterSessionEventData.InfusionStarted[2].pick({ identifiedBy: true }),
  DoseGiven: z.strictObject({
    number: count,
    amount: quantityIn('mg'),
    site: doseSite,
    early: z.strictObject({ prescriber: personId, reason: shortText }).nullable(),
  }),
  DosesResumed: z.strictObject({ allowedBy: personId.nullable() }),
  DosesConfirmed: nothing,
};
export type CountedEventType = keyof typeof countedEventData;

// The schemas and the core's own types must say the same: a drift of either fails to compile here.
type Stored = { [Type in CountedEventType]: Infer<(typeof countedEventData)[Type]> };
type Core = { [Type in CountedEventType]: Extract<SessionEvent, { type: Type }>['data'] };
type Agree<Left, Right> = Left extends Right ? true : never;
export const countedSchemasFitTheCore: Agree<Stored, Core> = true;
export const namesAreEvents: CountedEventType extends SessionEventType ? true : never = true;
