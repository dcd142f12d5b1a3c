import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { createDesk, type Desk } from '../../src/main/desk.ts';
import { type Disk, systemDisk } from '../../src/main/disk.ts';
import { createAnswer } from '../../src/main/ipc/answer.ts';
import { type Paths, userPaths } from '../../src/main/paths.ts';
import { type LastOpen, prepareFolders, recordFiles } from '../../src/main/profile.ts';
import { createSetClock, type SetClock } from '../../src/main/setClock.ts';
import { createTick } from '../../src/main/tick.ts';
import { type Caller, callerOver } from './caller.ts';
import { createSilentShell, type SilentShell } from './silentShell.ts';
import { TODAY, ZONE } from './times.ts';

/** A training clinic on a clock of its own, spoken to through the same answers a window gets. */
export type TestClinic = Caller & {
  readonly clock: SetClock;
  readonly desk: Desk;
  readonly paths: Paths;
  readonly shell: SilentShell;
  /** From now on nobody touches the desk. */
  readonly leaveDesk: () => void;
};

/** A profile folder with a copy of the training clinic; removed when the test ends. */
export function trainingProfile(): Paths {
  const home = mkdtempSync(join(tmpdir(), 'infusion-desk-test-'));
  const paths = userPaths(home);
  prepareFolders(paths);
  copyFileSync(inject('trainingFile'), recordFiles(paths).training);
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return paths;
}

export type ClinicSetup = {
  readonly clock?: SetClock;
  /** A profile that is there already: the program is started again on it. */
  readonly paths?: Paths;
  /** Whether the seconds of the clock are heard, as they are in a program with a window. */
  readonly ticks?: boolean;
  /** False: nobody touches the desk while time goes by, and it locks. */
  readonly attended?: boolean;
};

/** A copy of the training clinic at 09:00 of the scenarios' day; put away when the test ends. */
export function openClinic(setup: ClinicSetup = {}): Promise<TestClinic> {
  return clinicOn(setup.paths ?? trainingProfile(), 'training', systemDisk, setup);
}

/** The program over a profile, at 09:00 of the scenarios' day; put away when the test ends. */
export async function clinicOn(
  paths: Paths,
  kind: LastOpen = 'training',
  disk: Disk = systemDisk,
  { clock = createSetClock(TODAY, ZONE), ticks = false, attended = true }: Omit<ClinicSetup, 'paths'> = {},
): Promise<TestClinic> {
  const shell = createSilentShell();
  const desk = createDesk({ shell, clock, paths, version: 'test', theme: 'light', disk });
  const answer = createAnswer(desk, (channel, error) => {
    throw new Error(`${channel} failed`, { cause: error });
  });
  await desk.open(kind);
  // Whoever is signed in is at the desk whatever time it is; before the tick hears of that time.
  const stopTouching: () => void = attended ? clock.everySecond(() => desk.touch()) : () => undefined;
  const stopTicking = ticks ? clock.everySecond(createTick(desk)) : () => undefined;
  onTestFinished(() => {
    stopTicking();
    stopTouching();
    desk.close();
  });
  return { clock, desk, paths, shell, leaveDesk: stopTouching, ...callerOver(answer) };
}
