import { Button } from '../../components/Button.tsx';
import type { Paged } from '../../hooks/queries.ts';
import styles from './MoreRows.module.css';
import { shownText } from './patientWords.ts';

type MoreRowsProps = {
  readonly found: Paged<unknown>;
  /** How much of it is shown, where it does not begin at its beginning. */
  readonly shown?: string;
};

/** The end of a list that goes on: how much of it is shown, and the way to the rest. */
export function MoreRows({ found: { rows, total, more }, shown }: MoreRowsProps) {
  if (!more) return null;
  return (
    <div className={styles['more']}>
      <span>{shown ?? shownText(rows.length, total)}</span>
      <Button onPress={more}>Show more</Button>
    </div>
  );
}
