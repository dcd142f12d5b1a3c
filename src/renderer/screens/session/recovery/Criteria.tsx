import { useEffect, useRef } from 'react';
import type { RecoveryView, SessionView } from '../../../../contract/views/session.ts';
import type { RecoveryCriterion } from '../../../../core/session/events.ts';
import { hasRole } from '../../../../core/session/roles.ts';
import { DISCHARGE_NEED_WORDS } from '../../../../core/session/words.ts';
import { Button } from '../../../components/Button.tsx';
import { CheckRow } from '../../../components/CheckRow.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import styles from './Criteria.module.css';
import { CriterionRow } from './CriterionRow.tsx';
import { unmetNeeds, WORKED_OUT } from './dischargeNeeds.ts';
import { systolicRow, systolicText, tickedBy } from './recoveryWords.ts';

type CriteriaProps = {
  readonly session: SessionView;
  readonly recovery: RecoveryView;
  readonly minutes: number;
  readonly onEscort: () => void;
};

/** The worked-out rows and the escort stand among those people tick, in the order of mockup 10. */
const BEFORE_SYSTOLIC: readonly RecoveryCriterion[] = ['oriented', 'steadyGait'];
const BEFORE_ESCORT: readonly RecoveryCriterion[] = [
  'noSevereNausea',
  'painAccepted',
  'accessRemoved',
  'drank',
];
const LAST: readonly RecoveryCriterion[] = ['leafletGiven', 'emergencyNumber'];

/** Everything a discharge asks for; the focus begins at the first that somebody can tick. Source: UX 3.13, 3.20. */
export function Criteria({ session, recovery, minutes, onEscort }: CriteriaProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.querySelector<HTMLInputElement>('input:not(:checked)')?.focus(), []);
  const needs = recovery.criteria.length + WORKED_OUT;
  const met = needs - unmetNeeds(recovery, minutes).length;
  const isAsked = (wanted: RecoveryCriterion): boolean =>
    recovery.criteria.some(({ criterion }) => criterion === wanted);
  const rows = (criteria: readonly RecoveryCriterion[]) =>
    criteria
      .filter(isAsked)
      .map((criterion) => <CriterionRow key={criterion} session={session} criterion={criterion} />);
  return (
    <section aria-label="To discharge">
      <div className={styles['head']}>
        <h2>To discharge</h2>
        <span>{`${met} of ${needs} met`}</span>
      </div>
      <ul ref={list} className={styles['list']}>
        <ObservationRow recovery={recovery} minutes={minutes} />
        {rows(BEFORE_SYSTOLIC)}
        <SystolicRow session={session} recovery={recovery} />
        {rows(BEFORE_ESCORT)}
        <EscortRow recovery={recovery} onEscort={onEscort} />
        {rows(LAST)}
      </ul>
    </section>
  );
}

function ObservationRow({ recovery, minutes }: Pick<CriteriaProps, 'recovery' | 'minutes'>) {
  return (
    <li className={styles['worked']}>
      <CheckRow
        label={DISCHARGE_NEED_WORDS.observationTime}
        value={`${minutes} of ${recovery.neededMinutes} min`}
        state={minutes < recovery.neededMinutes ? 'waiting' : 'met'}
      />
    </li>
  );
}

function SystolicRow({ session, recovery }: Pick<CriteriaProps, 'session' | 'recovery'>) {
  const { clock } = useApp();
  const row = systolicRow(session);
  return (
    <li className={styles['worked']}>
      <CheckRow
        label={DISCHARGE_NEED_WORDS.systolicNearBaseline}
        value={systolicText(recovery)}
        state={recovery.systolic?.settled ? 'met' : 'unmet'}
        {...(row ? { by: tickedBy(row.done, clock.zone) } : {})}
      />
    </li>
  );
}

function EscortRow({ recovery, onEscort }: Pick<CriteriaProps, 'recovery' | 'onEscort'>) {
  const { app, clock } = useApp();
  const { escort } = recovery;
  const mayRecord = app.user && hasRole(app.user, ['nurse', 'prescriber', 'assistant']);
  return (
    <li>
      <CheckRow
        label={DISCHARGE_NEED_WORDS.escort}
        detail={escort && `${escort.name}, ${escort.relation}`}
        value={
          mayRecord ? (
            <Button
              variant="ghost"
              label={escort ? 'Change the escort' : 'Record the escort'}
              onPress={onEscort}
            >
              {escort ? 'Change' : 'Record the escort'}
            </Button>
          ) : (
            !escort && 'not recorded'
          )
        }
        state={escort ? 'met' : 'unmet'}
        {...(escort ? { by: tickedBy(escort.done, clock.zone) } : {})}
      />
    </li>
  );
}
