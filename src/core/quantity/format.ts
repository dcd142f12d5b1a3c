import { type Quantity, type QuantityText, quantity, readQuantity, type Unit } from './quantity.ts';
import { equals, magnitude, type Rational, ZERO } from './rational.ts';
import { roundToDecimals } from './round.ts';
import { unitSpelt } from './units.ts';

/**
 * The one formatter. Every number on screen, on paper and in a sentence comes from here: leading zero, no
 * trailing zero, comma from 1,000, no-break space before the unit, mcg and mL, never a changed unit.
 *
 * Source: ISMP error-prone dose designations and NHS CUI, through UX 3.0 and 0.4. No locale is consulted, so
 * the text is the same on every machine.
 */

export const NO_BREAK_SPACE = '\u00a0';

/** A formatted number in the parts that are set in different sizes. */
export type FormattedQuantity = {
  /** `−` or nothing. */
  readonly sign: string;
  /** Grouped by commas from 1,000. */
  readonly whole: string;
  /** Digits after the point without trailing zeros; empty when there are none. */
  readonly fraction: string;
  /** The unit as written for people. */
  readonly unit: string;
  /** False when the value had to be shortened to be shown. */
  readonly exact: boolean;
};

/**
 * Decimals shown, per unit: a value that ends within `full` places is written in full, a longer one is shortened
 * to `short` places by the rounding rule and marked `exact: false`. The sum keeps calculating with the exact one.
 *
 * A dose or a concentration below 0.1 keeps four digits that count, however many zeros stand before them: cut off at
 * four places, 0.19 mg in 48 mL would be called 0.004 mg per mL, 1 % too much, and a smaller one 0.
 */
type ShownDecimals = { readonly full: number; readonly short: number };
const USUAL: ShownDecimals = { full: 5, short: 4 };
const SHOWN: Partial<Record<Unit, ShownDecimals>> = {
  lb: { full: 0, short: 0 },
  'kg/m2': { full: 1, short: 1 },
  mL: { full: 3, short: 3 },
  '%': { full: 2, short: 2 },
  '°C': { full: 1, short: 1 },
};

/** The unit as people read it: a strength in words (`mg per mL`), a compact rate with slashes (`mg/kg/h`). UX 3.0. */
export function writtenUnit(unit: Unit): string {
  return unit.replace('/mL', `${NO_BREAK_SPACE}per${NO_BREAK_SPACE}mL`);
}

/** The parts of a quantity, with at most `decimals` places (default: what its unit is shown with). */
export function formatParts(value: Quantity, decimals?: number): FormattedQuantity {
  const shown = decimals === undefined ? usuallyShown(value) : roundToDecimals(value.value, decimals);
  const { whole, fraction } = decimalDigits(magnitude(shown));
  return {
    sign: shown.numerator < 0n ? '−' : '',
    whole: grouped(whole),
    fraction,
    unit: writtenUnit(value.unit),
    exact: equals(shown, value.value),
  };
}

/** `54 mL/h`, `2,112 mg`, `1 mg per mL`, with a no-break space before the unit. */
export function formatQuantity(value: Quantity, decimals?: number): string {
  const parts = formatParts(value, decimals);
  return `${joined(parts)}${NO_BREAK_SPACE}${parts.unit}`;
}

/** The number without its unit, for a column whose head names the unit. */
export function formatNumber(value: Quantity, decimals?: number): string {
  return joined(formatParts(value, decimals));
}

/** A stored quantity, formatted. */
export function formatQuantityText(text: QuantityText, decimals?: number): string {
  return formatQuantity(readAnyQuantity(text), decimals);
}

/** A stored quantity as its bare number, for a column whose head names the unit. */
export function formatNumberText(text: QuantityText, decimals?: number): string {
  return formatNumber(readAnyQuantity(text), decimals);
}

/** A stored quantity of whatever unit it names. Throws when the unit is not one of ours. */
export function readAnyQuantity(text: QuantityText): Quantity {
  const written = text.slice(text.indexOf(' ') + 1);
  const unit = unitSpelt(written);
  if (unit === undefined) throw new Error(`"${text}" carries no known unit.`);
  return readQuantity(text, unit);
}

/** A signed percentage as it is said beside a rounded value: `−0.14 %`, `+0.6 %`, `0 %`. */
export function formatChange(percent: Rational, decimals = 2): string {
  const parts = formatParts(quantity(percent, '%'), decimals);
  const sign = parts.sign === '' && !equals(roundToDecimals(percent, decimals), ZERO) ? '+' : parts.sign;
  return `${sign}${joined({ ...parts, sign: '' })}${NO_BREAK_SPACE}${parts.unit}`;
}

function usuallyShown(value: Quantity): Rational {
  const { full, short } = SHOWN[value.unit] ?? USUAL;
  const inFull = roundToDecimals(value.value, full);
  if (equals(inFull, value.value)) return inFull;
  const kept = SHOWN[value.unit] === undefined ? short + zerosAfterPoint(value.value) : short;
  return roundToDecimals(value.value, kept);
}

/** How many zeros stand between the point and the first other digit: 2 in 0.0042, none in 0.42 or 42. */
function zerosAfterPoint(value: Rational): number {
  let zeros = 0;
  for (let shifted = magnitude(value).numerator * 10n; shifted < value.denominator; shifted *= 10n)
    zeros += 1;
  return zeros;
}

function joined(parts: FormattedQuantity): string {
  return `${parts.sign}${parts.whole}${parts.fraction === '' ? '' : `.${parts.fraction}`}`;
}

/** The digits of a rounded value: it has an end. */
function decimalDigits(value: Rational): { whole: string; fraction: string } {
  const whole = value.numerator / value.denominator;
  let rest = value.numerator % value.denominator;
  let fraction = '';
  while (rest !== 0n) {
    fraction += ((rest * 10n) / value.denominator).toString();
    rest = (rest * 10n) % value.denominator;
  }
  return { whole: whole.toString(), fraction };
}

/** A count of things with its thousands mark, from 1,000: `1,284`. A whole number from 0 on. */
export function formatCount(count: number | bigint): string {
  return grouped(count.toString());
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
