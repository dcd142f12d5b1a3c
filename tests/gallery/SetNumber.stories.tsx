import { SetNumber } from '../../src/renderer/components/SetNumber.tsx';
import styles from './stories.module.css';
import type { Story } from './story.ts';

function set(typed: string, entered: boolean) {
  return () => (
    <div className={styles['set']}>
      <SetNumber typed={typed} entered={entered} unit="mL" />
    </div>
  );
}

export const stories: readonly Story[] = [
  { name: 'fraction', render: set('54.4', true) },
  { name: 'comma once entered', render: set('1056', true) },
  { name: 'typed, not entered', render: set('1056', false) },
  { name: 'not well formed', render: set('1,5', false) },
];
