import type { Desk } from './desk.ts';
import { wasAskedToComeForward } from './profile.ts';
import { noteAlive } from './services/interruptions.ts';
import type { OpenRecord } from './services/openRecord.ts';
import { type TimeWatch, watchTime } from './services/timeWatch.ts';
import { readTick } from './views/appView.ts';

const MILLISECONDS_PER_MINUTE = 60_000;

/**
 * What happens once a second: the window hears the time, a desk nobody touches is locked, the open record's clocks are
 * watched, and the record remembers that the program was alive; once a minute it is seen to that there is a backup, and
 * room on the disk. `late` is how many milliseconds after its second the call came.
 */
export function createTick({
  shell,
  clock,
  paths,
  presses,
  record,
  lockWhenIdle,
  everyMinute,
}: Desk): (late: number) => void {
  let minute = Number.NEGATIVE_INFINITY;
  let watched: { readonly record: OpenRecord; readonly watch: TimeWatch } | null = null;
  return (late) => {
    shell.push('clock', readTick(clock));
    const open = record();
    lockWhenIdle();
    if (open && !open.log.isForReading()) {
      // A record that has only just been opened was not watched before: its start has noted the time until then.
      const isNew = watched?.record !== open;
      if (!watched || isNew) watched = { record: open, watch: watchTime(open) };
      watched.watch.second(isNew ? 0 : late);
      presses.recordUnidentified(open);
      noteAlive(open);
    }
    if (wasAskedToComeForward(paths)) void shell.focus();
    if (clock.counter() - minute < MILLISECONDS_PER_MINUTE) return;
    minute = clock.counter();
    everyMinute();
  };
}
