import { formatNumberText, formatQuantityText } from '../../../../core/quantity/format.ts';
import { formatElapsed } from '../../../../core/quantity/formatDuration.ts';
import { endsAtRate } from '../../../../core/session/delivered.ts';
import { formatTimeSince } from '../../../components/time.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import type { Considered, RunningInfusion } from '../running/rateChange.ts';
import { onWallClock, sessionNow } from '../sessionTime.ts';
import styles from './RateSheet.module.css';

type ConsideredRateProps = RunningInfusion & { readonly considered: Considered };

/** What the new rate would do, before anything is recorded. Wording: UX 3.11. */
export function ConsideredRate({ considered, ...running }: ConsideredRateProps) {
  const { clock } = useApp();
  const { session, infusion } = running;
  const { rate, doseRate } = considered;
  // The end moves on while the old rate runs: the core's own projection from now, not the moment of the question.
  const ends = endsAtRate(infusion.run, sessionNow(session, clock), rate);
  const newEnd =
    ends === null
      ? ''
      : ` New end ${formatTimeSince(clock.now, onWallClock(ends, session, clock), clock.zone)}.`;
  return (
    <div className={styles['considered']} role="status">
      <p className={styles['sentence']}>
        {`Change Chair ${session.chair} to ${formatQuantityText(rate)} (${formatQuantityText(doseRate)}).${newEnd}`}
      </p>
      <p className={styles['difference']}>
        {`${formatNumberText(infusion.rate)} → ${formatQuantityText(rate)} · ${formatNumberText(infusion.doseRate)} → ${formatQuantityText(doseRate)}`}
        {ends !== null && infusion.endsAt !== null && ` · ${shiftText(ends - infusion.endsAt)}`}
      </p>
    </div>
  );
}

/** `ends 14 min 20 s later` */
function shiftText(milliseconds: number): string {
  if (Math.abs(milliseconds) < 1_000) return 'ends at the same time';
  return `ends ${formatElapsed(Math.abs(milliseconds))} ${milliseconds > 0 ? 'later' : 'earlier'}`;
}
