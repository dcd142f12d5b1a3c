import { ChairVitals } from '../../src/renderer/components/ChairVitals.tsx';
import styles from './stories.module.css';
import type { Story } from './story.ts';

const last = { pressure: '128/76', heartRate: '82', spo2: '97', age: '4 min', stale: false };

export const stories: readonly Story[] = [
  {
    name: 'fresh',
    render: () => (
      <div className={styles['column']}>
        <ChairVitals last={last} due={{ level: 'upcoming', text: 'due in 6 min' }} />
      </div>
    ),
  },
  {
    name: 'old and overdue',
    render: () => (
      <div className={styles['column']}>
        <ChairVitals
          last={{ ...last, age: '15 min', stale: true }}
          due={{ level: 'overdue', text: 'OVERDUE 5 min' }}
        />
      </div>
    ),
  },
  {
    name: 'only the pressure was taken',
    render: () => <ChairVitals last={{ ...last, heartRate: null, spo2: null }} due={null} />,
  },
  { name: 'none yet', render: () => <ChairVitals last={null} due={null} /> },
];
