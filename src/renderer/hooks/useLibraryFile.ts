import { useState } from 'react';
import type { Failure } from '../../contract/failures.ts';
import { LIBRARY_PART } from '../../contract/libraryPart.ts';
import type { LibraryReview } from '../../contract/views/library.ts';
import { call, newRequestId } from './call.ts';

/** A library file that was handed over and read: what it would change. */
export type ReviewedFile = { readonly file: string; readonly review: LibraryReview };

export type LibraryFileInHand = {
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly reviewed: ReviewedFile | null;
  /** Hands a chosen file to the main process and has it read there. */
  readonly bring: (chosen: File) => Promise<void>;
  /** Lets go of it; nothing was recorded. */
  readonly drop: () => void;
};

/** One library file on its way from the disk to the two who publish it. */
export function useLibraryFile(): LibraryFileInHand {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [reviewed, setReviewed] = useState<ReviewedFile | null>(null);
  const bring = async (chosen: File): Promise<void> => {
    setBusy(true);
    const outcome = await handOver(chosen);
    setBusy(false);
    setFailure('kind' in outcome ? outcome : null);
    setReviewed('kind' in outcome ? null : outcome);
  };
  const drop = (): void => {
    setFailure(null);
    setReviewed(null);
  };
  return { busy, failure, reviewed, bring, drop };
}

async function handOver(chosen: File): Promise<ReviewedFile | Failure> {
  const text = await textOf(chosen);
  if (text === undefined) return { kind: 'libraryFileUnread', why: 'notLibrary' };
  const file = newRequestId();
  for (let part = 0, from = 0; part === 0 || from < text.length; part += 1, from += LIBRARY_PART) {
    const taken = await call('library:take', { file, part, text: text.slice(from, from + LIBRARY_PART) });
    if (!taken.ok) return taken.failure;
  }
  const review = await call('library:review', { file });
  return review.ok ? { file, review: review.value } : review.failure;
}

/** A damaged character is not read as another one: the whole file is then no text. */
async function textOf(chosen: File): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await chosen.arrayBuffer());
  } catch {
    return undefined;
  }
}
