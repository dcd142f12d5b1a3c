import { classes } from './classes.ts';
import { Icon, type IconName } from './Icon.tsx';
import styles from './StatusBar.module.css';

export type StatusSlot = {
  readonly id: string;
  readonly text: string;
  readonly icon?: IconName;
  /** `strong` is always read, `warn` wants somebody to act. */
  readonly tone?: 'plain' | 'strong' | 'warn';
};

export type StatusBarProps = {
  readonly slots: readonly StatusSlot[];
  readonly keys: 'commands' | 'typing';
};

/** What the program is and how it stands, in one line; and what the keys do now. Source: UX 3. */
export function StatusBar({ slots, keys }: StatusBarProps) {
  return (
    <footer className={styles['bar']}>
      {slots.map((slot) => (
        <span key={slot.id} className={classes(styles['slot'], styles[slot.tone ?? 'plain'])}>
          {slot.tone === 'warn' && <Icon name="warning" size={14} />}
          {slot.icon && <Icon name={slot.icon} size={16} />}
          {slot.text}
        </span>
      ))}
      <span className={classes(styles['slot'], styles['keys'])}>KEYS {keys}</span>
    </footer>
  );
}
