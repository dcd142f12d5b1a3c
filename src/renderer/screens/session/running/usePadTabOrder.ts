import { type RefObject, useEffect, useEffectEvent } from 'react';
import { firstControl } from './useFocusOnOpen.ts';

type Place = RefObject<HTMLElement | null>;

export type PadTabOrder = {
  readonly first: Place;
  readonly spo2: Place;
  readonly oxygen: Place;
  readonly close: Place;
  readonly save: Place;
};

/**
 * Tab goes BP, heart rate, SpO2, save; on from there to everything else of the pad, and from its end to BP again.
 * The save stands last on the sheet, so these steps are taken here. Source: UX 3.12.
 */
export function usePadTabOrder({ first, spo2, oxygen, close, save }: PadTabOrder): void {
  const jumps: readonly (readonly [from: Place, isBack: boolean, to: Place])[] = [
    [spo2, false, save],
    [save, true, spo2],
    [save, false, oxygen],
    [oxygen, true, save],
    [close, false, first],
    [first, true, close],
  ];
  const onTab = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Tab') return;
    const focused = document.activeElement;
    const jump = jumps.find(([from, isBack]) => isBack === event.shiftKey && isIn(from, focused, isBack));
    const target = jump?.[2].current;
    if (!target) return;
    event.preventDefault();
    event.stopPropagation();
    firstControl(target)?.focus();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onTab(event);
    document.addEventListener('keydown', listener, true);
    return () => document.removeEventListener('keydown', listener, true);
  }, []);
}

/** Going back counts only from the first control of a place: BP has two. */
function isIn(place: Place, focused: Element | null, isBack: boolean): boolean {
  const element = place.current;
  if (!element || !focused) return false;
  return isBack ? firstControl(element) === focused : element.contains(focused);
}
