import type { SessionSummaryData } from '../../../contract/views/documents.ts';
import { formatElapsed } from '../../../core/quantity/formatDuration.ts';
import { formatDate, formatTime } from '../../components/time.ts';
import styles from './Times.module.css';

type TimesProps = { readonly data: SessionSummaryData };

const MISSING = 'not yet';

/** When and how long. A pause is counted apart from the infusing time (UX 4, D1.1). */
export function Times({ data }: TimesProps) {
  const { times, session, print } = data;
  const clock = (moment: number | null): string =>
    moment === null ? MISSING : formatTime(moment, print.zone);
  const dated = (label: string, moment: number | null): string => {
    const day = moment === null ? '' : formatDate(moment, print.zone);
    const isAnother = times.start !== null && moment !== null && day !== formatDate(times.start, print.zone);
    return isAnother ? `${label} ${day}` : label;
  };
  const total =
    times.totalMilliseconds === null || times.end === null ? MISSING : formatElapsed(times.totalMilliseconds);
  const observed = times.observedMilliseconds === null ? MISSING : formatElapsed(times.observedMilliseconds);
  const rows: readonly (readonly [label: string, value: string])[] = [
    ['Start', clock(times.start)],
    [dated('End', times.end), clock(times.end)],
    ['Start to end', total],
    [session.counted ? 'Giving' : 'Infusing', formatElapsed(times.infusingMilliseconds)],
    ['Paused', times.pausedMilliseconds === 0 ? 'none' : formatElapsed(times.pausedMilliseconds)],
    ['Observed', observed],
    [dated('Discharged', times.discharged), clock(times.discharged)],
  ];
  return (
    <dl className={styles['times']}>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div className={styles['indication']}>
        <dt>Indication</dt>
        <dd>{session.protocol.indication}</dd>
      </div>
    </dl>
  );
}
