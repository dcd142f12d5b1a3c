import { err, ok, type Result } from '../result.ts';
import {
  compareQuantities,
  type Quantity,
  type QuantityText,
  quantity,
  readQuantity,
  type Unit,
} from './quantity.ts';
import { type Rational, rational } from './rational.ts';

/** What a number field takes: its unit, its decimals and its range, both ends included. */
export type EntryRule<U extends Unit> = {
  readonly unit: U;
  readonly decimals: number;
  readonly minimum: QuantityText<U>;
  readonly maximum: QuantityText<U>;
};

/** Why a typed number is refused. The words for people are in `entryRefusalText`. */
export type EntryRefusal =
  | { readonly kind: 'notEntered' }
  | { readonly kind: 'startsWithPoint'; readonly suggestion: string }
  | { readonly kind: 'nothingAfterPoint'; readonly digits: string }
  | { readonly kind: 'comma'; readonly withPoint: string; readonly withoutComma: string }
  | { readonly kind: 'groupMark'; readonly digits: string }
  | { readonly kind: 'extraZero' }
  | { readonly kind: 'secondPoint' }
  | { readonly kind: 'digitsAndPointOnly' }
  | { readonly kind: 'tooManyDecimals'; readonly decimals: number }
  | { readonly kind: 'outsideRange'; readonly minimum: QuantityText; readonly maximum: QuantityText };

const GRAMMAR = /^(?:0|[1-9]\d*)(?:\.\d+)?$/;
const GROUPED = /^[1-9]\d{0,2}(?:[ ,\u00a0\u202f]\d{3})+$/;

/**
 * A typed number as an exact quantity, or the reason it is refused. Nothing is stripped, filled in, rounded or
 * clamped: the grammar is digits, optionally one point with digits on both sides, no needless zero in front.
 *
 * Source: refusal table of UX 3.0; Thimbleby and Cairns 2010 (refusing malformed numbers about halves
 * out-by-ten errors).
 */
export function parseEntry<U extends Unit>(
  text: string,
  rule: EntryRule<U>,
): Result<Quantity<U>, EntryRefusal> {
  const malformed = malformation(text);
  if (malformed) return err(malformed);
  if (digitsOf(text).decimals.length > rule.decimals)
    return err({ kind: 'tooManyDecimals', decimals: rule.decimals });
  const value = quantity(exactly(text), rule.unit);
  const minimum = readQuantity(rule.minimum, rule.unit);
  const maximum = readQuantity(rule.maximum, rule.unit);
  if (compareQuantities(value, minimum) < 0 || compareQuantities(value, maximum) > 0) {
    return err({ kind: 'outsideRange', minimum: rule.minimum, maximum: rule.maximum });
  }
  return ok(value);
}

/** The digits on either side of the point of a well-formed number. */
export function digitsOf(text: string): { readonly whole: string; readonly decimals: string } {
  const point = `${text}.`.indexOf('.');
  return { whole: text.slice(0, point), decimals: text.slice(point + 1) };
}

/** The value of a well-formed number, every decimal kept. */
export function exactly(text: string): Rational {
  const { whole, decimals } = digitsOf(text);
  return rational(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

/** The first thing wrong with the shape of a typed number, or undefined when its shape is right. */
export function malformation(text: string): EntryRefusal | undefined {
  if (text === '') return { kind: 'notEntered' };
  if (GRAMMAR.test(text)) return undefined;
  if (/^\.\d+$/.test(text)) return { kind: 'startsWithPoint', suggestion: `0${text}` };
  if (/^\d+\.$/.test(text)) return { kind: 'nothingAfterPoint', digits: text.slice(0, -1) };
  if (GROUPED.test(text)) return { kind: 'groupMark', digits: text.replace(/\D/g, '') };
  if (/^\d+,\d+$/.test(text)) {
    return {
      kind: 'comma',
      withPoint: text.replace(',', '.'),
      withoutComma: text.replace(',', '').replace(/^0+(?=\d)/, ''),
    };
  }
  if (/^\d*\.\d*\.[\d.]*$/.test(text)) return { kind: 'secondPoint' };
  if (/^0\d+(\.\d+)?$/.test(text)) return { kind: 'extraZero' };
  return { kind: 'digitsAndPointOnly' };
}
