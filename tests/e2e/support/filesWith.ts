import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files below a folder whose bytes hold one of the texts, as single bytes or as UTF-16; in a longer number it is another. */
export function filesWith(
  folder: string,
  texts: readonly string[],
  isLeftOut: (file: string) => boolean = () => false,
): readonly string[] {
  const sought = texts.flatMap((text) => [
    { bytes: Buffer.from(text, 'utf8'), step: 1 },
    { bytes: Buffer.from(text, 'utf16le'), step: 2 },
  ]);
  return filesIn(folder)
    .filter((file) => !isLeftOut(file))
    .filter((file) => {
      const bytes = readFileSync(file);
      return sought.some((one) => standsIn(bytes, one));
    });
}

type Sought = { readonly bytes: Buffer; readonly step: number };

function standsIn(bytes: Buffer, { bytes: wanted, step }: Sought): boolean {
  const isOfNumber = (place: number): boolean => /[\d.]/.test(String.fromCharCode(bytes[place] ?? 0));
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1))
    if (!isOfNumber(at - step) && !isOfNumber(at + wanted.length)) return true;
  return false;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}
