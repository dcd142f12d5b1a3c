import type { InfusionView, StageView } from '../../../../contract/views/session.ts';
import { formatQuantityText } from '../../../../core/quantity/format.ts';
import { formatTimeSince } from '../../../components/time.ts';
import { capital, type Forecast } from '../container/containerWords.ts';

const MILLISECONDS_PER_MINUTE = 60_000;
/** From so long before it the next stage is announced: there is nothing to prepare, only to be there. */
const ANNOUNCED_MINUTES = 5;

/** Where the clock stands, and how a moment of the session is shown on it. */
type Seen = { readonly now: number; readonly zone: string; readonly shown: (moment: number) => number };

/**
 * `next: 9 mL/h at 10:20:00`, then `loading dose has run in since 10:20:00: set the next`; while paused what comes next
 * without a time. Null in the last stage, and where there is one.
 */
export function stageForecast({ stage }: InfusionView, { now, zone, shown }: Seen): Forecast | null {
  if (!stage?.next) return null;
  const { name, endsAt, next } = stage;
  const rate = formatQuantityText(next.rate);
  if (endsAt === null) return { text: `next: ${rate}`, level: 'later' };
  const time = formatTimeSince(shown(now), shown(endsAt), zone);
  if (endsAt <= now) return { text: `${capital(name)} has run in since ${time}: set the next`, level: 'now' };
  const isNear = endsAt - now <= ANNOUNCED_MINUTES * MILLISECONDS_PER_MINUTE;
  return { text: `next: ${rate} at ${time}`, level: isNear ? 'soon' : 'later' };
}

/** The same in the few words of a card of the board: `next: 9 mL/h at 10:20:00`, then `set the next stage, since 10:20:00`. */
export function shortStageForecast(infusion: InfusionView, seen: Seen): string | null {
  const forecast = stageForecast(infusion, seen);
  const endsAt = infusion.stage?.endsAt;
  if (forecast?.level !== 'now' || endsAt == null) return forecast?.text ?? null;
  return `set the next stage, since ${formatTimeSince(seen.shown(seen.now), seen.shown(endsAt), seen.zone)}`;
}

/** `Stage 1 of 2, loading dose` */
export function stageOf({ number, count, name }: StageView): string {
  return `Stage ${number} of ${count}, ${name}`;
}
