import { type Quantity, quantity } from '../quantity/quantity.ts';
import { divide, multiply, rational } from '../quantity/rational.ts';

/** One pound in kilograms, exact by the international agreement of 1959. */
const KILOGRAMS_PER_POUND = rational(45_359_237n, 100_000_000n);
const CENTIMETRES_PER_METRE = rational(100n);

/** A weight in pounds, for the echo that exposes a pound typed as a kilogram. Never stored, never entered. */
export function weightInPounds(weight: Quantity<'kg'>): Quantity<'lb'> {
  return quantity(divide(weight.value, KILOGRAMS_PER_POUND), 'lb');
}

/** Body mass index (kg/m2) = weight (kg) ÷ height (m) squared. Source: Quetelet; WHO. Exact. */
export function bodyMassIndex(weight: Quantity<'kg'>, height: Quantity<'cm'>): Quantity<'kg/m2'> {
  const metres = divide(height.value, CENTIMETRES_PER_METRE);
  return quantity(divide(weight.value, multiply(metres, metres)), 'kg/m2');
}
