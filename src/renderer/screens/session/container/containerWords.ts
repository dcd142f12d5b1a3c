import type { ContainerView, InfusionView } from '../../../../contract/views/session.ts';
import { formatHourMinute, formatTimeSince } from '../../../components/time.ts';

const MILLISECONDS_PER_MINUTE = 60_000;
/** From so long before it the change is announced. Source: UX 3.11. */
const ANNOUNCED_MINUTES = 20;

export type Forecast = {
  readonly text: string;
  /** `later`: only a fact. `soon`: the change is near. `now`: it is due or over. */
  readonly level: 'later' | 'soon' | 'now';
};

/** Where the clock stands, and how a moment of the session is shown on it. */
type Seen = { readonly now: number; readonly zone: string; readonly shown: (moment: number) => number };

/**
 * `syringe empty at 12:34:17` in the last 20 min, before that `syringe 1 of 2 lasts to 12:34`; a bag that ends by its
 * use-by `bag to change by 10:00`. Null while nothing is known of its end. Source: UX 3.11.
 */
export function containerForecast(container: ContainerView, { now, zone, shown }: Seen): Forecast | null {
  const { noun, due, emptyAt } = container;
  if (!due) {
    return emptyAt === null
      ? null
      : { text: `${noun} lasts to ${formatHourMinute(shown(emptyAt), zone)}`, level: 'later' };
  }
  const time = formatTimeSince(shown(now), shown(due.at), zone);
  const isEmpty = due.because === 'empty';
  if (due.at <= now)
    return {
      text: isEmpty ? `${noun} empty since ${time}` : `${noun} past its use-by ${time}`,
      level: 'now',
    };
  if (due.at - now > ANNOUNCED_MINUTES * MILLISECONDS_PER_MINUTE)
    return {
      text: `${containerOf(container)} ${isEmpty ? 'lasts to' : 'to change by'} ${time}`,
      level: 'later',
    };
  return { text: isEmpty ? `${noun} empty at ${time}` : `${noun} to change by ${time}`, level: 'soon' };
}

/** The same in the few words of a card of the board: `syringe until 13:34`, and in the last 20 min in full. */
export function shortForecast(container: ContainerView, seen: Seen): string | null {
  const forecast = containerForecast(container, seen);
  const { due, noun } = container;
  if (!forecast || !due || forecast.level !== 'later') return forecast?.text ?? null;
  return `${noun} until ${formatHourMinute(seen.shown(due.at), seen.zone)}`;
}

/**
 * When the infusion ends, on the session's axis: it moves on while an empty container waits for its change, or a stage
 * that has run in for the next one, because nothing is given meanwhile.
 */
export function endWhileEmpty({ endsAt, container, stage }: InfusionView, now: number): number | null {
  if (endsAt === null) return null;
  const emptyAt = container.due?.because === 'empty' ? container.due.at : null;
  const overAt = stage?.next ? stage.endsAt : null;
  const stands = [emptyAt, overAt].filter((at) => at !== null && at < now) as readonly number[];
  return stands.length === 0 ? endsAt : endsAt + now - Math.min(...stands);
}

/** `syringe 1 of 2`; beyond what was planned `syringe 3`. */
export function containerOf({ noun, number, planned }: ContainerView): string {
  return number <= planned && planned > 1 ? `${noun} ${number} of ${planned}` : `${noun} ${number}`;
}

export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
