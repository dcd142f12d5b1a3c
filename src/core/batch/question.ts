import type { Unit } from '../quantity/quantity.ts';
import type { DoseUnit } from '../quantity/units.ts';
import { err, ok, type Result } from '../result.ts';
import type { InfusionAsk } from './asks.ts';
import type { Given } from './given.ts';
import { type RowError, rowError } from './row.ts';
import { plainTerm, slotOfDose, type Term, type Terms, termsOf } from './terms.ts';
import { AMOUNT_TO_ADD_WAYS, DRAW_UP_WAYS, WAYS, type Way } from './ways.ts';

/** What is asked of a row: the ways that lead to it, and what the row gives for each slot of them. */
export type Question = {
  readonly ways: readonly Way[];
  readonly terms: Terms;
  /** Multiplies every way: the drop factor of a drip rate. */
  readonly also: readonly Term[];
};

/** The ways to what is asked. A dose rate or a total dose in mL is a rate or a volume, and is had as one. */
export function questionFor(
  ask: Exclude<InfusionAsk, 'convert'>,
  unit: Unit,
  given: Given,
): Result<Question, RowError> {
  const terms = termsOf(given);
  const also: readonly Term[] = [];
  switch (ask) {
    case 'dose rate':
    case 'total dose':
      return ok({ ways: WAYS[slotOfDose(unit as DoseUnit)], terms, also });
    case 'draw-up volume':
      return ok({ ways: DRAW_UP_WAYS, terms, also });
    case 'drip rate':
      return given.dropFactor === undefined
        ? err(rowError('drop factor', 'Not entered. The drip rate needs it'))
        : ok({ ways: WAYS.rate, terms, also: [plainTerm('drop factor', given.dropFactor)] });
    case 'amount to add':
      return ok({ ways: AMOUNT_TO_ADD_WAYS, terms: { ...terms, volume: containerOf(given) }, also });
    default:
      return ok({ ways: WAYS[ask], terms, also });
  }
}

/** The volume a container is filled to: its own column, else the one its mixture names. */
function containerOf({ volume, concentration }: Given): readonly Term[] {
  if (volume !== undefined) return [plainTerm('volume', volume)];
  return concentration?.kind === 'mixture' ? [plainTerm('concentration', concentration.volume)] : [];
}
