import { Figure } from '../../../components/Figure.tsx';
import styles from './ObservationRing.module.css';

type ObservationRingProps = { readonly minutes: number; readonly needed: number };

const RADIUS = 92;
const AROUND = 2 * Math.PI * RADIUS;
const TICKS = [0, 60, 120, 180, 240, 300];

/** How much of the observation has passed, to be read across the room. */
export function ObservationRing({ minutes, needed }: ObservationRingProps) {
  const share = needed === 0 ? 1 : Math.min(1, minutes / needed);
  return (
    <div className={styles['ring']}>
      <svg viewBox="0 0 200 200" aria-hidden="true">
        <circle className={styles['track']} cx="100" cy="100" r={RADIUS} />
        <circle
          className={styles['done']}
          cx="100"
          cy="100"
          r={RADIUS}
          strokeDasharray={`${AROUND * share} ${AROUND}`}
          transform="rotate(-90 100 100)"
        />
        {TICKS.map((angle) => (
          <path key={angle} className={styles['tick']} d="M100 18V2" transform={`rotate(${angle} 100 100)`} />
        ))}
      </svg>
      <div className={styles['words']}>
        <Figure size={64}>{`${minutes}`}</Figure>
        <span className={styles['of']}>{`of ${needed} min`}</span>
      </div>
    </div>
  );
}
