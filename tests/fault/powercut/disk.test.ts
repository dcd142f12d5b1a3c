import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../prove/random.ts';
import type { DiskOperation } from '../shim/trace.ts';
import { createDisk, type Disk, type Mood } from './disk.ts';

const FILE = '/record.db';
const FD = 7;

function diskAfter(...operations: readonly DiskOperation[]): Disk {
  const disk = createDisk();
  disk.take({ op: 'open', fd: FD, path: FILE, emptied: false });
  for (const operation of operations) disk.take(operation);
  return disk;
}

function write(offset: number, text: string): DiskOperation {
  return { op: 'write', fd: FD, offset, bytes: Buffer.from(text) };
}

const SYNC = { op: 'sync', fd: FD, failed: false } as const;
const FAILED_SYNC = { op: 'sync', fd: FD, failed: true } as const;

/** Everything a file was found to hold over many cuts. */
function foundAfter(disk: Disk, mood: Mood, path = FILE): ReadonlySet<string | undefined> {
  const random = randomFrom(1);
  return new Set(Array.from({ length: 50 }, () => disk.cut(mood, random).get(path)?.toString()));
}

describe('the disk of the power-cut model', () => {
  it('keeps what was synced, whatever comes after', () => {
    const disk = diskAfter(write(0, 'old'), SYNC, write(0, 'new'));
    expect(foundAfter(disk, 'nothingKept')).toEqual(new Set(['old']));
    expect(foundAfter(disk, 'eachForItself')).toEqual(new Set(['old', 'new']));
    expect(foundAfter(disk, 'everythingKept')).toEqual(new Set(['new']));
  });

  it('tears a write at its sectors', () => {
    const disk = diskAfter(write(0, `${'a'.repeat(512)}b`));
    expect(foundAfter(disk, 'inOrder')).toContain(`${'\0'.repeat(512)}b`);
    expect(foundAfter(disk, 'inOrder')).toContain('a'.repeat(512));
  });

  it('loses writes in order when it loses them in order', () => {
    const disk = diskAfter(write(0, 'a'), write(1, 'b'));
    expect(foundAfter(disk, 'inOrder')).not.toContain('\0b');
    expect(foundAfter(disk, 'eachForItself')).toContain('\0b');
  });

  it('lets go of what a failed sync was asked for: a later good one does not bring it back', () => {
    const disk = diskAfter(write(0, 'ab'), FAILED_SYNC, write(1, 'c'), SYNC);
    expect(foundAfter(disk, 'nothingKept')).toEqual(new Set(['\0c']));
  });

  it('may undo a rename that no sync followed', () => {
    const disk = diskAfter(write(0, 'old'), SYNC);
    disk.take({ op: 'open', fd: 8, path: '/beside', emptied: false });
    disk.take({ op: 'write', fd: 8, offset: 0, bytes: Buffer.from('new') });
    disk.take({ op: 'sync', fd: 8, failed: false });
    disk.take({ op: 'rename', from: '/beside', to: FILE });
    expect(foundAfter(disk, 'nothingKept')).toEqual(new Set(['old', 'new']));
    disk.take(SYNC);
    expect(foundAfter(disk, 'nothingKept')).toEqual(new Set(['new']));
  });
});
