import type { PatientRecordView } from '../../../contract/views/people.ts';
import { formatDate, formatTime } from '../../components/time.ts';
import { personName } from '../../documents/words.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { usePlace } from '../../hooks/usePlace.tsx';
import { walkWithArrows } from '../signIn/walkWithArrows.ts';
import table from './Table.module.css';

const DOCUMENT_WORDS: Readonly<Record<string, string>> = {
  orderSheet: 'Order sheet',
  sessionSummary: 'Session summary',
};

/** Every page that was printed or saved, newest first, with its code: a paper in hand is found again. */
export function Prints({ record }: { readonly record: PatientRecordView }) {
  const { clock } = useApp();
  const { go } = usePlace();
  return (
    <section aria-label="Documents" onKeyDown={walkWithArrows}>
      <table className={table['table']} aria-label="Documents">
        <thead>
          <tr>
            <th scope="col">Printed</th>
            <th scope="col">Document</th>
            <th scope="col">Session</th>
            <th scope="col">Copy</th>
            <th scope="col">Paper</th>
            <th scope="col">By</th>
            <th scope="col">Code</th>
          </tr>
        </thead>
        <tbody>
          {record.prints.map(({ session, number, document, paper, copy, code, done }) => {
            const when = `${formatDate(done.happenedAt, clock.zone)} ${formatTime(done.happenedAt, clock.zone)}`;
            return (
              <tr key={`${session} ${document} ${copy}`} className={table['row']}>
                <th scope="row">
                  <button
                    type="button"
                    data-walk
                    className={table['open']}
                    aria-label={`${when}, open ${number}`}
                    onClick={() => go({ at: 'session', session })}
                  >
                    <span className="hy">{when}</span>
                  </button>
                </th>
                <td>{DOCUMENT_WORDS[document] ?? document}</td>
                <td className="hy">{number}</td>
                <td>{copy}</td>
                <td>{paper}</td>
                <td>{personName(done.by)}</td>
                <td className="hy">{code}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
