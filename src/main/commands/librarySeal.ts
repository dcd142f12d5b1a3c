import { existsSync, readFileSync } from 'node:fs';
import { librarySchema } from '../../contract/library.ts';
import type { DrugLibrary } from '../../core/library/library.ts';
import { lintErrors, lintLibrary } from '../../core/library/lint.ts';
import { lintText } from '../../core/library/lintText.ts';
import { replaceFile } from '../eventLog/replaceFile.ts';
import { schemaFaults } from '../services/libraryFaults.ts';
import { libraryFileText } from '../services/libraryFile.ts';
import { libraryHash } from '../services/libraryHash.ts';

/** `library:seal`: exit 0 sealed, 1 the library is refused or the file cannot be read, 64 wrong use. */
const EXIT = { sealed: 0, refused: 1, usage: 64 } as const;

const USAGE = 'Use: npm run --silent library:seal -- FILE.json';

/**
 * Writes a library that was written by hand, with the hash of its content, into a file of its own beside it. Only such
 * a file is taken by the window. Says every fault and every warning in words; never writes over a file.
 */
export function librarySeal(args: readonly string[], say: (line: string) => void): number {
  const [file, ...others] = args;
  if (file === undefined || others.length > 0) {
    say(USAGE);
    return EXIT.usage;
  }
  const read = readLibrary(file);
  if ('faults' in read) {
    for (const fault of read.faults) say(fault);
    say('Nothing was sealed.');
    return EXIT.refused;
  }
  const sealed = `${file.replace(/\.json$/, '')}.sealed.json`;
  if (existsSync(sealed)) {
    say(`${sealed} is there already. Take it away first. Nothing was sealed.`);
    return EXIT.refused;
  }
  for (const warning of lintLibrary(read.library)) say(`Warning: ${lintText(warning)}`);
  replaceFile(sealed, libraryFileText(read.library));
  say(`Sealed as ${sealed}`);
  say(`hash ${libraryHash(read.library)}`);
  return EXIT.sealed;
}

type ReadLibrary = { readonly library: DrugLibrary } | { readonly faults: readonly string[] };

function readLibrary(file: string): ReadLibrary {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)));
  } catch {
    return { faults: [`${file} cannot be read as a library: it is no whole JSON file.`] };
  }
  const library = librarySchema.safeParse(value);
  if (!library.success) return { faults: schemaFaults(library.error, value) };
  const errors = lintErrors(lintLibrary(library.data));
  return errors.length > 0 ? { faults: errors.map(lintText) } : { library: library.data };
}
