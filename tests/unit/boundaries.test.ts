import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const BIOME = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');

/** What the linter says of a line of code standing in that file of a house with our rules and nothing else in it. */
function lint(file: string, code: string): string {
  const house = mkdtempSync(join(tmpdir(), 'infusion-desk-lint-'));
  onTestFinished(() => rmSync(house, { recursive: true, force: true }));
  for (const rule of ['biome.json', '.gitignore']) copyFileSync(join(ROOT, rule), join(house, rule));
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), code);
  const run = spawnSync(process.execPath, [BIOME, 'lint', '--colors=off', file], {
    cwd: house,
    encoding: 'utf8',
  });
  return run.stdout + run.stderr;
}

describe('the floor plan', () => {
  it.each([
    ['src/core/dosing/x.ts', "import { z } from 'zod';\nexport const a = z;", 'Core imports only core'],
    [
      'src/core/dosing/x.ts',
      "import { create } from 'mathjs';\nexport const a = create;",
      'Core imports only core',
    ],
    [
      'src/core/session/x.ts',
      "import { z } from '../../contract/zod.ts';\nexport const a = z;",
      'Arrows run core',
    ],
    ['src/core/session/x.ts', 'export const now = Date.now();', 'Do not use the global variable Date'],
    [
      'src/core/session/x.ts',
      "import { hash } from 'node:crypto';\nexport const a = hash;",
      'Node.js builtin',
    ],
    [
      'src/contract/x.ts',
      "import { a } from '../main/app.ts';\nexport const b = a;",
      'The contract knows only the core',
    ],
    [
      'src/renderer/x.ts',
      "import { a } from '../main/app.ts';\nexport const b = a;",
      'only through the hooks',
    ],
    [
      'src/renderer/screens/x.ts',
      "import { planSum } from '../../core/dosing/planSum.ts';\nexport const b = planSum;",
      'The window computes no dose',
    ],
    [
      'src/main/services/x.ts',
      "import S from 'better-sqlite3';\nexport const b = S;",
      'SQL lives in src/main/eventLog',
    ],
  ])('refuses in %s: %s', (file, code, message) => {
    expect(lint(file, code)).toContain(message);
  });

  it('lets the second engine have mathjs', () => {
    const said = lint(
      'src/core/crosscheck/x.ts',
      "import { create } from 'mathjs';\nexport const a = create;",
    );
    expect(said).not.toContain('noRestrictedImports');
  });
});
