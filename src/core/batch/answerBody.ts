import { BODY_SURFACE_FORMULAS, bodySurface } from '../dosing/bodySurface.ts';
import { adjustedWeight, type BodyMeasures, idealWeight } from '../dosing/bodyWeight.ts';
import { leanWeightJames, leanWeightJanmahasatian } from '../dosing/leanWeight.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { err, ok, type Result } from '../result.ts';
import type { BodyAsk } from './asks.ts';
import { type BodyRefusal, bodyRefusalError } from './bodyRefusal.ts';
import { adjustedWorking, idealWorking, leanWorking, surfaceWorking } from './bodyWorking.ts';
import { formulaAmong, IDEAL_FORMULAS, LEAN_FORMULAS } from './formulas.ts';
import type { Given } from './given.ts';
import { type Column, type RowError, rowError } from './row.ts';

/** A body size with the sum in words. A surface is a root or a power, to 12 digits; the weights are exact. */
export type BodySize<U extends 'm2' | 'kg' = 'm2' | 'kg'> = {
  readonly value: Quantity<U>;
  readonly working: string;
};

/**
 * A body size by the formula the row names. Formula, range and second engine are those of `core/dosing`; nothing is
 * worked out here. Refuses a field the formula needs and the row lacks, a formula of another question, and what the
 * formula itself refuses.
 */
export function answerBody(ask: BodyAsk, given: Given): Result<BodySize, readonly RowError[]> {
  switch (ask) {
    case 'body surface area':
      return given.bsa
        ? err([rowError('bsa', `The ${ask} is what is asked. Leave it empty`)])
        : surfaceOf(given, ask);
    case 'ideal weight':
      return idealWeightOf(given, ask);
    case 'adjusted weight':
      return adjustedWeightOf(given, ask);
    case 'lean weight':
      return leanWeightOf(given, ask);
  }
}

/** The body surface of a row; `asked` is what needs it. */
export function surfaceOf(given: Given, asked: string): Result<BodySize<'m2'>, readonly RowError[]> {
  const { weight, height } = given;
  const formula = formulaAmong(BODY_SURFACE_FORMULAS, given.formula, asked);
  if (!weight || !height || !formula.ok) return err(problems(asked, { weight, height }, formula));
  const surface = bodySurface({ formula: formula.value, weight, height });
  return sized(surface, ({ surface: value }) => ({
    value,
    working: surfaceWorking(formula.value, weight, height, value),
  }));
}

function idealWeightOf(given: Given, asked: string): Result<BodySize<'kg'>, readonly RowError[]> {
  const { sex, height } = given;
  const formula = formulaAmong(IDEAL_FORMULAS, given.formula, asked);
  if (!sex || !height || !formula.ok) return err(problems(asked, { height, sex }, formula));
  return sized(idealWeight(sex, height), (value) => ({ value, working: idealWorking(sex, height, value) }));
}

function adjustedWeightOf(given: Given, asked: string): Result<BodySize<'kg'>, readonly RowError[]> {
  const formula = formulaAmong(IDEAL_FORMULAS, given.formula, asked);
  const patient = measuresOf(given);
  if (!patient || !formula.ok) return err(problems(asked, measuresNeeded(given), formula));
  return sized(adjustedWeight(patient), (adjusted) => ({
    value: adjusted.weight,
    working: adjustedWorking(patient, adjusted),
  }));
}

function leanWeightOf(given: Given, asked: string): Result<BodySize<'kg'>, readonly RowError[]> {
  const formula = formulaAmong(LEAN_FORMULAS, given.formula, asked);
  const patient = measuresOf(given);
  if (!patient || !formula.ok) return err(problems(asked, measuresNeeded(given), formula));
  const lean = formula.value === 'James' ? leanWeightJames(patient) : leanWeightJanmahasatian(patient);
  return sized(lean, (value) => ({ value, working: leanWorking(formula.value, patient, value) }));
}

function measuresOf({ weight, height, sex }: Given): BodyMeasures | undefined {
  return weight && height && sex ? { actual: weight, height, sex } : undefined;
}

function measuresNeeded({ weight, height, sex }: Given): Partial<Record<Column, unknown>> {
  return { weight, height, sex };
}

function problems(
  asked: string,
  needed: Partial<Record<Column, unknown>>,
  formula: Result<unknown, RowError>,
): readonly RowError[] {
  const missing = (Object.keys(needed) as Column[]).filter((field) => needed[field] === undefined);
  return [
    ...missing.map((field) => rowError(field, `Not entered. The ${asked} needs it`)),
    ...(formula.ok ? [] : [formula.failure]),
  ];
}

function sized<Value, U extends 'm2' | 'kg'>(
  result: Result<Value, BodyRefusal>,
  told: (value: Value) => BodySize<U>,
): Result<BodySize<U>, readonly RowError[]> {
  return result.ok ? ok(told(result.value)) : err([bodyRefusalError(result.failure)]);
}
