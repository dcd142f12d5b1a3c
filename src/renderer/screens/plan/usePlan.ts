import { useEffect, useEffectEvent, useState } from 'react';
import type { Failure } from '../../../contract/failures.ts';
import type { PlanScreenView } from '../../../contract/views/plan.ts';
import { call } from '../../hooks/call.ts';
import { useStep } from '../../hooks/useStep.ts';

export type OpenedPlan = {
  readonly view: PlanScreenView | null;
  readonly failure: Failure | null;
  /** Opens it although that ends this person's part as a checker. */
  readonly accept: () => void;
  /** Takes over what a save answered. */
  readonly take: (view: PlanScreenView) => void;
};

/** A new plan for a patient, or a saved one. Opening a saved one may first ask, and is recorded. */
export function usePlan(patient: string, session: string | null): OpenedPlan {
  const [view, setView] = useState<PlanScreenView | null>(null);
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const opening = useStep('plan:open');
  const start = async (): Promise<void> => {
    const reply = await call('plan:start', { patient });
    if (reply.ok) setView(reply.value);
    else setRefusal(reply.failure);
  };
  const open = async (id: string, accepted: boolean): Promise<void> => {
    const opened = await opening.send({ session: id, accepted });
    if (opened) setView(opened);
  };
  const load = useEffectEvent((id: string | null) => {
    // After its first save the plan has an id and is on screen already.
    if (view && view.session === id) return;
    void (id === null ? start() : open(id, false));
  });
  useEffect(() => load(session), [session]);
  return {
    view,
    failure: refusal ?? opening.failure,
    accept: () => {
      if (session !== null) void open(session, true);
    },
    take: setView,
  };
}
