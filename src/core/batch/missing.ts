import type { InfusionAsk } from './asks.ts';
import type { Given } from './given.ts';
import type { Question } from './question.ts';
import { type Column, type RowError, rowError } from './row.ts';
import type { Slot } from './ways.ts';

const FIELD_OF: Readonly<Record<Slot, Column>> = {
  amount: 'dose',
  amountRate: 'dose',
  concentration: 'concentration',
  volume: 'volume',
  rate: 'rate',
  duration: 'duration',
};

/** What to fill in so that a row has an answer: of all the ways to it, those that want the fewest fields more. */
export function missingFields(ask: InfusionAsk, { ways, terms }: Question, given: Given): RowError {
  const wanted = ways
    .map(({ times, over }) => [...times, ...over].filter((slot) => terms[slot].length === 0))
    .filter((slots) => !slots.some((slot) => isTakenByOtherDose(slot, given)))
    .map((slots) => [...new Set(slots.map((slot) => FIELD_OF[slot]))])
    .filter((fields) => !fields.some((field) => field === ask));
  if (wanted.length === 0)
    return rowError('dose', `A dose in mL is a volume. The ${ask} needs the amount of drug`);
  const fewest = Math.min(...wanted.map((fields) => fields.length));
  const enough = wanted.filter((fields) => fields.length === fewest);
  const choices = new Set(enough.map((fields) => fields.join(' and ')));
  const [field] = enough.flat();
  if (choices.size === 1 && fewest === 1 && field !== undefined)
    return rowError(field, `Not entered. The ${ask} needs it`);
  return rowError('ask', `Not enough for the ${ask}. Fill in ${[...choices].join(', or ')}`);
}

/** An empty slot of the dose column, which is filled with a dose of another kind: as it is, the slot stays empty. */
function isTakenByOtherDose(slot: Slot, { dose }: Given): boolean {
  return dose !== undefined && FIELD_OF[slot] === 'dose';
}
