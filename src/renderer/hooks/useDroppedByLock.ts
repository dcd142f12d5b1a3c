import { useState } from 'react';
import { useUnsaved } from './useUnsaved.tsx';

export type Dropped = {
  /** What was typed and not saved when the desk locked: it is not in the record. */
  readonly texts: readonly string[];
  readonly onSeen: () => void;
};

/**
 * What a lock has dropped, until somebody has put it away. Read while the screen that held it still stands, because the
 * next one takes its place at once.
 */
export function useDroppedByLock(user: string | null): Dropped {
  const unsaved = useUnsaved();
  const [before, setBefore] = useState(user);
  const [texts, setTexts] = useState<readonly string[]>([]);
  if (before !== user) {
    setBefore(user);
    if (user === null) setTexts(unsaved());
  }
  return { texts, onSeen: () => setTexts([]) };
}
