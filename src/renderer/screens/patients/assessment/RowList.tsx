import type { ReactNode } from 'react';
import { Button } from '../../../components/Button.tsx';
import styles from '../FormRows.module.css';

type RowListProps<Row> = {
  readonly rows: readonly Row[];
  /** `Medicine`: each row is named after it. */
  readonly name: string;
  readonly empty: Row;
  readonly onChange: (rows: readonly Row[]) => void;
  readonly fields: (row: Row, change: (part: Partial<Row>) => void) => ReactNode;
};

/** Rows of a form: one more can be added, and each taken away. */
export function RowList<Row extends object>({ rows, name, empty, onChange, fields }: RowListProps<Row>) {
  return (
    <>
      {rows.map((row, place) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one row
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own, and nothing but the fields in them
        <div key={place} role="group" aria-label={`${name} ${place + 1}`} className={styles['row']}>
          {fields(row, (part) => onChange(rows.with(place, { ...row, ...part })))}
          <Button
            variant="ghost"
            icon="cross"
            label={`Remove ${name.toLowerCase()} ${place + 1}`}
            onPress={() => onChange(rows.toSpliced(place, 1))}
          >
            Remove
          </Button>
        </div>
      ))}
      <div>
        <Button icon="plus" onPress={() => onChange([...rows, empty])}>
          {`Add ${name.toLowerCase()}`}
        </Button>
      </div>
    </>
  );
}
