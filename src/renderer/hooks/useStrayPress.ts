import { useEffect } from 'react';

/** Two presses this close together are one double press: what desktops take for a double click. Milliseconds. */
const DOUBLE_PRESS = 500;
/** A hand that presses twice does not leave the place. CSS pixels, in each direction. */
const SAME_PLACE = 8;
const OF_ONE_PRESS = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'] as const;

/**
 * Drops the second half of a double press when the first has closed the sheet it was made on: what then lies under
 * the pointer was never aimed at. Source: HAZARDS H48.
 */
export function useStrayPress(): void {
  useEffect(() => {
    let last: { sheet: Element | null; x: number; y: number; at: number } | null = null;
    let isStray = false;
    const onPress = (event: MouseEvent): void => {
      if (event.type === 'pointerdown') {
        isStray =
          last !== null &&
          isClosed(last.sheet) &&
          event.timeStamp - last.at < DOUBLE_PRESS &&
          Math.abs(event.clientX - last.x) <= SAME_PLACE &&
          Math.abs(event.clientY - last.y) <= SAME_PLACE;
        last = { sheet: sheetOf(event.target), x: event.clientX, y: event.clientY, at: event.timeStamp };
      }
      // A press by the keyboard comes as a click without a pointer.
      if (!isStray || (event.detail === 0 && event.type === 'click')) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    for (const type of OF_ONE_PRESS) window.addEventListener(type, onPress, { capture: true });
    return () => {
      for (const type of OF_ONE_PRESS) window.removeEventListener(type, onPress, { capture: true });
    };
  }, []);
}

function sheetOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('[role="dialog"]') : null;
}

function isClosed(sheet: Element | null): boolean {
  return sheet !== null && !sheet.isConnected;
}
