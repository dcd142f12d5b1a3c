import type { Random } from '../../prove/random.ts';
import type { DiskOperation } from '../shim/trace.ts';

/** How a power cut treats what was not synced. */
export type Mood = 'everythingKept' | 'nothingKept' | 'inOrder' | 'eachForItself';

export const MOODS: readonly Mood[] = ['everythingKept', 'nothingKept', 'inOrder', 'eachForItself'];

/** What a disk holds after the cut, by path. */
export type Leftover = ReadonlyMap<string, Buffer>;

/** A disk that takes operations one after the other and can lose its power at any time. */
export type Disk = {
  take(operation: DiskOperation): void;
  /** The files as they are found again. The disk itself goes on as if nothing had happened. */
  cut(mood: Mood, random: Random): Leftover;
};

/** Sectors are written whole or not at all; a write of several is not. */
const SECTOR = 512;

type Change =
  | { readonly op: 'write'; readonly offset: number; readonly bytes: Buffer }
  | { readonly op: 'truncate'; readonly length: number };

/** `doubtful`: a sync that failed has let go of it, so that no later sync brings it to the disk either. */
type Pending = { readonly change: Change; synced: boolean; doubtful: boolean };

type File = { image: Image; pending: Pending[] };

/** Bytes with room to grow. */
type Image = { bytes: Buffer; length: number };

/**
 * The model: what was written before the last good sync of its file is there. What was written after it is kept,
 * lost, or torn at sectors of 512 bytes. A new file and a removed one are on the disk at once; the newest renames
 * may be undone, in their order. After a failed sync nobody knows: what was waiting for it may be lost for good.
 * A sync is taken to be honest.
 */
export function createDisk(): Disk {
  const names = new Map<string, File>();
  const open = new Map<number, File>();
  /** The last rename, and what stood at its target: until a later sync it may be undone. */
  let undo: { readonly from: string; readonly to: string; readonly replaced: File | undefined } | undefined;

  const change = (fd: number, made: Change): void => {
    open.get(fd)?.pending.push({ change: made, synced: false, doubtful: false });
  };
  return {
    take(operation) {
      switch (operation.op) {
        case 'open': {
          const file = names.get(operation.path) ?? { image: emptyImage(), pending: [] };
          names.set(operation.path, file);
          open.set(operation.fd, file);
          if (operation.emptied) change(operation.fd, { op: 'truncate', length: 0 });
          return;
        }
        case 'write':
        case 'truncate':
          change(operation.fd, operation);
          return;
        case 'sync':
          sync(open.get(operation.fd), operation.failed);
          if (!operation.failed) undo = undefined;
          return;
        case 'close':
          open.delete(operation.fd);
          return;
        case 'unlink':
          names.delete(operation.path);
          return;
        case 'rename': {
          const moved = names.get(operation.from);
          undo = { from: operation.from, to: operation.to, replaced: names.get(operation.to) };
          names.delete(operation.from);
          if (moved) names.set(operation.to, moved);
          return;
        }
        default:
          return;
      }
    },
    cut(mood, random) {
      const found = new Map(names);
      if (undo && mood !== 'everythingKept' && random.chance(2)) {
        const moved = found.get(undo.to);
        if (moved) found.set(undo.from, moved);
        if (undo.replaced) found.set(undo.to, undo.replaced);
        else found.delete(undo.to);
      }
      return new Map([...found].map(([path, file]) => [path, imageAfter(file, mood, random)]));
    },
  };
}

function emptyImage(): Image {
  return { bytes: Buffer.alloc(0), length: 0 };
}

/** A good sync brings everything to the disk but what an earlier failed one has let go of. */
function sync(file: File | undefined, failed: boolean): void {
  if (!file) return;
  for (const pending of file.pending) {
    if (failed && !pending.synced) pending.doubtful = true;
    if (!failed && !pending.doubtful) pending.synced = true;
  }
  const settled = file.pending.findIndex(({ synced }) => !synced);
  const ready = settled === -1 ? file.pending.length : settled;
  for (const { change } of file.pending.splice(0, ready)) apply(file.image, change);
}

function imageAfter({ image, pending }: File, mood: Mood, random: Random): Buffer {
  const after: Image = { bytes: Buffer.from(image.bytes.subarray(0, image.length)), length: image.length };
  const unsynced = pending.filter(({ synced }) => !synced);
  const reached = mood === 'inOrder' ? random.whole(unsynced.length + 1) : 0;
  for (const one of pending) {
    const place = unsynced.indexOf(one);
    if (one.synced || mood === 'everythingKept') apply(after, one.change);
    else if (mood === 'inOrder') applyInOrder(after, one.change, place - reached, random);
    else if (mood === 'eachForItself') applyByChance(after, one.change, random);
  }
  return after.bytes.subarray(0, after.length);
}

/** Everything before the cut, the one it hit torn, nothing after it. */
function applyInOrder(image: Image, change: Change, distance: number, random: Random): void {
  if (distance < 0) apply(image, change);
  if (distance === 0) tear(image, change, random);
}

function applyByChance(image: Image, change: Change, random: Random): void {
  const fate = random.whole(3);
  if (fate === 0) apply(image, change);
  if (fate === 1) tear(image, change, random);
}

/** Some sectors of a write, by the dice. A new length is taken or not. */
function tear(image: Image, change: Change, random: Random): void {
  if (change.op === 'truncate') {
    if (random.chance(2)) apply(image, change);
    return;
  }
  const { offset, bytes } = change;
  const end = offset + bytes.length;
  for (let from = offset; from < end; ) {
    const until = Math.min(end, (Math.floor(from / SECTOR) + 1) * SECTOR);
    if (random.chance(2)) {
      apply(image, { op: 'write', offset: from, bytes: bytes.subarray(from - offset, until - offset) });
    }
    from = until;
  }
}

/** A hole reads as zeros. */
function apply(image: Image, change: Change): void {
  if (change.op === 'truncate') {
    room(image, change.length);
    if (change.length < image.length) image.bytes.fill(0, change.length, image.length);
    image.length = change.length;
    return;
  }
  const end = change.offset + change.bytes.length;
  room(image, end);
  change.bytes.copy(image.bytes, change.offset);
  image.length = Math.max(image.length, end);
}

function room(image: Image, length: number): void {
  if (length <= image.bytes.length) return;
  const grown = Buffer.alloc(Math.max(length, 2 * image.bytes.length));
  image.bytes.copy(grown, 0, 0, image.length);
  image.bytes = grown;
}
