import type { TimelineRow } from '../../contract/views/session.ts';
import { Icon } from './Icon.tsx';
import styles from './Timeline.module.css';
import { formatDate, formatHourMinute, formatTime } from './time.ts';
import { ICON_OF_MARK } from './timelineMarks.ts';

export type TimelineProps = {
  /** In the order they are to be read. */
  readonly rows: readonly TimelineRow[];
  readonly zone: string;
  /** What stands here before anything happened: `Not started`. */
  readonly empty: string;
};

/** What happened, when, by whom. A late entry carries the turned-back arrow and both its times. */
export function Timeline({ rows, zone, empty }: TimelineProps) {
  if (rows.length === 0) return <p className={styles['empty']}>{empty}</p>;
  return (
    <ol className={styles['list']}>
      {rows.map((row, position) => (
        <Row key={row.id} row={row} zone={zone} newDay={startsDay(row, rows[position - 1], zone)} />
      ))}
    </ol>
  );
}

type RowProps = { readonly row: TimelineRow; readonly zone: string; readonly newDay: boolean };

function Row({ row, zone, newDay }: RowProps) {
  const { by, witness, happenedAt, recordedAt, late } = row.done;
  const detail = [row.detail, late ? `late entry, recorded ${formatHourMinute(recordedAt, zone)}` : null];
  return (
    <li className={styles['row']}>
      {newDay && <span className={styles['day']}>{formatDate(happenedAt, zone)}</span>}
      <time className={styles['time']} dateTime={new Date(happenedAt).toISOString()}>
        {formatTime(happenedAt, zone)}
      </time>
      <span className={styles['mark']}>
        {late ? (
          <Icon name="late" size={16} label="late entry" />
        ) : (
          <Icon name={ICON_OF_MARK[row.mark]} size={16} />
        )}
      </span>
      <span className={styles['words']}>
        {row.strong ? <strong>{row.text}</strong> : row.text}
        {detail.map((line) => line !== null && <span key={line}>{line}</span>)}
      </span>
      <span className={styles['by']}>
        <abbr title={by.name}>{by.initials}</abbr>
        {witness && (
          <>
            {' '}
            <abbr title={witness.name}>{witness.initials}</abbr>
          </>
        )}
      </span>
    </li>
  );
}

/** The date stands where it changes from one line to the next, so that sessions over midnight read right. */
function startsDay(row: TimelineRow, before: TimelineRow | undefined, zone: string): boolean {
  if (!before) return false;
  return formatDate(row.done.happenedAt, zone) !== formatDate(before.done.happenedAt, zone);
}
