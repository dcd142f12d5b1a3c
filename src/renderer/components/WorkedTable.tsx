import { formatQuantityText } from '../../core/quantity/format.ts';
import type { QuantityText } from '../../core/quantity/quantity.ts';
import { Icon } from './Icon.tsx';
import { LimitEnd, type LimitEndName } from './LimitEnd.tsx';
import styles from './WorkedTable.module.css';

/** One value of a band, and what it means for each body weight. */
export type WorkedRow = {
  readonly name: string;
  readonly end: LimitEndName;
  readonly value: QuantityText;
  readonly patients: readonly WorkedCell[];
};

export type WorkedCell = {
  readonly weight: QuantityText;
  readonly dose: QuantityText | null;
  readonly rate: QuantityText | null;
  /** The limit on the total that this dose alone passes. */
  readonly passes: { readonly strength: 'soft' | 'hard'; readonly limit: QuantityText } | null;
};

export type WorkedTableProps = { readonly label: string; readonly rows: readonly WorkedRow[] };

/** Limits per kilogram as three people would meet them: a misplaced point shows as an amount nobody gives. */
export function WorkedTable({ label, rows }: WorkedTableProps) {
  const weights = rows[0]?.patients.map(({ weight }) => weight) ?? [];
  return (
    <table className={styles['table']} aria-label={label}>
      <thead>
        <tr>
          <th scope="col" className={styles['head']}>
            Limit
          </th>
          {weights.map((weight) => (
            <th key={weight} scope="col" className={styles['head']}>
              {formatQuantityText(weight)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, end, value, patients }) => (
          <tr key={`${name} ${end}`}>
            <th scope="row" className={styles['cell']}>
              <span className={styles['strong']}>{formatQuantityText(value)}</span>
              <span className={styles['muted']}>{name}</span>
              <LimitEnd end={end} />
            </th>
            {patients.map((cell) => (
              <td key={cell.weight} className={styles['cell']}>
                <Cell cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ cell: { dose, rate, passes } }: { readonly cell: WorkedCell }) {
  if (dose === null && rate === null) return <span className={styles['muted']}>no usual concentration</span>;
  return (
    <>
      {dose !== null && <span className={styles['strong']}>{formatQuantityText(dose)}</span>}
      {rate !== null && (
        <span className={dose === null ? styles['strong'] : styles['muted']}>{formatQuantityText(rate)}</span>
      )}
      {passes && (
        <span className={styles['passes']} data-strength={passes.strength}>
          <Icon
            name={passes.strength === 'hard' ? 'octagon' : 'diamond'}
            size={14}
            solid={passes.strength === 'soft'}
          />
          {`cap ${passes.strength === 'hard' ? 'stops' : 'warns'} at ${formatQuantityText(passes.limit)}`}
        </span>
      )}
    </>
  );
}
