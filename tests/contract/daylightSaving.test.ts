import { describe, expect, it } from 'vitest';
import { createSetClock } from '../../src/main/setClock.ts';
import { formatDate, formatDateTime } from '../../src/renderer/components/time.ts';
import {
  type PrintedRow,
  printedTimeline,
} from '../../src/renderer/documents/sessionSummary/printedTimeline.ts';
import { openClinic } from '../support/clinic.ts';
import { DAYLIGHT_ZONES, edgesOf } from '../support/daylightEdges.ts';
import { startAda } from '../support/referenceSession.ts';
import { shiftedClock } from '../support/shiftedClock.ts';
import { at, TODAY, ZONE } from '../support/times.ts';

const MINUTE = 60_000;
const EDGES = DAYLIGHT_ZONES.flatMap((zone) => edgesOf(zone).map((edge) => ({ zone, ...edge })));

/** Ada's infusion from 20 min before the clocks change to 15 min after it, played through the services. */
async function sessionOver({ zone, at: edge }: (typeof EDGES)[number]) {
  const shift = edge - at('10:20:00');
  const clock = shiftedClock(createSetClock(TODAY, ZONE), shift, zone);
  const clinic = await openClinic({ clock });
  const session = await startAda(clinic);
  clock.set(at('10:12:00'));
  const change = { rate: '40.5', readBack: '40.5', reason: 'comfort' as const, note: null };
  await clinic.call('infusion:changeRate', { session, ...change, reader: null, prescriber: null });
  clock.set(at('10:35:00'));
  await clinic.call('infusion:stop', { session, at: clock.now(), reason: null });
  const data = await clinic.call('document:load', { kind: 'sessionSummary', session });
  if (data.kind !== 'sessionSummary') throw new Error('no summary');
  return data;
}

/** What a reader of the printed timeline has: the first day stands on the page, every other in its row. */
function readAs(row: PrintedRow, day: string): string {
  const newDay = /^\d\d-\w{3}-\d{4}/.exec(row.event)?.[0];
  return `${newDay ?? day} ${row.time} ${row.offset}`.trim();
}

describe('a session over the change of the clocks', () => {
  it('lasts as long as it lasts and reads in one way only, at both changes in five zones', async () => {
    for (const edge of EDGES) {
      const data = await sessionOver(edge);
      const { start, end, totalMilliseconds, infusingMilliseconds } = data.times;
      expect([start, end]).toEqual([edge.at - 20 * MINUTE, edge.at + 15 * MINUTE]);
      expect([totalMilliseconds, infusingMilliseconds]).toEqual([35 * MINUTE, 35 * MINUTE]);
      // 12 min at 54 mL/h and 23 min at 40.5 mL/h.
      expect(data.delivered.volume).toBe('26.325 mL');

      const said = data.session.timeline
        .filter(({ clinical }) => clinical)
        .map(({ done }) => done.happenedAt);
      let day = formatDate(start ?? 0, edge.zone);
      const read = printedTimeline(data).map((row) => {
        const text = readAs(row, day);
        day = text.slice(0, '31-Mar-2026'.length);
        return text;
      });
      const written = said.map((moment) => formatDateTime(moment, edge.zone));
      expect(read).toHaveLength(written.length);
      expect(new Set(read).size).toBe(new Set(said).size);
      for (const [index, text] of read.entries()) {
        const [date, minute, offset] = (written[index] ?? '').split(/[ \u00a0]/);
        expect(text, edge.zone).toMatch(new RegExp(`^${date} ${minute}:\\d\\d ?`));
        expect(text.endsWith(offset ?? '')).toBe(true);
        expect(/[+−]\d\d:\d\d$/.test(text)).toBe(offset !== undefined);
      }
      // 15 min after the clocks went back the time has been there before.
      expect(/[+−]\d\d:\d\d$/.test(read.at(-1) ?? ''), edge.zone).toBe(edge.shift < 0);
    }
  });
});
