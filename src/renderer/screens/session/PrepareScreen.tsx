import type { SessionView } from '../../../contract/views/session.ts';
import { Screen } from '../../components/Screen.tsx';
import { PrepareCounted } from './counted/PrepareCounted.tsx';
import { DiluentStep } from './prepare/DiluentStep.tsx';
import { DrawStep } from './prepare/DrawStep.tsx';
import { LabelStep } from './prepare/LabelStep.tsx';
import { TakeVialStep } from './prepare/TakeVialStep.tsx';
import { WitnessStep } from './prepare/WitnessStep.tsx';
import { FailureLine } from './running/FailureLine.tsx';
import { SessionBanner } from './running/SessionBanner.tsx';

/** P8: from the match to a labelled syringe, one step at a time. Source: UX 3.9. */
export function PrepareScreen({ session }: { readonly session: SessionView }) {
  const { plan, counted, preparation } = session;
  if (counted && preparation) {
    return <PrepareCounted session={session} counted={counted} preparation={preparation} />;
  }
  if (!plan || !preparation) {
    return (
      <Screen banner={<SessionBanner session={session} />}>
        <FailureLine failure={{ kind: 'planClosed' }} />
      </Screen>
    );
  }
  const props = { session, plan, preparation };
  if (!preparation.vial) return <TakeVialStep {...props} />;
  if (!preparation.drawn) return <DrawStep {...props} />;
  if (!preparation.mixed) return <DiluentStep {...props} />;
  return preparation.witnessed ? <LabelStep {...props} /> : <WitnessStep {...props} />;
}
