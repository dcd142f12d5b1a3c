import { convert, type Quantity } from '../quantity/quantity.ts';
import { multiply, rational } from '../quantity/rational.ts';
import { roundToDecimals } from '../quantity/round.ts';
import type { DurationUnit } from '../quantity/units.ts';

const MILLISECONDS_PER_SECOND = rational(1_000n);

/**
 * The moment that lies `elapsed` after another one: whole milliseconds of the same clock, to the nearest one, an
 * exact half down. Time zones and clock changes are the display's business: 96 h are 96 h.
 *
 * Throws on a moment that is no whole number of milliseconds: moments come from the log, where none is.
 *
 * Source: DESIGN 7 (UTC milliseconds); acceptance scenario 7 of UX 7.
 */
export function momentAfter(moment: number, elapsed: Quantity<DurationUnit>): number {
  if (!Number.isSafeInteger(moment)) throw new Error(`${moment} is no moment in whole milliseconds.`);
  const milliseconds = multiply(convert(elapsed, 's').value, MILLISECONDS_PER_SECOND);
  return Number(BigInt(moment) + roundToDecimals(milliseconds, 0).numerator);
}
