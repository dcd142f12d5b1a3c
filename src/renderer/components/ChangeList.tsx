import styles from './ChangeList.module.css';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';

/** One field that reads otherwise; null where it is not set. */
export type ListedChange = {
  readonly key: string;
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
};

export type ChangeListProps = { readonly label: string; readonly changes: readonly ListedChange[] };

/** Old and new, side by side, the old one struck through. */
export function ChangeList({ label, changes }: ChangeListProps) {
  return (
    <ul className={styles['changes']} aria-label={label}>
      {changes.map(({ key, name, before, after }) => (
        <li key={key} className={styles['change']}>
          <span className={styles['name']}>{name}</span>
          <span className={styles['values']}>
            <span className="visually-hidden">before </span>
            {before === null ? <span className={styles['unset']}>not set</span> : <del>{before}</del>}
            <Icon name="arrow" size={16} />
            <span className="visually-hidden">now </span>
            <ins className={classes(after === null && styles['unset'])}>{after ?? 'not set'}</ins>
          </span>
        </li>
      ))}
    </ul>
  );
}
