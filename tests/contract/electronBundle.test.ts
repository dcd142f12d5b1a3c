import { fork } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CHANNEL_NAMES } from '../../src/contract/channelNames.ts';
import { builtFile } from './support/builtFile.ts';
import type { BundleReport } from './support/electronModule.ts';

// The built program as Electron would run it, with the recording stand-in where it imports Electron.

const folder = mkdtempSync(join(tmpdir(), 'infusion-desk-bundle-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the built program', () => {
  it('opens its window under Electron with every check in place', { timeout: 60_000 }, async () => {
    const home = join(folder, 'home');
    const { report, exitCode } = await runBundle(home);
    expect(report.schemes).toHaveLength(1);
    expect(report.userData).toBe(join(home, 'data', 'electron'));
    expect(report.windowOptions['webPreferences']).toMatchObject({ sandbox: true, contextIsolation: true });
    expect(report.preloadExists).toBe(true);
    expect(report.isShown).toBe(true);
    expect(report.page).toMatchObject({ status: 200, policy: expect.stringContaining("default-src 'none'") });
    expect(report.script).toMatchObject({ status: 200, type: expect.stringContaining('javascript') });
    expect(report.channels).toEqual([...CHANNEL_NAMES]);
    expect(report.sessionHandlers).toHaveLength(6);
    expect(report.foreignAnswer).toMatchObject({ ok: false });
    expect(report.ownAnswer).toMatchObject({ ok: true });
    expect(exitCode).toBe(0);
  });

  it('gives the window no schema library: what it is sent is judged before it is sent', () => {
    const schemaLibrary = /_zod\b/;
    const scripts = readdirSync(builtFile('renderer/assets')).filter((name) => name.endsWith('.js'));
    expect(scripts).not.toEqual([]);
    for (const name of scripts)
      expect(readFileSync(builtFile(`renderer/assets/${name}`), 'utf8')).not.toMatch(schemaLibrary);
    const main = readdirSync(builtFile('main'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.js'),
    );
    expect(main.some((name) => schemaLibrary.test(readFileSync(builtFile(`main/${name}`), 'utf8')))).toBe(
      true,
    );
  });
});

/** The built main file in a Node of its own, with the stand-in where it imports Electron. */
async function runBundle(
  home: string,
): Promise<{ readonly report: BundleReport; readonly exitCode: number | null }> {
  const standIn = join(import.meta.dirname, 'support', 'useElectronStandIn.ts');
  const child = fork(builtFile('main/index.js'), ['--home', home], {
    execArgv: ['--import', standIn],
    silent: true,
  });
  const errors: string[] = [];
  child.stderr?.on('data', (text: Buffer) => errors.push(text.toString()));
  let report: BundleReport | undefined;
  child.on('message', (message) => {
    report = message as BundleReport;
  });
  const exitCode = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  if (report === undefined) throw new Error(`The built program opened no window.\n${errors.join('')}`);
  return { report, exitCode };
}
