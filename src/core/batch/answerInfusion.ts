import { batchDisagreements } from '../crosscheck/batchBackward.ts';
import type { Unit } from '../quantity/quantity.ts';
import { equals } from '../quantity/rational.ts';
import { err, ok, type Result } from '../result.ts';
import type { InfusionAsk } from './asks.ts';
import { unconfirmed } from './bodyRefusal.ts';
import { convertedTerm } from './convertedTerm.ts';
import type { Given } from './given.ts';
import { missingFields } from './missing.ts';
import { type Question, questionFor } from './question.ts';
import type { Column, RowError } from './row.ts';
import { type Sum, type WorkedSum, workSum } from './sum.ts';
import type { Term } from './terms.ts';
import type { Slot, Way } from './ways.ts';

/**
 * The answer to a question about an infusion, exact and in `unit`, with the sum in words.
 *
 * Nothing given is preferred to anything else given: each way to the answer that the row has the values for is worked,
 * and all must give the same. A value that no way needs is let stand. The second engine then works the answer back to
 * what was given.
 *
 * Refuses a row without enough values (naming what is missing), one whose values contradict one another (naming them,
 * with both sums), and what `workSum` refuses.
 */
export function answerInfusion(ask: InfusionAsk, unit: Unit, given: Given): Result<WorkedSum, RowError> {
  const sums = sumsFor(ask, unit, given);
  if (!sums.ok) return sums;
  const [first, ...others] = sums.value;
  const shown = workSum(first, unit, given);
  if (!shown.ok) return shown;
  for (const sum of others) {
    const other = workSum(sum, unit, given);
    if (!other.ok) return other;
    if (!equals(other.value.value.value, shown.value.value.value))
      return err(contradiction(shown.value, other.value));
  }
  return checked(ask, given, shown.value);
}

function checked(ask: InfusionAsk, given: Given, shown: WorkedSum): Result<WorkedSum, RowError> {
  const on = batchDisagreements(ask, given, shown.value);
  return on.length > 0 ? err(unconfirmed(on)) : ok(shown);
}

/** At least one. The first is the one shown. */
type Sums = readonly [Sum, ...Sum[]];

function sumsFor(ask: InfusionAsk, unit: Unit, given: Given): Result<Sums, RowError> {
  if (ask === 'convert') {
    const term = convertedTerm(given);
    return term.ok ? ok([{ times: [term.value], over: [] }]) : term;
  }
  const question = questionFor(ask, unit, given);
  if (!question.ok) return question;
  const [first, ...others] = question.value.ways.flatMap((way) => sumsAlong(way, question.value));
  if (first === undefined) return err(missingFields(ask, question.value, given));
  return ok([first, ...others]);
}

/** The sums of one way: none when a value is missing, two when a fluid is given both as a dose and by its own column. */
function sumsAlong({ times, over }: Way, { terms, also }: Question): readonly Sum[] {
  const choices = (slots: readonly Slot[]): readonly (readonly Term[])[] =>
    slots.reduce<readonly (readonly Term[])[]>(
      (found, slot) => found.flatMap((chosen) => terms[slot].map((term) => [...chosen, term])),
      [[]],
    );
  return choices(times).flatMap((timesTerms) =>
    choices(over).map((overTerms) => ({ times: [...timesTerms, ...also], over: overTerms })),
  );
}

function contradiction(shown: WorkedSum, other: WorkedSum): RowError {
  const onlyIn = (one: readonly Column[], two: readonly Column[]) =>
    one.filter((field) => !two.includes(field));
  return {
    fields: [...onlyIn(other.fields, shown.fields), ...onlyIn(shown.fields, other.fields)],
    text: `These contradict one another: ${shown.working}, but ${other.working}. Correct one, or leave it empty`,
  };
}
