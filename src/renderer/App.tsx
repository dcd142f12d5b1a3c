import { useEffect } from 'react';
import { useFreshAfterCommits } from './hooks/queries.ts';
import { useActivity } from './hooks/useActivity.ts';
import { useApp } from './hooks/useApp.tsx';
import { useDroppedByLock } from './hooks/useDroppedByLock.ts';
import { useKeys } from './hooks/useKeys.ts';
import { usePlace } from './hooks/usePlace.tsx';
import { useStrayPress } from './hooks/useStrayPress.ts';
import { useTheme } from './hooks/useTheme.ts';
import { SignedInFrame } from './SignedInFrame.tsx';
import { FirstRun } from './screens/FirstRun.tsx';
import { OwnPassphraseScreen } from './screens/OwnPassphraseScreen.tsx';
import { SignIn } from './screens/SignIn.tsx';

/** The whole window: two doors before a record is open, the sign-in while locked, the desk after it. */
export function App() {
  const { app, clock } = useApp();
  const { next } = useTheme(app.theme);
  const { go } = usePlace();
  const locked = app.user === null;
  // After a lock nobody is where somebody else was: no chair is chosen. Source: hazard H06.
  useEffect(() => {
    if (locked) go({ at: 'board' });
  }, [locked, go]);
  const dropped = useDroppedByLock(app.user?.id ?? null);
  useActivity(!locked, clock.counter);
  useFreshAfterCommits();
  useStrayPress();
  useKeys({ f9: next });
  if (app.file === 'none') return <FirstRun />;
  if (!app.user) return <SignIn dropped={dropped} />;
  return app.user.isProvisional ? (
    <OwnPassphraseScreen />
  ) : (
    <SignedInFrame user={app.user} dropped={dropped} />
  );
}
