import type { ChartData } from './chartData.ts';
import { type EffectLanes, effectLanes } from './effectLanes.ts';
import type { Box } from './labels.ts';
import { type ChartUnit, type Measures, measuresFor } from './measures.ts';
import { type TimeAxis, timeAxis } from './timeAxis.ts';
import { spo2Axis, type ValueAxis, valueAxis } from './valueAxis.ts';

export type Band = { readonly top: number; readonly bottom: number };
export type ChartSize = { readonly width: number; readonly height: number };

/** Where everything of one chart goes: worked out once, then drawn part by part. */
export type Drawing = {
  readonly unit: ChartUnit;
  readonly measures: Measures;
  readonly size: ChartSize;
  readonly zone: string;
  readonly data: ChartData;
  readonly time: TimeAxis;
  readonly value: ValueAxis;
  readonly spo2Y: (value: number) => number;
  readonly lanes: EffectLanes;
  readonly left: number;
  readonly right: number;
  readonly plot: Band;
  readonly spo2: Band;
  readonly rate: Band;
  readonly effects: Band;
};

/** Lays a chart out: the lanes take what they need, pressure and pulse the rest. */
export function drawingOf(data: ChartData, size: ChartSize, unit: ChartUnit, zone: string): Drawing {
  const measures = measuresFor(unit);
  const left = measures.left;
  const right = size.width - measures.right;
  const time = timeAxis(data, { left, right, zone, measures });
  const openUntil = data.now ?? time.until;
  const lanes = effectLanes(data.effects, { axis: time, measures, unit, openUntil });
  const bottom = size.height - measures.clock;
  const effects = { top: bottom - lanes.lanes * measures.effect - measures.gap, bottom };
  const rate = { top: effects.top - measures.rate, bottom: effects.top };
  const spo2 = { top: rate.top - measures.spo2, bottom: rate.top };
  const plot = { top: measures.phases, bottom: spo2.top };
  const value = valueAxis(data, plot, measures);
  const spo2Y = spo2Axis(spo2);
  return {
    unit,
    measures,
    size,
    zone,
    data,
    time,
    value,
    spo2Y,
    lanes,
    left,
    right,
    plot,
    spo2,
    rate,
    effects,
  };
}

/** The field of pressure and pulse, which labels must not leave. */
export function plotBox({ left, right, plot }: Drawing): Box {
  return { left, top: plot.top, width: right - left, height: plot.bottom - plot.top };
}

/** A coordinate as written into a path: two decimals are finer than any printer. */
export function coordinate(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** A polyline's points. */
export function points(places: readonly (readonly [x: number, y: number])[]): string {
  return places.map(([x, y]) => `${coordinate(x)},${coordinate(y)}`).join(' ');
}
