import type { SessionView, VitalsRow } from '../../../../contract/views/session.ts';
import { classes } from '../../../components/classes.ts';
import { formatHourMinute } from '../../../components/time.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { ageOf } from '../../board/boardWords.ts';
import { pressureText } from '../running/vitalsWords.ts';
import { sessionNow } from '../sessionTime.ts';
import styles from './RecoveryVitals.module.css';

/** As many as stand beside the ring on a small screen; the older ones are in the timeline of the record. */
const SHOWN = 4;
const NOT_RECORDED = 'Not recorded';

/** The latest vital signs, each with its age, above the baseline they are held against. Source: UX 3.13. */
export function RecoveryVitals({ session }: { readonly session: SessionView }) {
  const { vitals, baseline } = session;
  const later = vitals.filter(({ done }) => baseline === null || done.at > baseline.done.at);
  const latest = later.slice(-SHOWN).reverse();
  const now = sessionNow(session, useApp().clock);
  return (
    <table className={styles['vitals']}>
      <thead>
        <tr className={styles['names']}>
          <th scope="col">Vitals</th>
          <th scope="col">BP mmHg</th>
          <th scope="col">HR</th>
          <th scope="col">SpO2 %</th>
          <th scope="col">Age</th>
        </tr>
      </thead>
      <tbody>
        {latest.map((row, index) => (
          <Row key={row.done.at} row={row} now={now} place={placeOf(row, session)} isLatest={index === 0} />
        ))}
        {baseline && <Row row={baseline} now={now} place="baseline" />}
        {!baseline && latest.length === 0 && (
          <tr className={styles['row']}>
            <td colSpan={5}>No vitals recorded. Press V to record them.</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

type RowProps = {
  readonly row: VitalsRow;
  /** On the session's axis, like the moment of the row. */
  readonly now: number;
  readonly place: string;
  readonly isLatest?: boolean;
};

function Row({ row, now, place, isLatest = false }: RowProps) {
  const { clock } = useApp();
  const { heartRate, spo2, done } = row;
  return (
    <tr
      className={classes(
        styles['row'],
        isLatest && styles['latest'],
        place === 'baseline' && styles['baseline'],
      )}
    >
      <th scope="row">{`${formatHourMinute(done.happenedAt, clock.zone)} ${place}`.trim()}</th>
      <td>{pressureText(row) ?? NOT_RECORDED}</td>
      <td>{heartRate ?? NOT_RECORDED}</td>
      <td>{spo2 ?? NOT_RECORDED}</td>
      <td className={styles['age']}>{ageOf(done.at, now)}</td>
    </tr>
  );
}

function placeOf({ done }: VitalsRow, { recovery }: SessionView): string {
  return recovery && done.at < recovery.ended.at ? 'infusion' : '';
}
