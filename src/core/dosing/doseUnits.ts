import type { Quantity, QuantityText, Unit } from '../quantity/quantity.ts';
import { quantityText } from '../quantity/quantity.ts';
import {
  type AmountUnit,
  type Basis,
  type ConcentrationUnit,
  isSameDimension,
  measureOf,
  type VolumeUnit,
} from '../quantity/units.ts';
import { err, ok, type Result } from '../result.ts';

/** What a dose can be counted in; a fluid is counted in millilitres. */
export type DosedUnit = AmountUnit | VolumeUnit;

/** An order for one whole dose: `mg`, `mg/kg`, `units/m2`, `mL/kg`. */
export type DoseOrderUnit = `${DosedUnit}${Basis}`;

/** An order for a running dose: `mcg/kg/min`, `mg/h`, `units/m2/d`, `mL/kg/h`. */
export type DoseRateUnit = `${DosedUnit}${Basis}/${'min' | 'h' | 'd'}`;

/** The amount a unit begins with, for the compiler: `mg` of `mg/kg/h`. */
export type AmountIn<U extends Unit> = Extract<U extends `${infer Amount}/${string}` ? Amount : U, DosedUnit>;

/** What an order per kilogram or per square metre is multiplied by. */
export type Body = {
  readonly weight?: Quantity<'kg'> | undefined;
  readonly surface?: Quantity<'m2'> | undefined;
};

/** The unit asks for a body size that was not given. Another weight or surface is never put in its place. */
export type BodyMissing =
  | { readonly kind: 'weightMissing'; readonly unit: Unit }
  | { readonly kind: 'surfaceMissing'; readonly unit: Unit };

/** Mass, units, mEq, mmol and volume never turn into one another: an order in one cannot be made from another. */
export type FamiliesDiffer = {
  readonly kind: 'familiesDiffer';
  readonly ordered: Unit;
  readonly offered: Unit;
};

/** A value that has to be above 0 and is not. */
export type NotAboveZero = {
  readonly kind: 'notAboveZero';
  readonly name: string;
  readonly value: QuantityText;
};

/** The amount a unit begins with: `mg` of `mg/kg/h`. */
export function amountOf<U extends DoseOrderUnit | DoseRateUnit | ConcentrationUnit>(unit: U): AmountIn<U> {
  return unit.split('/')[0] as AmountIn<U>;
}

/** `/kg`, `/m2` or nothing: the second part of a unit, never a later one. */
export function basisOf(unit: DoseOrderUnit | DoseRateUnit | ConcentrationUnit): Basis {
  const second = unit.split('/')[1];
  return second === 'kg' || second === 'm2' ? `/${second}` : '';
}

/** What a unit's basis is multiplied by to leave a plain amount: the weight, the surface, or nothing at all. */
export function bodyFactors(
  unit: DoseOrderUnit | DoseRateUnit | ConcentrationUnit,
  body: Body,
): Result<readonly Quantity[], BodyMissing> {
  switch (basisOf(unit)) {
    case '/kg':
      return body.weight === undefined ? err({ kind: 'weightMissing', unit }) : ok([body.weight]);
    case '/m2':
      return body.surface === undefined ? err({ kind: 'surfaceMissing', unit }) : ok([body.surface]);
    case '':
      return ok([]);
  }
}

/** True when both amounts are counted in the same family: mcg and g are, mg and units are not. */
export function isSameFamily(left: DosedUnit, right: DosedUnit): boolean {
  return isSameDimension(measureOf(left).dimension, measureOf(right).dimension);
}

/** True for mL and L: the dose of a fluid is its volume. */
export function isFluid(unit: DosedUnit): boolean {
  return isSameFamily(unit, 'mL');
}

/** The first of `named` that is 0 or less; those left undefined are passed over. */
export function firstNotAboveZero(
  named: Readonly<Record<string, Quantity | undefined>>,
): NotAboveZero | undefined {
  for (const [name, value] of Object.entries(named)) {
    if (value !== undefined && value.value.numerator <= 0n)
      return { kind: 'notAboveZero', name, value: quantityText(value) };
  }
  return undefined;
}
