import { classes } from './classes.ts';
import styles from './DueChip.module.css';
import { Icon } from './Icon.tsx';

export type DueChipProps = {
  /** Plain before the time, outlined when due, filled when overdue. Source: UX 3.19. */
  readonly level: 'upcoming' | 'due' | 'overdue';
  /** `due in 6 min`, `VITALS DUE`, `OVERDUE 5 min`. */
  readonly children: string;
};

/** How far off the next observation is. */
export function DueChip({ level, children }: DueChipProps) {
  return (
    <span className={classes(styles['chip'], styles[level])}>
      <Icon name={level === 'overdue' ? 'diamond' : 'clock'} solid={level === 'overdue'} size={16} />
      {children}
    </span>
  );
}
