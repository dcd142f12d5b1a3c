import { zoneOffset } from '../../src/renderer/components/time.ts';

/** Five zones with summer time: north, south, at midnight, and by half an hour. */
export const DAYLIGHT_ZONES = [
  'Europe/London',
  'America/New_York',
  'America/Santiago',
  'Asia/Beirut',
  'Australia/Lord_Howe',
] as const;

export type DaylightEdge = {
  /** The first moment under the new offset, UTC milliseconds. */
  readonly at: number;
  /** By how much the clocks go forward; below zero when they go back. Milliseconds. */
  readonly shift: number;
};

const QUARTER_HOUR = 900_000;

/** When the clocks of a zone change in 2026, by the rules the machine itself has. */
export function edgesOf(zone: string): readonly DaylightEdge[] {
  const edges: DaylightEdge[] = [];
  let before = zoneOffset(Date.UTC(2026, 0, 1), zone);
  for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += QUARTER_HOUR) {
    const offset = zoneOffset(at, zone);
    if (offset !== before) edges.push({ at, shift: offset - before });
    before = offset;
  }
  return edges;
}
