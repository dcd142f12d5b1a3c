import type { PlanScreenView } from '../../../contract/views/plan.ts';
import { formatQuantityText } from '../../../core/quantity/format.ts';
import { formatDate } from '../../components/time.ts';
import { useApp } from '../../hooks/useApp.tsx';
import styles from './PlanSumPane.module.css';

/** What the last session was like for this patient. Source: UX 1, requirement 39. */
export function LastTime({ session }: { readonly session: NonNullable<PlanScreenView['lastSession']> }) {
  const { clock } = useApp();
  const { given, givenPerKg, peakPressure, effects, measures } = session;
  const facts = [
    `${formatQuantityText(given)}, ${formatQuantityText(givenPerKg)}`,
    ...(peakPressure === null ? [] : [`peak ${peakPressure}`]),
    effects,
    ...measures,
  ];
  return (
    <p className={styles['last']}>
      <span className={styles['label']}>Last time</span>
      <span className={styles['muted']}>
        <span className="hy">{formatDate(session.startedAt, clock.zone)}</span>
        {` · ${facts.join(' · ')}`}
      </span>
    </p>
  );
}
