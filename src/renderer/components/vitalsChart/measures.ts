import { textWidth } from '../../documents/textWidth.ts';

/** What the drawing is measured in: px on the screen, mm on paper. It also decides what is written beside marks. */
export type ChartUnit = 'px' | 'mm';

/** Sizes of one drawing. Paper from the measured print mockup, screen from the running screen's. */
export type Measures = {
  readonly text: number;
  /** Band above the plot: names of the phases. */
  readonly phases: number;
  /** Left of the plot: scale and lane names. */
  readonly left: number;
  /** Right of the plot: the limits. */
  readonly right: number;
  /** Band below the lanes: clock times. */
  readonly clock: number;
  readonly spo2: number;
  readonly rate: number;
  readonly effect: number;
  readonly most: { readonly effectLanes: number };
  readonly chevron: { readonly width: number; readonly height: number };
  readonly dot: number;
  readonly square: number;
  readonly gap: number;
  /** Scale labels every 20 need this much room, in heights of their text. */
  readonly scaleRoom: number;
  /** Range the pressure scale always shows, and how far beyond a value it reaches, for its mark and figure. */
  readonly scale: { readonly lowest: number; readonly highest: number; readonly beyond: number };
};

const SCREEN: Measures = {
  text: 12,
  phases: 22,
  left: 64,
  right: 60,
  clock: 24,
  spo2: 44,
  rate: 36,
  effect: 20,
  most: { effectLanes: 4 },
  chevron: { width: 7, height: 10 },
  dot: 4,
  square: 6,
  gap: 4,
  scaleRoom: 4,
  scale: { lowest: 40, highest: 180, beyond: 18 },
};

const PAPER: Measures = {
  text: 2.65,
  phases: 4.6,
  left: 15.5,
  right: 9,
  clock: 4.2,
  spo2: 5,
  rate: 5.6,
  effect: 3.2,
  most: { effectLanes: 4 },
  chevron: { width: 1.15, height: 1.8 },
  dot: 0.68,
  square: 1.1,
  gap: 0.6,
  scaleRoom: 1.25,
  scale: { lowest: 60, highest: 160, beyond: 8 },
};

export function measuresFor(unit: ChartUnit): Measures {
  return unit === 'px' ? SCREEN : PAPER;
}

/** Width of a label of the chart, as if all were semibold. */
export function labelWidth(text: string, measures: Measures): number {
  return textWidth(text, 'semibold') * measures.text;
}
