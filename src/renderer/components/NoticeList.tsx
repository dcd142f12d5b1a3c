import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import { Icon, type IconName } from './Icon.tsx';
import styles from './NoticeList.module.css';

export type Notice = {
  readonly id: string;
  readonly text: ReactNode;
  readonly tone?: 'plain' | 'due' | 'overdue' | 'stop';
  /** What can be done about it, before the button that puts it away. */
  readonly action?: ReactNode;
};

export type NoticeListProps = {
  readonly notices: readonly Notice[];
  readonly onAcknowledge: (id: string) => void;
};

const ICON: Record<NonNullable<Notice['tone']>, IconName> = {
  plain: 'check',
  due: 'clock',
  overdue: 'diamond',
  stop: 'octagon',
};

/** What came up meanwhile. A notice never goes away by itself: somebody puts it away. */
export function NoticeList({ notices, onAcknowledge }: NoticeListProps) {
  return (
    <ul className={styles['list']} aria-live="polite" aria-label="Notices">
      {notices.map(({ id, text, tone = 'plain', action }) => (
        <li key={id} className={classes(styles['notice'], styles[tone])}>
          <Icon name={ICON[tone]} solid={tone === 'overdue'} />
          <span className={styles['text']}>{text}</span>
          {action}
          <Button onPress={() => onAcknowledge(id)}>Seen</Button>
        </li>
      ))}
    </ul>
  );
}
