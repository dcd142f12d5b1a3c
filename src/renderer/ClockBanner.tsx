import { useState } from 'react';
import { NoticeList } from './components/NoticeList.tsx';
import { clockChangeText } from './errorTexts/startTexts.ts';
import { useApp } from './hooks/useApp.tsx';

/** Above every screen after the computer's clock was moved, until each person has put it away. Source: UX 2.5. */
export function ClockBanner() {
  const { app, clock } = useApp();
  const [seen, setSeen] = useState<string | null>(null);
  const { clockChange } = app;
  if (!clockChange || clockChange.id === seen) return null;
  const text = clockChangeText(clockChange, clock.zone);
  return <NoticeList notices={[{ id: clockChange.id, text, tone: 'due' }]} onAcknowledge={setSeen} />;
}
