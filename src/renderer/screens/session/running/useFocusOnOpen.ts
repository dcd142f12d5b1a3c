import { type RefObject, useEffect } from 'react';

/**
 * Puts the focus where the work begins, on the first control of `place`. A sheet that closes at the same moment
 * gives its focus back in the next frame; this comes after it. Source: UX 3.20, "Focus on open".
 */
export function useFocusOnOpen(place: RefObject<HTMLElement | null>, isWanted = true): void {
  useEffect(() => {
    if (!isWanted) return;
    const frame = window.requestAnimationFrame(() => firstControl(place.current)?.focus());
    return () => window.cancelAnimationFrame(frame);
  }, [isWanted, place]);
}

/** The control itself, or the first one inside. */
export function firstControl(place: HTMLElement | null): HTMLElement | null {
  const controls = 'input, button, textarea';
  if (!place || place.matches(controls)) return place;
  return place.querySelector<HTMLElement>(controls);
}
