import { useId } from 'react';
import { capitalised } from '../documents/words.ts';
import { formatHourMinute } from './time.ts';
import styles from './VitalsChart.module.css';
import type { ChartData } from './vitalsChart/chartData.ts';
import { DoseLane } from './vitalsChart/DoseLane.tsx';
import { type ChartSize, drawingOf } from './vitalsChart/drawing.ts';
import { EffectLane } from './vitalsChart/EffectLane.tsx';
import { Grid } from './vitalsChart/Grid.tsx';
import { Hatch } from './vitalsChart/Hatch.tsx';
import type { ChartUnit } from './vitalsChart/measures.ts';
import { Phases } from './vitalsChart/Phases.tsx';
import { PressureMarks } from './vitalsChart/PressureMarks.tsx';
import { RateLane } from './vitalsChart/RateLane.tsx';
import { Spo2Lane } from './vitalsChart/Spo2Lane.tsx';

type VitalsChartProps = Omit<ChartData, 'now' | 'until'> & {
  readonly size: ChartSize;
  /** `px` draws for the screen, in the theme's colours; `mm` for paper, black on white. */
  readonly unit: ChartUnit;
  readonly zone: string;
  /** "Now" on the session's axis: draws the line of the present. Left out on paper. */
  readonly now?: number | null;
  /** A later moment the chart has to reach, such as the discharge. */
  readonly until?: number | null;
};

/**
 * Vital signs, rate and effects over time, as on an anaesthesia record: one drawing for screen and paper. It works
 * out positions only; every number it writes comes formatted from the core. Source: UX 4, D1.4; UX 3.11.
 */
export function VitalsChart({ size, unit, zone, now = null, until = null, ...rest }: VitalsChartProps) {
  const id = useId();
  const data: ChartData = { ...rest, now, until };
  const drawing = drawingOf(data, size, unit, zone);
  const hatches = { effect: `${id}-effect`, rate: `${id}-rate` };
  return (
    <svg
      className={styles['chart']}
      data-unit={unit}
      width={`${size.width}${unit}`}
      height={`${size.height}${unit}`}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={description(data, zone)}
    >
      <defs>
        <Hatch id={hatches.effect} unit={unit} tone="ink" />
        <Hatch id={hatches.rate} unit={unit} tone="rate" />
      </defs>
      <Grid drawing={drawing} />
      <Phases drawing={drawing} />
      {data.doses ? (
        <DoseLane drawing={drawing} doses={data.doses} />
      ) : (
        <RateLane drawing={drawing} hatch={hatches.rate} />
      )}
      <EffectLane drawing={drawing} hatch={hatches.effect} />
      <Spo2Lane drawing={drawing} />
      <PressureMarks drawing={drawing} />
      {data.vitals.length === 0 ? (
        <text
          className={styles['empty']}
          x={(drawing.left + drawing.right) / 2}
          y={(drawing.plot.top + drawing.plot.bottom) / 2}
          fontSize={drawing.measures.text}
          textAnchor="middle"
        >
          No vital signs recorded yet
        </text>
      ) : null}
    </svg>
  );
}

/** Says what is drawn and where the values can be read. */
function description({ vitals, doses }: ChartData, zone: string): string {
  const given = doses ? doses.name.toLowerCase() : 'pump rate';
  const first = vitals[0];
  const last = vitals.at(-1);
  if (!first || !last)
    return `Vital signs: none recorded yet. ${capitalised(given)} and effects are in the timeline.`;
  const from = formatHourMinute(first.done.at, zone);
  const until = formatHourMinute(last.done.at, zone);
  return `Vital signs ${from} to ${until}, ${given} and effects. Every value is in the timeline.`;
}
