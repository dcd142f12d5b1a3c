import { classes } from './classes.ts';
import { Icon, type IconName } from './Icon.tsx';
import styles from './Rail.module.css';

export type RailItem = { readonly id: string; readonly label: string; readonly icon: IconName };

export type RailProps = {
  readonly items: readonly RailItem[];
  readonly current: string;
  readonly onGo: (id: string) => void;
  readonly person: { readonly initials: string; readonly name: string } | null;
  readonly onLock: () => void;
};

/** The way between screens, and at its foot who is signed in and the lock. */
export function Rail({ items, current, onGo, person, onLock }: RailProps) {
  return (
    <nav className={styles['rail']} aria-label="Screens">
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          className={classes(styles['item'], item.id === current && styles['on'])}
          aria-current={item.id === current ? 'page' : undefined}
          onClick={() => onGo(item.id)}
        >
          <Icon name={item.icon} size={24} />
          {item.label}
        </button>
      ))}
      {person && (
        <button
          type="button"
          className={classes(styles['item'], styles['person'])}
          aria-keyshortcuts="F8"
          onClick={onLock}
        >
          <span className="visually-hidden">{person.name}, signed in. </span>
          <span aria-hidden="true" className={styles['initials']}>
            {person.initials}
          </span>
          Lock F8
        </button>
      )}
    </nav>
  );
}
