import { SilenceNote } from './components/SilenceNote.tsx';
import { useApp } from './hooks/useApp.tsx';
import { useSilence } from './hooks/useSilence.ts';

/** Over everything, sheets too, while the main process does not answer. Source: hazard H49. */
export function SilenceBanner() {
  const { clock } = useApp();
  return useSilence() ? <SilenceNote since={clock.now} zone={clock.zone} /> : null;
}
