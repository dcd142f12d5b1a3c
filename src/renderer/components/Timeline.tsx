import type { TimelineRow } from '../../contract/views/session.ts';
import { Button } from './Button.tsx';
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
  /** Opens the correction of a row; left out where nothing can be corrected. */
  readonly onCorrect?: ((row: TimelineRow) => void) | undefined;
  /** Which rows have the button. */
  readonly canCorrect?: (row: TimelineRow) => boolean;
};

/** What happened, when, by whom. A late entry carries the turned-back arrow and both its times. */
export function Timeline({ rows, zone, empty, onCorrect, canCorrect = () => false }: TimelineProps) {
  if (rows.length === 0) return <p className={styles['empty']}>{empty}</p>;
  return (
    <ol className={styles['list']}>
      {rows.map((row, position) => (
        <Row
          key={row.id}
          row={row}
          zone={zone}
          newDay={startsDay(row, rows[position - 1], zone)}
          onCorrect={onCorrect && canCorrect(row) ? () => onCorrect(row) : undefined}
        />
      ))}
    </ol>
  );
}

type RowProps = {
  readonly row: TimelineRow;
  readonly zone: string;
  readonly newDay: boolean;
  readonly onCorrect: (() => void) | undefined;
};

function Row({ row, zone, newDay, onCorrect }: RowProps) {
  const { by, witness, happenedAt, recordedAt, late } = row.done;
  const { correction, superseded } = row;
  const notes = [
    correction && `corrected ${formatHourMinute(correction.recordedAt, zone)}: ${correction.why}`,
    late ? `late entry, recorded ${formatHourMinute(recordedAt, zone)}` : null,
  ];
  const Said = superseded ? 'del' : 'span';
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
        <Said className={styles['said']}>
          {row.strong ? <strong>{row.text}</strong> : row.text}
          {row.detail !== null && <span>{row.detail}</span>}
        </Said>
        {notes.map((line) => line !== null && <span key={line}>{line}</span>)}
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
      {onCorrect && (
        <span className={styles['correct']}>
          <Button
            variant="ghost"
            label={`Correct ${row.text} of ${formatTime(happenedAt, zone)}`}
            onPress={onCorrect}
          >
            Correct
          </Button>
        </span>
      )}
    </li>
  );
}

/** The date stands where it changes from one line to the next, so that sessions over midnight read right. */
function startsDay(row: TimelineRow, before: TimelineRow | undefined, zone: string): boolean {
  if (!before) return false;
  return formatDate(row.done.happenedAt, zone) !== formatDate(before.done.happenedAt, zone);
}
