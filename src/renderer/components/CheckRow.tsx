import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import styles from './CheckRow.module.css';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';

export type CheckRowProps = {
  readonly label: string;
  /** Muted, after the label: `valid to 30-Nov-2025`. */
  readonly detail?: ReactNode;
  /** At the right: `134 in 102.4 to 153.6`. */
  readonly value?: ReactNode;
  /** `waiting`: time will meet it; the clock stands in the box. */
  readonly state: 'met' | 'unmet' | 'waiting';
  /** Who ticked it and when: `RL 10:58`. */
  readonly by?: string;
  /** Without it the program works the row out, and nobody ticks it. */
  readonly onChange?: (met: boolean) => void;
};

/** One thing to see to. Each tick keeps its person and time; there is no "all yes". */
export function CheckRow(props: CheckRowProps) {
  const { state, onChange } = props;
  if (!onChange) {
    return (
      <div className={classes(styles['row'], styles[state])}>
        <RowContent {...props} />
        <span className="visually-hidden">{STATE_WORDS[state]}</span>
      </div>
    );
  }
  return (
    <Checkbox
      className={classes(styles['row'], styles['tickable'], styles[state])}
      isSelected={state === 'met'}
      onChange={onChange}
    >
      <RowContent {...props} />
    </Checkbox>
  );
}

const STATE_WORDS = { met: 'met', unmet: 'not met', waiting: 'not met yet' } as const;

function RowContent({ label, detail, value, state, by }: CheckRowProps) {
  return (
    <>
      <span className={styles['box']}>
        {state === 'met' && <Icon name="check" size={16} />}
        {state === 'waiting' && <Icon name="clock" size={16} />}
      </span>
      <span className={styles['label']}>
        {label} {detail && <span className={styles['detail']}>{detail}</span>}
      </span>
      <span className={styles['value']}>{value}</span>
      <span className={styles['by']}>{by}</span>
    </>
  );
}
