import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const CORE = join(import.meta.dirname, '..', '..', '..', 'src', 'core');

/** An import or a re-export at the start of a line, for types or effects too, and an import in the midst of one. */
const STATEMENT = /^(?:import\s*(?:[^;'"=]*?\bfrom\s*)?|export\s[^;'"=]*?\bfrom\s*)['"]([^'"\n]+)['"]/gm;
const CALL = /\b(?:import|require)\s*\(\s*['"`]([^'"`\n]+)['"`]/g;

type Import = { readonly file: string; readonly wanted: string };

const files = readdirSync(CORE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

function importsOf(file: string, text: string): readonly Import[] {
  return [...text.matchAll(STATEMENT), ...text.matchAll(CALL)].map(([, wanted = '']) => ({
    file: file.replaceAll(sep, '/'),
    wanted,
  }));
}

/** Not a file of the core by its relative path. */
function isForeign({ file, wanted }: Import): boolean {
  if (!wanted.startsWith('.')) return true;
  return relative(CORE, resolve(CORE, dirname(file), wanted)).startsWith('..');
}

describe('the import graph of the core', () => {
  const imports = files.flatMap((file) => importsOf(file, readFileSync(join(CORE, file), 'utf8')));

  it('is the core itself, and mathjs in the second engine alone', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(400);
    const foreign = imports.filter(isForeign);
    expect(new Set(foreign.map(({ wanted }) => wanted))).toEqual(new Set(['mathjs']));
    expect(foreign.filter(({ file }) => !file.startsWith('crosscheck/'))).toEqual([]);
  });

  it('names only files that are there', () => {
    const known = new Set(files.map((file) => resolve(CORE, file)));
    const missing = imports.filter(
      (each) => !isForeign(each) && !known.has(resolve(CORE, dirname(each.file), each.wanted)),
    );
    expect(missing).toEqual([]);
  });

  it.each([
    "import { z } from 'zod';",
    "import 'decimal.js';",
    "export * from '../../contract/zod.ts';",
    "const fraction = await import('fraction.js');",
    "import type { Hash } from 'node:crypto';",
    "const big = require('big.js');",
  ])('would show %s', (line) => {
    expect(importsOf('dosing/x.ts', line).filter(isForeign)).toHaveLength(1);
  });
});
