import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSealed, sealFile } from '../../src/main/eventLog/sealedFile.ts';

const CHUNK = 65_536;
const SEALED_CHUNK = CHUNK + 16;

/** A file of so many bytes, sealed; what was in it, and where its first chunk begins. */
async function sealed(bytes: number) {
  const folder = mkdtempSync(join(tmpdir(), 'infusion-desk-sealed-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const plain = randomBytes(bytes);
  const [from, to, opened] = ['plain', 'sealed', 'opened'].map((name) => join(folder, name));
  if (!from || !to || !opened) throw new Error('no folder');
  writeFileSync(from, plain);
  await sealFile(from, to, 'three grey herons');
  const file = readFileSync(to);
  return { folder, plain, to, opened, file, header: 12 + file.readUInt32BE(8) };
}

describe('a sealed file', () => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])(
    'of %i bytes opens to what it was',
    async (bytes) => {
      const { to, opened, plain } = await sealed(bytes);
      await openSealed(to, opened, 'three grey herons');
      expect(readFileSync(opened).equals(plain)).toBe(true);
      expect(statSync(opened).mode & 0o777).toBe(0o600);
    },
  );

  it('does not open when a chunk was left out, moved, repeated or cut off, and leaves nothing', async () => {
    const { folder, to, opened, file, header } = await sealed(3 * CHUNK);
    const head = file.subarray(0, header);
    const [one, two, three] = [0, 1, 2].map((place) =>
      file.subarray(header + place * SEALED_CHUNK, header + (place + 1) * SEALED_CHUNK),
    );
    if (!one || !two || !three) throw new Error('not three chunks');
    const wrong = [
      [head, one, two],
      [head, one],
      [head],
      [head, one, three],
      [head, two, one, three],
      [head, one, two, three, three],
    ];
    for (const parts of wrong) {
      writeFileSync(to, Buffer.concat(parts));
      await expect(openSealed(to, opened, 'three grey herons')).rejects.toThrow('passphraseOrDamaged');
      expect(existsSync(opened)).toBe(false);
    }
    expect(readdirSync(folder).sort()).toEqual(['plain', 'sealed']);
  });
});
