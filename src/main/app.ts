import type { Clock } from './clock.ts';
import { createDesk } from './desk.ts';
import type { Disk } from './disk.ts';
import { takeProfileLock } from './eventLog/profileLock.ts';
import { faultName } from './faultWords.ts';
import { createAnswer } from './ipc/answer.ts';
import type { Paths } from './paths.ts';
import { askToComeForward, type LastOpen, prepareFolders, readLastOpen } from './profile.ts';
import type { Shell, WindowTheme } from './shell/shell.ts';
import { StartFailure } from './startFailure.ts';
import { createTick } from './tick.ts';

/** What the program is made of. Two entries hand these in; a test or the demo hands in its own. */
export type AppParts = {
  readonly shell: Shell;
  readonly clock: Clock;
  readonly paths: Paths;
  readonly version: string;
  /** The machine's own when left out. */
  readonly disk?: Disk;
  /** Opens straight into a record instead of the one last open (development, demo). */
  readonly open?: LastOpen;
  readonly theme?: WindowTheme;
  /** Where faults are said: the terminal. Never a name, a number or a text somebody typed. */
  readonly say?: (line: string) => void;
};

/** A running program. */
export type RunningApp = {
  /** Resolves when the window is closed and everything is put away. */
  readonly finished: Promise<void>;
  close(): Promise<void>;
};

/** Dim from 18:00 to 08:00. Source: UX 3.0. */
const DIM_FROM_HOUR = 18;
const DIM_UNTIL_HOUR = 8;

/**
 * The composition root: the only place where the parts of the program are put together. Throws a `StartFailure`
 * when it cannot start; nothing has then been changed and no lock is held.
 */
export async function startApp(parts: AppParts): Promise<RunningApp> {
  const { shell, clock, paths } = parts;
  const say = parts.say ?? (() => undefined);
  prepareFolders(paths);
  const lock = takeLock(paths);
  const theme = parts.theme ?? themeAt(clock);
  const desk = createDesk({ ...parts, theme });
  try {
    const last = parts.open ?? readLastOpen(paths);
    if (last) await desk.open(last);
  } catch (error) {
    desk.close();
    lock.release();
    throw error;
  }
  shell.serve(createAnswer(desk, (channel, error) => say(`${channel} failed: ${faultName(error)}`)));
  const stopTicking = clock.everySecond(createTick(desk));
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
  let closing: Promise<void> | undefined;
  const putAway = (): Promise<void> => {
    closing ??= (async () => {
      stopTicking();
      desk.close();
      lock.release();
      await shell.quit();
      finish();
    })();
    return closing;
  };
  shell.on('closed', () => void putAway());
  shell.on('lock', () => void desk.lock('computer'));
  shell.on('suspend', () => void desk.lock('computer'));
  try {
    await shell.open({ title: 'Infusion Desk', theme });
  } catch (error) {
    await putAway();
    throw error;
  }
  return { finished, close: putAway };
}

function takeLock(paths: Paths): ReturnType<typeof takeProfileLock> {
  try {
    return takeProfileLock(paths.data);
  } catch (error) {
    if (error instanceof StartFailure && error.kind === 'locked') askToComeForward(paths);
    throw error;
  }
}

function themeAt(clock: Clock): WindowTheme {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: clock.zone(), hour: '2-digit', hourCycle: 'h23' }).format(
      clock.now(),
    ),
  );
  return hour >= DIM_FROM_HOUR || hour < DIM_UNTIL_HOUR ? 'dim' : 'light';
}
