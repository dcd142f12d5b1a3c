import { err, ok, type Result } from '../result.ts';
import { type EntryRefusal, exactly, malformation } from './parseEntry.ts';
import { type Quantity, quantity, type Unit } from './quantity.ts';
import { divide, type Rational, rational } from './rational.ts';
import { unitToWrite } from './unitSpelling.ts';

/** The units a field takes, and how they are named to the person who typed another. */
export type QuantityRule<U extends string> = {
  readonly units: readonly U[];
  readonly takes: string;
};

/** Why typed text is no quantity. The words for people are in `quantityRefusalText`. */
export type QuantityRefusal =
  | EntryRefusal
  | { readonly kind: 'unitMissing'; readonly takes: string }
  | { readonly kind: 'oneSpace'; readonly suggestion: string }
  | { readonly kind: 'spellingRefused'; readonly typed: string; readonly write: string }
  | { readonly kind: 'unitNotTaken'; readonly typed: string; readonly takes: string }
  | { readonly kind: 'notAboveZero' };

/** A number as far as it is no letter, `%` or `°`; with an `e3` behind its digits, so that `1e3` is told as a number. */
const NUMBER = /^[^\p{L}%°]*(?:(?<=\d)[eE][+-]?\d+)?/u;

/**
 * Typed text with its unit as an exact quantity, or the reason it is refused: `0.5 mg/kg`, a number of the entry
 * grammar, one space, one unit of the field in its one spelling. Any number of decimals is taken.
 *
 * Refuses whatever a number field refuses (`.5`, `5.`, `1,5`, `1e3`, `-5`, `05`), a missing unit, a unit in another
 * spelling (`µg`, `cc`, `hr`, `IU`) or of another field, more or less than one space, and 0: nothing that is given,
 * weighed or divided by is 0. Nothing is stripped, filled in or rounded.
 *
 * Source: refusal table of UX 3.0, without its limit on decimals.
 */
export function parseQuantity<U extends Unit>(
  text: string,
  rule: QuantityRule<U>,
): Result<Quantity<U>, QuantityRefusal> {
  const parsed = parseNumberAndUnit(text, rule);
  return parsed.ok ? ok(quantity(parsed.value.number, parsed.value.unit)) : parsed;
}

/** A body weight is weighed in kilograms, an infant's in grams. */
const BODY_WEIGHT: QuantityRule<'kg' | 'g'> = { units: ['kg', 'g'], takes: 'kg or g' };
const GRAMS_PER_KILOGRAM = rational(1000n);

/**
 * A typed body weight in kilograms: `72 kg`, or `850 g` as 0.85 kg. Grams of body weight are no grams of drug, so they
 * become kilograms here and nowhere else. Refuses as `parseQuantity` does; pounds among the rest.
 */
export function parseBodyWeight(text: string): Result<Quantity<'kg'>, QuantityRefusal> {
  const parsed = parseNumberAndUnit(text, BODY_WEIGHT);
  if (!parsed.ok) return parsed;
  const { number, unit } = parsed.value;
  return ok(quantity(unit === 'g' ? divide(number, GRAMS_PER_KILOGRAM) : number, 'kg'));
}

type NumberAndUnit<U extends string> = { readonly number: Rational; readonly unit: U };

function parseNumberAndUnit<U extends string>(
  text: string,
  rule: QuantityRule<U>,
): Result<NumberAndUnit<U>, QuantityRefusal> {
  if (text === '') return err({ kind: 'notEntered' });
  const behindNumber = text.replace(NUMBER, '');
  const [number, unit] = [text.slice(0, text.length - behindNumber.length).trim(), behindNumber.trim()];
  const malformed = malformation(number);
  if (malformed) return err(malformed.kind === 'notEntered' ? { kind: 'digitsAndPointOnly' } : malformed);
  const taken = rule.units.find((candidate) => candidate === unit);
  if (taken === undefined) return err(unitRefusal(unit, rule));
  if (text !== `${number} ${unit}`) return err({ kind: 'oneSpace', suggestion: `${number} ${unit}` });
  const value = exactly(number);
  return value.numerator === 0n ? err({ kind: 'notAboveZero' }) : ok({ number: value, unit: taken });
}

function unitRefusal(unit: string, { takes }: QuantityRule<string>): QuantityRefusal {
  if (unit === '') return { kind: 'unitMissing', takes };
  const write = unitToWrite(unit);
  if (write !== undefined) return { kind: 'spellingRefused', typed: unit, write };
  return { kind: 'unitNotTaken', typed: unit, takes };
}
