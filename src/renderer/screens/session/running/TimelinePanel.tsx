import { useMemo } from 'react';
import type { SessionView, TimelineRow } from '../../../../contract/views/session.ts';
import { Timeline } from '../../../components/Timeline.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import styles from './TimelinePanel.module.css';
import { vitalsText } from './vitalsWords.ts';

/** What happened, newest first, with the values of each round of vital signs. */
export function TimelinePanel({ session }: { readonly session: SessionView }) {
  const { clock } = useApp();
  const rows = useMemo(() => session.timeline.toReversed().map(withValues), [session.timeline]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached without a mouse
    <section aria-label="Timeline" className={styles['panel']} tabIndex={0}>
      <div className={styles['head']}>
        <h2>Timeline</h2>
        <span>newest first</span>
      </div>
      <Timeline rows={rows} zone={clock.zone} empty="Not started" />
    </section>
  );
}

function withValues(row: TimelineRow): TimelineRow {
  return row.vitals ? { ...row, detail: vitalsText(row.vitals) } : row;
}
