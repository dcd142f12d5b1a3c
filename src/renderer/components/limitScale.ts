import { readAnyQuantity } from '../../core/quantity/format.ts';
import { compareQuantities, type QuantityText } from '../../core/quantity/quantity.ts';

/** The limits of one value, as a protocol carries them. A limit that is not set is left out. */
export type ShownLimits = {
  readonly usual?: QuantityText | undefined;
  readonly softMinimum?: QuantityText | undefined;
  readonly softMaximum?: QuantityText | undefined;
  readonly hardMinimum?: QuantityText | undefined;
  readonly hardMaximum?: QuantityText | undefined;
};

export type Edge = {
  readonly limit: QuantityText;
  readonly word: 'stop' | 'warn';
  /** Per cent of the bar's length. */
  readonly at: number;
};

export type Zone = 'inside' | 'warn' | 'stop';

const OUTER_WITH_SOFT = 10;
const OUTER_ALONE = 14;
const INNER = 27;

/**
 * Where the limits stand on the bar. Their places are fixed and not to scale: limits that lie close together, 0.1
 * and 0.25 of 2, would otherwise print over each other.
 */
export function limitEdges(limits: ShownLimits): readonly Edge[] {
  const outerLow = limits.softMinimum ? OUTER_WITH_SOFT : OUTER_ALONE;
  const outerHigh = limits.softMaximum ? OUTER_WITH_SOFT : OUTER_ALONE;
  return [
    ...edge(limits.hardMinimum, 'stop', outerLow),
    ...edge(limits.softMinimum, 'warn', INNER),
    ...edge(limits.softMaximum, 'warn', 100 - INNER),
    ...edge(limits.hardMaximum, 'stop', 100 - outerHigh),
  ];
}

/** Where a value stands among the edges, in per cent of the bar; between two edges in proportion. */
export function placeOnBar(value: QuantityText, edges: readonly Edge[]): number {
  const points = [{ at: 0, size: 0 }, ...edges.map(({ at, limit }) => ({ at, size: pixels(limit) }))];
  const size = pixels(value);
  const last = points.at(-1) ?? { at: 0, size: 0 };
  if (size >= last.size)
    return Math.min(100, last.at + ((size - last.size) / (last.size || 1)) * (100 - last.at));
  const next = points.findIndex((point) => point.size > size);
  const low = points[next - 1] ?? points[0];
  const high = points[next];
  if (!low || !high) return 0;
  return low.at + ((size - low.size) / (high.size - low.size)) * (high.at - low.at);
}

/** Which side of the limits a value is on. A value equal to a limit is inside. Compared exactly. */
export function zoneOf(value: QuantityText, limits: ShownLimits): Zone {
  if (isBelow(value, limits.hardMinimum) || isBelow(limits.hardMaximum, value)) return 'stop';
  if (isBelow(value, limits.softMinimum) || isBelow(limits.softMaximum, value)) return 'warn';
  return 'inside';
}

function edge(limit: QuantityText | undefined, word: Edge['word'], at: number): readonly Edge[] {
  return limit === undefined ? [] : [{ limit, word, at }];
}

function isBelow(left: QuantityText | undefined, right: QuantityText | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  return compareQuantities(readAnyQuantity(left), readAnyQuantity(right)) < 0;
}

/** A size for drawing only; nothing is decided by it. */
function pixels(text: QuantityText): number {
  const { value } = readAnyQuantity(text);
  return Number(value.numerator) / Number(value.denominator);
}
