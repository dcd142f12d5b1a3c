import type { ImportPreview, ImportRowView } from '../../../contract/views/patients.ts';
import { Icon } from '../../components/Icon.tsx';
import { formatCalendarDate } from '../../components/time.ts';
import { detailProblemText, knownPatientText } from '../../errorTexts/patientTexts.ts';
import styles from './ImportTable.module.css';
import table from './Table.module.css';

/** What each row of the file says, and what is wrong with it in words, by column. */
export function ImportTable({ preview }: { readonly preview: ImportPreview }) {
  return (
    <div className={styles['scroll']}>
      <table className={table['table']} aria-label="Rows of the file">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Name</th>
            <th scope="col">Born</th>
            <th scope="col">Sex</th>
            <th scope="col">Record</th>
            <th scope="col">Allergies</th>
            <th scope="col">To look at</th>
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row) => (
            <tr key={row.line} className={styles['row']}>
              <th scope="row">{row.line}</th>
              <td>{`${row.familyName.toUpperCase()}, ${row.givenName}`}</td>
              <td className="hy">
                {/^\d{4}-\d{2}-\d{2}$/.test(row.born) ? formatCalendarDate(row.born) : row.born}
              </td>
              <td>{row.sex}</td>
              <td className="hy">{row.recordNumber}</td>
              <td>
                {row.allergyText === '' ? (
                  <span className={table['muted']}>Not recorded</span>
                ) : (
                  row.allergyText
                )}
              </td>
              <td>
                <Remarks row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Remarks({ row: { problems, taken, matches } }: { readonly row: ImportRowView }) {
  const wrong = [
    ...problems.map(detailProblemText),
    ...(taken ? [`The record number belongs to ${named(taken)}.`] : []),
  ];
  return (
    <ul className={styles['remarks']}>
      {wrong.map((text) => (
        <li key={text} className={styles['wrong']}>
          <Icon name="octagon" size={16} />
          {text}
        </li>
      ))}
      {matches.map((match) => (
        <li key={match.id} className={styles['match']}>
          <Icon name="warning" size={16} />
          {`Possible match: ${named(match)}.`}
        </li>
      ))}
    </ul>
  );
}

/** A patient of the record, or of a row above. */
function named(patient: ImportRowView['matches'][number]): string {
  const where = patient.id.startsWith('line ') ? ` (${patient.id})` : '';
  return `${knownPatientText(patient)}${where}`;
}
