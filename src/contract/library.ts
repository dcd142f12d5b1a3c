import type { DrugLibrary, LimitBand, Protocol } from '../core/library/library.ts';
import type { Unit } from '../core/quantity/quantity.ts';
import { quantityIn, shortText } from './primitives.ts';
import { z } from './zod.ts';

function limitBand<U extends Unit>(unit: U) {
  const limit = quantityIn(unit).exactOptional();
  return z.strictObject({
    usual: limit,
    softMinimum: limit,
    softMaximum: limit,
    hardMinimum: limit,
    hardMaximum: limit,
  }) as z.ZodType<LimitBand<U>>;
}

export const mixing = z.enum(['madeUpTo', 'addedTo']);

export const productSchema = z.strictObject({
  id: shortText,
  strength: quantityIn('mg/mL'),
  vialVolume: quantityIn('mL'),
});

export const pumpSchema = z.strictObject({
  id: shortText,
  name: shortText,
  rateStep: quantityIn('mL/h'),
  volumeStep: quantityIn('mL'),
  rateMinimum: quantityIn('mL/h'),
  rateMaximum: quantityIn('mL/h'),
});

export const protocolSchema = z.strictObject({
  id: shortText,
  name: shortText,
  title: shortText,
  indication: shortText,
  mode: z.literal('doseOverTime'),
  drug: shortText,
  route: shortText,
  pump: shortText,
  minimumAgeYears: z.number().int().nonnegative(),
  weightMaxAgeHours: z.number().int().positive(),
  weight: limitBand('kg'),
  dose: limitBand('mg/kg'),
  total: limitBand('mg'),
  rate: limitBand('mg/kg/h'),
  duration: limitBand('min'),
  diluent: shortText,
  container: z.strictObject({ name: shortText, volume: quantityIn('mL') }),
  nurseRange: z.strictObject({ lowest: quantityIn('%'), highest: quantityIn('%') }),
  bolusAllowed: z.boolean(),
  useByHours: z.number().int().positive(),
  observationMinutes: z.number().int().nonnegative(),
  vitalsEveryMinutes: z.strictObject({
    infusion: z.number().int().positive(),
    recovery: z.number().int().positive(),
  }),
  systolicActionLimit: z.number().int().positive(),
  source: shortText,
}) satisfies z.ZodType<Protocol>;

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
        allergyNames: z.array(shortText),
        products: z.array(productSchema).min(1),
      }),
    )
    .min(1),
  protocols: z.array(protocolSchema).min(1),
}) satisfies z.ZodType<DrugLibrary>;
