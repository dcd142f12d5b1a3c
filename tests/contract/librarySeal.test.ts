import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import demoLibrary from '../../resources/demo-library.json' with { type: 'json' };
import { librarySchema } from '../../src/contract/library.ts';
import { librarySeal } from '../../src/main/commands/librarySeal.ts';
import { readLibraryFile } from '../../src/main/services/libraryFile.ts';
import { libraryHash } from '../../src/main/services/libraryHash.ts';

const DEMO = librarySchema.parse(demoLibrary);

/** Runs the command on a file of this text. */
function seal(text: string | Buffer, name = 'mine.json') {
  const folder = mkdtempSync(join(tmpdir(), 'infusion-desk-seal-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, name);
  writeFileSync(file, text);
  const said: string[] = [];
  const run = () => librarySeal([file], (line) => said.push(line));
  return { run, said, sealed: join(folder, 'mine.sealed.json') };
}

describe('library:seal', () => {
  it('writes a library with its hash, which the window takes', () => {
    const { run, said, sealed } = seal(JSON.stringify(DEMO));
    expect(run()).toBe(0);
    expect(readLibraryFile(readFileSync(sealed, 'utf8'))).toEqual({
      ok: true,
      value: { library: DEMO, hash: libraryHash(DEMO) },
    });
    expect(said).toEqual([`Sealed as ${sealed}`, `hash ${libraryHash(DEMO)}`]);
  });

  it('says every fault in words and seals nothing', () => {
    const wrong = seal(JSON.stringify({ ...DEMO, lineVolume: '2 mg' }));
    expect(wrong.run()).toBe(1);
    expect(wrong.said).toEqual([
      'Library, volume of the line: is not a quantity in mL.',
      'Nothing was sealed.',
    ]);
    const senseless = seal(JSON.stringify({ ...DEMO, lineVolume: '0 mL' }));
    expect(senseless.run()).toBe(1);
    expect(senseless.said[0]).toBe(
      'Library EXAMPLE demo library, volume of the line: 0\u00a0mL is not above 0. Correct it.',
    );
    const cut = seal(JSON.stringify(DEMO).slice(0, -1));
    expect(cut.run()).toBe(1);
    expect(cut.said[0]).toContain('it is no whole JSON file');
    const noText = seal(Buffer.from([0xff, 0xfe]));
    expect(noText.run()).toBe(1);
    for (const { sealed } of [wrong, senseless, cut, noText]) expect(() => readFileSync(sealed)).toThrow();
  });

  it('names what the owner should judge, and seals', () => {
    const pumps = DEMO.pumps.map((pump) => ({ ...pump, rateMinimum: '0.15 mL/h' }));
    const { run, said } = seal(JSON.stringify({ ...DEMO, pumps }));
    expect(run()).toBe(0);
    expect(said[0]).toMatch(/^Warning: Pump example-syringe-pump, lowest rate: /);
  });

  it('never writes over a file, and says how it is used', () => {
    const { run, said, sealed } = seal(JSON.stringify(DEMO));
    writeFileSync(sealed, 'kept');
    expect(run()).toBe(1);
    expect(said[0]).toContain('is there already');
    expect(readFileSync(sealed, 'utf8')).toBe('kept');
    const lines: string[] = [];
    expect(librarySeal([], (line) => lines.push(line))).toBe(64);
    expect(librarySeal(['a', 'b'], (line) => lines.push(line))).toBe(64);
    expect(lines).toEqual(Array(2).fill('Use: npm run --silent library:seal -- FILE.json'));
  });
});
