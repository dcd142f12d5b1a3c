import { MOST_STEPS } from '../../core/library/library.ts';
import { RATE_UNITS } from '../../core/library/orderUnits.ts';
import { SESSION_STATES } from '../../core/session/session.ts';
import { countedSumText, countedWorkingLine } from '../events/countedEvents.ts';
import {
  dosingWeight,
  forEachStepInput,
  order,
  planDraft,
  planSumText,
  workingLine,
} from '../events/laterSessionEvents.ts';
import { limitBreach, weighing } from '../events/sessionEvents.ts';
import {
  countedFailures,
  disagreement,
  equipmentFailures,
  recordFailures,
  weightFailures,
} from '../failures.ts';
import { mixing, plannableCountedSchema, productSchema, pumpedSchema, pumpSchema } from '../library.ts';
import {
  anyQuantity,
  chairNumber,
  moment,
  quantityIn,
  quantityInOneOf,
  shortText,
  streamId,
  typedNumber,
} from '../primitives.ts';
import { type Infer, z } from '../zod.ts';
import { orderShape, shownLimits } from './orderShape.ts';
import { patientBanner } from './people.ts';
import { shownDrug, shownPerKg } from './shownAmounts.ts';

/** A plan as typed so far, exactly as it stands in the fields. */
export const typedPlan = z.strictObject({
  chair: chairNumber.nullable(),
  protocol: shortText,
  dose: typedNumber,
  /** Minutes; with the boxes below, those beyond whole days and hours. */
  duration: typedNumber,
  /** Left out where the protocol's time has no such box. */
  days: typedNumber.exactOptional(),
  hours: typedNumber.exactOptional(),
  amount: typedNumber,
  volume: typedNumber,
  mixing: mixing.nullable(),
  product: shortText.nullable(),
  /** Of counted doses: how many, and the minutes between two; left out for a pump. */
  doses: typedNumber.exactOptional(),
  gap: typedNumber.exactOptional(),
  /** Where the protocol allows a loading dose: left out while nothing is chosen. */
  loading: z.enum(['declined', 'ordered']).exactOptional(),
  /** mg/kg */
  loadingDose: typedNumber.exactOptional(),
  /** min */
  loadingOver: typedNumber.exactOptional(),
  /** How many steps the rate has; left out: one. */
  steps: z.number().int().min(1).max(MOST_STEPS).exactOptional(),
  ...forEachStepInput(typedNumber.exactOptional()),
});
export type TypedPlan = Infer<typeof typedPlan>;

export const protocolChoice = z.strictObject({
  protocol: pumpedSchema,
  shape: orderShape,
  /** On what is ordered, and on its time. */
  limits: z.strictObject({ dose: shownLimits, duration: shownLimits }),
  /** On a loading dose and its time; left out where none can be ordered. */
  loading: z.strictObject({ dose: shownLimits, duration: shownLimits }).exactOptional(),
  /** The most steps the rate may have; left out: one. */
  mostSteps: z.number().int().min(2).exactOptional(),
  products: z.array(productSchema),
  pump: pumpSchema,
});
export type ProtocolChoice = Infer<typeof protocolChoice>;

/** A protocol of counted doses: how many and how far apart is typed, nothing else. */
export const countedChoice = z.strictObject({
  protocol: plannableCountedSchema,
  products: z.array(productSchema),
  limits: shownLimits,
});
export type CountedChoice = Infer<typeof countedChoice>;

/** Everything the plan screen opens with. */
export const planScreen = z.strictObject({
  session: streamId.nullable(),
  position: z.number().int(),
  /** Null before the first save. Only a planned one can be changed. */
  state: z.enum(SESSION_STATES).nullable(),
  patient: patientBanner,
  height: quantityIn('cm').nullable(),
  previousWeight: z.strictObject({ weight: quantityIn('kg'), weighedAt: moment }).nullable(),
  choices: z.array(protocolChoice),
  countedChoices: z.array(countedChoice),
  library: z.strictObject({
    name: shortText,
    version: shortText,
    notice: shortText,
    publishedAt: moment,
    signedBy: shortText,
  }),
  /** Chairs without a session, and the plan's own. */
  chairs: z.array(z.strictObject({ number: chairNumber, name: shortText, free: z.boolean() })),
  draft: planDraft.nullable(),
  lastSession: z
    .strictObject({
      startedAt: moment,
      given: shownDrug,
      givenPerKg: shownPerKg,
      peakPressure: shortText.nullable(),
      effects: shortText,
      /** What was done for them, each in words. */
      measures: z.array(shortText),
      /** Its order, as far as this library can order it again; null where not. A copy is not a plan: nobody typed it. */
      order: order
        .pick({ dose: true, duration: true, amount: true, volume: true })
        .extend({ protocol: shortText })
        .nullable(),
      /** The same of counted doses. */
      counted: z
        .strictObject({ protocol: shortText, doses: z.number().int(), gap: quantityIn('min') })
        .nullable(),
    })
    .nullable(),
  voidedFor: z.array(limitBreach),
  /** By protocol: what the patient's record lacks for an order, and which allergies need a prescriber's reason. */
  clearances: z.array(
    z.strictObject({
      protocol: shortText,
      lacking: z.array(z.discriminatedUnion('kind', recordFailures)),
      allergies: z.array(shortText),
    }),
  ),
  /** The order as signed, for its author, once it is. */
  signed: z
    .strictObject({
      sum: planSumText,
      working: z.array(workingLine),
      breaches: z.array(limitBreach),
      weighing,
    })
    .nullable(),
  /** The same of counted doses. */
  signedCounted: z
    .strictObject({
      sum: countedSumText,
      working: z.array(countedWorkingLine),
      breaches: z.array(limitBreach),
      weighing,
    })
    .nullable(),
});
export type PlanScreenView = Infer<typeof planScreen>;

/** Why a field or the whole sum has no number. */
const sumRefusal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('incomplete') }),
  z.strictObject({ kind: z.literal('notWeighed') }),
  z.strictObject({
    kind: z.literal('drugExceedsFinalVolume'),
    drawUp: quantityIn('mL'),
    volume: quantityIn('mL'),
  }),
  z.strictObject({
    kind: z.literal('containerTooSmall'),
    finalVolume: quantityIn('mL'),
    container: quantityIn('mL'),
  }),
  z.strictObject({ kind: z.literal('pumpStepTooCoarse'), exact: anyQuantity, set: anyQuantity }),
  disagreement,
  ...weightFailures,
  ...countedFailures,
]);

/** The checked sum of what is typed, or why there is none. Recomputed by the main process at every key. */
export const planCalculation = z.strictObject({
  sum: planSumText.nullable(),
  working: z.array(workingLine),
  refusal: sumRefusal.nullable(),
  breaches: z.array(limitBreach),
  /** Typed values that look like a slip of the hand, each in one sentence, for whoever typed them alone. */
  slips: z.array(
    z.strictObject({
      value: z.enum(['dose', 'rate', 'flatRate', 'duration', 'loading', 'loadingDuration']),
      sentence: shortText,
    }),
  ),
  /** What the pump or the container cannot do of this sum: with any of it the plan cannot be authorised. */
  impossible: z.array(z.discriminatedUnion('kind', [...equipmentFailures, ...countedFailures])),
  /** Of counted doses, in place of `sum` and `working`; left out for a pump. */
  counted: z
    .strictObject({ sum: countedSumText, working: z.array(countedWorkingLine) })
    .nullable()
    .exactOptional(),
  /** So little is drawn up that a tenfold slip is easily made. */
  smallDrawUp: z.literal(true).exactOptional(),
  nurseRange: z
    .strictObject({
      lowest: quantityIn('mL/h'),
      highest: quantityIn('mL/h'),
      lowestDose: quantityInOneOf(RATE_UNITS),
      highestDose: quantityInOneOf(RATE_UNITS),
    })
    .nullable(),
  weighing: weighing.nullable(),
  /** What doses per kilogram count on, where it is not the measured weight and there is one. */
  dosingWeight: dosingWeight.nullable(),
  bodyMassIndex: quantityIn('kg/m2').nullable(),
  /** Change from the weighing before, in per cent. */
  weightChangePercent: quantityIn('%').nullable(),
});
export type PlanCalculation = Infer<typeof planCalculation>;
