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

/** Milliseconds below which 99 of 100 runs stay. Each run is timed by itself, after a warm-up that is not counted. */
export function p99(runs: number, warmUp: number, run: (index: number) => void): number {
  for (let index = 0; index < warmUp; index += 1) run(index);
  const times = Array.from({ length: runs }, (_, index) => {
    const began = performance.now();
    run(index);
    return performance.now() - began;
  }).toSorted((left, right) => left - right);
  return times[Math.ceil(runs * 0.99) - 1] ?? 0;
}

export function rounded(value: number): number {
  return Number(value.toFixed(DECIMALS));
}

/** True when a measure keeps its goal, or has none. */
export function keepsGoal({ value, ratio, goal }: Measure): boolean {
  return goal === null || (ratio ?? value) <= goal;
}
