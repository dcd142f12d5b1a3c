import type { Failure } from '../../contract/failures.ts';
import { err, ok, type Result } from '../../core/result.ts';

/** A file somebody chose in the window, as far as it has come over, in memory alone. One at a time. */
export type IncomingFile = {
  /** The next part of a file; part 0 begins a new one and lets go of any before. */
  take(file: string, part: number, text: string): Result<null, Failure>;
  /** All of it so far. */
  text(file: string): Result<string, Failure>;
};

/** A library of a thousand protocols has half of that. */
const LONGEST = 4_000_000;

export function createIncomingFile(): IncomingFile {
  let current: { readonly file: string; readonly parts: string[]; length: number } | undefined;
  const unread = (why: 'gone' | 'tooLarge') => err({ kind: 'libraryFileUnread', why } as const);
  return {
    take(file, part, text) {
      if (part === 0) current = { file, parts: [], length: 0 };
      if (current?.file !== file || current.parts.length !== part) return unread('gone');
      if (current.length + text.length > LONGEST) {
        current = undefined;
        return unread('tooLarge');
      }
      current.parts.push(text);
      current.length += text.length;
      return ok(null);
    },
    text: (file) => (current?.file === file ? ok(current.parts.join('')) : unread('gone')),
  };
}
