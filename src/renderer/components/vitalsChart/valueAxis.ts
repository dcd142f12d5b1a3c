import { type ChartData, pixelValue } from './chartData.ts';
import type { Measures } from './measures.ts';

const STEP = 20;

export type ValueAxis = {
  readonly y: (value: number) => number;
  readonly lines: readonly { readonly value: number; readonly labelled: boolean }[];
};

type Band = { readonly top: number; readonly bottom: number };

/** The scale of pressure and pulse: always the usual range, wider where a value or a limit lies outside it. */
export function valueAxis(data: ChartData, band: Band, measures: Measures): ValueAxis {
  const { lowest, highest } = range(data, measures);
  const y = (value: number): number =>
    band.bottom - ((value - lowest) / (highest - lowest)) * (band.bottom - band.top);
  const between = y(0) - y(STEP);
  const every = between >= measures.text * measures.scaleRoom ? STEP : 2 * STEP;
  const count = (highest - lowest) / STEP;
  const lines = Array.from({ length: count + 1 }, (_, index) => {
    const value = lowest + index * STEP;
    return { value, labelled: value % every === 0 };
  });
  return { y, lines };
}

/** SpO2 has a scale of its own, 85 to 100 %; a lower value is drawn at its foot with its figure beside it. */
export function spo2Axis(band: Band): (value: number) => number {
  const inset = (band.bottom - band.top) * 0.18;
  const height = band.bottom - band.top - 2 * inset;
  return (value) => band.bottom - inset - (Math.max(0, value - SPO2_LOWEST) / (100 - SPO2_LOWEST)) * height;
}

export const SPO2_LOWEST = 85;

function range({ vitals, settled }: ChartData, { scale }: Measures) {
  const values = vitals
    .flatMap(({ systolic, diastolic, heartRate }) => [systolic, diastolic, heartRate])
    .filter((value) => value !== null);
  const limits = settled ? [pixelValue(settled.lowest), pixelValue(settled.highest)] : [];
  const lowest = Math.min(scale.lowest, ...values.map((value) => value - scale.beyond), ...limits);
  const highest = Math.max(scale.highest, ...values.map((value) => value + scale.beyond), ...limits);
  return { lowest: Math.floor(lowest / STEP) * STEP, highest: Math.ceil(highest / STEP) * STEP };
}
