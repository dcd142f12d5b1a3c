import { WEIGHT_BASES } from '../core/dosing/dosingWeight.ts';
import { AGE_UNITS, type AgeText } from '../core/library/age.ts';
import {
  CHECK_ASKS,
  CHECK_GROUPS,
  type ChecklistItem,
  type EntryLimits,
} from '../core/library/checklistItem.ts';
import { DRUG_CLASSES } from '../core/library/drugClass.ts';
import {
  type AgeBand,
  type BolusPolicy,
  type CountedDosesProtocol,
  type DoseDevice,
  type DoseOverTimeProtocol,
  type DrugLibrary,
  type FlatRateProtocol,
  LIMITED_UNITS,
  type LimitBand,
  MOST_STEPS,
  type PlannableCounted,
  type Protocol,
  type PumpedProtocol,
  type StepsRule,
  type WeightRateProtocol,
  type WeightRule,
} from '../core/library/library.ts';
import type { Unit } from '../core/quantity/quantity.ts';
import { calendarDate, quantityIn, shortText } from './primitives.ts';
import { z } from './zod.ts';

function limitBand<U extends Unit>(unit: U) {
  const limit = quantityIn(unit).exactOptional();
  return z.strictObject({
    usual: limit,
    softMinimum: limit,
    softMaximum: limit,
    hardMinimum: limit,
    hardMaximum: limit,
    source: shortText.exactOptional(),
  }) as z.ZodType<LimitBand<U>>;
}

const AGE_TEXT = new RegExp(`^\\d{1,5} (?:${AGE_UNITS.join('|')})$`);
/** An age as stored: `18 years`. */
export const ageText = z.custom<AgeText>((value) => typeof value === 'string' && AGE_TEXT.test(value), {
  error: 'is not an age such as 18 years',
});

const ageBand = z.strictObject({
  softMinimum: ageText.exactOptional(),
  softMaximum: ageText.exactOptional(),
  hardMinimum: ageText.exactOptional(),
  hardMaximum: ageText.exactOptional(),
  source: shortText.exactOptional(),
}) as z.ZodType<AgeBand>;

export const mixing = z.enum(['madeUpTo', 'addedTo']);

export const productSchema = z.strictObject({
  id: shortText,
  strength: quantityIn('mg/mL'),
  vialVolume: quantityIn('mL'),
  barcode: z
    .string()
    .regex(/^\d{8,14}$/)
    .exactOptional(),
  undilutedForbidden: z.boolean().exactOptional(),
});

export const pumpSchema = z.strictObject({
  id: shortText,
  name: shortText,
  rateStep: quantityIn('mL/h'),
  volumeStep: quantityIn('mL'),
  rateMinimum: quantityIn('mL/h'),
  rateMaximum: quantityIn('mL/h'),
});

const count = z.number().int();

export const checklistItem = z.strictObject({
  id: shortText,
  group: z.enum(CHECK_GROUPS),
  text: shortText,
  asks: z.enum(CHECK_ASKS),
  hours: z.number().positive().max(72).exactOptional(),
  noNeedsPrescriber: z.boolean(),
}) satisfies z.ZodType<ChecklistItem>;

export const entryLimits = z.strictObject({
  systolicMaximum: count.positive(),
  diastolicMaximum: count.positive(),
  heartRateMinimum: count.positive(),
  heartRateMaximum: count.positive(),
  spo2Minimum: count.positive(),
}) satisfies z.ZodType<EntryLimits>;

const commonProtocol = {
  id: shortText,
  name: shortText,
  title: shortText,
  indication: shortText,
  drug: shortText,
  route: shortText,
  age: ageBand,
  weightMaxAgeHours: count.positive(),
  weight: limitBand(LIMITED_UNITS.weight),
  total: limitBand(LIMITED_UNITS.total),
  perDay: limitBand(LIMITED_UNITS.perDay).exactOptional(),
  perCourse: limitBand(LIMITED_UNITS.perCourse).exactOptional(),
  againstLast: limitBand(LIMITED_UNITS.againstLast).exactOptional(),
  observationMinutes: count.nonnegative(),
  vitalsEveryMinutes: z.strictObject({ infusion: count.positive(), recovery: count.positive() }),
  systolicActionLimit: count.positive(),
  checklist: z.array(checklistItem).min(1).exactOptional(),
  entryLimits: entryLimits.exactOptional(),
  source: shortText,
  owner: shortText.exactOptional(),
  reviewDue: calendarDate.exactOptional(),
  questions: z.array(z.strictObject({ id: shortText, text: shortText })).exactOptional(),
};

export const bolusPolicy = z.strictObject({
  dose: limitBand(LIMITED_UNITS.bolus),
  gapMinutes: count.nonnegative(),
  most: count.positive(),
}) satisfies z.ZodType<BolusPolicy>;

const pumpedProtocol = {
  ...commonProtocol,
  pump: shortText,
  duration: limitBand(LIMITED_UNITS.duration),
  concentration: limitBand(LIMITED_UNITS.concentration).exactOptional(),
  loading: limitBand(LIMITED_UNITS.loading).exactOptional(),
  loadingDuration: limitBand(LIMITED_UNITS.loadingDuration).exactOptional(),
  bolus: bolusPolicy.exactOptional(),
  diluent: shortText,
  container: z.strictObject({ name: shortText, volume: quantityIn('mL') }),
  nurseRange: z.strictObject({ lowest: quantityIn('%'), highest: quantityIn('%') }),
  useByHours: count.positive(),
};

export const weightRule = z.strictObject({
  basis: z.enum(WEIGHT_BASES),
  cap: quantityIn('kg').exactOptional(),
}) satisfies z.ZodType<WeightRule>;

/** Optional, so that a library from before it reads as it stands. */
const perKilogram = { dosingWeight: weightRule.exactOptional() };

export const doseOverTimeSchema = z.strictObject({
  ...pumpedProtocol,
  ...perKilogram,
  mode: z.literal('doseOverTime'),
  dose: limitBand(LIMITED_UNITS.dose),
  rate: limitBand(LIMITED_UNITS.rate),
}) satisfies z.ZodType<DoseOverTimeProtocol>;

/** From two steps on: one is what every rate has. */
export const stepsRule = z.strictObject({
  most: count.min(2).max(MOST_STEPS),
}) satisfies z.ZodType<StepsRule>;

const inSteps = { steps: stepsRule.exactOptional() };

const weightRateSchema = z.strictObject({
  ...pumpedProtocol,
  ...perKilogram,
  ...inSteps,
  mode: z.literal('weightRate'),
  rate: limitBand(LIMITED_UNITS.rate),
  unit: z.enum(['mcg/kg/h', 'mcg/kg/min']).exactOptional(),
}) satisfies z.ZodType<WeightRateProtocol>;

const flatRateSchema = z.strictObject({
  ...pumpedProtocol,
  ...inSteps,
  mode: z.literal('flatRate'),
  flatRate: limitBand(LIMITED_UNITS.flatRate),
}) satisfies z.ZodType<FlatRateProtocol>;

/** How a counted dose is given. */
export const deviceKind = z.enum(['spray', 'injection']);

const doseDevice = z.strictObject({
  kind: deviceKind,
  name: shortText,
  deadSpace: quantityIn('mL'),
  doseMaximum: quantityIn('mL'),
  useByHours: count.positive(),
}) satisfies z.ZodType<DoseDevice>;

const countedDosesSchema = z.strictObject({
  ...commonProtocol,
  mode: z.literal('countedDoses'),
  perDose: quantityIn('mg'),
  doses: z.strictObject({ lowest: count.positive(), highest: count.positive() }),
  gapMinutes: count.nonnegative(),
  device: doseDevice.exactOptional(),
}) satisfies z.ZodType<CountedDosesProtocol>;

/** One that names its device: what a session can be planned from. */
export const plannableCountedSchema = countedDosesSchema.extend({
  device: doseDevice,
}) satisfies z.ZodType<PlannableCounted>;

/** A protocol whose drug goes in by pump: what a session can be planned from. */
export const pumpedSchema = z.discriminatedUnion('mode', [
  doseOverTimeSchema,
  weightRateSchema,
  flatRateSchema,
]) satisfies z.ZodType<PumpedProtocol>;

export const protocolSchema = z.discriminatedUnion('mode', [
  doseOverTimeSchema,
  weightRateSchema,
  flatRateSchema,
  countedDosesSchema,
]) satisfies z.ZodType<Protocol>;

export const drugClass = z.enum(DRUG_CLASSES);

/** A drug library as it comes from a file or from the log. Everything not named here is refused. */
export const librarySchema = z.strictObject({
  format: z.literal(1),
  name: shortText,
  version: shortText,
  notice: shortText,
  reconciliationTolerance: quantityIn('mg'),
  lineVolume: quantityIn('mL'),
  pumps: z.array(pumpSchema).min(1),
  drugs: z
    .array(
      z.strictObject({
        id: shortText,
        displayName: shortText,
        drugClass: drugClass.exactOptional(),
        allergyNames: z.array(shortText),
        allergyClasses: z.array(shortText).exactOptional(),
        lookAlikes: z.array(shortText).min(1).exactOptional(),
        products: z.array(productSchema).min(1),
        reconciliationTolerance: quantityIn('mg').exactOptional(),
      }),
    )
    .min(1),
  protocols: z.array(protocolSchema).min(1),
}) satisfies z.ZodType<DrugLibrary>;
