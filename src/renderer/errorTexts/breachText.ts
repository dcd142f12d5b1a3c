import type { SessionView } from '../../contract/views/session.ts';
import { formatQuantityText } from '../../core/quantity/format.ts';

export type Breach = SessionView['voidedFor'][number];

const VALUE_WORDS: Record<Breach['value'], string> = {
  dose: '',
  total: 'in total ',
  rate: '',
  duration: '',
  weight: 'body weight ',
};

/** A passed limit in one sentence. A hard one has no way round at the chair. Wording: UX 3.7. */
export function breachText({ value, strength, side, actual, limit }: Breach): string {
  const what = `${formatQuantityText(actual)} ${VALUE_WORDS[value]}is ${side} the ${strength} limit ${formatQuantityText(limit)}`;
  return strength === 'hard'
    ? `${what} for this protocol. It cannot be authorised. The library owner can change limits.`
    : `${what}.`;
}

const NAME_WORDS: Record<Breach['value'], string> = {
  dose: 'Dose',
  total: 'Total dose',
  rate: 'Dose rate',
  duration: 'Duration',
  weight: 'Body weight',
};

/** What a breach is tied to in the record: `soft above dose`. Mirrors `breachKey` of the core. */
export function breachName({ value, side }: Breach): string {
  return `${NAME_WORDS[value]} ${side} the soft limit`;
}
