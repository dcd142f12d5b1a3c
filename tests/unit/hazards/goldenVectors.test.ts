import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import pinned from '../../fixtures/hazards/goldenVectors.json' with { type: 'json' };
import { workedOutput } from '../../support/workedOutput.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'fixtures', 'dosing');

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The hash of what a file says, whatever its line ends and indentation. */
function hashOf(file: string): string {
  return sha256(JSON.stringify(JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))));
}

const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));

describe('the golden vectors', () => {
  it('are pinned, every file of them, and no file that is gone', () => {
    expect(Object.keys(pinned.vectors).toSorted()).toEqual(files.toSorted());
  });

  it.each(files)('of %s are the ones that were pinned', (file) => {
    expect({ [file]: hashOf(file) }).toEqual({ [file]: pinned.vectors[file as keyof typeof pinned.vectors] });
  });

  it('come to the results that were pinned, exact and as people read them', () => {
    expect(sha256(workedOutput())).toBe(pinned.results);
  });
});

describe('a hash', () => {
  it('is another one when a single digit of a vector is', () => {
    const [file = ''] = files;
    const text = readFileSync(join(FOLDER, file), 'utf8');
    const changed = text.replace(/"54"/, '"55"');
    expect(changed).not.toBe(text);
    expect(sha256(JSON.stringify(JSON.parse(changed)))).not.toBe(hashOf(file));
  });
});
