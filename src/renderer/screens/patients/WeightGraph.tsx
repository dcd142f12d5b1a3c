import type { PatientRecordView } from '../../../contract/views/people.ts';
import { formatQuantityText } from '../../../core/quantity/format.ts';
import { formatDate } from '../../components/time.ts';
import styles from './WeightGraph.module.css';
import { weightPoints } from './weightPoints.ts';

const WIDTH = 640;
const HEIGHT = 180;

type WeightGraphProps = { readonly weighings: PatientRecordView['weighings']; readonly zone: string };

/** The last ten by date. A stated weight is an open ring and not on the line, because nothing is dosed from it. */
export function WeightGraph({ weighings, zone }: WeightGraphProps) {
  const { points, heaviest, lightest } = weightPoints(weighings, { width: WIDTH, height: HEIGHT });
  const line = points.filter(({ measured }) => measured).map(({ x, y }) => `${x},${y}`);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const label = `Weight from ${formatDate(first.at, zone)} to ${formatDate(last.at, zone)}: lowest ${formatQuantityText(lightest)}, highest ${formatQuantityText(heaviest)}`;
  return (
    <figure className={styles['figure']}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} className={styles['graph']}>
        <line x1={0} x2={WIDTH} y1={HEIGHT - 1} y2={HEIGHT - 1} className={styles['axis']} />
        <polyline points={line.join(' ')} className={styles['line']} />
        {points.map(({ x, y, measured, at, weight }) => (
          <g key={at}>
            <circle cx={x} cy={y} r={5} className={measured ? styles['measured'] : styles['stated']} />
            <text x={x} y={y - 12} className={styles['value']}>
              {formatQuantityText(weight)}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className={styles['dates']}>
        <span className="hy">{formatDate(first.at, zone)}</span>
        <span>● measured, ○ stated, never dosed from</span>
        <span className="hy">{formatDate(last.at, zone)}</span>
      </figcaption>
    </figure>
  );
}
