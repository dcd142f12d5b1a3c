import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { EntryForm } from '../../../contract/views/session.ts';
import { call } from '../../hooks/call.ts';
import { useApp } from '../../hooks/useApp.tsx';

/** The form hears of keys at most this often. */
const STAY_EVERY_MILLISECONDS = 10_000;
const MILLISECONDS_PER_SECOND = 1000;

/**
 * How long until the form is cleared, by the one clock, and what a key does about it. A key that was not told at
 * once is told at the next second it may be, so the form never dies earlier than the time shown. Source: UX 3.8.
 */
export function useIdle({ ticket, idleSeconds }: EntryForm, onOver: () => void) {
  const { counter } = useApp().clock;
  const [lastKeyAt, setLastKeyAt] = useState(counter);
  const toldAt = useRef(counter);
  const untold = useRef(false);
  const over = useEffectEvent(onOver);
  const left = idleSeconds * MILLISECONDS_PER_SECOND - (counter - lastKeyAt);
  const tell = async (): Promise<void> => {
    toldAt.current = counter;
    untold.current = false;
    const reply = await call('entry:stay', { ticket });
    // A save that failed is no reason to drop what was typed.
    if (!reply.ok && reply.failure.kind === 'formExpired') onOver();
  };
  const tellIfDue = (): void => {
    if (untold.current && counter - toldAt.current >= STAY_EVERY_MILLISECONDS) void tell();
  };
  const onSecond = useEffectEvent(() => {
    if (left <= 0) over();
    else tellIfDue();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each second of the clock is looked at once
  useEffect(() => onSecond(), [counter]);
  return {
    left: Math.max(0, left),
    onKey: (): void => {
      setLastKeyAt(counter);
      untold.current = true;
      tellIfDue();
    },
  };
}
