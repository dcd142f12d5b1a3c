import type { WindowTheme } from './shell.ts';

/** `--bg` of each theme in the window's style sheet: the window is painted with it before the first frame. */
export const BACKGROUND_BY_THEME: Readonly<Record<WindowTheme, string>> = {
  dim: '#12161C',
  night: '#0B0D10',
  light: '#F7F8FA',
};
