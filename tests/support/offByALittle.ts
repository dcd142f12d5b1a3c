import { add, type Rational, rational } from '../../src/core/quantity/rational.ts';

/** An answer with one of its numbers off, and which one. */
export type OffByALittle<Value> = { readonly where: string; readonly value: Value };

/**
 * Every version of an answer in which one number is off by a millionth of a millionth, one count by 1, or one yes is
 * a no. What is not a number is left as it is.
 */
export function offByALittle<Value>(value: Value): readonly OffByALittle<Value>[] {
  return variants(value).map(({ where, value: changed }) => ({ where, value: changed as Value }));
}

function variants(value: unknown): readonly OffByALittle<unknown>[] {
  if (typeof value === 'bigint') return [{ where: '', value: value + 1n }];
  if (typeof value === 'boolean') return [{ where: '', value: !value }];
  if (typeof value !== 'object' || value === null) return [];
  if (isRational(value)) return [{ where: '', value: add(value, rational(1n, 10n ** 12n)) }];
  return Object.entries(value).flatMap(([name, field]) =>
    variants(field).map((variant) => ({
      where: variant.where === '' || variant.where === 'value' ? name : `${name}.${variant.where}`,
      value: Array.isArray(value)
        ? value.map((item, place) => (String(place) === name ? variant.value : item))
        : { ...value, [name]: variant.value },
    })),
  );
}

function isRational(value: object): value is Rational {
  return 'numerator' in value && 'denominator' in value;
}
