import type { Failure } from '../../contract/failures.ts';
import { librarySchema } from '../../contract/library.ts';
import { z } from '../../contract/zod.ts';
import type { DrugLibrary } from '../../core/library/library.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { canonicalJson } from '../eventLog/canonicalJson.ts';
import { schemaFaults } from './libraryFaults.ts';
import { libraryHash } from './libraryHash.ts';

/** A library and the hash of its content, as they leave the program and come back. */
const sealedLibrary = z.strictObject({
  infusionDeskLibrary: z.literal(1),
  /** SHA-256 of the canonical text of `library`, in lower case. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  library: z.unknown(),
});

/** What is read of a file: the content and the hash it was sealed under, which is that of the content. */
export type LibraryFile = { readonly library: DrugLibrary; readonly hash: string };

/** The text of a file that holds a library with its hash. The inverse of `readLibraryFile`. */
export function libraryFileText(library: DrugLibrary): string {
  const sealed = { infusionDeskLibrary: 1, sha256: libraryHash(library), library };
  return `${JSON.stringify(sealed, null, 2)}\n`;
}

/**
 * Reads a file of `libraryFileText`. Refuses what is not whole JSON (a file cut off on its way), a library without
 * its hash, a hash that does not fit (changed on its way), and a content the schema refuses, with every fault in
 * words. White space between values is no part of the content. Source: H20.
 */
export function readLibraryFile(text: string): Result<LibraryFile, Failure> {
  const file = parsedJson(text);
  if (file === undefined) return err({ kind: 'libraryFileUnread', why: 'notWhole' });
  const sealed = sealedLibrary.safeParse(file.value);
  if (!sealed.success)
    return err({ kind: 'libraryFileUnread', why: isBare(file.value) ? 'noHash' : 'notLibrary' });
  const { sha256, library } = sealed.data;
  if (libraryHash(library) !== sha256) return err({ kind: 'libraryFileUnread', why: 'changed' });
  const read = librarySchema.safeParse(library);
  if (!read.success) return err({ kind: 'libraryFaulty', faults: schemaFaults(read.error, library) });
  // What would be published is what was sealed, to the letter.
  if (canonicalJson(read.data) !== canonicalJson(library))
    return err({ kind: 'libraryFileUnread', why: 'changed' });
  return ok({ library: read.data, hash: sha256 });
}

function parsedJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** A library as it is written by hand, before it was sealed. */
function isBare(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'format' in value && 'protocols' in value;
}
