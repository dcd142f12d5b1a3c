import type { PatientRecordView } from '../../../contract/views/people.ts';

type Weighing = PatientRecordView['weighings'][number];

export type WeightPoint = {
  readonly x: number;
  readonly y: number;
  readonly at: number;
  readonly weight: Weighing['weight'];
  readonly measured: boolean;
};

type Drawn = {
  /** Oldest first. */
  readonly points: readonly WeightPoint[];
  readonly heaviest: Weighing['weight'];
  readonly lightest: Weighing['weight'];
};

const SHOWN = 10;
/** Room for the values at the edges. */
const MARGIN = 36;

/** Where the last ten weighings, newest first as they come, stand in a drawing. For drawing alone: nothing is worked out. */
export function weightPoints(
  weighings: readonly Weighing[],
  { width, height }: { readonly width: number; readonly height: number },
): Drawn {
  const shown = weighings.slice(0, SHOWN).toReversed();
  const byWeight = shown.toSorted((left, right) => kilograms(left) - kilograms(right));
  const [lightest, heaviest] = [byWeight[0], byWeight.at(-1)];
  const [from, to] = [shown[0]?.weighedAt ?? 0, shown.at(-1)?.weighedAt ?? 0];
  const [low, high] = [lightest ? kilograms(lightest) : 0, heaviest ? kilograms(heaviest) : 0];
  const share = (value: number, start: number, end: number): number =>
    end === start ? 0.5 : (value - start) / (end - start);
  const points = shown.map((weighing) => ({
    x: round(MARGIN + share(weighing.weighedAt, from, to) * (width - 2 * MARGIN)),
    y: round(height - MARGIN / 2 - share(kilograms(weighing), low, high) * (height - 2 * MARGIN)),
    at: weighing.weighedAt,
    weight: weighing.weight,
    measured: weighing.method === 'measured',
  }));
  return { points, heaviest: heaviest?.weight ?? '0 kg', lightest: lightest?.weight ?? '0 kg' };
}

/** For a place in a drawing only: a weight that is dosed from stays exact. */
function kilograms({ weight }: Weighing): number {
  return Number(weight.split(' ')[0]);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
