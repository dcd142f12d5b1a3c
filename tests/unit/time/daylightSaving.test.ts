import { describe, expect, it } from 'vitest';
import { formatElapsed } from '../../../src/core/quantity/formatDuration.ts';
import { quantityText, readQuantity } from '../../../src/core/quantity/quantity.ts';
import { doseIn, endsAt, givenVolume, type InfusionRun } from '../../../src/core/session/delivered.ts';
import { momentAt } from '../../../src/main/setClock.ts';
import {
  formatDateTime,
  formatHourMinute,
  formatTime,
  formatTimeSince,
  zoneOffset,
} from '../../../src/renderer/components/time.ts';
import { formatShortestTime } from '../../../src/renderer/documents/paperTime.ts';
import { DAYLIGHT_ZONES, edgesOf } from '../../support/daylightEdges.ts';

const HOUR = 3_600_000;
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe.each(DAYLIGHT_ZONES)('in %s', (zone) => {
  const edges = edgesOf(zone);

  it('the clocks change twice in 2026', () => {
    expect(edges).toHaveLength(2);
    expect(edges.map(({ shift }) => Math.sign(shift)).toSorted((a, b) => a - b)).toEqual([-1, 1]);
  });

  it('no two minutes around a change are written the same, with or without seconds', () => {
    for (const { at } of edges) {
      const moments = Array.from({ length: 12 * 60 }, (_, minute) => at - 6 * HOUR + minute * 60_000);
      expect(new Set(moments.map((moment) => formatDateTime(moment, zone))).size).toBe(moments.length);
      const since = moments.map((moment) => formatTimeSince(moments[0] ?? 0, moment, zone));
      expect(new Set(since).size).toBe(moments.length);
    }
  });

  it('the offset stands where a time comes twice, and nowhere else', () => {
    for (const { at, shift } of edges) {
      const twice = Math.max(0, -shift);
      for (let moment = at - 6 * HOUR; moment < at + 6 * HOUR; moment += 5 * 60_000) {
        const isTwice = moment >= at - twice && moment < at + twice;
        expect(/[+−]\d\d:\d\d$/.test(formatTime(moment, zone)), formatTime(moment, zone)).toBe(isTwice);
        expect(formatHourMinute(moment, zone).includes('\u00a0')).toBe(isTwice);
      }
    }
  });
});

describe('a time that comes twice', () => {
  it('is written with its offset, to the second, the minute and in a sentence', () => {
    const first = Date.UTC(2026, 9, 25, 0, 30, 0);
    expect(plain(formatTime(first, 'Europe/London'))).toBe('01:30:00 +01:00');
    expect(plain(formatTime(first + HOUR, 'Europe/London'))).toBe('01:30:00 +00:00');
    expect(plain(formatShortestTime(first, 'Europe/London'))).toBe('01:30 +01:00');
    expect(plain(formatShortestTime(first + 20_000, 'Europe/London'))).toBe('01:30:20 +01:00');
    expect(plain(formatDateTime(Date.UTC(2026, 10, 1, 5, 59), 'America/New_York'))).toBe(
      '01-Nov-2026 01:59 −04:00',
    );
    expect(plain(formatHourMinute(Date.UTC(2026, 3, 4, 15, 10), 'Australia/Lord_Howe'))).toBe('01:40 +10:30');
  });

  it('is known in zones with half an hour in their offset', () => {
    expect(zoneOffset(Date.UTC(2026, 6, 1), 'Australia/Lord_Howe')).toBe(10.5 * HOUR);
  });
});

describe('an infusion of 96 h over the change of the clocks', () => {
  // UX 7, scenario 7: 22 mg/h at 2 mg per mL.
  const start = momentAt('2026-03-27', '10:00', 'Europe/London');
  const run: InfusionRun = {
    stretches: [{ from: start, rate: '11 mL/h' }],
    volumeToGive: '1056 mL',
    containerVolume: '1056 mL',
    endedAt: null,
  };

  it('ends on 31-Mar-2026 at 11:00 after 4 d 00 h 00 min, with 2,112 mg given', () => {
    const end = endsAt(run) ?? 0;
    expect(formatDateTime(end, 'Europe/London')).toBe('31-Mar-2026 11:00');
    expect(formatTimeSince(start, end, 'Europe/London')).toBe('31-Mar-2026 11:00:00');
    expect(plain(formatElapsed(end - start))).toBe('4 d 00 h 00 min');
    const given = givenVolume(run, start + 96 * HOUR);
    expect(quantityText(doseIn(given, readQuantity('2 mg/mL', 'mg/mL')))).toBe('2112 mg');
  });
});
