import { useEffect, useEffectEvent, useRef } from 'react';
import { call } from './call.ts';

/** The program hears of touches at most this often; it judges by itself when a desk was left. */
const TELL_EVERY_MILLISECONDS = 5000;
const TOUCHES = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/**
 * Tells the program that somebody is at the desk: at once for the first touch, later ones with the next second it may
 * be. `counter` is the one clock's; the window measures no time of its own. Source: HAZARDS H39.
 */
export function useActivity(isSignedIn: boolean, counter: number): void {
  const toldAt = useRef(Number.NEGATIVE_INFINITY);
  const isUntold = useRef(false);
  const tell = (): void => {
    toldAt.current = counter;
    isUntold.current = false;
    void call('identity:stay', {});
  };
  const tellIfDue = (): void => {
    if (isSignedIn && isUntold.current && counter - toldAt.current >= TELL_EVERY_MILLISECONDS) tell();
  };
  const onTouch = useEffectEvent(() => {
    isUntold.current = true;
    tellIfDue();
  });
  const onSecond = useEffectEvent(tellIfDue);
  useEffect(() => {
    const touched = (): void => onTouch();
    for (const touch of TOUCHES) window.addEventListener(touch, touched, { capture: true, passive: true });
    return () => {
      for (const touch of TOUCHES) window.removeEventListener(touch, touched, { capture: true });
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each second of the clock is looked at once
  useEffect(() => onSecond(), [counter]);
}
