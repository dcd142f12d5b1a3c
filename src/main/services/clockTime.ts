const MILLISECONDS_PER_DAY = 86_400_000;

/**
 * The moment a clock in `zone` shows `time` (`03:30`) on `day` (`2025-11-14`), UTC milliseconds. An hour that the clock
 * shows twice is its first; one that it jumps over is as much later.
 */
export function momentOf(day: string, time: string, zone: string): number {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const before = asUtc - offsetAt(asUtc - MILLISECONDS_PER_DAY, zone);
  const after = asUtc - offsetAt(asUtc + MILLISECONDS_PER_DAY, zone);
  const shown = [Math.min(before, after), Math.max(before, after)].find(
    (moment) => moment + offsetAt(moment, zone) === asUtc,
  );
  return shown ?? before;
}

/** The calendar day before, `2025-11-13`. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) - MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** How far the clock of a zone is ahead of UTC at a moment. Milliseconds. */
function offsetAt(moment: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(moment);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  return (
    Date.parse(`${day}T${part('hour')}:${part('minute')}:${part('second')}Z`) - (moment - (moment % 1000))
  );
}
