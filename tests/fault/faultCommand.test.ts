import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noteLine } from '../../scripts/run/noteLine.ts';

const ROOT = join(import.meta.dirname, '..', '..');

function fault(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const options = { cwd: ROOT, env: { ...process.env, ...env }, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run/fault.ts', ...args], options);
  return { status, said: stdout.trim(), toPeople: stderr };
}

describe('npm run fault', () => {
  it('prints what came of it as one line of JSON, and the seed that repeats it', () => {
    const { status, said, toPeople } = fault(['tamper', '3', '--seed', '9']);
    const report = JSON.parse(said);
    expect(Object.keys(report)).toEqual(['kind', 'runs', 'acknowledged', 'lost', 'corrupt', 'unnoticed']);
    expect(report).toMatchObject({ kind: 'tamper', runs: 3 });
    expect(status).toBe(report.unnoticed === 0 ? 0 : 1);
    expect(toPeople).toContain('seed 9');
  });

  it('says what is missing here, and that nothing was run', () => {
    const { status, said, toPeople } = fault(['kill', '1'], { INFUSION_DESK_BROWSER: join(ROOT, 'none') });
    expect([status, toPeople]).toEqual([0, 'kill skipped: no browser is installed.\n']);
    expect(JSON.parse(said)).toMatchObject({ kind: 'kill', runs: 0 });
  });

  it.each(['flood 3', 'kill', 'kill many', 'kill 0'])('refuses "%s" with its usage', (line) => {
    const { status, toPeople } = fault(line.split(' '));
    expect(status).toBe(64);
    expect(toPeople).toContain('kill|powercut|enospc|ioerr|tamper N');
  });

  it('writes its figures into the row of its kind, and leaves the words about it', () => {
    const page = readFileSync(join(ROOT, 'docs', 'reliability.md'), 'utf8');
    for (const kind of ['kill', 'powercut', 'enospc', 'ioerr', 'tamper']) {
      const rows = noteLine(page, kind, `${kind} | 1`)
        .split('\n')
        .filter((row) => row.startsWith(`| ${kind} |`));
      expect(rows).toEqual([expect.stringMatching(/[a-z]{4}.*[a-z]{4}/), `| ${kind} | 1 |`]);
    }
  });
});
