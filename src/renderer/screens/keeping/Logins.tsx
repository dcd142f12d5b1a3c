import type { Response } from '../../../contract/channels.ts';
import { FailureNote } from '../../components/FailureNote.tsx';
import { formatDate, formatTime } from '../../components/time.ts';
import { errorText } from '../../errorText.ts';
import { usePages } from '../../hooks/queries.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { MoreRows } from '../patients/MoreRows.tsx';
import table from '../patients/Table.module.css';
import styles from './Logins.module.css';

type Login = Response<'keeping:logins'>['rows'][number];

const WHAT: Record<Login['what'], string> = {
  signedIn: 'signed in',
  refused: 'refused',
  locked: 'locked',
};
const PROOF = { passphrase: 'passphrase', pin: 'PIN' } as const;

/** Who signed in, who was refused and who locked, newest first. Everybody has their own. Source: HAZARDS H38. */
export function Logins() {
  const { clock } = useApp();
  const { data: found, failure } = usePages('keeping:logins', {});
  return (
    <section className={styles['logins']} aria-label="Sign-ins">
      <h2>Sign-ins</h2>
      <p>
        Every sign-in, lock and wrong passphrase or PIN, those of a second person too. One person at two
        things at once, or somebody who is not here today, is a shared login: give everybody their own.
      </p>
      {failure && <FailureNote tone="stop">{errorText(failure, clock.zone)}</FailureNote>}
      {found && (
        <table className={table['table']} aria-label="Sign-ins">
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Time</th>
              <th scope="col">Person</th>
              <th scope="col">What</th>
              <th scope="col">By</th>
            </tr>
          </thead>
          <tbody>
            {found.rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      )}
      {found && <MoreRows found={found} />}
    </section>
  );
}

function Row({ row: { at, person, what, proof } }: { readonly row: Login }) {
  const { clock } = useApp();
  return (
    <tr className={styles['row']}>
      <td>{formatDate(at, clock.zone)}</td>
      <td>{formatTime(at, clock.zone)}</td>
      <td>{[person.name, person.suffix].filter((part) => part !== '').join(', ')}</td>
      <td>{what === 'refused' ? <strong>{WHAT[what]}</strong> : WHAT[what]}</td>
      <td>{proof === null ? '' : PROOF[proof]}</td>
    </tr>
  );
}
