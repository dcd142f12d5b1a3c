import type { KeyboardEvent } from 'react';

const STEP_BY_KEY: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * The up and down keys walk through a list: from its search field to the first row, from row to row and back. Rows
 * are the elements with `data-walk`.
 */
export function walkWithArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = STEP_BY_KEY[event.key];
  const stops = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('input:not([type=radio]), [data-walk]'),
  ];
  const at = event.target instanceof HTMLElement ? stops.indexOf(event.target) : -1;
  if (step === undefined || at < 0) return;
  event.preventDefault();
  stops[at + step]?.focus();
}
