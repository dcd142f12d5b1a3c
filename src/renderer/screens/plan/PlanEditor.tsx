import { useRef, useState } from 'react';
import type { PlanScreenView } from '../../../contract/views/plan.ts';
import { FailureNote } from '../../components/FailureNote.tsx';
import { Screen } from '../../components/Screen.tsx';
import { errorText } from '../../errorText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { useKeys } from '../../hooks/useKeys.ts';
import { type Place, useHoldBack, usePlace } from '../../hooks/usePlace.tsx';
import { AuthoriseSheet } from './AuthoriseSheet.tsx';
import { CountedSumPane } from './CountedSumPane.tsx';
import { FailedRules } from './FailedRules.tsx';
import { LeaveSheet } from './LeaveSheet.tsx';
import { LookAgain } from './LookAgain.tsx';
import { PlanActions } from './PlanActions.tsx';
import { PlanBanner } from './PlanBanner.tsx';
import { PlanForm } from './PlanForm.tsx';
import { PlanHead } from './PlanHead.tsx';
import styles from './PlanLayout.module.css';
import { PlanSumPane } from './PlanSumPane.tsx';
import { slipsWithinLimits, smallDrawUpSentences } from './planRules.ts';
import { type PlanInHand, usePlanEditor } from './usePlanEditor.ts';
import { countedWorkingOf, workingOf } from './workingOf.ts';

type PlanEditorProps = {
  readonly view: PlanScreenView;
  readonly chair: number | null;
  readonly onSaved: (view: PlanScreenView) => void;
};

/** A plan being written: the order at the left, its checked sum at the right. Source: UX 3.6, P6. */
export function PlanEditor({ view, chair, onSaved }: PlanEditorProps) {
  const { clock } = useApp();
  const { go } = usePlace();
  const [sheet, setSheet] = useState<'authorise' | 'leave' | null>(null);
  const leavingFor = useRef<Place | null>(null);
  const plan = usePlanEditor(view, chair, onSaved);
  const { entry, act, failure } = plan;
  const back: Place = { at: 'patient', patient: view.patient.id };
  useHoldBack((next) => {
    // The first save only gives this same plan its number; once it has been asked, the same wish is granted.
    const stays = next.at === 'plan' && next.patient === view.patient.id;
    if (stays || !plan.unsaved || leavingFor.current === next) return false;
    leavingFor.current = next;
    setSheet('leave');
    return true;
  });
  const leave = (): void => go(leavingFor.current ?? back);
  const stay = (): void => {
    leavingFor.current = null;
    setSheet(null);
  };
  useKeys({ escape: () => go(back) });
  return (
    <Screen
      banner={<PlanBanner view={view} chair={entry.typed.chair} />}
      head={
        <PlanHead
          view={view}
          protocol={entry.typed.protocol}
          chair={entry.typed.chair}
          zone={clock.zone}
          act={act}
        />
      }
      alert={failure && <FailureNote tone="stop">{errorText(failure, clock.zone)}</FailureNote>}
      actions={<PlanActions plan={plan} onAuthorise={() => setSheet('authorise')} />}
    >
      <div className={styles['columns']}>
        <PlanForm plan={plan} />
        <SumOf plan={plan} />
      </div>
      {sheet === 'authorise' && <AuthoriseSheet plan={plan} onClose={() => setSheet(null)} />}
      {sheet === 'leave' && <LeaveSheet plan={plan} onLeave={leave} onStay={stay} />}
    </Screen>
  );
}

function SumOf({ plan }: { readonly plan: PlanInHand }) {
  const { clock } = useApp();
  const { view, entry, choice, shown, rules } = plan;
  const slips = shown.calculation ? slipsWithinLimits(shown.calculation) : [];
  const looks = [...slips, ...smallDrawUpSentences(shown.calculation)];
  const waiting = shown.calculation !== null && !shown.current;
  if (plan.counted) {
    return (
      <CountedSumPane
        sum={shown.calculation?.counted?.sum ?? null}
        working={countedWorkingOf(entry, shown, clock.zone)}
        lastSession={view.lastSession}
        waiting={waiting}
      >
        {looks.length > 0 && <LookAgain sentences={looks} />}
        {rules.length > 0 && <FailedRules rules={rules} reasons={plan.reasons} onReason={plan.giveReason} />}
      </CountedSumPane>
    );
  }
  return (
    <PlanSumPane
      sum={shown.calculation?.sum ?? null}
      protocol={choice?.protocol}
      {...(choice && { amount: choice.shape.amount })}
      working={workingOf(entry, shown, choice, clock.zone)}
      lastSession={view.lastSession}
      clock={clock}
      waiting={waiting}
    >
      {looks.length > 0 && <LookAgain sentences={looks} />}
      {rules.length > 0 && <FailedRules rules={rules} reasons={plan.reasons} onReason={plan.giveReason} />}
    </PlanSumPane>
  );
}
