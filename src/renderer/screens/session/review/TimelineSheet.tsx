import { useEffect, useRef, useState } from 'react';
import type { SessionView, TimelineRow } from '../../../../contract/views/session.ts';
import { ActionBar } from '../../../components/ActionBar.tsx';
import { Button } from '../../../components/Button.tsx';
import { Sheet } from '../../../components/Sheet.tsx';
import { Timeline } from '../../../components/Timeline.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { CorrectSheet } from '../correct/CorrectSheet.tsx';
import { canCorrect } from '../correct/correctable.ts';
import { SessionBanner } from '../running/SessionBanner.tsx';
import { withValues } from '../running/TimelinePanel.tsx';
import styles from './TimelineSheet.module.css';

type TimelineSheetProps = { readonly session: SessionView; readonly onClose: () => void };

/** Everything that is in the record of the session, from its plan on. */
export function TimelineSheet({ session, onClose }: TimelineSheetProps) {
  const { app, clock } = useApp();
  const [correcting, setCorrecting] = useState<TimelineRow | null>(null);
  const rows = useRef<HTMLElement>(null);
  useEffect(() => rows.current?.focus(), []);
  if (correcting)
    return <CorrectSheet session={session} row={correcting} onClose={() => setCorrecting(null)} />;
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title="Timeline"
      head={<span className={styles['note']}>{`${session.events} events in the log`}</span>}
      banner={<SessionBanner session={session} />}
      footer={
        <ActionBar
          end={
            <Button size="act" shortcut="Esc" onPress={onClose}>
              Close
            </Button>
          }
        />
      }
    >
      <section
        ref={rows}
        className={styles['rows']}
        aria-label="What happened"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by the keyboard alone
        tabIndex={0}
      >
        <Timeline
          rows={session.timeline.map(withValues)}
          zone={clock.zone}
          empty="Nothing recorded."
          canCorrect={canCorrect(session, app.user)}
          onCorrect={setCorrecting}
        />
      </section>
    </Sheet>
  );
}
