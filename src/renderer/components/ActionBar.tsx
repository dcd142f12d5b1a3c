import type { ReactNode } from 'react';
import styles from './ActionBar.module.css';
import { classes } from './classes.ts';

export type ActionBarProps = {
  /** Groups of buttons from the left, 24 px apart. */
  readonly groups?: readonly ReactNode[];
  /** One sentence before the last action: what is missing, or that nothing is. */
  readonly say?: ReactNode;
  /** Alone at the far right: the primary action, or Stop. */
  readonly end?: ReactNode;
  /** Many buttons: the secondary ones give up their icons on a small screen. Their hit areas never shrink. */
  readonly crowded?: boolean;
};

/** What can be done on this screen. */
export function ActionBar({ groups = [], say, end, crowded = false }: ActionBarProps) {
  return (
    <section className={classes(styles['bar'], crowded && styles['crowded'])} aria-label="Actions">
      {groups.map((group, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups have no identity but their place
        <div key={position} className={styles['group']}>
          {group}
        </div>
      ))}
      <div className={styles['end']}>
        {say && <span className={styles['say']}>{say}</span>}
        {end}
      </div>
    </section>
  );
}
