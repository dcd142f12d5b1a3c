import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Backup } from '../../../src/main/eventLog/backupFile.ts';
import { isBackupDue, replacedBackups } from '../../../src/main/services/keeping/backupLadder.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.parse('2025-11-14T09:00:00Z');

/** Good backups made so long ago, the newest first. */
function made(ages: readonly number[]): readonly Backup[] {
  return ages
    .toSorted((left, right) => left - right)
    .map((age, place) => ({
      file: `${age}`,
      seq: ages.length - place,
      hash: '0'.repeat(64),
      madeAt: NOW - age,
    }));
}

function keptAges(ages: readonly number[]): readonly number[] {
  const backups = made(ages);
  const replaced = new Set(replacedBackups(backups, NOW));
  return backups.filter((backup) => !replaced.has(backup)).map(({ madeAt }) => NOW - madeAt);
}

describe('the ladder of backups', () => {
  it('keeps every one of the last day', () => {
    const ages = Array.from({ length: 24 }, (_, hours) => hours * HOUR);
    expect(keptAges(ages)).toEqual(ages);
  });

  it('keeps the newest of each day for two weeks, then of each week for a year', () => {
    const ages = Array.from({ length: 24 * 400 }, (_, hours) => hours * HOUR + 1);
    const kept = keptAges(ages);
    const between = (from: number, to: number) => kept.filter((age) => age >= from && age < to).length;
    expect(between(0, DAY)).toBe(24);
    expect(between(DAY, 14 * DAY)).toBe(14);
    expect(between(14 * DAY, 364 * DAY)).toBe(51);
    expect(between(364 * DAY, 400 * DAY)).toBe(0);
  });

  it('never takes the last good one away, however old, nor one from a clock that was ahead', () => {
    expect(keptAges([800 * DAY])).toEqual([800 * DAY]);
    expect(keptAges([-3 * DAY, 500 * DAY])).toEqual([-3 * DAY]);
    const any = fc.array(fc.integer({ min: -DAY, max: 900 * DAY }), { minLength: 1, maxLength: 40 });
    fc.assert(fc.property(any, (ages) => keptAges(ages).includes(Math.min(...ages))));
  });
});

describe('a backup', () => {
  it.each([
    ['there is none yet', null, false, true],
    ['the last is 59 min old and a session runs', NOW - 59 * 60_000, true, false],
    ['the last is an hour old and a session runs', NOW - HOUR, true, true],
    ['the last is 23 h old and no session runs', NOW - 23 * HOUR, false, false],
    ['the last is a day old', NOW - DAY, false, true],
  ])('is due or not: %s', (_when, last, sessionRuns, due) => {
    expect(isBackupDue(last, NOW, sessionRuns)).toBe(due);
  });
});
