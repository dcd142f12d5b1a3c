import { useEffect } from 'react';
import { useFreshAfterCommits } from './hooks/queries.ts';
import { useApp } from './hooks/useApp.tsx';
import { useKeys } from './hooks/useKeys.ts';
import { usePlace } from './hooks/usePlace.tsx';
import { useTheme } from './hooks/useTheme.ts';
import { SignedInFrame } from './SignedInFrame.tsx';
import { FirstRun } from './screens/FirstRun.tsx';
import { SignIn } from './screens/SignIn.tsx';

/** The whole window: two doors before a record is open, the sign-in while locked, the desk after it. */
export function App() {
  const { app } = useApp();
  const { next } = useTheme(app.theme);
  const { go } = usePlace();
  const locked = app.user === null;
  // After a lock nobody is where somebody else was: no chair is chosen. Source: hazard H06.
  useEffect(() => {
    if (locked) go({ at: 'board' });
  }, [locked, go]);
  useFreshAfterCommits();
  useKeys({ f9: next });
  if (app.file === 'none') return <FirstRun />;
  return app.user ? <SignedInFrame user={app.user} /> : <SignIn />;
}
