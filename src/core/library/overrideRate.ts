import { type Quantity, quantity } from '../quantity/quantity.ts';
import { rational } from '../quantity/rational.ts';

/**
 * The share of signed orders that passed a limit with a reason: passed ÷ signed × 100, exact and not rounded. Both are
 * whole counts, `signed` above 0. Source: UX 0.2, principle 5.
 */
export function overrideRate(passed: number, signed: number): Quantity<'%'> {
  return quantity(rational(BigInt(passed) * 100n, BigInt(signed)), '%');
}
