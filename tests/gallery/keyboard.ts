import { cdp, userEvent } from 'vitest/browser';

/**
 * Presses keys with given times between them, so that a bounce of 40 ms is one on any machine. The browser takes
 * the times it is told for the times of the events.
 */

type Press = { readonly key: string; readonly repeated?: boolean };

/** Seconds. Runs ahead of the real one while presses are told to lie further apart than they are sent. */
let clock = 0;

/** One press after another, `apart` milliseconds from press to press. */
export async function pressKeys(keys: readonly (string | Press)[], apart: number): Promise<void> {
  let first = true;
  for (const press of keys) {
    const { key, repeated = false } = typeof press === 'string' ? { key: press } : press;
    clock = Math.max(clock + apart / 1000, first ? Date.now() / 1000 : 0);
    first = false;
    await dispatch('keyDown', key, repeated);
    if (!repeated) await dispatch('keyUp', key, false);
  }
}

/**
 * The same without waiting for one key before the next is sent, Backspace and Enter among them: the browser takes them in
 * the order they come, and thousands of sequences take minutes instead of hours.
 */
export async function pressInOneGo(keys: readonly string[], apart: number): Promise<void> {
  clock = Math.max(clock, Date.now() / 1000);
  await Promise.all(
    // No field listens to a key coming up.
    keys.map((key) => {
      clock += apart / 1000;
      return dispatch('keyDown', key, false);
    }),
  );
}

/** Types a text at a person's pace. */
export async function typeText(text: string): Promise<void> {
  await pressKeys([...text], 200);
}

export async function pressEnter(): Promise<void> {
  await userEvent.keyboard('{Enter}');
}

async function dispatch(type: 'keyDown' | 'keyUp', key: string, autoRepeat: boolean): Promise<void> {
  const isText = [...key].length === 1;
  await cdp().send('Input.dispatchKeyEvent', {
    type,
    key,
    timestamp: clock,
    autoRepeat,
    ...(type === 'keyDown' && isText ? { text: key, unmodifiedText: key } : {}),
    ...(key === 'Enter' ? { windowsVirtualKeyCode: 13, code: 'Enter', text: '\r' } : {}),
    ...(key === 'Backspace' ? { windowsVirtualKeyCode: 8, code: 'Backspace' } : {}),
  });
}
