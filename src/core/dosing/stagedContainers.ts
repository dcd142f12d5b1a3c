import {
  compareQuantities,
  derive,
  minus,
  plus,
  type Quantity,
  wholeQuantity,
} from '../quantity/quantity.ts';
import type { ContainerUse } from './containerChanges.ts';

/** A stage as the pump is set: one rate for a time. Both are above 0. */
export type SetStage = { readonly rate: Quantity<'mL/h'>; readonly duration: Quantity<'min'> };

/** The containers of an infusion of several stages, and how long the first full one serves. */
export type StagedContainers = {
  readonly containerLasts: Quantity<'min'>;
  readonly uses: readonly ContainerUse[];
};

/**
 * The containers of an infusion whose rate changes from stage to stage, each changed in no time: one is used until it is
 * empty, however many rates that takes, or until its use-by (counted from its connection) where that is sooner. The last
 * one ends with the infusion; alone it would serve on at the last rate.
 *
 * No more than `most` are listed: a list of that length may go on. Exact; `content` and a use-by are above 0.
 */
export function stagedContainers(
  stages: readonly SetStage[],
  content: Quantity<'mL'>,
  useBy: Quantity<'min'> | undefined,
  most: bigint,
): StagedContainers {
  const start = wholeQuantity(0n, 'min');
  const whole = stages.reduce((time, { duration }) => plus(time, duration), start);
  const servesUntil = (connectedAfter: Quantity<'min'>) => {
    const empty = timeOf(stages, plus(volumeUntil(stages, connectedAfter), content));
    const expired = useBy && plus(connectedAfter, useBy);
    return expired && compareQuantities(expired, empty) < 0
      ? { at: expired, endedBy: 'useBy' as const }
      : { at: empty, endedBy: 'content' as const };
  };
  const uses: ContainerUse[] = [];
  let connectedAfter = start;
  while (compareQuantities(connectedAfter, whole) < 0 && BigInt(uses.length) < most) {
    const served = servesUntil(connectedAfter);
    const isLast = compareQuantities(served.at, whole) >= 0;
    const endsAfter = isLast ? whole : served.at;
    const volume = minus(volumeUntil(stages, endsAfter), volumeUntil(stages, connectedAfter));
    uses.push({ connectedAfter, endsAfter, volume, endedBy: isLast ? 'end' : served.endedBy });
    connectedAfter = endsAfter;
  }
  return { containerLasts: servesUntil(start).at, uses };
}

/** Volume (mL) = Σ rate × time, up to a time after the start that is not beyond the end. */
function volumeUntil(stages: readonly SetStage[], time: Quantity<'min'>): Quantity<'mL'> {
  let [left, volume] = [time, wholeQuantity(0n, 'mL')];
  for (const { rate, duration } of stages) {
    const inStage = compareQuantities(left, duration) < 0 ? left : duration;
    volume = plus(volume, derive('mL', [rate, inStage]));
    left = minus(left, inStage);
  }
  return volume;
}

/** When a volume has been given: the reverse of `volumeUntil`; what lies beyond the end runs at the last rate. */
function timeOf(stages: readonly SetStage[], volume: Quantity<'mL'>): Quantity<'min'> {
  let [left, time] = [volume, wholeQuantity(0n, 'min')];
  for (const [place, { rate, duration }] of stages.entries()) {
    const inStage = derive('mL', [rate, duration]);
    const isWithin = place === stages.length - 1 || compareQuantities(left, inStage) <= 0;
    time = plus(time, isWithin ? derive('min', [left], [rate]) : duration);
    if (isWithin) break;
    left = minus(left, inStage);
  }
  return time;
}
