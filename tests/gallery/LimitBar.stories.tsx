import type { QuantityText } from '../../src/core/quantity/quantity.ts';
import { LimitBar } from '../../src/renderer/components/LimitBar.tsx';
import styles from './stories.module.css';
import type { Story } from './story.ts';

const DOSE = {
  usual: '0.5 mg/kg',
  softMinimum: '0.25 mg/kg',
  softMaximum: '0.75 mg/kg',
  hardMinimum: '0.1 mg/kg',
  hardMaximum: '1 mg/kg',
} as const;

function shown(value: QuantityText | null) {
  return () => (
    <div className={styles['narrow']}>
      <LimitBar limits={DOSE} value={value} />
    </div>
  );
}

export const stories: readonly Story[] = [
  { name: 'usual', render: shown('0.5 mg/kg') },
  { name: 'at the warn limit, still inside', render: shown('0.75 mg/kg') },
  { name: 'beyond warn', render: shown('0.8 mg/kg') },
  { name: 'beyond stop', render: shown('5 mg/kg') },
  { name: 'below stop', render: shown('0.05 mg/kg') },
  { name: 'not entered', render: shown(null) },
  {
    name: 'stop limits only',
    render: () => (
      <div className={styles['narrow']}>
        <LimitBar limits={{ usual: '40 min', hardMinimum: '30 min', hardMaximum: '60 min' }} value="40 min" />
      </div>
    ),
  },
  {
    name: 'upper limits only',
    render: () => (
      <div className={styles['narrow']}>
        <LimitBar limits={{ softMaximum: '75 mg', hardMaximum: '100 mg' }} value="36 mg" />
      </div>
    ),
  },
  {
    name: 'wide',
    render: () => <LimitBar limits={DOSE} value="0.6 mg/kg" />,
  },
];
