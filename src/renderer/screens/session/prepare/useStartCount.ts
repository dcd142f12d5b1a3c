import { useEffect, useEffectEvent, useState } from 'react';

/** The pump's own start is pressed on "now": three seconds to bring both together. Source: UX 3.10. */
const COUNT_SECONDS = 3;
const ONE_SECOND = 1_000;

export type StartCount = {
  /** Seconds left; 0 is "now"; null while nothing is being started. */
  readonly left: number | null;
  readonly begin: () => void;
  readonly stop: () => void;
};

/** Counts down and then acts once. Leaving the screen, or a reason not to start after all, stops the count. */
export function useStartCount(act: () => Promise<unknown>, isOpen: boolean): StartCount {
  const [left, setLeft] = useState<number | null>(null);
  const start = useEffectEvent(async () => {
    await act();
    setLeft(null);
  });
  useEffect(() => {
    if (left === null) return;
    if (left === 0) {
      void start();
      return;
    }
    const timer = window.setTimeout(() => setLeft(left - 1), ONE_SECOND);
    return () => window.clearTimeout(timer);
  }, [left]);
  useEffect(() => {
    if (!isOpen) setLeft(null);
  }, [isOpen]);
  return { left, begin: () => setLeft(COUNT_SECONDS), stop: () => setLeft(null) };
}
