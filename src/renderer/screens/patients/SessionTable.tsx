import type { PatientSession } from '../../../contract/views/people.ts';
import { FailureNote } from '../../components/FailureNote.tsx';
import { Quantity } from '../../components/Quantity.tsx';
import { StateChip } from '../../components/StateChip.tsx';
import { formatDate } from '../../components/time.ts';
import { errorText } from '../../errorText.ts';
import { usePages } from '../../hooks/queries.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { usePlace } from '../../hooks/usePlace.tsx';
import { walkWithArrows } from '../signIn/walkWithArrows.ts';
import { MoreRows } from './MoreRows.tsx';
import { knownState } from './patientWords.ts';
import styles from './SessionTable.module.css';
import table from './Table.module.css';

/** Every session of the patient, newest first; each opens where it stands. */
export function SessionTable({ patient }: { readonly patient: string }) {
  const { clock } = useApp();
  const { data: found, failure } = usePages('patient:sessions', { patient });
  if (failure) return <FailureNote tone="stop">{errorText(failure, clock.zone)}</FailureNote>;
  if (!found) return null;
  return (
    <section className={styles['sessions']} aria-label="Sessions" onKeyDown={walkWithArrows}>
      <h2 className={styles['title']}>Sessions</h2>
      {found.rows.length === 0 ? (
        <p className={styles['none']}>No sessions yet.</p>
      ) : (
        <div className={styles['scroll']}>
          <table className={table['table']} aria-label="Sessions">
            <thead>
              <tr>
                <th scope="col">Date</th>
                <th scope="col">Record</th>
                <th scope="col">Chair</th>
                <th scope="col">Protocol</th>
                <th scope="col" className={table['figure']}>
                  Given
                </th>
                <th scope="col" className={table['figure']}>
                  Per kg
                </th>
                <th scope="col" className={table['figure']}>
                  Peak BP
                </th>
                <th scope="col">Worst effect</th>
                <th scope="col">State</th>
              </tr>
            </thead>
            <tbody>
              {found.rows.map((session) => (
                <Row key={session.id} session={session} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MoreRows found={found} />
    </section>
  );
}

function Row({ session }: { readonly session: PatientSession }) {
  const { clock } = useApp();
  const { go } = usePlace();
  const { id, number, chair, protocol, startedAt, plannedAt } = session;
  const date = formatDate(startedAt ?? plannedAt, clock.zone);
  const state = knownState(session.state);
  return (
    <tr className={table['row']}>
      <th scope="row">
        <button
          type="button"
          data-walk
          className={table['open']}
          aria-label={`${date}, open ${number}`}
          onClick={() => go({ at: 'session', session: id })}
        >
          <span className="hy">{date}</span>
        </button>
      </th>
      <td className="hy">{number}</td>
      <td>{chair}</td>
      <td>{protocol}</td>
      {startedAt === null ? <NotStarted /> : <Course session={session} />}
      <td>{state ? <StateChip state={state} /> : session.state}</td>
    </tr>
  );
}

function NotStarted() {
  return (
    <td colSpan={4} className={table['muted']}>
      Not started
    </td>
  );
}

/** What became of it. What is not known yet says so. */
function Course({
  session: { given, givenPerKg, peakPressure, worstEffect },
}: {
  readonly session: PatientSession;
}) {
  const unknown = <span className={table['muted']}>Not recorded</span>;
  return (
    <>
      <td className={table['figure']}>{given === null ? unknown : <Quantity value={given} />}</td>
      <td className={table['figure']}>{givenPerKg === null ? unknown : <Quantity value={givenPerKg} />}</td>
      <td className={table['figure']}>{peakPressure ?? unknown}</td>
      <td>{worstEffect ?? <span className={table['muted']}>None recorded</span>}</td>
    </>
  );
}
