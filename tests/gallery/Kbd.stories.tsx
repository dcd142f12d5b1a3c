import { Kbd } from '../../src/renderer/components/Kbd.tsx';
import styles from './stories.module.css';
import type { Story } from './story.ts';

export const stories: readonly Story[] = [
  {
    name: 'keys',
    render: () => (
      <div className={styles['row']}>
        <Kbd>V</Kbd>
        <Kbd>2</Kbd>
        <Kbd>Esc</Kbd>
      </div>
    ),
  },
];
