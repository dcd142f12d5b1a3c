import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { builtFile } from './support/builtFile.ts';

// The two built programs over one profile: under plain Node with a browser, and as Electron would run it.

const STAND_IN = join(import.meta.dirname, 'support', 'useElectronStandIn.ts');

type Program = { readonly child: ChildProcess; readonly ended: Promise<End> };
type End = { readonly exitCode: number | null; readonly errors: string };

function profile(): string {
  const home = mkdtempSync(join(tmpdir(), 'infusion-desk-both-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

function program(file: string, args: readonly string[], execArgv: readonly string[]): Program {
  const env = { ...process.env, STAND_IN_STAYS: '1' };
  const child = fork(builtFile(file), [...args], { execArgv: [...execArgv], env, silent: true });
  onTestFinished(() => void child.kill('SIGKILL'));
  const errors: string[] = [];
  child.stderr?.on('data', (text: Buffer) => errors.push(text.toString()));
  const ended = new Promise<End>((resolve) =>
    child.on('exit', (exitCode) => resolve({ exitCode, errors: errors.join('') })),
  );
  return { child, ended };
}

function underElectron(home: string): Program {
  return program('main/index.js', ['--home', home], ['--import', STAND_IN]);
}

function underNode(home: string): Program {
  return program('main/portable.js', ['--headless', '--home', home], []);
}

async function isThere(file: string): Promise<void> {
  await expect.poll(() => existsSync(file), { timeout: 20_000 }).toBe(true);
}

describe.runIf(process.platform === 'linux')('one profile, two shells', () => {
  it('refuses Electron while the browser window is open, and takes it afterwards', {
    timeout: 60_000,
  }, async () => {
    const home = profile();
    const first = underNode(home);
    await isThere(join(home, 'data', 'chromium'));
    const second = await underElectron(home).ended;
    expect(second.exitCode).toBe(2);
    expect(second.errors).toContain('already open');
    first.child.kill('SIGTERM');
    expect((await first.ended).exitCode).toBe(0);
    const third = underElectron(home);
    await new Promise((resolve) => third.child.once('message', resolve));
    third.child.kill('SIGTERM');
    expect((await third.ended).exitCode).toBe(0);
  });

  it('refuses the browser window while Electron is open', { timeout: 60_000 }, async () => {
    const home = profile();
    const first = underElectron(home);
    await new Promise((resolve) => first.child.once('message', resolve));
    const second = await underNode(home).ended;
    expect(second.exitCode).toBe(2);
    expect(second.errors).toContain('already open');
    first.child.kill('SIGTERM');
    expect((await first.ended).exitCode).toBe(0);
  });
});
