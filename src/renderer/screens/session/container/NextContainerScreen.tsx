import type { SessionView } from '../../../../contract/views/session.ts';
import { FailureNote } from '../../../components/FailureNote.tsx';
import { Screen } from '../../../components/Screen.tsx';
import { errorText } from '../../../errorText.ts';
import { useRead } from '../../../hooks/queries.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { SessionScreen } from '../../SessionScreen.tsx';
import { DiluentStep } from '../prepare/DiluentStep.tsx';
import { DrawStep } from '../prepare/DrawStep.tsx';
import { TakeVialStep } from '../prepare/TakeVialStep.tsx';
import { WitnessStep } from '../prepare/WitnessStep.tsx';
import { NextLabelStep } from './NextLabelStep.tsx';

/** P8 for the container that comes next, while the first one runs. Source: UX 3.9. */
export function NextContainerScreen({ session: id }: { readonly session: string }) {
  const { clock } = useApp();
  const { data: session, failure } = useRead('session:load', { session: id });
  if (failure) {
    return (
      <Screen>
        <FailureNote tone="stop">{errorText(failure, clock.zone)}</FailureNote>
      </Screen>
    );
  }
  return session ? <StepOf session={session} /> : null;
}

/** What has ended meanwhile needs no further container: then the session is shown as it stands. */
function StepOf({ session }: { readonly session: SessionView }) {
  const { plan, nextPreparation: preparation } = session;
  if (!plan || !preparation) return <SessionScreen session={session.id} />;
  const props = { session, plan, preparation };
  if (!preparation.vial) return <TakeVialStep {...props} />;
  if (!preparation.drawn) return <DrawStep {...props} />;
  if (!preparation.mixed) return <DiluentStep {...props} />;
  return preparation.witnessed ? <NextLabelStep {...props} /> : <WitnessStep {...props} />;
}
