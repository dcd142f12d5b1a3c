import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Random, randomFrom } from '../../prove/random.ts';
import { createTally, type FaultRun, type Verdict } from '../faultReport.ts';
import { examine } from '../script/judge.ts';
import { workPlace } from '../script/workRecord.ts';

const PROGRAM = join(import.meta.dirname, 'killedProgram.ts');
/** One kill in so many strikes while the program starts; the others strike while it works. */
const AT_START_ONE_IN = 4;
const START_TAKES_MILLISECONDS = 4_000;
const WORK_MILLISECONDS = 2_500;
/** A profile serves this many kills, then a fresh one, so that sessions stay of a size that occurs. */
const KILLS_PER_PROFILE = 25;
/** A program that says nothing for so long is stuck. */
const PATIENCE_MILLISECONDS = 60_000;

export type Kills = { readonly kills: number; readonly seed: number; readonly trainingFile: string };

/** What one life of the program had told, and what the record must show for it. */
type Told = {
  readonly acknowledged: readonly string[];
  readonly running: string | null;
  readonly offered: string | null;
  readonly exitCode: number | null;
};

/**
 * Kills the program again and again in the middle of its work, each time starting it anew on the record the last
 * kill left. What the window was told is saved must be there; a session that was running must be offered.
 */
export async function runKills({ kills, seed, trainingFile }: Kills): Promise<FaultRun> {
  const work = mkdtempSync(join(tmpdir(), 'infusion-desk-kill-'));
  const tally = createTally('kill');
  const random = randomFrom(seed);
  let home = '';
  let ranBefore: string | null = null;
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      if (kill % KILLS_PER_PROFILE === 0 || ranBefore === null) home = freshProfile(work, kill, trainingFile);
      if (kill % KILLS_PER_PROFILE === 0) ranBefore = null;
      const told = await lifeUntilKill(home, random);
      const { verdict, running } = judgeKill(home, join(work, 'copy'), told, ranBefore);
      tally.add({ ...verdict, notes: verdict.notes.map((note) => `kill ${kill + 1}: ${note}`) });
      ranBefore = running;
    }
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
  return tally.run();
}

function freshProfile(work: string, number: number, trainingFile: string): string {
  const home = join(work, `profile-${number}`);
  copyFileSync(trainingFile, workPlace(home).file);
  mkdirSync(join(home, 'temporary'));
  return home;
}

/** Starts the program, lets it work for a while, and kills it. */
async function lifeUntilKill(home: string, random: Random): Promise<Told> {
  const child = spawn(process.execPath, [PROGRAM, home], {
    env: { ...process.env, TMPDIR: join(home, 'temporary') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const acknowledged: string[] = [];
  let running: string | null = null;
  let offered: string | null = null;
  const strike = (after: number): void => void setTimeout(() => child.kill('SIGKILL'), after);
  const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MILLISECONDS);
  const atStart = random.chance(AT_START_ONE_IN);
  if (atStart) strike(random.whole(START_TAKES_MILLISECONDS));
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, id = ''] = line.split(' ');
    if (word === 'ACK') acknowledged.push(id);
    if (word === 'OFFERED') offered = id;
    if (word !== 'RUNNING') continue;
    running = id;
    if (!atStart) strike(random.whole(WORK_MILLISECONDS));
  }
  const [exitCode] = (await ended) as [number | null];
  clearTimeout(patience);
  return { acknowledged, running, offered, exitCode };
}

/** Looks at a copy, so that the next start meets the record exactly as the kill left it. */
function judgeKill(
  home: string,
  copy: string,
  { acknowledged, running, offered, exitCode }: Told,
  ranBefore: string | null,
): { readonly verdict: Verdict; readonly running: string | null } {
  rmSync(copy, { recursive: true, force: true });
  for (const part of ['data', 'config'])
    cpSync(join(home, part), join(copy, part), {
      recursive: true,
      filter: (from) => !from.endsWith('chromium'),
    });
  const { file, anchor } = workPlace(copy);
  let lost = 0;
  let nowRunning: string | null = null;
  const { wrong } = examine(file, anchor, (database) => {
    const byId = database.prepare<[string], { one: number }>('SELECT 1 AS one FROM event WHERE id = ?');
    lost = acknowledged.filter((id) => byId.get(id) === undefined).length;
    const row = database.prepare<[], { id: string }>("SELECT id FROM session_row WHERE state = 'RUNNING'");
    nowRunning = row.get()?.id ?? null;
  });
  const notes = [...wrong];
  if (running !== null && ranBefore !== null && offered !== ranBefore)
    notes.push('the next start did not offer the session that was running');
  if (exitCode !== null) notes.push(`the program ended by itself with ${exitCode}`);
  if (lost > 0) notes.push(`${lost} acknowledged events are gone`);
  const corrupt = wrong.length > 0 || notes.length > wrong.length + (lost > 0 ? 1 : 0);
  const verdict = { acknowledged: acknowledged.length, lost, corrupt, unnoticed: false, notes };
  return { verdict, running: nowRunning };
}
