import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTally, type FaultRun, type Verdict } from '../faultReport.ts';
import { NotHere, needLinux, needProgram, needRoot } from '../notHere.ts';
import { type Ended, runProgram } from '../runProgram.ts';
import { saveScript, writeScript } from '../script/script.ts';

const PROGRAM = join(import.meta.dirname, 'fullDiskProgram.ts');
const SMALL_DISK_BYTES = 12 * 1024 * 1024;

/** A file system that a few sessions fill. */
export type SmallDisk = 'tmpfs' | 'ext4';

/**
 * Saves a clinic's sessions onto a small disk that runs full, really: in memory, or as ext4 in a file. Throws
 * `NotHere` where it may not be mounted. What the disk holds at the end is judged, and so is how the program ended.
 */
export async function runFullDisk(disk: SmallDisk, sessions: number): Promise<FaultRun> {
  needLinux();
  needRoot();
  const work = mkdtempSync(join(tmpdir(), 'infusion-desk-full-'));
  const mounted = join(work, 'disk');
  const tally = createTally('enospc');
  mount(disk, work, mounted);
  try {
    const script = join(work, 'script.json');
    saveScript(script, writeScript(sessions));
    const lines: string[] = [];
    const args = [join(mounted, 'home'), script, join(mounted, 'filler')];
    const ended = await runProgram(PROGRAM, args, (line) => lines.push(line));
    tally.add(verdictOf(disk, lines, ended));
    return tally.run();
  } finally {
    spawnSync('umount', [mounted]);
    rmSync(work, { recursive: true, force: true });
  }
}

function verdictOf(disk: SmallDisk, lines: readonly string[], { code, signal }: Ended): Verdict {
  const said = code === 0 ? lines.at(-1) : undefined;
  const broken = { acknowledged: 0, lost: 0, corrupt: true, unnoticed: false };
  const verdict: Verdict =
    said === undefined ? { ...broken, notes: [`ended by ${signal ?? code}`] } : JSON.parse(said);
  return { ...verdict, notes: verdict.notes.map((note) => `full ${disk}: ${note}`) };
}

function mount(disk: SmallDisk, work: string, mounted: string): void {
  mkdirSync(mounted);
  if (disk === 'tmpfs') {
    mountWith(['-t', 'tmpfs', '-o', `size=${SMALL_DISK_BYTES}`, 'tmpfs', mounted]);
    return;
  }
  needProgram('mkfs.ext4', ['-V']);
  const image = join(work, 'image');
  writeFileSync(image, Buffer.alloc(SMALL_DISK_BYTES));
  spawnSync('mkfs.ext4', ['-q', '-F', '-O', '^has_journal', '-m', '0', image]);
  mountWith(['-o', 'loop', image, mounted]);
}

function mountWith(args: readonly string[]): void {
  const { status, stderr, error } = spawnSync('mount', args, { encoding: 'utf8' });
  if (error || status !== 0)
    throw new NotHere(`a small disk cannot be mounted: ${(error?.message ?? stderr).trim()}`);
}
