import styles from './CompareList.module.css';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';

export type ComparedField = {
  readonly id: string;
  readonly number: number;
  readonly label: string;
  readonly agrees: boolean;
};

export type CompareListProps = {
  /** In the order of the form, never by how far they are apart. */
  readonly fields: readonly ComparedField[];
};

/** Which fields of two entries agree. Names only: no value, no size, no direction. */
export function CompareList({ fields }: CompareListProps) {
  const agreeing = fields.filter(({ agrees }) => agrees).length;
  return (
    <section>
      <div className={styles['head']}>
        <h2 className={styles['title']}>Compared</h2>
        <span className={styles['muted']}>
          {agreeing} of {fields.length} agree
        </span>
      </div>
      <ol>
        {fields.map(({ id, number, label, agrees }) => (
          <li key={id} className={classes(styles['field'], !agrees && styles['differs'])}>
            <Icon name={agrees ? 'check' : 'notEqual'} />
            <span>
              <span className={styles['number']}>{number}</span>
              {label}
            </span>
            <span>{agrees ? 'agree' : 'do not agree'}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
