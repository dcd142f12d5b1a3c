import type { Desk } from './desk.ts';
import { wasAskedToComeForward } from './profile.ts';
import { noteAlive } from './services/interruptions.ts';
import type { OpenRecord } from './services/openRecord.ts';
import { type TimeWatch, watchTime } from './services/timeWatch.ts';
import { readTick } from './views/appView.ts';

/**
 * What happens once a second: the window hears the time, the open record's clocks are watched, and the record
 * remembers that the program was alive. `late` is how many milliseconds after its second the call came.
 */
export function createTick({ shell, clock, paths, record }: Desk): (late: number) => void {
  let watched: { readonly record: OpenRecord; readonly watch: TimeWatch } | null = null;
  return (late) => {
    shell.push('clock', readTick(clock));
    const open = record();
    if (open) {
      // A record that has only just been opened was not watched before: its start has noted the time until then.
      const isNew = watched?.record !== open;
      if (!watched || isNew) watched = { record: open, watch: watchTime(open) };
      watched.watch.second(isNew ? 0 : late);
      noteAlive(open);
    }
    if (wasAskedToComeForward(paths)) void shell.focus();
  };
}
