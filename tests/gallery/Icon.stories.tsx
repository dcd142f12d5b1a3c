import { ICON_NAMES, Icon } from '../../src/renderer/components/Icon.tsx';
import styles from './stories.module.css';
import type { Story } from './story.ts';

export const stories: readonly Story[] = [
  {
    name: 'every sign',
    render: () => (
      <div className={styles['signs']}>
        {ICON_NAMES.map((name) => (
          <span key={name}>
            <Icon name={name} size={24} />
            {name}
          </span>
        ))}
      </div>
    ),
  },
  {
    name: 'solid',
    render: () => (
      <div className={styles['row']}>
        <Icon name="run" solid />
        <Icon name="pause" solid />
        <Icon name="diamond" solid />
      </div>
    ),
  },
  { name: 'with a word of its own', render: () => <Icon name="late" label="late entry" /> },
  {
    name: 'sizes',
    render: () => (
      <div className={styles['row']}>
        {([14, 16, 20, 24] as const).map((size) => (
          <Icon key={size} name="pump" size={size} />
        ))}
      </div>
    ),
  },
];
