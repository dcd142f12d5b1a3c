import type { PlanScreenView } from '../../contract/views/plan.ts';
import { useApp } from '../hooks/useApp.tsx';
import { usePlace } from '../hooks/usePlace.tsx';
import { PlanEditor } from './plan/PlanEditor.tsx';
import { PlanNotOpen } from './plan/PlanNotOpen.tsx';
import { PlanReader } from './plan/PlanReader.tsx';
import { usePlan } from './plan/usePlan.ts';

type PlanScreenProps = {
  readonly patient: string;
  /** Null: a plan that is begun. */
  readonly session: string | null;
  /** The chair one came from. */
  readonly chair: number | null;
};

/** P6: the plan, written by a prescriber and signed; afterwards its author may still read it. Source: UX 3.6. */
export function PlanScreen({ patient, session, chair }: PlanScreenProps) {
  const { app } = useApp();
  const { go } = usePlace();
  const { view, failure, accept, take } = usePlan(patient, session);
  if (!view) {
    const back =
      session === null ? ({ at: 'patient', patient } as const) : ({ at: 'session', session } as const);
    return <PlanNotOpen failure={failure} onAccept={accept} onLeave={() => go(back)} />;
  }
  const isPlanned = view.state === null || view.state === 'PLANNED';
  if (!isPlanned || !app.user?.roles.includes('prescriber')) {
    return <PlanReader view={view} session={view.session ?? ''} />;
  }
  const onSaved = (saved: PlanScreenView): void => {
    take(saved);
    // From now on this screen opens the saved plan, also after a lock.
    if (saved.session !== session) go({ at: 'plan', patient, session: saved.session, chair });
  };
  return <PlanEditor view={view} chair={chair} onSaved={onSaved} />;
}
