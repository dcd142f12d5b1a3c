/** Ctrl with a letter that a page may not keep for itself would open, save, print, search or reload something. */
const CTRL_LETTERS = new Set(['d', 'e', 'f', 'g', 'h', 'j', 'k', 'l', 'o', 'p', 'r', 's', 'u']);
/** Help, search, reload, address, caret, tools. F8, F9 and F11 are the program's own or harmless. */
const FUNCTION_KEYS = new Set(['F1', 'F3', 'F5', 'F6', 'F7', 'F12']);
const TOOL_LETTERS = new Set(['b', 'c', 'i', 'j', 'k', 'm', 'o', 'p', 'r', 's', 'delete']);

/**
 * Keeps the browser's own keys and its menu from working in the window: a reload would lose what is half typed, the
 * browser's print would put the bare screen on paper, and its search would find what a form hides. The program's
 * keys still reach it. Copy, paste, zoom and closing stay.
 */
export function silenceBrowserKeys(page: Pick<Window, 'addEventListener'>): void {
  page.addEventListener('keydown', (event) => isBrowserKey(event) && event.preventDefault(), {
    capture: true,
  });
  page.addEventListener('contextmenu', (event) => event.preventDefault(), { capture: true });
}

function isBrowserKey({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  if (FUNCTION_KEYS.has(key)) return true;
  if (altKey) return key === 'ArrowLeft' || key === 'ArrowRight' || key === 'Home';
  if (!ctrlKey && !metaKey) return false;
  return (shiftKey ? TOOL_LETTERS : CTRL_LETTERS).has(key.toLowerCase());
}
