import { useReducer, useState } from 'react';
import type { Failure } from '../../../contract/failures.ts';
import type { CountedChoice, PlanScreenView, ProtocolChoice } from '../../../contract/views/plan.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { useStep } from '../../hooks/useStep.ts';
import type { GivenReason, Reasons } from './overrideReasons.ts';
import { firstPlanEntry, type PlanAction, type PlanEntry, planEntryAfter, sameTyped } from './planEntry.ts';
import { type FailedRule, failedRules } from './planRules.ts';
import { type ShownCalculation, usePlanCalculation } from './usePlanCalculation.ts';

/** A plan being written: what stands in the fields, what is known of it, and how it is saved. */
export type PlanInHand = {
  readonly view: PlanScreenView;
  readonly entry: PlanEntry;
  readonly act: (action: PlanAction) => void;
  readonly choice: ProtocolChoice | undefined;
  /** In its place where doses are counted. */
  readonly counted: CountedChoice | undefined;
  readonly shown: ShownCalculation;
  readonly rules: readonly FailedRule[];
  readonly reasons: Reasons;
  readonly giveReason: (key: string, reason: GivenReason) => void;
  /** Something stands in the fields that no save has answered for. */
  readonly unsaved: boolean;
  /** Saves what is unsaved; the plan as it then stands, or null when that was refused. */
  readonly save: () => Promise<PlanScreenView | null>;
  readonly failure: Failure | null;
};

export function usePlanEditor(
  view: PlanScreenView,
  chair: number | null,
  onSaved: (view: PlanScreenView) => void,
): PlanInHand {
  const { clock } = useApp();
  const [first] = useState(() => firstPlanEntry(view, chair));
  const [entry, act] = useReducer(planEntryAfter, first);
  const [savedAs, setSavedAs] = useState(first.typed);
  const [reasons, setReasons] = useState<Reasons>({});
  const saving = useStep('plan:save');
  const shown = usePlanCalculation(view.patient.id, view.session, entry.typed);
  const choice = view.choices.find(({ protocol }) => protocol.id === entry.typed.protocol);
  const counted = view.countedChoices.find(({ protocol }) => protocol.id === entry.typed.protocol);
  const protocol = choice?.protocol ?? counted?.protocol;
  const unsaved = !sameTyped(entry.typed, savedAs);
  const save = async (): Promise<PlanScreenView | null> => {
    if (!unsaved && view.session !== null) return view;
    const { typed } = entry;
    const saved = await saving.send({ patient: view.patient.id, session: view.session, typed });
    if (!saved) return null;
    setSavedAs(typed);
    onSaved(saved);
    return saved;
  };
  const judged = protocol && shown.calculation && { calculation: shown.calculation, protocol };
  return {
    view,
    entry,
    act,
    choice,
    counted,
    shown,
    rules: judged ? failedRules({ ...judged, view, entry, now: clock.now, zone: clock.zone }) : [],
    reasons,
    giveReason: (key, reason) => setReasons({ ...reasons, [key]: reason }),
    unsaved,
    save,
    failure: saving.failure,
  };
}
