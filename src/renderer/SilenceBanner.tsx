import { createPortal } from 'react-dom';
import { SilenceNote } from './components/SilenceNote.tsx';
import { useApp } from './hooks/useApp.tsx';
import { useSilence } from './hooks/useSilence.ts';

/**
 * Over everything, sheets too, while the main process does not answer: outside of what a sheet hides from whoever hears
 * the page. Source: hazard H49.
 */
export function SilenceBanner() {
  const { clock } = useApp();
  if (!useSilence()) return null;
  return createPortal(<SilenceNote since={clock.now} zone={clock.zone} />, document.body);
}
