import { describe, expect, it } from 'vitest';
import {
  formatElapsed,
  formatMinutes,
  formatMinutesLeft,
} from '../../../src/core/quantity/formatDuration.ts';
import { readQuantity } from '../../../src/core/quantity/quantity.ts';

const spoken = (text: string): string => text.replaceAll('\u00a0', ' ');
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('elapsed time', () => {
  it.each([
    [0, '0 s'],
    [999, '0 s'],
    [59 * SECOND, '59 s'],
    [MINUTE, '1 min'],
    [MINUTE + SECOND, '1 min 1 s'],
    [38 * MINUTE + 20 * SECOND, '38 min 20 s'],
    [HOUR - SECOND, '59 min 59 s'],
    [HOUR, '1 h 00 min'],
    [HOUR + 5 * MINUTE + 30 * SECOND, '1 h 05 min 30 s'],
    [DAY - SECOND, '23 h 59 min 59 s'],
    [DAY, '1 d 00 h 00 min'],
    [DAY + 59 * SECOND, '1 d 00 h 00 min'],
    [2 * DAY + 3 * HOUR + 20 * MINUTE, '2 d 03 h 20 min'],
    [-5 * MINUTE, '0 s'],
  ])('of %d ms is %s, a begun second not counting', (milliseconds, text) => {
    expect(spoken(formatElapsed(milliseconds))).toBe(text);
  });

  it('keeps number and unit on one line', () => {
    expect(formatElapsed(HOUR)).toBe('1\u00a0h 00\u00a0min');
  });
});

describe('a duration', () => {
  it.each([
    ['40 min', '40 min'],
    ['500/9 min', '55 min 33 s'],
    ['2715/68 min', '39 min 56 s'],
    ['1/120 min', '0 s'],
    ['61/7200 min', '1 s'],
    ['5760 min', '4 d 00 h 00 min'],
  ] as const)('of %s is %s, to the nearest second, half a second down', (duration, text) => {
    expect(spoken(formatMinutes(readQuantity(duration, 'min')))).toBe(text);
  });
});

describe('time left', () => {
  it.each([
    [28 * MINUTE, '28 min'],
    [28 * MINUTE + 1, '29 min'],
    [1, '1 min'],
    [0, '0 min'],
    [-MINUTE, '0 min'],
    [59 * MINUTE, '59 min'],
    [59 * MINUTE + 1, '1 h 00 min'],
    [HOUR + 30 * MINUTE, '1 h 30 min'],
    [96 * HOUR, '4 d 00 h 00 min'],
  ])('of %d ms is %s, a begun minute counting as one', (milliseconds, text) => {
    expect(spoken(formatMinutesLeft(milliseconds))).toBe(text);
  });
});
