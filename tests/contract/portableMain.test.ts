import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { failurePage } from '../../src/main/shell/chromiumFailure.ts';
import { browserProcesses } from './support/browserProcesses.ts';
import { builtFile } from './support/builtFile.ts';

// The built program under plain Node: what it says and how it ends when it cannot start, and that it ends cleanly.

const folder = mkdtempSync(join(tmpdir(), 'infusion-desk-portable-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the program under plain Node', () => {
  it('names an option it does not know, and those it knows', async () => {
    const { exitCode, errors } = await ended(start(['--hom', folder]));
    expect(exitCode).toBe(64);
    expect(errors).toMatch(/'--hom'\.\nOptions: --home FOLDER/);
  });

  it('says what to do when the browser is not there', async () => {
    const { exitCode, errors } = await ended(start([], { INFUSION_DESK_BROWSER: join(folder, 'none') }));
    expect(exitCode).toBe(3);
    expect(errors.trim().split('\n')).toHaveLength(3);
    expect(errors).toContain('Nothing was changed.');
  });

  it('says what happened, what is safe and what to do when it cannot write', async () => {
    writeFileSync(join(folder, 'file'), '');
    const { exitCode, errors } = await ended(start(['--headless', '--home', join(folder, 'file')]));
    expect(exitCode).toBe(4);
    expect(errors.trim().split('\n')).toHaveLength(3);
    expect(errors).toContain(join(folder, 'file'));
  });

  it.runIf(process.platform === 'linux')(
    'opens one profile once, and puts everything away when it is told to end',
    async () => {
      const home = join(folder, 'home');
      const first = start(['--headless', '--home', home]);
      const firstEnded = ended(first);
      await expect.poll(() => existsSync(join(home, 'data', 'chromium')), { timeout: 20_000 }).toBe(true);
      const second = await ended(start(['--headless', '--home', home]));
      expect(second.exitCode).toBe(2);
      expect(second.errors).toContain('already open');
      first.kill('SIGTERM');
      expect((await firstEnded).exitCode).toBe(0);
      expect(browserProcesses(join(home, 'data', 'chromium'))).toEqual([]);
    },
  );
});

describe('the window that says why there is no other', () => {
  it('shows a file name as text, whatever it holds', () => {
    const page = failurePage({ what: '<img src=x> & "more"', safe: 'safe', todo: 'todo' });
    expect(page).toContain('<h1>&lt;img src=x&gt; &amp; &quot;more&quot;</h1>');
    expect(page).not.toMatch(/<img|<script|style=/);
  });
});

function start(args: readonly string[], environment: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, [builtFile('main/portable.js'), ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

async function ended(
  child: ChildProcess,
): Promise<{ readonly exitCode: number | null; readonly errors: string }> {
  const lines: string[] = [];
  child.stderr?.on('data', (text: Buffer) => lines.push(text.toString()));
  const exitCode = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  return { exitCode, errors: lines.join('') };
}
