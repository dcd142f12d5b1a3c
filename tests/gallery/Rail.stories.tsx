import { Rail } from '../../src/renderer/components/Rail.tsx';
import { RAIL_ITEMS } from './frameData.ts';
import styles from './stories.module.css';
import { nothing, type Story } from './story.ts';

export const stories: readonly Story[] = [
  {
    name: 'signed in',
    render: () => (
      <div className={styles['rail']}>
        <Rail
          items={RAIL_ITEMS}
          current="board"
          onGo={nothing}
          person={{ initials: 'RL', name: 'Rosa Lim' }}
          onLock={nothing}
        />
      </div>
    ),
  },
];
