/** One measure as it is printed. A `ratio` of null means that `goal` is absolute; a `goal` of null, that there is none. */
export type Measure = {
  readonly name: string;
  readonly value: number;
  readonly floor: number | null;
  readonly ratio: number | null;
  readonly goal: number | null;
  readonly unit: string;
};

const DECIMALS = 4;

/** Milliseconds below which 99 of 100 runs stay. */
export function p99(runs: number, warmUp: number, run: (index: number) => unknown): number {
  return percentile(times(runs, warmUp, run), 0.99);
}

/** Milliseconds of each run by itself, after a warm-up that is not counted. */
export function times(runs: number, warmUp: number, run: (index: number) => unknown): readonly number[] {
  for (let index = 0; index < warmUp; index += 1) run(index);
  return Array.from({ length: runs }, (_, index) => timed(() => run(index)));
}

/** The time below which that share of the times stays: 0.5 for the middle one. */
export function percentile(taken: readonly number[], share: number): number {
  const inOrder = taken.toSorted((left, right) => left - right);
  return inOrder[Math.ceil(taken.length * share) - 1] ?? 0;
}

/** Milliseconds one run takes. */
export function timed(run: () => unknown): number {
  const began = performance.now();
  run();
  return performance.now() - began;
}

export function rounded(value: number): number {
  return Number(value.toFixed(DECIMALS));
}

/** True when a measure keeps its goal, or has none. */
export function keepsGoal({ value, ratio, goal }: Measure): boolean {
  return goal === null || (ratio ?? value) <= goal;
}
