import { formatQuantity, NO_BREAK_SPACE } from './format.ts';
import { convert, type Quantity } from './quantity.ts';
import { multiply, rational } from './rational.ts';
import { roundToDecimals } from './round.ts';

const SECONDS_PER_MINUTE = rational(60n);
const MILLISECONDS_PER_SECOND = 1000;

/** Elapsed time from milliseconds: `38 min 20 s`, `1 h 05 min 30 s`, over a day `2 d 03 h 20 min`. */
export function formatElapsed(milliseconds: number): string {
  return spelled(Math.max(0, Math.floor(milliseconds / MILLISECONDS_PER_SECOND)));
}

/** A duration to the nearest second: `39 min 56 s`; whole minutes stay `40 min`. */
export function formatMinutes(duration: Quantity<'min'>): string {
  const seconds = roundToDecimals(multiply(duration.value, SECONDS_PER_MINUTE), 0);
  return spelled(Number(seconds.numerator));
}

/** Whole minutes left, a begun minute counting as one: `29 min`. */
export function formatMinutesLeft(milliseconds: number): string {
  const minutes = Math.max(0, Math.ceil(milliseconds / (60 * MILLISECONDS_PER_SECOND)));
  return minutes < 60 ? withUnit(minutes, 'min') : spelled(minutes * 60);
}

function spelled(totalSeconds: number): string {
  const days = Math.floor(totalSeconds / 86_400);
  const hours = Math.floor((totalSeconds % 86_400) / 3_600);
  const minutes = Math.floor((totalSeconds % 3_600) / 60);
  const seconds = totalSeconds % 60;
  if (days > 0)
    return [withUnit(days, 'd'), withUnit(padded(hours), 'h'), withUnit(padded(minutes), 'min')].join(' ');
  if (hours > 0) {
    const parts = [withUnit(hours, 'h'), withUnit(padded(minutes), 'min')];
    return (seconds > 0 ? [...parts, withUnit(seconds, 's')] : parts).join(' ');
  }
  if (minutes === 0) return withUnit(seconds, 's');
  return seconds > 0 ? `${withUnit(minutes, 'min')} ${withUnit(seconds, 's')}` : withUnit(minutes, 'min');
}

function withUnit(value: number | string, unit: string): string {
  return `${value}${NO_BREAK_SPACE}${unit}`;
}

function padded(value: number): string {
  return value.toString().padStart(2, '0');
}

/** A time as a factor of a sum by the hour: `4 h`; no whole number of hours in minutes, never shortened: `100 min ÷ 60 min/h`. */
export function formatInHours(duration: Quantity<'min'>): string {
  const hours = convert(duration, 'h');
  if (hours.value.denominator === 1n) return formatQuantity(hours);
  return `${formatQuantity(duration)} ÷ 60 min/h`;
}
