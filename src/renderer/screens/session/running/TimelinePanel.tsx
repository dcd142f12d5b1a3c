import { useMemo, useState } from 'react';
import type { SessionView, TimelineRow } from '../../../../contract/views/session.ts';
import { Button } from '../../../components/Button.tsx';
import { Timeline } from '../../../components/Timeline.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { usePlace } from '../../../hooks/usePlace.tsx';
import { CorrectSheet } from '../correct/CorrectSheet.tsx';
import { canCorrect } from '../correct/correctable.ts';
import styles from './TimelinePanel.module.css';
import { vitalsText } from './vitalsWords.ts';

/** What happened, newest first, with the values of each round of vital signs. */
export function TimelinePanel({ session }: { readonly session: SessionView }) {
  const { app, clock } = useApp();
  const { go } = usePlace();
  const label = session.preparation?.witnessed?.label;
  const [correcting, setCorrecting] = useState<TimelineRow | null>(null);
  const rows = useMemo(() => session.timeline.toReversed().map(withValues), [session.timeline]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached without a mouse
    <section aria-label="Timeline" className={styles['panel']} tabIndex={0}>
      <div className={styles['head']}>
        <h2>Timeline</h2>
        <span>newest first</span>
        {label !== undefined && session.counted === null && (
          <Button onPress={() => go({ at: 'label', session: session.id, label })}>{`Label ${label}`}</Button>
        )}
      </div>
      <Timeline
        rows={rows}
        zone={clock.zone}
        empty="Not started"
        canCorrect={canCorrect(session, app.user)}
        onCorrect={setCorrecting}
      />
      {correcting && <CorrectSheet session={session} row={correcting} onClose={() => setCorrecting(null)} />}
    </section>
  );
}

/** A row with the values of its vital signs beside its words. */
export function withValues(row: TimelineRow): TimelineRow {
  return row.vitals ? { ...row, detail: vitalsText(row.vitals) } : row;
}
