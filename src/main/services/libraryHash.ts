import { hash } from 'node:crypto';
import { canonicalJson } from '../eventLog/canonicalJson.ts';

/** SHA-256 of the canonical text of a library, or of what claims to be one. The same on every machine. */
export function libraryHash(library: unknown): string {
  return hash('sha256', canonicalJson(library), 'hex');
}
