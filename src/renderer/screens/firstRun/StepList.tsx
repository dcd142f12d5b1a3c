import { classes } from '../../components/classes.ts';
import { Icon } from '../../components/Icon.tsx';
import { newClinicDoor, SET_UP_STEPS } from './doorWords.ts';
import styles from './StepList.module.css';

/** Where the set-up stands, and what it cannot give yet. */
export function StepList({ current }: { readonly current: number }) {
  const { whom, title } = newClinicDoor();
  return (
    <div className={styles['side']}>
      <span className={styles['whom']}>{whom}</span>
      <p className={styles['title']}>{title}</p>
      <ol className={styles['steps']}>
        {SET_UP_STEPS.map(({ sign, strong, rest }, index) => (
          <li
            key={strong}
            className={classes(styles['step'], index === current && styles['current'])}
            aria-current={index === current ? 'step' : undefined}
          >
            {index < current ? <Icon name="check" size={16} label="done" /> : <b>{sign}</b>}
            <span>
              <strong>{strong}</strong>
              {rest}
            </span>
          </li>
        ))}
      </ol>
      <p className={styles['note']}>Nobody can look a passphrase up later. Each person keeps their own.</p>
      <p className={styles['note']}>
        The record begins without a drug library. Until one is published, sessions cannot be authorised.
      </p>
    </div>
  );
}
