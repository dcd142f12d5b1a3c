import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeTrainingFile } from '../support/trainingFile.ts';
import { createTally, type FaultRun } from './faultReport.ts';
import { runFullDisk } from './injected/fullDisk.ts';
import { runInjected } from './injected/injected.ts';
import { runKills } from './kill/kill.ts';
import { NotHere, needBrowser } from './notHere.ts';
import { runPowerCuts } from './powercut/powercut.ts';
import { ERRNO } from './shim/shim.ts';
import { runTamper } from './tamper/tamper.ts';

/** Injects N faults of one kind. Throws `NotHere` where this machine cannot. */
export type FaultKindRun = (runs: number, seed: number) => FaultRun | Promise<FaultRun>;

/** The kinds of fault `npm run fault` knows. */
export const FAULT_KINDS: Readonly<Record<string, FaultKindRun>> = {
  kill: killWithFreshClinic,
  powercut: (cuts, seed) => runPowerCuts({ cuts, seed }),
  enospc: fullDisks,
  ioerr: (runs) =>
    runInjected({ kind: 'ioerr', errno: ERRNO.EIO, calls: ['write', 'sync', 'truncate'], runs, sessions: 1 }),
  tamper: (runs, seed) => runTamper({ runs, seed }),
};

/** Sessions that do not fit on the small disk once it is full. */
const SESSIONS_FOR_A_SMALL_DISK = 12;

async function killWithFreshClinic(kills: number, seed: number): Promise<FaultRun> {
  needBrowser();
  const home = mkdtempSync(join(tmpdir(), 'infusion-desk-training-'));
  try {
    return await runKills({ kills, seed, trainingFile: await makeTrainingFile(home) });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Every write failing in turn, then two disks that are really full. */
async function fullDisks(runs: number): Promise<FaultRun> {
  const injected = await runInjected({
    kind: 'enospc',
    errno: ERRNO.ENOSPC,
    calls: ['write'],
    runs,
    sessions: 1,
  });
  const tally = createTally('enospc', injected);
  for (const disk of ['tmpfs', 'ext4'] as const) {
    try {
      tally.join(await runFullDisk(disk, SESSIONS_FOR_A_SMALL_DISK));
    } catch (problem) {
      if (!(problem instanceof NotHere)) throw problem;
      tally.note(`full ${disk} skipped: ${problem.message}`);
    }
  }
  return tally.run();
}
