import type { ReactNode } from 'react';
import { DigitBoxes } from './DigitBoxes.tsx';
import styles from './OrderSlip.module.css';
import sheet from './sheet.module.css';
import type { SumRow } from './sumRows.ts';

/** What the sheet leaves out, and what to do with it. */
export function SlipRule({ closed }: { readonly closed: string }) {
  return (
    <p className={`${sheet['text']} ${styles['rule']}`}>
      This sheet has no {closed}. Read the scale yourself, work them out here, type them, then keep this copy
      from the other person until the entries are compared.
    </p>
  );
}

type OrderedProps = { readonly figures: readonly (readonly [label: string, figure: string])[] };

/** What is ordered, in large figures. */
export function Ordered({ figures }: OrderedProps) {
  return (
    <dl className={styles['ordered']} data-figures={figures.length}>
      {figures.map(([label, figure]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

/** One line under the order. */
export function Detail({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type CalculationProps = { readonly rows: readonly SumRow[]; readonly children: ReactNode };

/** Half a page holds so many tall rows under the weight. */
const MOST_TALL = 3;

/** A place for the scale slip and boxes for one's own sum. */
export function Calculation({ rows, children }: CalculationProps) {
  const isDense = rows.length > MOST_TALL;
  return (
    <div className={styles['calculation']} data-dense={isDense || undefined}>
      <p className={styles['scaleSlip']}>
        Fix the scale slip here
        <br />
        or write what you read
      </p>
      <BoxRow label="Weight" whole={3} decimals={1} unit="kg" isDense={isDense} />
      {rows.map((row) => (
        <BoxRow key={row.label} {...row} isDense={isDense} />
      ))}
      <p className={styles['halving']}>{children}</p>
      <p className={styles['writeIn']}>
        Name, time
        <span />
      </p>
    </div>
  );
}

type BoxRowProps = SumRow & { readonly isDense: boolean };

function BoxRow({ label, formula, whole, decimals, unit, isDense }: BoxRowProps) {
  return (
    <div className={styles['boxRow']}>
      <p>
        {label}
        {formula === undefined ? null : <span>{formula}</span>}
      </p>
      <DigitBoxes whole={whole} decimals={decimals} isDense={isDense} />
      <b>{unit}</b>
    </div>
  );
}
