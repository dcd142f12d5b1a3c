import type { ReactNode } from 'react';
import styles from './Screen.module.css';

export type ScreenProps = {
  readonly banner?: ReactNode;
  readonly head?: ReactNode;
  /** What is overdue anywhere, between the head and the work. */
  readonly alert?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** One screen inside the frame: banner, head, the region that scrolls, action bar. They meet on hairlines. */
export function Screen({ banner, head, alert, actions, children }: ScreenProps) {
  return (
    <div className={styles['screen']}>
      {banner && <div className={styles['banner']}>{banner}</div>}
      {head}
      {alert}
      <div className={styles['content']}>{children}</div>
      {actions}
    </div>
  );
}
