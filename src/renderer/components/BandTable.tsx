import styles from './BandTable.module.css';
import { LIMIT_ENDS, LimitEnd, type LimitEndName } from './LimitEnd.tsx';

/** One limited value and its limits, each written with its unit. What is not set is not limited. */
export type BandRow = {
  readonly name: string;
  readonly ends: Readonly<Partial<Record<LimitEndName, string>>>;
};

export type BandTableProps = { readonly label: string; readonly rows: readonly BandRow[] };

/** The limits of a protocol, from stop below to stop above. */
export function BandTable({ label, rows }: BandTableProps) {
  return (
    <table className={styles['table']} aria-label={label}>
      <thead>
        <tr>
          <th scope="col" className={styles['head']}>
            Limits
          </th>
          {LIMIT_ENDS.map((end) => (
            <th key={end} scope="col" className={styles['head']}>
              <LimitEnd end={end} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, ends }) => (
          <tr key={name}>
            <th scope="row" className={styles['name']}>
              {name}
            </th>
            {LIMIT_ENDS.map((end) => (
              <td key={end} className={ends[end] === undefined ? styles['none'] : styles['value']}>
                {ends[end] ?? 'none'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
