import type { RefObject } from 'react';

/**
 * Moves the focus once the key that asked for it is over: an Enter that lands on a button would press it, and no
 * single key both moves on and saves. Source: UX 3.0, keyboard map.
 */
export function focusAfterKey(target: RefObject<{ focus: () => void } | null>): void {
  window.setTimeout(() => target.current?.focus(), 0);
}
