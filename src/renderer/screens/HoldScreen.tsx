import { useState } from 'react';
import type { HeldEntries } from '../../contract/views/session.ts';
import { FailureNote } from '../components/FailureNote.tsx';
import { Screen } from '../components/Screen.tsx';
import { errorText } from '../errorText.ts';
import { useRead } from '../hooks/queries.ts';
import { useApp } from '../hooks/useApp.tsx';
import { usePlace } from '../hooks/usePlace.tsx';
import { useStep } from '../hooks/useStep.ts';
import { ClosedBanner } from './entry/ClosedBanner.tsx';
import { HeldSets } from './entry/HeldSets.tsx';
import { HoldDoor } from './entry/HoldDoor.tsx';

/** T6b: a prescriber looks at both sets, says which source was wrong, and everyone starts again. */
export function HoldScreen({ session: id }: { readonly session: string }) {
  const { clock } = useApp();
  const { go } = usePlace();
  const { data: session, failure } = useRead('session:load', { session: id });
  const [held, setHeld] = useState<HeldEntries | null>(null);
  const opening = useStep('hold:load');
  const leave = (): void => go({ at: 'session', session: id });
  const open = async (): Promise<void> => setHeld(await opening.send({ session: id }));
  if (failure) {
    return (
      <Screen>
        <FailureNote>{errorText(failure, clock.zone)}</FailureNote>
      </Screen>
    );
  }
  if (!session) return null;
  const banner = <ClosedBanner session={session} />;
  return held ? (
    <HeldSets banner={banner} session={session} held={held} onDone={leave} />
  ) : (
    <HoldDoor banner={banner} failure={opening.failure} onOpen={() => void open()} onLeave={leave} />
  );
}
