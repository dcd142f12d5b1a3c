/** A whole number above 0 raised to a whole power of 0 or more. */
export type WholePower = { readonly base: bigint; readonly exponent: bigint };

/** Somewhere from `low` to `high`, both included, times 2 to the power `shift`. */
type Bounds = { readonly low: bigint; readonly high: bigint; readonly shift: bigint };

const ONE: Bounds = { low: 1n, high: 1n, shift: 0n };
const USUAL_BITS = 192n;

/**
 * Below 0, 0 or above 0, as the product of `left` is smaller than, equal to or larger than that of `right`. Exact.
 *
 * A power of 5,000 has 60,000 digits, so both sides are first enclosed between bounds of 192 bits, each rounded
 * outward. Bounds that overlap decide nothing and are taken again with twice the bits; with enough of them nothing is
 * rounded and both sides are exact. Source of the method: Ziv, ACM Transactions on Mathematical Software 1991;17:410.
 */
export function compareProducts(left: readonly WholePower[], right: readonly WholePower[]): -1 | 0 | 1 {
  for (let bits = USUAL_BITS; ; bits *= 2n) {
    const order = compareBounds(productBounds(left, bits), productBounds(right, bits));
    if (order !== undefined) return order;
  }
}

/** The order of two enclosed values, or undefined where their bounds overlap without being exact. */
function compareBounds(left: Bounds, right: Bounds): -1 | 0 | 1 | undefined {
  const shift = left.shift < right.shift ? left.shift : right.shift;
  const [leftLow, leftHigh] = [left.low << (left.shift - shift), left.high << (left.shift - shift)];
  const [rightLow, rightHigh] = [right.low << (right.shift - shift), right.high << (right.shift - shift)];
  if (leftHigh < rightLow) return -1;
  if (leftLow > rightHigh) return 1;
  return leftLow === leftHigh && rightLow === rightHigh ? 0 : undefined;
}

function productBounds(powers: readonly WholePower[], bits: bigint): Bounds {
  return powers.reduce((product, power) => times(product, powerBounds(power, bits), bits), ONE);
}

function powerBounds({ base, exponent }: WholePower, bits: bigint): Bounds {
  if (exponent === 0n) return ONE;
  const half = powerBounds({ base, exponent: exponent / 2n }, bits);
  const square = times(half, half, bits);
  return exponent % 2n === 0n ? square : times(square, { low: base, high: base, shift: 0n }, bits);
}

/** The product within `bits`, the low bound rounded down and the high bound rounded up. */
function times(left: Bounds, right: Bounds, bits: bigint): Bounds {
  const [limit, dropped] = [1n << bits, bits / 3n];
  let [low, high, shift] = [left.low * right.low, left.high * right.high, left.shift + right.shift];
  while (high >= limit) {
    low >>= dropped;
    high = -(-high >> dropped);
    shift += dropped;
  }
  return { low, high, shift };
}
