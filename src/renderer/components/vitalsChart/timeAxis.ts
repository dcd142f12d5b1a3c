import { formatHourMinute, zoneOffset } from '../time.ts';
import { type ChartData, phaseTimes } from './chartData.ts';
import { labelWidth, type Measures } from './measures.ts';

const MINUTE = 60_000;
/** Room after the planned end, so that the recovery has a beginning. */
const AFTER_END = 10 * MINUTE;
const SHORTEST_SPAN = 30 * MINUTE;
/** Room for the first and the last mark, as a share of the whole. */
const MARGIN = 0.03;

/** Minutes between ticks and between labels, finest first. The first pair whose labels have room is used. */
const STEPS: readonly (readonly [tick: number, label: number])[] = [
  [5, 10],
  [15, 30],
  [30, 60],
  [60, 120],
  [60, 240],
  [180, 720],
  [360, 1440],
  [1440, 2880],
];

export type TimeAxis = {
  readonly from: number;
  readonly until: number;
  readonly x: (at: number) => number;
  readonly ticks: readonly { readonly at: number; readonly labelled: boolean }[];
  readonly tickMinutes: number;
};

type AxisFrame = {
  readonly left: number;
  readonly right: number;
  readonly zone: string;
  readonly measures: Measures;
};

/** The time axis: from before the first value to after the last, rounded outward to full ticks of the local clock. */
export function timeAxis(data: ChartData, frame: AxisFrame): TimeAxis {
  const { first, last } = extent(data);
  const width = frame.right - frame.left;
  const offset = zoneOffset(first, frame.zone);
  const holds = (label: number, text: string): boolean =>
    (label * MINUTE * width) / (last - first) >= labelWidth(text, frame.measures) * 1.3;
  const fits = ([, label]: readonly [number, number]): boolean =>
    holds(label, '00:00') &&
    labelsBetween(first, last, { label, offset, zone: frame.zone }).every((text) => holds(label, text));
  const [tick, label] = STEPS.find(fits) ?? [2880, 5760];
  const step = tick * MINUTE;
  const from = Math.floor((first + offset) / step) * step - offset;
  const until = Math.ceil((last + offset) / step) * step - offset;
  const count = Math.round((until - from) / step);
  return {
    from,
    until,
    tickMinutes: tick,
    x: (at) => frame.left + ((at - from) / (until - from)) * width,
    ticks: Array.from({ length: count + 1 }, (_, index) => {
      const at = from + index * step;
      return { at, labelled: (at + offset) % (label * MINUTE) === 0 };
    }),
  };
}

type Labels = { readonly label: number; readonly offset: number; readonly zone: string };

/** The texts under the axis, every `label` minutes: a time that comes twice is longer by its offset. */
function labelsBetween(first: number, last: number, { label, offset, zone }: Labels): readonly string[] {
  const step = label * MINUTE;
  const from = Math.ceil((first + offset) / step) * step - offset;
  const count = Math.max(0, Math.floor((last - from) / step) + 1);
  return Array.from({ length: count }, (_, index) => formatHourMinute(from + index * step, zone));
}

function extent(data: ChartData): { readonly first: number; readonly last: number } {
  const { start, end } = phaseTimes(data);
  const planned = data.run?.endedAt === null && end !== null ? end + AFTER_END : end;
  const known = [
    ...data.vitals.map(({ done }) => done.at),
    ...data.effects.flatMap(({ began, ended }) => [began.at, ended?.at ?? began.at]),
    ...(data.doses?.given ?? []).map(({ at }) => at),
    start,
    planned,
    data.now,
    data.until,
  ].filter((at) => at !== null);
  if (known.length === 0) return { first: 0, last: SHORTEST_SPAN };
  const first = Math.min(...known);
  const last = Math.max(...known, first + SHORTEST_SPAN);
  const margin = (last - first) * MARGIN;
  return { first: first - margin, last: last + margin };
}
