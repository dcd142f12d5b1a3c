import { describe, expect, it } from 'vitest';
import { clockMove, standstill, wallMoved } from '../../../src/core/session/clockWatch.ts';

const HOUR = 3_600_000;
const reading = (now: number, counter: number, boot = 'a') => ({ now, counter, boot });

describe('a wall clock that was moved', () => {
  const before = reading(36_000_000, 500_000);

  it('is told with what it would have shown, what it shows, and by how much', () => {
    expect(clockMove(before, reading(36_000_000 + 1_000 - HOUR, 501_000))).toEqual({
      before: 36_001_000,
      after: 36_001_000 - HOUR,
      difference: -HOUR,
    });
    expect(clockMove(before, reading(36_000_000 + 2 * HOUR, 500_000 + HOUR))?.difference).toBe(HOUR);
  });

  it.each([
    [60_000, null],
    [-60_000, null],
    [60_001, 60_001],
    [-60_001, -60_001],
  ])('by %i ms counts from more than 60 s on', (moved, difference) => {
    const move = clockMove(before, reading(36_000_000 + 5_000 + moved, 505_000));
    expect(move?.difference ?? null).toBe(difference);
  });

  it('is not seen in time that passed, however much, nor across a start of the machine', () => {
    expect(clockMove(before, reading(36_000_000 + 90 * HOUR, 500_000 + 90 * HOUR))).toBeNull();
    expect(clockMove(before, reading(1_000, 40, 'b'))).toBeNull();
    expect(wallMoved(before, reading(1_000, 40, 'b'))).toBe(0);
  });
});

describe('a second that came late', () => {
  it('by up to 5 s was held up; beyond that the program stood still, from then to now', () => {
    const now = reading(36_000_000, 500_000);
    expect(standstill(0, now)).toBeNull();
    expect(standstill(5_000, now)).toBeNull();
    expect(standstill(98_000, now)).toEqual({ from: 35_902_000, to: 36_000_000 });
  });
});
