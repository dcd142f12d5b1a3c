import { readAnyQuantity } from '../../src/core/quantity/format.ts';
import {
  type Quantity,
  type QuantityText,
  quantity,
  quantityText,
  type Unit,
} from '../../src/core/quantity/quantity.ts';
import type { Rational } from '../../src/core/quantity/rational.ts';
import type { Result } from '../../src/core/result.ts';

/** A stored quantity of a fixture, in whatever unit it names. */
export function read<U extends Unit = Unit>(text: string): Quantity<U> {
  return readAnyQuantity(text as QuantityText) as Quantity<U>;
}

/** Every field of a fixture that is a stored quantity, read; the others as they stand. */
export function readFields<Fields>(fields: Readonly<Record<string, unknown>>): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, readField(value)]),
  ) as unknown as Fields;
}

/** A result with its quantities in stored form, its fractions as exact numbers and its counts as digits. */
export function texts(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.map(texts);
  if (typeof value !== 'object' || value === null) return value;
  if (isQuantity(value)) return quantityText(value);
  if (isRational(value)) return quantityText(quantity(value, 'mL')).replace(' mL', '');
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, texts(field)]));
}

/** What a calculation answered; throws with the refusal when it did not. */
export function answered<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(texts(result.failure))}`);
  return result.value;
}

function readField(value: unknown): unknown {
  if (typeof value === 'string' && /^-?\d/.test(value)) return read(value);
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? value.map(readField) : readFields(value as Record<string, unknown>);
}

function isQuantity(value: object): value is Quantity {
  return 'unit' in value && 'value' in value;
}

function isRational(value: object): value is Rational {
  return 'numerator' in value && 'denominator' in value;
}
