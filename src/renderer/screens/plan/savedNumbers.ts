import type { QuantityText } from '../../../core/quantity/quantity.ts';
import type { DurationPart, PlanNumber } from './planNumbers.ts';

const MINUTES_PER_HOUR = 60n;
const MINUTES_PER_DAY = 1_440n;

/** A saved time as it was typed: in minutes alone, or in its boxes. */
export function boxesOf(
  duration: QuantityText<'min'> | null,
  parts: readonly DurationPart[],
): Readonly<Record<Extract<PlanNumber, 'days' | 'hours' | 'duration'>, string>> {
  if (duration === null) return { days: '', hours: '', duration: '' };
  const minutes = BigInt(numberOf(duration));
  if (parts.length === 1) return { days: '', hours: '', duration: `${minutes}` };
  const days = parts.includes('d') ? minutes / MINUTES_PER_DAY : 0n;
  const rest = minutes - days * MINUTES_PER_DAY;
  return {
    days: parts.includes('d') ? `${days}` : '',
    hours: `${rest / MINUTES_PER_HOUR}`,
    duration: `${rest % MINUTES_PER_HOUR}`,
  };
}

/** A saved quantity as its number was typed. */
export function numberOf(saved: QuantityText | null | undefined): string {
  return saved ? saved.slice(0, saved.indexOf(' ')) : '';
}
