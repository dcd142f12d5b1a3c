import { formatQuantityText } from '../../../core/quantity/format.ts';
import { type QuantityText, readQuantity } from '../../../core/quantity/quantity.ts';
import { divide, equals, rational } from '../../../core/quantity/rational.ts';

const POWERS = [10n, 100n, 1_000n] as const;

/**
 * A shifted point named as what it is, on the own screen of whoever typed it and before anything is handed in:
 * `10 times the usual 0.5 mg/kg`. Only exact powers of ten: a hint that guesses would be heard too often.
 * Source: UX 3.7, net 3; UX 7, scenario 10.
 */
export function usualRatioText(
  actual: QuantityText<'mg/kg'>,
  usual: QuantityText<'mg/kg'> | undefined,
): string | null {
  if (usual === undefined) return null;
  const ratio = divide(readQuantity(actual, 'mg/kg').value, readQuantity(usual, 'mg/kg').value);
  for (const power of POWERS) {
    if (equals(ratio, rational(power))) return `${power} times the usual ${formatQuantityText(usual)}`;
    if (equals(ratio, rational(1n, power))) return `1/${power} of the usual ${formatQuantityText(usual)}`;
  }
  return null;
}
