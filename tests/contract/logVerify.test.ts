import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/main/eventLog/openDatabase.ts';
import { tamperWith } from '../support/tamper.ts';

const SCRIPT = join(import.meta.dirname, '..', '..', 'scripts', 'run', 'logVerify.ts');

/** Runs the command as a person does. The profile's own anchors are kept out of it. */
function check(...args: string[]): { readonly exit: number | null; readonly said: string } {
  const home = mkdtempSync(join(tmpdir(), 'infusion-desk-verify-home-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const env = { ...process.env, XDG_CONFIG_HOME: home };
  const run = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8', env });
  return { exit: run.status, said: run.stdout };
}

function recordCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'infusion-desk-verify-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'record.db');
  copyFileSync(inject('trainingFile'), file);
  return file;
}

function headOf(file: string): { seq: number; hash: string } {
  const [, seq = '', hash = ''] = /head (\d+) ([0-9a-f]{64})/.exec(check(file).said) ?? [];
  return { seq: Number(seq), hash };
}

describe('log:verify', () => {
  it('passes on a whole record and says that without an anchor a cut end would not be seen', () => {
    const { exit, said } = check(recordCopy());
    expect(exit).toBe(0);
    expect(said).toMatch(
      /^\d+ events checked, chain whole\nhead \d+ [0-9a-f]{64}\nno anchor: a cut end would not be seen\nread tables equal to the log\n$/,
    );
  });

  it('names the event in which one byte was changed', () => {
    const file = recordCopy();
    const bytes = readFileSync(file);
    const where = bytes.indexOf('"number":"KT-2025-000003"');
    bytes[where + 12] = 'X'.charCodeAt(0);
    writeFileSync(file, bytes);
    const { exit, said } = check(file);
    expect(exit).toBe(1);
    expect(said).toMatch(/then event \d+ has been changed: its seal does not fit its content/);
  });

  it('holds a record against the anchor beside it, and sees a cut end and a rewritten chain', () => {
    const file = recordCopy();
    const head = headOf(file);
    writeFileSync(`${file}.head`, JSON.stringify(head));
    expect(check(file)).toMatchObject({
      exit: 0,
      said: expect.stringContaining(`anchor holds at event ${head.seq}`),
    });

    tamperWith(file, `DELETE FROM event WHERE seq > ${head.seq - 3}`);
    expect(check(file)).toMatchObject({ exit: 1, said: expect.stringContaining('the end is missing') });

    const other = recordCopy();
    tamperWith(other, `UPDATE event SET actor = 'someone' WHERE seq = 40`, true);
    const anchor = join(mkdtempSync(join(tmpdir(), 'infusion-desk-anchor-')), 'kept.head');
    writeFileSync(anchor, JSON.stringify(head));
    expect(check(other, '--anchor', anchor)).toMatchObject({
      exit: 1,
      said: expect.stringContaining(`chain whole, head differs from anchor at event ${head.seq}`),
    });
  });

  it('says so when the record is open elsewhere, and leaves nothing behind', () => {
    const file = recordCopy();
    const open = openDatabase(file);
    expect(check(file)).toMatchObject({
      exit: 2,
      said: expect.stringContaining('is open in another program'),
    });
    open.close();
    check(file);
    expect(execFileSync('ls', [join(file, '..')], { encoding: 'utf8' })).toBe('record.db\n');
  });

  it('says what is wrong with a file that is no record, and how it is used', () => {
    const file = recordCopy();
    writeFileSync(file, 'not a record');
    expect(check(file).exit).toBe(1);
    expect(check(`${file}.nowhere`)).toMatchObject({ exit: 1 });
    expect(check()).toMatchObject({ exit: 64, said: expect.stringContaining('Use:') });
  });

  it('sees read tables that do not say what the log says', () => {
    const file = recordCopy();
    const database = openDatabase(file);
    database.exec("UPDATE session_row SET state = 'RUNNING' WHERE chair = 1");
    database.close();
    expect(check(file)).toMatchObject({ exit: 1, said: expect.stringContaining('read tables differ') });
  });
});
