import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './FailureNote.module.css';
import { Icon } from './Icon.tsx';

export type FailureNoteProps = {
  /** `stop` beyond a hard limit or when nothing was saved; `warn` for every other refusal. */
  readonly tone?: 'warn' | 'stop';
  /** What happened, the numbers, what to do. */
  readonly children: ReactNode;
  /** For whoever is called to help. */
  readonly code?: string;
};

/** Why something was refused, said at once and standing until it is settled. */
export function FailureNote({ tone = 'warn', children, code }: FailureNoteProps) {
  return (
    <div role="alert" className={classes(styles['note'], styles[tone])}>
      <Icon name={tone === 'stop' ? 'octagon' : 'warning'} />
      <div className={styles['words']}>
        {children}
        {code !== undefined && <span className={styles['code']}>code {code}</span>}
      </div>
    </div>
  );
}
