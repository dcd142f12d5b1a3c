import { Icon } from './Icon.tsx';
import styles from './LimitEnd.module.css';

export const LIMIT_ENDS = ['hardMinimum', 'softMinimum', 'usual', 'softMaximum', 'hardMaximum'] as const;
export type LimitEndName = (typeof LIMIT_ENDS)[number];

const WORDS: Record<LimitEndName, string> = {
  hardMinimum: 'Stop below',
  softMinimum: 'Warn below',
  usual: 'Usual',
  softMaximum: 'Warn above',
  hardMaximum: 'Stop above',
};

/** What a value of a band does, with its shape: warn or stop, below or above. */
export function LimitEnd({ end }: { readonly end: LimitEndName }) {
  const stops = end === 'hardMinimum' || end === 'hardMaximum';
  return (
    <span className={styles['end']} data-strength={end === 'usual' ? undefined : stops ? 'stop' : 'warn'}>
      {end !== 'usual' && <Icon name={stops ? 'octagon' : 'diamond'} size={14} solid={!stops} />}
      {WORDS[end]}
    </span>
  );
}
