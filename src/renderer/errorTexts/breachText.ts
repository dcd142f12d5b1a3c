import type { SessionView } from '../../contract/views/session.ts';
import { formatQuantityText, NO_BREAK_SPACE } from '../../core/quantity/format.ts';
import { formatMinutes } from '../../core/quantity/formatDuration.ts';
import {
  compareQuantities,
  isQuantityText,
  type QuantityText,
  readQuantity,
  wholeQuantity,
} from '../../core/quantity/quantity.ts';

export type Breach = SessionView['voidedFor'][number];
type AgeText = Exclude<Breach['actual'], QuantityText>;

const VALUE_WORDS: Record<Breach['value'], string> = {
  dose: '',
  total: 'in total ',
  rate: '',
  duration: '',
  weight: 'body weight ',
  flatRate: '',
  loading: 'as a loading dose ',
  loadingDuration: 'for a loading dose ',
  bolus: 'as a bolus ',
  concentration: '',
  perDay: 'in 24 h, over all sessions, ',
  perCourse: 'in the whole course ',
  againstLast: 'of the last dose ',
  age: 'of age ',
};

/** A passed limit in one sentence. A hard one has no way round at the chair. Wording: UX 3.7. */
export function breachText({ value, strength, side, actual, limit }: Breach): string {
  const what = `${limitedText(actual)} ${VALUE_WORDS[value]}is ${side} the ${strength} limit ${limitedText(limit)}`;
  return strength === 'hard'
    ? `${what} for this protocol. It cannot be authorised. The library owner can change limits.`
    : `${what}.`;
}

/** A limited value as people read it: a quantity, a long time in hours and days, or an age in whole years or less. */
export function limitedText(text: Breach['actual']): string {
  if (isAge(text)) return text.replace(' ', NO_BREAK_SPACE);
  if (!isQuantityText(text, 'min')) return formatQuantityText(text);
  const minutes = readQuantity(text, 'min');
  return compareQuantities(minutes, LONG_MINUTES) > 0 ? formatMinutes(minutes) : formatQuantityText(text);
}

/** Up to two hours a time is said in minutes, as it is typed for a dose over minutes. */
const LONG_MINUTES = wholeQuantity(120n, 'min');

function isAge(text: Breach['actual']): text is AgeText {
  return /^\d+ (?:years|months|days)$/.test(text);
}

const NAME_WORDS: Record<Breach['value'], string> = {
  dose: 'Dose',
  total: 'Total dose',
  rate: 'Dose rate',
  duration: 'Duration',
  weight: 'Body weight',
  flatRate: 'Dose rate',
  loading: 'Loading dose',
  loadingDuration: 'Time of the loading dose',
  bolus: 'Bolus',
  concentration: 'Concentration',
  perDay: 'Dose in 24 h',
  perCourse: 'Dose in the course',
  againstLast: 'Dose against the last one',
  age: 'Age',
};

/** What is limited, in the middle of a sentence: `total dose`. */
export function limitedName(value: Breach['value']): string {
  return NAME_WORDS[value].charAt(0).toLowerCase() + NAME_WORDS[value].slice(1);
}

/** What a breach is tied to in the record: `soft above dose`. Mirrors `breachKey` of the core. */
export function breachName({ value, side }: Pick<Breach, 'value' | 'side'>): string {
  return `${NAME_WORDS[value]} ${side} the soft limit`;
}
