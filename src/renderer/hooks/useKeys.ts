import { useEffect, useEffectEvent, useState } from 'react';

/** What a key does now: a command, or text in the field that has the focus. Source: UX 3.0, keyboard map. */
export type KeyMode = 'commands' | 'typing';

/** Single keys of a screen, by their name in lower case (`v`, `2`, `f9`, `ctrl+p`). */
export type KeyMap = Readonly<Record<string, (() => void) | undefined>>;

/**
 * Runs a screen's single keys while nothing is being typed and no sheet lies over it. A key that is held down acts
 * once. F keys and Ctrl combinations act in a field too: nobody types them, and the shell has then kept the browser
 * from acting on them.
 */
export function useKeys(keys: KeyMap): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.repeat || event.altKey || event.metaKey) return;
    const name = `${event.ctrlKey ? 'ctrl+' : ''}${event.key.toLowerCase()}`;
    const act = keys[name];
    if (!act) return;
    const always = event.ctrlKey || /^f\d+$/.test(name);
    if (!always && (event.defaultPrevented || isTyping() || hasOpenSheet())) return;
    if (name === 'enter' && isOnControl()) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

/** Follows the focus, for the mode line of the status bar. */
export function useKeyMode(): KeyMode {
  const [mode, setMode] = useState<KeyMode>('commands');
  useEffect(() => {
    const follow = (): void => setMode(isTyping() ? 'typing' : 'commands');
    // The new element has the focus only after the event.
    const later = (): void => queueMicrotask(follow);
    window.addEventListener('focusin', follow);
    window.addEventListener('focusout', later);
    return () => {
      window.removeEventListener('focusin', follow);
      window.removeEventListener('focusout', later);
    };
  }, []);
  return mode;
}

function isTyping(): boolean {
  const focused = document.activeElement;
  return focused instanceof HTMLInputElement
    ? focused.type !== 'checkbox' && focused.type !== 'radio'
    : focused instanceof HTMLTextAreaElement || focused instanceof HTMLSelectElement;
}

/** Enter on a control presses that control, whatever else the screen would do with the key. */
function isOnControl(): boolean {
  return document.activeElement?.closest('button, a[href], summary, [role="option"]') instanceof Element;
}

function hasOpenSheet(): boolean {
  return document.querySelector('[role="dialog"]') !== null;
}
