import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Icon, type IconName } from './Icon.tsx';
import styles from './NumberTile.module.css';

export type NumberTileProps = {
  /** Sentence case: capitals would spoil a unit. */
  readonly label: string;
  readonly icon?: IconName;
  /** Muted, at the right of the label. */
  readonly note?: ReactNode;
  /** The number, and what belongs to it. */
  readonly children: ReactNode;
  /** What it means: two lines of context, the first one bold. */
  readonly context?: ReactNode;
  readonly contextNote?: ReactNode;
  /** Takes more of the row, for what is read from furthest. */
  readonly wide?: boolean;
};

/** One number that matters, its label above, its meaning below. */
export function NumberTile({ label, icon, note, children, context, contextNote, wide }: NumberTileProps) {
  return (
    <section className={classes(styles['tile'], wide && styles['wide'])} aria-label={label}>
      <div className={styles['top']}>
        <h2 className={styles['label']}>
          {icon && <Icon name={icon} size={16} />}
          {label}
        </h2>
        {note && <span className={styles['note']}>{note}</span>}
      </div>
      <div className={styles['number']}>{children}</div>
      <div className={styles['context']}>
        {context && <strong>{context}</strong>}
        {contextNote && <span className={styles['note']}>{contextNote}</span>}
      </div>
    </section>
  );
}

/** Tiles side by side: they share one rule and have no boxes. */
export function TileRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles['row']}>{children}</div>;
}
