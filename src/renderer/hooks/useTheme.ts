import { useEffect, useState } from 'react';
import type { AppView } from '../../contract/views/app.ts';

type Theme = AppView['theme'];

const NEXT: Record<Theme, Theme> = { dim: 'night', night: 'light', light: 'dim' };

/** The theme of the window: begins as the program says (dim from 18:00 to 08:00), F9 goes on to the next. */
export function useTheme(first: Theme): { readonly theme: Theme; readonly next: () => void } {
  const [theme, setTheme] = useState(first);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return { theme, next: () => setTheme(NEXT[theme]) };
}
