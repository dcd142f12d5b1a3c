import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** A4 is 210 mm wide; the window counts 96 px to the inch. */
const PAPER_WIDTH = (210 / 25.4) * 96;
/** Desk left and right of the paper. */
const DESK_MARGIN = 48;
const LARGEST = 1.2;
/** In steps of 5 %, so that lines of the drawing do not fall apart at every width. */
const STEPS = 20;

type FittingScale<Desk extends HTMLElement> = {
  readonly desk: RefObject<Desk | null>;
  readonly scale: number;
};

/** The size at which a page fits the width of its desk, and follows it. */
export function useFittingScale<Desk extends HTMLElement>(): FittingScale<Desk> {
  const desk = useRef<Desk>(null);
  const [scale, setScale] = useState(1);
  useLayoutEffect(() => {
    if (!desk.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setScale(scaleFor(entry.contentRect.width));
    });
    observer.observe(desk.current);
    return () => observer.disconnect();
  }, []);
  return { desk, scale };
}

function scaleFor(width: number): number {
  const fits = Math.min(LARGEST, (width - DESK_MARGIN) / PAPER_WIDTH);
  return Math.max(1, Math.floor(fits * STEPS)) / STEPS;
}
