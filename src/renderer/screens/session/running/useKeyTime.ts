import { useEffect, useState } from 'react';
import type { Failure } from '../../../../contract/failures.ts';
import { call } from '../../../hooks/call.ts';

export type KeyTime = { readonly at: number | null; readonly failure: Failure | null };

const NOT_YET: KeyTime = { at: null, failure: null };

/**
 * The moment a pause or a stop began: asked of the one clock as soon as the key opens the sheet, and kept while the
 * sheet is open. What is recorded is this moment and not the one of Enter. Source: UX 2.3 T11, T15.
 */
export function useKeyTime(isWanted: boolean): KeyTime {
  const [time, setTime] = useState(NOT_YET);
  useEffect(() => {
    if (!isWanted) {
      setTime(NOT_YET);
      return;
    }
    let isOpen = true;
    void call('session:takeTime', {}).then((reply) => {
      if (isOpen)
        setTime(reply.ok ? { at: reply.value.at, failure: null } : { at: null, failure: reply.failure });
    });
    return () => {
      isOpen = false;
    };
  }, [isWanted]);
  return time;
}
