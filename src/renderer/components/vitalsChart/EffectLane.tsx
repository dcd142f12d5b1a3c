import { coordinate, type Drawing } from './drawing.ts';
import styles from './EffectLane.module.css';
import { type EffectBar, severityFill } from './effectLanes.ts';
import { labelWidth } from './measures.ts';

type EffectLaneProps = { readonly drawing: Drawing; readonly hatch: string };

/** Effects as bars with their words. Mild is outlined, moderate hatched, severe solid; an open one ends in a point. */
export function EffectLane({ drawing, hatch }: EffectLaneProps) {
  const { lanes, measures, right, effects } = drawing;
  return (
    <g>
      {lanes.bars.map((bar) => (
        <Bar key={bar.key} bar={bar} drawing={drawing} hatch={hatch} />
      ))}
      {lanes.unshown === 0 ? null : (
        <text
          className={styles['words']}
          x={right + measures.gap}
          y={coordinate(effects.bottom - measures.gap)}
          fontSize={measures.text}
        >
          +{lanes.unshown} more
        </text>
      )}
    </g>
  );
}

type BarProps = { readonly bar: EffectBar; readonly drawing: Drawing; readonly hatch: string };

function Bar({ bar, drawing, hatch }: BarProps) {
  const { measures, effects } = drawing;
  const top = effects.top + measures.gap * 0.7 + bar.lane * measures.effect;
  const height = measures.effect * 0.8;
  const fill = severityFill(bar.severity);
  const point = bar.open ? Math.min(height / 2, (bar.right - bar.left) / 2) : 0;
  const shape = [
    `M${coordinate(bar.left)} ${coordinate(top)}`,
    `H${coordinate(bar.right - point)}`,
    `L${coordinate(bar.right)} ${coordinate(top + (bar.open ? height / 2 : 0))}`,
    `L${coordinate(bar.right - point)} ${coordinate(top + height)}`,
    `H${coordinate(bar.left)}Z`,
  ].join('');
  return (
    <g>
      <path
        className={styles['bar']}
        data-fill={fill}
        d={shape}
        fill={fill === 'hatch' ? `url(#${hatch})` : undefined}
      />
      {bar.labelAt === 'inside' ? null : <Ground bar={bar} top={top} height={height} drawing={drawing} />}
      <text
        className={styles['words']}
        x={coordinate(labelX(bar, measures.gap, labelWidth(bar.label, measures)))}
        y={coordinate(top + height / 2 + measures.text * 0.36)}
        fontSize={measures.text}
        textAnchor={bar.labelAt === 'before' ? 'end' : 'start'}
      >
        {bar.label}
      </text>
    </g>
  );
}

type GroundProps = {
  readonly bar: EffectBar;
  readonly top: number;
  readonly height: number;
  readonly drawing: Drawing;
};

/** Keeps the rulings out of words that stand outside their bar. */
function Ground({ bar, top, height, drawing: { measures } }: GroundProps) {
  const width = labelWidth(bar.label, measures) + measures.gap;
  const left = bar.labelAt === 'after' ? bar.right + measures.gap / 2 : bar.left - measures.gap / 2 - width;
  return <rect className={styles['ground']} x={left} y={top} width={width} height={height} />;
}

function labelX(bar: EffectBar, gap: number, width: number): number {
  if (bar.labelAt === 'inside') return bar.left + gap * 1.2;
  if (bar.labelAt === 'after') return bar.right + gap;
  return Math.max(bar.left - gap, width);
}
