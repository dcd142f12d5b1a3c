import { describe, expect, it } from 'vitest';
import {
  anchorFor,
  clockNote,
  effectiveNow,
  effectiveTime,
} from '../../../src/core/session/effectiveTime.ts';

const times = (wall: number, counter: number, boot = 'a', said = wall) => ({
  happenedAt: said,
  recordedAt: wall,
  counter,
  boot,
});

describe('effective time', () => {
  it('follows the counter, so a wall clock that is moved changes no duration', () => {
    const anchor = anchorFor(null, times(1_000_000, 500));
    // An hour was taken off the wall clock; ten minutes passed on the counter.
    const later = times(1_000_000 - 3_600_000 + 600_000, 500 + 600_000);
    expect(effectiveTime(anchorFor(anchor, later), later)).toBe(1_600_000);
  });

  it('of a late entry lies where it was said to have happened', () => {
    const anchor = anchorFor(null, times(1_000_000, 500));
    const late = times(1_600_000, 600_500, 'a', 1_300_000);
    expect(effectiveTime(anchor, late)).toBe(1_300_000);
  });

  it('starts anew from the wall clock after the machine was started again', () => {
    const anchor = anchorFor(null, times(1_000_000, 90_000_000, 'a'));
    const next = times(2_000_000, 40, 'b');
    const moved = anchorFor(anchor, next);
    expect(moved).toEqual({ boot: 'b', offset: 1_999_960 });
    expect(effectiveTime(moved, next)).toBe(2_000_000);
  });

  it('is noted to go by another clock: a restart, or a wall clock moved by more than a minute', () => {
    const before = times(1_000_000, 500);
    expect(clockNote(before, times(2_000_000, 40, 'b'))).toEqual({ kind: 'restarted' });
    expect(clockNote(before, times(1_060_000, 500))).toBeNull();
    expect(clockNote(before, times(1_060_001, 500))).toEqual({ kind: 'moved', by: 60_001 });
    expect(clockNote(before, times(939_999, 500))).toEqual({ kind: 'moved', by: -60_001 });
  });

  it('gives "now" on the same axis, and the wall clock when there is no common boot', () => {
    const anchor = { boot: 'a', offset: 999_500 };
    expect(effectiveNow(anchor, { now: 5, counter: 1_500, boot: 'a' })).toBe(1_001_000);
    expect(effectiveNow(anchor, { now: 7_777, counter: 3, boot: 'b' })).toBe(7_777);
    expect(effectiveNow(null, { now: 7_777, counter: 3, boot: 'b' })).toBe(7_777);
  });
});
