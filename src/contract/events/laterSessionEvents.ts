import { WEIGHT_BASES } from '../../core/dosing/dosingWeight.ts';
import { STAGE_KINDS } from '../../core/dosing/planSum.ts';
import { ORDER_UNITS, RATE_UNITS } from '../../core/library/orderUnits.ts';
import { SHOWN_AMOUNTS } from '../../core/quantity/shownAmount.ts';
import { STEP_INPUTS } from '../../core/session/entryFields.ts';
import { INTERRUPTION_CAUSES, type SessionEvent } from '../../core/session/events.ts';
import { mixing, pumpedSchema } from '../library.ts';
import { chairNumber, moment, quantityIn, quantityInOneOf, shortText, streamId } from '../primitives.ts';
import { type Infer, z } from '../zod.ts';
import { sex } from './patientEvents.ts';
import {
  entryMade as entryMadeFirst,
  entryValues as entryValuesFirst,
  entryVerdict,
  infusionStarted,
  libraryVersion,
  limitBreach,
  overrideReason,
  pinnedRules as pinnedRulesFirst,
  planSumText as planSumTextFirst,
  weighing,
} from './sessionEvents.ts';

/**
 * Later versions of session events, beside the first ones in `sessionEvents.ts`. An order is here of any mode with a
 * pump; version 1 was a dose in mg/kg over minutes. Source: docs/decisions/0011-orders-of-every-mode.md.
 */

const orderedDose = quantityInOneOf(ORDER_UNITS);
const drugAmount = quantityInOneOf(SHOWN_AMOUNTS);

export const planDraft = z.strictObject({
  chair: chairNumber,
  protocol: shortText,
  dose: orderedDose.nullable(),
  duration: quantityIn('min').nullable(),
  amount: drugAmount.nullable(),
  volume: quantityIn('mL').nullable(),
  mixing: mixing.nullable(),
  product: shortText.nullable(),
  /** Left out for a pump. */
  counted: z
    .strictObject({ doses: z.number().int().positive().nullable(), gap: quantityIn('min').nullable() })
    .exactOptional(),
  // Left out while nobody has said, and where the protocol has none.
  loading: z
    .union([
      z.literal('declined'),
      z.strictObject({ dose: quantityIn('mg/kg').nullable(), duration: quantityIn('min').nullable() }),
    ])
    .exactOptional(),
  laterSteps: z
    .array(
      z.strictObject({
        rate: quantityInOneOf(RATE_UNITS).nullable(),
        duration: quantityIn('min').nullable(),
      }),
    )
    .exactOptional(),
});

export const order = z.strictObject({
  dose: orderedDose,
  duration: quantityIn('min'),
  amount: drugAmount,
  volume: quantityIn('mL'),
  mixing,
  product: shortText,
  // Left out where the protocol has none.
  loading: z
    .union([
      z.literal('declined'),
      z.strictObject({ dose: quantityIn('mg/kg'), duration: quantityIn('min') }),
    ])
    .exactOptional(),
  // After the first one.
  laterSteps: z
    .array(z.strictObject({ rate: quantityInOneOf(RATE_UNITS), duration: quantityIn('min') }))
    .exactOptional(),
});

/** One stage as ordered and as the pump is set. */
export const stageText = z.strictObject({
  kind: z.enum(STAGE_KINDS),
  dose: quantityIn('mg'),
  duration: quantityIn('min'),
  rateExact: quantityIn('mL/h'),
  rate: quantityIn('mL/h'),
  volumeExact: quantityIn('mL'),
  volumeToGive: quantityIn('mL'),
  achievedDose: quantityIn('mg'),
  startsAfter: quantityIn('min'),
  endsAfter: quantityIn('min'),
});

/** Stages one after the other, and what they come to together. */
export const stagedText = z.strictObject({
  stages: z.array(stageText),
  dose: quantityIn('mg'),
  achievedDose: quantityIn('mg'),
  volumeToGive: quantityIn('mL'),
  duration: quantityIn('min'),
});

export const dosingWeight = z.strictObject({
  weight: quantityIn('kg'),
  basis: z.enum(WEIGHT_BASES),
  used: z.enum(WEIGHT_BASES),
  exact: quantityIn('kg'),
  actual: quantityIn('kg'),
  sex: sex.exactOptional(),
  height: quantityIn('cm').exactOptional(),
  cap: quantityIn('kg').exactOptional(),
  isCapped: z.boolean(),
});

export const planSumText = planSumTextFirst.extend({
  /** Left out where doses per kilogram count on the weight as measured. */
  dosingWeight: dosingWeight.exactOptional(),
  containerUses: z
    .array(
      z.strictObject({
        endsAfter: quantityIn('min'),
        volume: quantityIn('mL'),
        endedBy: z.enum(['content', 'useBy', 'end']),
      }),
    )
    .exactOptional(),
  /** Left out of an order of one stage. */
  staged: stagedText.exactOptional(),
});

export const workingLine = z.strictObject({
  step: z.enum([
    'idealWeight',
    'adjustedWeight',
    'leanWeight',
    'dosingWeight',
    'hourly',
    'dose',
    'strength',
    'volume',
    'rate',
    'pump',
    'pumpVolume',
    'backCheck',
    'backCheckMicrograms',
    'backToOrder',
    'drawUp',
    'containers',
    'loadingDose',
    'loadingVolume',
    'loadingRate',
    'stepDose',
    'stepVolume',
    'stepRate',
    'wholeDose',
    'wholeVolume',
  ]),
  calculation: shortText,
  result: shortText,
});

const pinnedRules = pinnedRulesFirst.extend({ protocol: pumpedSchema });

export const entryValues = entryValuesFirst.extend({
  overDays: shortText.exactOptional(),
  overHours: shortText.exactOptional(),
  // Where the protocol doses by a weight worked out from it.
  height: shortText.exactOptional(),
  // Of counted doses alone.
  doses: shortText.exactOptional(),
  gap: shortText.exactOptional(),
  total: shortText.exactOptional(),
  // Of a loading dose, and of each later step.
  loadingDose: shortText.exactOptional(),
  loadingOver: shortText.exactOptional(),
  ...forEachStepInput(shortText.exactOptional()),
});

/** The same schema for every box of every later step. */
export function forEachStepInput<Schema extends z.ZodType>(
  schema: Schema,
): Record<(typeof STEP_INPUTS)[number], Schema> {
  const boxes = STEP_INPUTS.map((input) => [input, schema] as const);
  return Object.fromEntries(boxes) as Record<(typeof STEP_INPUTS)[number], Schema>;
}

export const entryMade = entryMadeFirst.extend({ values: entryValues });

export const interruptionCause = z.enum(INTERRUPTION_CAUSES);

/** Schemas of later versions, by type and version. Version 1 stays readable beside them for ever. */
export const laterSessionEventData = {
  SessionPlanned: {
    2: z.strictObject({ number: shortText, patient: streamId, library: libraryVersion, draft: planDraft }),
  },
  PlanChanged: { 2: planDraft },
  PlanAuthorised: {
    2: z.strictObject({
      orderNumber: shortText,
      chair: chairNumber,
      order,
      rules: pinnedRules,
      library: libraryVersion,
      weighing,
      sum: planSumText,
      working: z.array(workingLine),
      breaches: z.array(limitBreach),
      overrideReasons: z.array(overrideReason),
    }),
  },
  FirstEntryMade: { 2: entryMade },
  EntriesDiffered: { 2: entryMade.extend({ verdict: entryVerdict }) },
  EntriesMatched: {
    2: entryMade.extend({
      weighing,
      sum: planSumText,
      working: z.array(workingLine),
      breaches: z.array(limitBreach),
    }),
  },
  InfusionStarted: {
    2: infusionStarted.extend({ identifiedBy: z.enum(['dateOfBirth', 'recordNumber']) }),
  },
  InterruptionFound: { 2: z.strictObject({ from: moment, to: moment, cause: interruptionCause }) },
} as const;

// The schemas and the core's own types must say the same: a drift of either fails to compile here.
type Later = typeof laterSessionEventData;
type Stored = { [Type in keyof Later]: Infer<Later[Type][2]> };
type Core = { [Type in keyof Later]: Extract<SessionEvent, { type: Type; version: 1 | 2 }>['data'] };
type Fits = Stored extends { [Type in keyof Core]: Core[Type] } ? true : never;
export const laterSchemasFitTheCore: Fits = true;
