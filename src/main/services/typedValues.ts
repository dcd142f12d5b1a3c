import type { Failure } from '../../contract/failures.ts';
import { type EntryRule, parseEntry } from '../../core/quantity/parseEntry.ts';
import type { Quantity, Unit } from '../../core/quantity/quantity.ts';
import { err, ok, type Result } from '../../core/result.ts';

/** A typed number as an exact quantity, or the refusal that names its field. */
export function typedQuantity<U extends Unit>(
  field: string,
  typed: string,
  rule: EntryRule<U>,
): Result<Quantity<U>, Failure> {
  const parsed = parseEntry(typed, rule);
  return parsed.ok ? ok(parsed.value) : err({ kind: 'valueRefused', field, refusal: parsed.failure });
}
