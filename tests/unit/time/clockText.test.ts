import { describe, expect, it } from 'vitest';
import { lastMomentOf } from '../../../src/renderer/screens/session/container/clockText.ts';

const LONDON = 'Europe/London';
const utc = (text: string): number => Date.parse(text);

describe('a clock time as it is typed', () => {
  const now = utc('2025-11-14T12:34:17Z');

  it('is the last moment the clock showed it, to the second or to the minute', () => {
    expect(lastMomentOf('12:33:50', now, LONDON)).toBe(utc('2025-11-14T12:33:50Z'));
    expect(lastMomentOf(' 12:33 ', now, LONDON)).toBe(utc('2025-11-14T12:33:00Z'));
    expect(lastMomentOf('12:35:17', now, LONDON)).toBe(utc('2025-11-14T12:35:17Z'));
    expect(lastMomentOf('12:35:18', now, LONDON)).toBe(utc('2025-11-13T12:35:18Z'));
    expect(lastMomentOf('23:59:59', utc('2025-11-14T00:00:10Z'), LONDON)).toBe(utc('2025-11-13T23:59:59Z'));
    expect(lastMomentOf('00:00:10', utc('2025-11-13T23:59:59Z'), LONDON)).toBe(utc('2025-11-14T00:00:10Z'));
  });

  it.each(['', '12', '12.33', '1233', '24:00', '12:60', '12:33:60', '7:40', 'noon'])(
    '“%s” is none',
    (text) => {
      expect(lastMomentOf(text, now, LONDON)).toBeUndefined();
    },
  );

  it('that the clocks jump over was last shown the day before; one they show twice is the second', () => {
    expect(lastMomentOf('01:30', utc('2026-03-29T09:00:00Z'), LONDON)).toBe(utc('2026-03-28T01:30:00Z'));
    expect(lastMomentOf('01:30', utc('2026-10-25T09:00:00Z'), LONDON)).toBe(utc('2026-10-25T01:30:00Z'));
    expect(lastMomentOf('01:30', utc('2026-10-25T00:45:00Z'), LONDON)).toBe(utc('2026-10-25T00:30:00Z'));
    expect(lastMomentOf('01:30', utc('2026-03-30T00:00:00Z'), LONDON)).toBeUndefined();
  });
});
