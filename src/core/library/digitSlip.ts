import { type Quantity, quantityText } from '../quantity/quantity.ts';

/** What a finger does to digits: two neighbours the other way round, or one of them struck twice. */
export type DigitSlip = 'digitsSwapped' | 'digitDoubled';

/**
 * Whether the digits of `typed` are those of `reference` after one slip of a finger, both in the same unit. The point
 * is no digit: 74.2 is 72.4 with two neighbours swapped. Undefined for equal values, and for a value whose decimals
 * do not end, which nobody types.
 *
 * Source: slips named in UX 0.4 and 3.7 (doubled key, 55 for 5); Zhang et al. 2003 and Thimbleby and Cairns 2010 on
 * number entry errors.
 */
export function digitSlip(typed: Quantity, reference: Quantity): DigitSlip | undefined {
  const [written, wanted] = [decimalText(typed), decimalText(reference)];
  if (written.includes('/')) return undefined;
  if (isDoubled(written, wanted)) return 'digitDoubled';
  return isSwapped(written, wanted) ? 'digitsSwapped' : undefined;
}

function decimalText(value: Quantity): string {
  const text = quantityText(value);
  return text.slice(0, text.indexOf(' '));
}

/** True when `written` is `wanted` with one digit standing twice in a row. */
function isDoubled(written: string, wanted: string): boolean {
  return [...written].some(
    (digit, place) =>
      digit === written[place + 1] && written.slice(0, place) + written.slice(place + 1) === wanted,
  );
}

/** True when two neighbouring digits changed places, with as many decimals written out on both sides. */
function isSwapped(written: string, wanted: string): boolean {
  const decimals = Math.max(decimalsOf(written), decimalsOf(wanted));
  const [left, right] = [digitsOf(written, decimals), digitsOf(wanted, decimals)];
  if (left === right) return false;
  return [...left].some(
    (digit, place) =>
      left.slice(0, place) + (left[place + 1] ?? '') + digit + left.slice(place + 2) === right,
  );
}

function decimalsOf(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}

function digitsOf(text: string, decimals: number): string {
  const [whole = '', fraction = ''] = text.split('.');
  return whole + fraction.padEnd(decimals, '0');
}
