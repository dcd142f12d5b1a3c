import { clockMove, type Gap, standstill } from '../../core/session/clockWatch.ts';
import { newEventId } from '../eventId.ts';
import { PROGRAM } from '../identity/identity.ts';
import { noteStandstill } from './interruptions.ts';
import type { OpenRecord } from './openRecord.ts';
import { readClock } from './sessionSteps.ts';
import { recordWorkstationFact } from './workstations.ts';

/** Tells a machine that slept from a clock that was moved, while the program runs. Source: DESIGN 7. */
export type TimeWatch = {
  /** Every second; `late` is how many milliseconds after its time it came. */
  second(late: number): void;
};

/**
 * Watches the clocks over one open record, from now on. What could not be saved is found again, or kept, and written
 * at a later second under the same id: once, however often it is tried.
 */
export function watchTime(record: OpenRecord): TimeWatch {
  let since = readClock(record.clock);
  let moveId = newEventId();
  let owed: { readonly gap: Gap; readonly id: string } | null = null;
  return {
    second(late) {
      const now = readClock(record.clock);
      const move = clockMove(since, now);
      if (move) {
        const fact = { type: 'ClockChanged', version: 1, data: move } as const;
        if (recordWorkstationFact(record, fact, { id: moveId, actor: PROGRAM }).ok) {
          since = now;
          moveId = newEventId();
        }
      }
      const gap = standstill(late, now);
      if (gap) owed = { gap: { ...gap, from: owed?.gap.from ?? gap.from }, id: owed?.id ?? newEventId() };
      if (owed && noteStandstill(record, owed.gap, owed.id).ok) owed = null;
    },
  };
}
