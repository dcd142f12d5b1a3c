import { statfsSync } from 'node:fs';

/** The disk as the program sees it. Handed to the composition root, as the clock is. */
export type Disk = {
  /** Bytes this user may still write where `folder` lies. */
  freeBytes(folder: string): number;
};

export const systemDisk: Disk = {
  freeBytes(folder) {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  },
};

const MEGABYTE = 1_000_000;

/** Below this a warning stands on the status bar. Source: HAZARDS H27. */
const WARN_BELOW = 1_000 * MEGABYTE;
/** Below this no session is ordered or started: a session must never run out of room in the middle. */
const REFUSE_BELOW = 200 * MEGABYTE;

/** How much room there is, and what follows from it. */
export type DiskRoom = {
  readonly level: 'enough' | 'low' | 'tooLittle';
  /** Millions of bytes, rounded down. */
  readonly megabytes: number;
};

export function diskRoom(disk: Disk, folder: string): DiskRoom {
  const free = disk.freeBytes(folder);
  const level = free < REFUSE_BELOW ? 'tooLittle' : free < WARN_BELOW ? 'low' : 'enough';
  return { level, megabytes: Math.floor(free / MEGABYTE) };
}

/** Megabytes that must be free for a session to be ordered or started. */
export const SESSION_NEEDS = REFUSE_BELOW / MEGABYTE;
