import { err, ok, type Result } from '../result.ts';
import type { Given } from './given.ts';
import { type Column, type RowError, rowError } from './row.ts';
import { concentrationTerm, plainTerm, type Term } from './terms.ts';

const HOW = 'To convert, fill in one of dose, concentration, duration, volume, rate and drop factor';

/**
 * The one value a row wants in another unit. Beside a value of the infusion, weight, height and body surface only help
 * to convert it; without one, one of them is what is converted.
 */
export function convertedTerm(given: Given): Result<Term, RowError> {
  const infusion = present([
    ['dose', given.dose],
    ['duration', given.duration],
    ['volume', given.volume],
    ['rate', given.rate],
    ['drop factor', given.dropFactor],
  ]);
  const terms = given.concentration ? [...infusion, concentrationTerm(given.concentration)] : infusion;
  const body = present([
    ['weight', given.weight],
    ['height', given.height],
    ['bsa', given.bsa],
  ]);
  const candidates = terms.length > 0 ? terms : body;
  const [term, ...others] = candidates;
  if (term === undefined) return err(rowError('ask', `Nothing to convert. ${HOW}`));
  if (others.length === 0) return ok(term);
  return err({ fields: candidates.map(({ field }) => field), text: `${HOW}, and no other` });
}

function present(
  values: readonly (readonly [Column, Parameters<typeof plainTerm>[1] | undefined])[],
): readonly Term[] {
  return values.flatMap(([field, value]) => (value === undefined ? [] : [plainTerm(field, value)]));
}
