import type { StaffRow } from '../../../contract/views/staff.ts';
import { Button } from '../../components/Button.tsx';
import { formatCalendarDate } from '../../components/time.ts';
import { personName } from '../../documents/words.ts';
import { roleWords } from '../../errorTexts/textFor.ts';
import table from '../patients/Table.module.css';
import styles from './PeopleTable.module.css';

export type PersonAct = 'change' | 'passphrase' | 'people:disable' | 'people:enable' | 'people:clearPin';

type PeopleTableProps = {
  readonly people: readonly StaffRow[];
  /** Without it the list is read only. */
  readonly onAct: ((person: StaffRow, act: PersonAct) => void) | null;
};

/** Everybody who works here, and below them those who have left. */
export function PeopleTable({ people, onAct }: PeopleTableProps) {
  return (
    <table className={table['table']}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Roles</th>
          <th scope="col">Licence</th>
          <th scope="col">Keys</th>
          {onAct && <th scope="col">Change</th>}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id} className={table['row']}>
            <th scope="row" className={person.isDisabled ? styles['left'] : undefined}>
              {personName(person)}
              <span className={styles['full']}>{person.isDisabled ? 'has left' : person.fullName}</span>
            </th>
            <td>{person.roles.map(roleWords).join(', ')}</td>
            <td>
              <LicenceWords person={person} />
            </td>
            <td>{keyWords(person)}</td>
            {onAct && (
              <td>
                <PersonActs person={person} onAct={(act) => onAct(person, act)} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LicenceWords({
  person: { licence, licenceExpires, licenceExpired },
}: {
  readonly person: StaffRow;
}) {
  if (licence === null && licenceExpires === null)
    return <span className={table['muted']}>Not recorded</span>;
  const until = licenceExpires === null ? '' : formatCalendarDate(licenceExpires);
  return (
    <>
      {licence}
      {until !== '' && (
        <span className={licenceExpired ? styles['expired'] : styles['full']}>
          {licenceExpired ? `◆ expired ${until}` : `until ${until}`}
        </span>
      )}
    </>
  );
}

function keyWords({ isProvisional, hasPin }: StaffRow): string {
  const passphrase = isProvisional ? 'passphrase to be replaced' : 'passphrase';
  return hasPin ? `${passphrase}, PIN` : `${passphrase}, no PIN`;
}

type PersonActsProps = { readonly person: StaffRow; readonly onAct: (act: PersonAct) => void };

function PersonActs({ person, onAct }: PersonActsProps) {
  const named = (words: string) => (
    <>
      {words}
      <span className="visually-hidden">, {person.fullName}</span>
    </>
  );
  if (person.isDisabled) {
    return <Button onPress={() => onAct('people:enable')}>{named('Comes back')}</Button>;
  }
  return (
    <span className={styles['acts']}>
      <Button onPress={() => onAct('change')}>{named('Roles, licence')}</Button>
      <Button onPress={() => onAct('passphrase')}>{named('New passphrase')}</Button>
      {person.hasPin && <Button onPress={() => onAct('people:clearPin')}>{named('Reset PIN')}</Button>}
      <Button onPress={() => onAct('people:disable')}>{named('Leaves')}</Button>
    </span>
  );
}
