import { parseBodyWeight, parseQuantity } from '../../../src/core/quantity/parseQuantity.ts';
import type { Quantity } from '../../../src/core/quantity/quantity.ts';

// Compiled with the rest; a line that starts to compile fails the type check.

const dose = parseQuantity('0.5 mg/kg', { units: ['mg/kg'], takes: 'mg/kg' });
const weight = parseBodyWeight('850 g');

if (dose.ok && weight.ok) {
  const asTyped: Quantity<'mg/kg'> = dose.value;
  const weighed: Quantity<'kg'> = weight.value;
  void asTyped;
  void weighed;

  // @ts-expect-error a field in mg/kg gives no mg
  const total: Quantity<'mg'> = dose.value;
  void total;

  // @ts-expect-error grams of body weight become kilograms, never grams of drug
  const drug: Quantity<'g'> = weight.value;
  void drug;
}

// @ts-expect-error a spelling that is refused is no unit a field can take
parseQuantity('5 ml', { units: ['ml'], takes: 'mL' });
