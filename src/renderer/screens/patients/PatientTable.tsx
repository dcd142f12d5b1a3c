import type { PatientRow } from '../../../contract/views/people.ts';
import { patientName } from '../../components/patientName.ts';
import { StateChip } from '../../components/StateChip.tsx';
import { Tag } from '../../components/Tag.tsx';
import { formatCalendarDate, formatDate } from '../../components/time.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { knownState } from './patientWords.ts';
import styles from './Table.module.css';

type PatientTableProps = {
  readonly rows: readonly PatientRow[];
  readonly onOpen: (patient: string) => void;
};

/** Patients found. Every row shows the exact date of birth, so that a namesake is told apart. */
export function PatientTable({ rows, onOpen }: PatientTableProps) {
  return (
    <table className={styles['table']} aria-label="Patients">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Born</th>
          <th scope="col">Record</th>
          <th scope="col">Last session</th>
          <th scope="col">Now</th>
          <th scope="col">Flags</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} onOpen={() => onOpen(row.id)} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, onOpen }: { readonly row: PatientRow; readonly onOpen: () => void }) {
  const { clock } = useApp();
  const { born, ageYears, recordNumber, lastSessionAt } = row;
  return (
    <tr className={styles['row']}>
      <th scope="row">
        <button type="button" data-walk className={styles['open']} onClick={onOpen}>
          {patientName(row)}
          {row.preferredName !== null && ` “${row.preferredName}”`}
        </button>
      </th>
      <td>
        <span className="hy">{formatCalendarDate(born)}</span> ({ageYears}y)
      </td>
      <td className="hy">{recordNumber}</td>
      <td className="hy">
        {lastSessionAt === null ? (
          <span className={styles['muted']}>None yet</span>
        ) : (
          formatDate(lastSessionAt, clock.zone)
        )}
      </td>
      <td>{row.activeSession && <Active session={row.activeSession} />}</td>
      <td>
        <Flags row={row} />
      </td>
    </tr>
  );
}

function Active({ session }: { readonly session: NonNullable<PatientRow['activeSession']> }) {
  const state = knownState(session.state);
  return (
    <span className={styles['now']}>
      {`Chair ${session.chair}`}
      {state ? <StateChip state={state} /> : session.state}
    </span>
  );
}

/** What has to be known before anybody acts: allergies, and that somebody is inactive. */
function Flags({ row: { allergies, inactive } }: { readonly row: PatientRow }) {
  return (
    <span className={styles['now']}>
      {allergies === 'known' && <Tag icon="warning">Allergies</Tag>}
      {allergies === null && <Tag icon="warning">Allergies not recorded</Tag>}
      {allergies === 'unobtainable' && <Tag icon="warning">Allergies unavailable</Tag>}
      {inactive && <Tag icon="minus">Inactive</Tag>}
    </span>
  );
}
