import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installedBrowser } from '../../scripts/browser.mjs';
import { systemClock } from '../../src/main/clock.ts';
import { markChecked } from '../../src/main/eventLog/checkedMark.ts';
import { createChromiumShell } from '../../src/main/shell/chromiumShell.ts';
import type { workPlace } from '../fault/script/workRecord.ts';
import { openWindow } from '../support/window.ts';
import { ensureBigRecord } from './bigRecord.ts';
import { type Measure, percentile, rounded } from './measure.ts';
import { FEW_SESSIONS, MANY_SESSIONS } from './scale.ts';

const RUNS = 7;
/** DESIGN 9: start with 100,000 sessions, to the empty shell and to 1,000 sessions. */
const GOAL_TO_EMPTY_SHELL = 1.6;
const GOAL_TO_FEW = 1.1;
const EMPTY_PAGE = join(import.meta.dirname, 'emptyPage');
const PRELOAD = join(import.meta.dirname, '..', '..', 'out', 'preload', 'portable.js');

/**
 * From the first line of the program to the first screen that can be used: lock, record, browser, window. The floor
 * is the same shell with the same browser over an empty page. Each in turn, the middle of seven.
 */
export async function measureStart(say: (line: string) => void): Promise<readonly Measure[]> {
  const few = ensureBigRecord(FEW_SESSIONS, say);
  const many = ensureBigRecord(MANY_SESSIONS, say);
  const times = { empty: [] as number[], few: [] as number[], many: [] as number[] };
  for (let run = 0; run <= RUNS; run += 1) {
    const taken = {
      empty: await startOfEmptyShell(),
      few: await startOver(few),
      many: await startOver(many),
    };
    // The first of each warms the caches of the disk.
    if (run === 0) continue;
    for (const key of ['empty', 'few', 'many'] as const) times[key].push(taken[key]);
  }
  const middle = (key: keyof typeof times): number => percentile(times[key], 0.5);
  const against = (name: string, floor: number, goal: number): Measure => {
    const value = middle('many');
    return {
      name,
      value: rounded(value),
      floor: rounded(floor),
      ratio: rounded(value / floor),
      goal,
      unit: 'ms',
    };
  };
  return [
    against('start with 100,000 sessions to the empty shell', middle('empty'), GOAL_TO_EMPTY_SHELL),
    against('start with 100,000 sessions to 1,000', middle('few'), GOAL_TO_FEW),
  ];
}

/**
 * A start after a day in good order, at whose end the whole record had been gone through; the next one here does not
 * wait until this one has been. A small record is gone through at its start.
 */
async function startOver({ paths, file }: ReturnType<typeof workPlace>): Promise<number> {
  markChecked(file);
  const began = performance.now();
  const window = await openWindow({ paths, clock: systemClock(), open: 'training' });
  await window.page.getByRole('region', { name: 'Who signs in' }).waitFor();
  const taken = performance.now() - began;
  await window.app.close();
  return taken;
}

async function startOfEmptyShell(): Promise<number> {
  const profileFolder = mkdtempSync(join(tmpdir(), 'infusion-desk-empty-'));
  const executablePath = installedBrowser();
  if (!executablePath) throw new Error('No browser is installed.');
  const files = { executablePath, profileFolder, rendererFolder: EMPTY_PAGE, preloadFile: PRELOAD };
  try {
    const began = performance.now();
    const shell = createChromiumShell({ ...files, headless: true });
    shell.serve(async () => null);
    await shell.open({ title: 'Empty', theme: 'light' });
    const taken = performance.now() - began;
    await shell.quit();
    return taken;
  } finally {
    rmSync(profileFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
