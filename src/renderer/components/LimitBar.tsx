import { formatNumberText, formatQuantityText } from '../../core/quantity/format.ts';
import type { QuantityText } from '../../core/quantity/quantity.ts';
import { classes } from './classes.ts';
import styles from './LimitBar.module.css';
import { type Edge, limitEdges, placeOnBar, type ShownLimits, type Zone, zoneOf } from './limitScale.ts';

export type LimitBarProps = {
  readonly limits: ShownLimits;
  /** Null until a value has been entered. */
  readonly value: QuantityText | null;
};

/**
 * Where a value lies among the protocol's limits: a thin line inside, hatched from warn, solid from stop. Never
 * shown where an entry is blind.
 */
export function LimitBar({ limits, value }: LimitBarProps) {
  const edges = limitEdges(limits);
  return (
    <div className={styles['bar']} role="img" aria-label={barInWords(limits, value)}>
      {segments(edges).map(({ from, to, zone }) => (
        <span
          key={from}
          className={classes(styles['segment'], styles[zone])}
          style={{ left: `${from}%`, width: `${to - from}%` }}
        />
      ))}
      {edges.map(({ at, limit, word }) => (
        <span key={at} className={styles['edge']} style={{ left: `${at}%` }}>
          {formatNumberText(limit)}
          <br />
          {word}
        </span>
      ))}
      {limits.usual && <span className={styles['usual']}>usual {formatNumberText(limits.usual)}</span>}
      {value !== null && (
        <span className={styles['marker']} style={{ left: `${placeOnBar(value, edges)}%` }} />
      )}
    </div>
  );
}

type Segment = { readonly from: number; readonly to: number; readonly zone: Zone };

function segments(edges: readonly Edge[]): readonly Segment[] {
  const middle = 50;
  const places = [0, ...edges.map(({ at }) => at), 100];
  return places.slice(0, -1).map((from, position) => {
    const to = places[position + 1] ?? 100;
    const word = to <= middle ? edges[position]?.word : edges[position - 1]?.word;
    return { from, to, zone: from < middle && to > middle ? 'inside' : (word ?? 'inside') };
  });
}

const ZONE_WORDS: Record<Zone, string> = {
  inside: 'inside the limits',
  warn: 'beyond a warn limit',
  stop: 'beyond a stop limit',
};

function barInWords(limits: ShownLimits, value: QuantityText | null): string {
  const said = [
    value === null ? 'Not entered' : `${formatQuantityText(value)}, ${ZONE_WORDS[zoneOf(value, limits)]}`,
    ...(limits.usual ? [`usual ${formatQuantityText(limits.usual)}`] : []),
    ...limitEdges(limits).map(
      ({ limit, word, at }) => `${word} ${at < 50 ? 'below' : 'above'} ${formatQuantityText(limit)}`,
    ),
  ];
  return said.join('; ');
}
