import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import styles from './TakeOver.module.css';
import { TrainingMark } from './TrainingMark.tsx';

export type TakeOverProps = {
  readonly banner: ReactNode;
  readonly title: string;
  readonly icon?: IconName;
  readonly note?: string;
  /** Short facts at the right, parted by hairlines: who types, which attempt. */
  readonly facts?: readonly ReactNode[];
  readonly actions: ReactNode;
  readonly training: boolean;
  readonly children: ReactNode;
};

/**
 * The whole window for one task, without rail, search or status: a blind entry and what follows from it. Nothing
 * that could hint at the other person's values has a place here.
 */
export function TakeOver({
  banner,
  title,
  icon = 'blind',
  note,
  facts = [],
  actions,
  ...props
}: TakeOverProps) {
  return (
    <div className={styles['take']} data-training={props.training || undefined}>
      <div className={styles['banner']}>{banner}</div>
      <main className={styles['main']}>
        <header className={styles['head']}>
          <Icon name={icon} size={24} />
          <h1 className={styles['title']}>{title}</h1>
          {note !== undefined && <span className={styles['note']}>{note}</span>}
          <span className={styles['facts']}>
            {facts.map((fact, position) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: facts have no identity but their place
              <span key={position} className={styles['fact']}>
                {fact}
              </span>
            ))}
          </span>
        </header>
        <div className={styles['content']}>{props.children}</div>
        <div className={styles['actions']}>{actions}</div>
      </main>
      {props.training && <TrainingMark />}
    </div>
  );
}
