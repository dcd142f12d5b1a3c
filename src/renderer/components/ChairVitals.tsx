import styles from './ChairVitals.module.css';
import { classes } from './classes.ts';
import { DueChip, type DueChipProps } from './DueChip.tsx';
import { Icon } from './Icon.tsx';

export type ChairVitalsProps = {
  /** The last round; null when there is none yet. A value that was not taken is null and left out. */
  readonly last: {
    readonly pressure: string | null;
    readonly heartRate: string | null;
    readonly spo2: string | null;
    /** `4 min` */
    readonly age: string;
    /** Older than the interval: muted, with the diamond. */
    readonly stale: boolean;
  } | null;
  readonly due: { readonly level: DueChipProps['level']; readonly text: string } | null;
};

/** The last vital signs with their age, which is part of the value, and when the next are due. */
export function ChairVitals({ last, due }: ChairVitalsProps) {
  return (
    <div className={styles['row']}>
      {last ? (
        <dl className={classes(styles['values'], last.stale && styles['stale'])}>
          <Value name="BP" value={last.pressure} />
          <Value name="HR" value={last.heartRate} />
          <Value name="SpO2" value={last.spo2} />
          <div>
            <dt>Age</dt>
            <dd className={styles['age']}>
              {last.stale && <Icon name="diamond" size={16} solid label="old" />}
              {last.age}
            </dd>
          </div>
        </dl>
      ) : (
        <span className={styles['none']}>Vitals not recorded</span>
      )}
      {due && <DueChip level={due.level}>{due.text}</DueChip>}
    </div>
  );
}

function Value({ name, value }: { readonly name: string; readonly value: string | null }) {
  if (value === null) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
