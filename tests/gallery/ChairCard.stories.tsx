import { ChairCard, type ChairCardProps } from '../../src/renderer/components/ChairCard.tsx';
import * as chairs from './chairData.tsx';
import styles from './stories.module.css';
import type { Story } from './story.ts';

function card(name: string, props: ChairCardProps): Story {
  return {
    name,
    render: () => (
      <div className={styles['card']}>
        <ChairCard {...props} />
      </div>
    ),
  };
}

export const stories: readonly Story[] = [
  card('running', chairs.RUNNING),
  card('counted doses', chairs.COUNTED),
  card('overdue', chairs.OVERDUE),
  card('paused', chairs.PAUSED),
  card('recovery', chairs.RECOVERY),
  card('first entry waiting', chairs.FIRST_ENTRY),
  card('second entry waiting', chairs.SECOND_ENTRY),
  card('mismatch', chairs.MISMATCH),
  card('on hold', chairs.HELD),
  card('preparing', chairs.PREPARING),
  card('pump shows what after an interruption', chairs.INTERRUPTED),
  card('empty', chairs.EMPTY),
  card('cannot be read', chairs.UNREADABLE),
  card('chosen by its key', { ...chairs.RUNNING, selected: true }),
];
