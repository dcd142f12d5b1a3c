import type { SessionView } from '../../contract/views/session.ts';
import { FailureNote } from '../components/FailureNote.tsx';
import { Screen } from '../components/Screen.tsx';
import { errorText } from '../errorText.ts';
import { useRead } from '../hooks/queries.ts';
import { useApp } from '../hooks/useApp.tsx';
import { BeforeStartScreen } from './session/BeforeStartScreen.tsx';
import { ClosedSession } from './session/ClosedSession.tsx';
import { MismatchScreen } from './session/MismatchScreen.tsx';
import { NewerLibrary } from './session/NewerLibrary.tsx';
import { PrepareScreen } from './session/PrepareScreen.tsx';
import { RecoveryScreen } from './session/RecoveryScreen.tsx';
import { ReviewScreen } from './session/ReviewScreen.tsx';
import { RunningScreen } from './session/RunningScreen.tsx';

/** One session: the screen follows its state, so that nobody looks for the next step. */
export function SessionScreen({ session: id }: { readonly session: string }) {
  const { clock } = useApp();
  const { data: session, failure } = useRead('session:load', { session: id });
  if (failure) {
    return (
      <Screen>
        <FailureNote tone="stop">{errorText(failure, clock.zone)}</FailureNote>
      </Screen>
    );
  }
  if (!session) return null;
  return (
    <>
      <NewerLibrary session={session} />
      <ScreenOf session={session} />
    </>
  );
}

function ScreenOf({ session }: { readonly session: SessionView }) {
  switch (session.state) {
    case 'PLANNED':
    case 'AUTHORISED':
    case 'ENTERED_A':
    case 'HELD':
      return <ClosedSession session={session} />;
    case 'MISMATCH':
      return <MismatchScreen session={session} />;
    case 'MATCHED':
      return <PrepareScreen session={session} />;
    case 'PREPARED':
      return session.preparation?.labelChecked ? (
        <BeforeStartScreen session={session} />
      ) : (
        <PrepareScreen session={session} />
      );
    case 'READY':
      return <BeforeStartScreen session={session} />;
    case 'RUNNING':
    case 'PAUSED':
      return <RunningScreen session={session} />;
    case 'RECOVERY':
      return <RecoveryScreen session={session} />;
    case 'DISCHARGED':
    case 'SIGNED':
    case 'CANCELLED':
      return <ReviewScreen session={session} />;
  }
}
