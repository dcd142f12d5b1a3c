import { type EntryRule, parseEntry } from '../quantity/parseEntry.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { err, ok, type Result } from '../result.ts';
import type { EntryValues } from './entryFields.ts';
import { FIELD_RULES } from './entryRules.ts';
import type { RefusedInput } from './typedEntry.ts';

/**
 * What the number fields of counted doses take, before any limit of a library. Source: intranasal
 * row of UX 3.6.
 */
export const COUNTED_RULES = {
  dose: { unit: 'mg', decimals: 3, minimum: '0.1 mg', maximum: '100 mg' },
  doses: { unit: 'doses', decimals: 0, minimum: '1 doses', maximum: '20 doses' },
  gap: { unit: 'min', decimals: 0, minimum: '0 min', maximum: '60 min' },
  total: { unit: 'mg', decimals: 3, minimum: '0.1 mg', maximum: '2000 mg' },
} as const satisfies Record<string, EntryRule<'mg'> | EntryRule<'doses'> | EntryRule<'min'>>;

/** One person's seven values, read as exact numbers. */
export type ParsedCounted = {
  readonly dateOfBirth: string;
  readonly product: string;
  readonly weight: Quantity<'kg'>;
  readonly dose: Quantity<'mg'>;
  readonly doses: bigint;
  readonly gap: Quantity<'min'>;
  readonly total: Quantity<'mg'>;
};

/** Reads what was typed; every malformed value is named at once. */
export function parseCountedValues(values: EntryValues): Result<ParsedCounted, readonly RefusedInput[]> {
  const weight = parseEntry(values.weight, FIELD_RULES.weight);
  const dose = parseEntry(values.dose, COUNTED_RULES.dose);
  const doses = parseEntry(values.doses ?? '', COUNTED_RULES.doses);
  const gap = parseEntry(values.gap ?? '', COUNTED_RULES.gap);
  const total = parseEntry(values.total ?? '', COUNTED_RULES.total);
  const missing = (['dateOfBirth', 'product'] as const)
    .filter((input) => values[input] === '')
    .map((input): RefusedInput => ({ input, refusal: { kind: 'notEntered' } }));
  const numbers = { weight, dose, doses, gap, total };
  const refused = (Object.keys(numbers) as (keyof typeof numbers)[]).flatMap((input): RefusedInput[] => {
    const parsed = numbers[input];
    return parsed.ok ? [] : [{ input, refusal: parsed.failure }];
  });
  const isRead = weight.ok && dose.ok && doses.ok && gap.ok && total.ok;
  if (missing.length > 0 || !isRead) return err([...missing, ...refused]);
  return ok({
    dateOfBirth: values.dateOfBirth,
    product: values.product,
    weight: weight.value,
    dose: dose.value,
    doses: doses.value.value.numerator,
    gap: gap.value,
    total: total.value,
  });
}
