import { Timeline } from '../../src/renderer/components/Timeline.tsx';
import { at, done, LIM, OSEI, row, TIMELINE, ZONE } from './people.ts';
import styles from './stories.module.css';
import type { Story } from './story.ts';

const CORRECTED = [
  {
    ...row(done(OSEI, at(10, 10)), { mark: 'vitals', text: 'Vitals', detail: 'BP 141/88, HR 91, SpO2 98 %' }),
    correction: { recordedAt: at(10, 14), why: 'mistyped' },
  },
  {
    ...row(done(LIM, at(10, 10)), { mark: 'vitals', text: 'Vitals', detail: 'BP 144/88, HR 91, SpO2 98 %' }),
    superseded: true,
  },
];

export const stories: readonly Story[] = [
  {
    name: 'newest first',
    render: () => (
      <div className={styles['column']}>
        <Timeline rows={TIMELINE} zone={ZONE} empty="Not started" />
      </div>
    ),
  },
  {
    name: 'over midnight',
    render: () => (
      <div className={styles['column']}>
        <Timeline
          rows={[
            row(done(LIM, at(23, 58)), { mark: 'vitals', text: 'BP 118/70, HR 68, SpO2 97 %' }),
            row(done(LIM, at(24, 3)), { mark: 'pause', text: 'Pause', strong: true }),
            row(done(LIM, at(24, 5)), { mark: 'unknown', text: 'A fact this version does not know' }),
          ]}
          zone={ZONE}
          empty="Not started"
        />
      </div>
    ),
  },
  {
    name: 'with a correction',
    render: () => (
      <div className={styles['column']}>
        <Timeline
          rows={CORRECTED}
          zone={ZONE}
          empty="Not started"
          canCorrect={() => true}
          onCorrect={() => {}}
        />
      </div>
    ),
  },
  { name: 'empty', render: () => <Timeline rows={[]} zone={ZONE} empty="Not started" /> },
];
