import {
  compareQuantities,
  type Quantity,
  type QuantityText,
  quantity,
  quantityText,
  readQuantity,
  type Unit,
} from '../quantity/quantity.ts';
import { divide, equals, rational } from '../quantity/rational.ts';
import { type DigitSlip, digitSlip } from './digitSlip.ts';
import type { LimitBand } from './library.ts';
import { FACTORS, type Factor, type FactorSlip, factorsFor, isNearFactor, poundSlip } from './slipFactors.ts';

/** Numbers of the plan that whoever types can see; rate and volume as the pump is set. */
export type PlannedValues = {
  readonly dose?: Quantity<'mg/kg'>;
  readonly total?: Quantity<'mg'>;
  readonly rate?: Quantity<'mL/h'>;
  readonly volume?: Quantity<'mL'>;
  readonly duration?: Quantity<'min'>;
  readonly weight?: Quantity<'kg'>;
};

/** What a typed value looks like, and what it was held against. The value that was meant is never named. */
export type Slip = { readonly typed: QuantityText } & (
  | {
      readonly kind: FactorSlip;
      readonly against: ReferenceText;
      /** False when the factor is only near: 9.9 times. */
      readonly exactly: boolean;
    }
  | { readonly kind: DigitSlip; readonly against: ReferenceText }
  /** Outside the limits, and within them once the factor is undone. */
  | { readonly kind: 'limits'; readonly factor: Factor; readonly against: LimitsText }
  | {
      readonly kind: 'otherField';
      readonly against: { readonly kind: keyof PlannedValues; readonly value: QuantityText };
    }
);
export type ReferenceText = { readonly kind: 'usual' | 'last'; readonly value: QuantityText };
export type LimitsText = { readonly minimum: QuantityText; readonly maximum: QuantityText };

/** A typed value, and everything the same person can see to hold it against. */
export type SlipQuestion<U extends Unit> = {
  readonly typed: Quantity<U>;
  /** The protocol's limits on this value. */
  readonly band?: LimitBand<NoInfer<U>>;
  /** This patient's last one: last dose, last weight. */
  readonly last?: Quantity<NoInfer<U>>;
  readonly planned?: PlannedValues;
};

/**
 * What a typed value looks like when it is not what was meant: ten, sixty or a thousand times something the person
 * can see, pounds for kilograms, swapped or doubled digits, or the number of another field.
 *
 * Held against the usual value while it is outside the limits, against this patient's last one always, against the
 * limits themselves when neither explains it, and against other numbers of the plan. Nothing is said of a value
 * within 10 % of the usual, nor against a last one it is within 10 % of. Factors may be off by 10 % (9 to 11 times),
 * as the patient's true value may differ from the reference; digits and other fields are compared exactly.
 *
 * Only for the person's own screen before a value is submitted, never on a mismatch of two blind entries (UX 0.4).
 * Source: UX 3.7, H01 to H04.
 */
export function slips<U extends Unit>(question: SlipQuestion<U>): readonly Slip[] {
  const { typed, band = {}, planned = {} } = question;
  const usual = reference(band.usual === undefined ? undefined : readQuantity(band.usual, typed.unit));
  if (usual && isNear(typed, usual)) return [];
  const last = reference(question.last);
  const isLastAgain = last !== undefined && isNear(typed, last);
  const againstUsual = usual && isOutside(typed, band, usual) ? slipsAgainst('usual', typed, usual) : [];
  const againstLast = last && !isLastAgain ? slipsAgainst('last', typed, last) : [];
  const againstNamed = [...againstUsual, ...againstLast];
  return [
    ...againstNamed,
    ...(againstNamed.length > 0 ? [] : slipsAgainstLimits(typed, band)),
    ...(isLastAgain ? [] : otherFields(typed, planned)),
  ];
}

/** 0 is no value to hold anything against. */
function reference<U extends Unit>(value: Quantity<U> | undefined): Quantity<U> | undefined {
  return value !== undefined && value.value.numerator > 0n ? value : undefined;
}

function isNear<U extends Unit>(typed: Quantity<U>, to: Quantity<NoInfer<U>>): boolean {
  return isNearFactor(divide(typed.value, to.value), rational(1n));
}

type Ends<U extends Unit> = {
  readonly lower: Quantity<U> | undefined;
  readonly upper: Quantity<U> | undefined;
};

/** The range that is given without a word: within the soft limits, or the hard ones where there are no soft ones. */
function endsOf<U extends Unit>(band: LimitBand<NoInfer<U>>, unit: U): Ends<U> {
  const lower = band.softMinimum ?? band.hardMinimum;
  const upper = band.softMaximum ?? band.hardMaximum;
  return {
    lower: lower === undefined ? undefined : readQuantity(lower, unit),
    upper: upper === undefined ? undefined : readQuantity(upper, unit),
  };
}

/** Outside on its side of the usual; with no limit on that side it counts as outside. */
function isOutside<U extends Unit>(
  typed: Quantity<U>,
  band: LimitBand<NoInfer<U>>,
  usual: Quantity<NoInfer<U>>,
): boolean {
  const { lower, upper } = endsOf(band, typed.unit);
  return compareQuantities(typed, usual) < 0
    ? lower === undefined || compareQuantities(typed, lower) < 0
    : upper === undefined || compareQuantities(typed, upper) > 0;
}

/** An exact factor explains a value best, then pounds and digits, then a factor that is only near. */
function slipsAgainst<U extends Unit>(
  kind: ReferenceText['kind'],
  typed: Quantity<U>,
  value: Quantity<NoInfer<U>>,
): readonly Slip[] {
  const ratio = divide(typed.value, value.value);
  const texts = { typed: quantityText(typed), against: { kind, value: quantityText(value) } };
  const factor = factorsFor(typed.unit).find((each) => isNearFactor(ratio, FACTORS[each]));
  const slip = factor && { ...texts, kind: factor, exactly: equals(ratio, FACTORS[factor]) };
  if (slip?.exactly) return [slip];
  const pounds = typed.unit === 'kg' ? poundSlip(ratio) : undefined;
  const digits = digitSlip(typed, value);
  const found: readonly Slip[] = [
    ...(pounds === undefined ? [] : [{ ...texts, kind: pounds, exactly: false }]),
    ...(digits === undefined ? [] : [{ ...texts, kind: digits }]),
  ];
  return found.length === 0 && slip ? [slip] : found;
}

/**
 * A value outside the limits that lies within them once a factor is undone. Not a weight: its limits are wide and say
 * nothing of this patient.
 */
function slipsAgainstLimits<U extends Unit>(
  typed: Quantity<U>,
  band: LimitBand<NoInfer<U>>,
): readonly Slip[] {
  const { lower, upper } = endsOf(band, typed.unit);
  if (typed.unit === 'kg' || lower === undefined || upper === undefined) return [];
  if (isWithin(typed, lower, upper)) return [];
  const against = { minimum: quantityText(lower), maximum: quantityText(upper) };
  return factorsFor(typed.unit)
    .filter((factor) => isWithin(quantity(divide(typed.value, FACTORS[factor]), typed.unit), lower, upper))
    .map((factor) => ({ kind: 'limits', typed: quantityText(typed), factor, against }));
}

function isWithin<U extends Unit>(
  value: Quantity<U>,
  lower: Quantity<NoInfer<U>>,
  upper: Quantity<NoInfer<U>>,
): boolean {
  return compareQuantities(value, lower) >= 0 && compareQuantities(value, upper) <= 0;
}

/** The bare number of another field, as a dose typed where the rate belongs. Source: H04. */
function otherFields(typed: Quantity, planned: PlannedValues): readonly Slip[] {
  return (Object.keys(planned) as (keyof PlannedValues)[]).flatMap((kind) => {
    const value: Quantity | undefined = planned[kind];
    if (value === undefined || value.unit === typed.unit || !equals(value.value, typed.value)) return [];
    return [
      { kind: 'otherField', typed: quantityText(typed), against: { kind, value: quantityText(value) } },
    ];
  });
}
