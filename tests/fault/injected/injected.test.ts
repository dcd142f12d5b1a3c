import { describe, expect, it, type TestContext } from 'vitest';
import { hereOrSkip } from '../hereOrSkip.ts';
import { ERRNO } from '../shim/shim.ts';
import { runFullDisk } from './fullDisk.ts';
import { type Injection, runInjected } from './injected.ts';

const IO_ERROR = {
  kind: 'ioerr',
  errno: ERRNO.EIO,
  calls: ['write', 'sync', 'truncate'],
  sessions: 1,
} as const;
const NO_ROOM = { kind: 'enospc', errno: ERRNO.ENOSPC, calls: ['write'], sessions: 1 } as const;

const NOTHING_WRONG = { lost: 0, corrupt: 0, unnoticed: 0, notes: [] };

async function outcome(test: TestContext, injection: Injection) {
  const { report, notes } = await hereOrSkip(test, () => runInjected(injection));
  return { ...report, notes };
}

describe('a disk that fails while a session is saved', () => {
  it('with I/O errors loses nothing acknowledged, and a sync that failed is not acknowledged', async (test) => {
    expect(await outcome(test, { ...IO_ERROR, during: 'saving', runs: 30 })).toMatchObject({
      runs: 30,
      ...NOTHING_WRONG,
    });
  });

  it('with no room left refuses in words, goes on reading, and saves again once there is room', async (test) => {
    expect(await outcome(test, { ...NO_ROOM, during: 'saving', runs: 30 })).toMatchObject({
      runs: 30,
      ...NOTHING_WRONG,
    });
  });

  it('while the record is made loses nothing either', async (test) => {
    expect(await outcome(test, { ...IO_ERROR, during: 'opening', runs: 10 })).toMatchObject(NOTHING_WRONG);
  });

  it('is a model that sees a loss: acknowledged without waiting for the disk, events go', async (test) => {
    const { lost } = await outcome(test, { ...NO_ROOM, during: 'saving', runs: 6, synchronous: 'OFF' });
    expect(lost).toBeGreaterThan(100);
  });
});

describe('a disk that is really full', () => {
  it.for(['tmpfs', 'ext4'] as const)('as %s loses nothing and can be read', async (disk, test) => {
    const { report, notes } = await hereOrSkip(test, () => runFullDisk(disk, 8));
    expect(notes).toEqual([]);
    expect(report).toMatchObject({ runs: 1, lost: 0, corrupt: 0 });
    expect(report.acknowledged).toBeGreaterThan(200);
  });
});
