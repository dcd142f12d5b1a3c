import { compareQuantities, derive, minus, type Quantity, quantity } from '../quantity/quantity.ts';
import { divide, multiply, rational } from '../quantity/rational.ts';

/** One container of a long infusion. Times are counted from the start of the infusion. */
export type ContainerUse = {
  readonly connectedAfter: Quantity<'min'>;
  readonly endsAfter: Quantity<'min'>;
  /** What is given from it. */
  readonly volume: Quantity<'mL'>;
  /** It is empty, it may no longer be used, or the infusion is over. */
  readonly endedBy: 'content' | 'useBy' | 'end';
};

/** How often a container has to be changed. */
export type ContainerChanges = {
  /** How long one container serves: until it is empty or its use-by is reached, whichever is sooner. */
  readonly containerLasts: Quantity<'min'>;
  /** How many the content alone asks for. */
  readonly countByContent: bigint;
  /** How many the use-by alone asks for; without a use-by none. */
  readonly countByUseBy: bigint | undefined;
  readonly containers: readonly ContainerUse[];
};

/** The running of one container after the other. */
export type ContainerRun = {
  readonly rate: Quantity<'mL/h'>;
  readonly duration: Quantity<'min'>;
  /** What one container holds to be given. */
  readonly content: Quantity<'mL'>;
  /** How long a container may be used from its connection on. */
  readonly useBy?: Quantity<'min'> | undefined;
};

/** Above this many containers no list is made. A bound of the program: 1,000 changes are no plan for a patient. */
export const MOST_CONTAINERS = 1_000n;

/**
 * The containers of an infusion:
 * one lasts content (mL) ÷ rate (mL/h), or its use-by when that is sooner; containers = duration ÷ that, rounded up;
 * each gives rate × its time. A container that ends just as the infusion does calls for no other.
 *
 * Inputs are above 0. Returns undefined when more than 1,000 containers would be needed.
 *
 * Source: acceptance scenarios 5 and 6 of UX 7.
 */
export function containerChanges(run: ContainerRun): ContainerChanges | undefined {
  const { duration, useBy } = run;
  const { containerLasts, count } = containersNeeded(run);
  if (count > MOST_CONTAINERS) return undefined;
  return {
    containerLasts,
    countByContent: timesNeeded(duration, servingTime(run).untilEmpty),
    countByUseBy: useBy && timesNeeded(duration, useBy),
    containers: containerUses(run),
  };
}

/** The containers one after the other, however many. Inputs are above 0. */
export function containerUses(run: ContainerRun): readonly ContainerUse[] {
  const { rate, duration } = run;
  const { containerLasts, sooner } = servingTime(run);
  const count = timesNeeded(duration, containerLasts);
  return Array.from({ length: Number(count) }, (_, place): ContainerUse => {
    const isLast = BigInt(place) + 1n === count;
    const connectedAfter = timesOver(containerLasts, BigInt(place));
    const endsAfter = isLast ? duration : timesOver(containerLasts, BigInt(place) + 1n);
    const volume = derive('mL', [rate, minus(endsAfter, connectedAfter)]);
    return { connectedAfter, endsAfter, volume, endedBy: isLast ? 'end' : sooner ? 'useBy' : 'content' };
  });
}

/** How long one container serves, and how many that asks for, whatever their number. Inputs are above 0. */
export function containersNeeded(run: ContainerRun): Pick<ContainerChanges, 'containerLasts'> & {
  readonly count: bigint;
} {
  const { containerLasts } = servingTime(run);
  return { containerLasts, count: timesNeeded(run.duration, containerLasts) };
}

/** Until a container is empty, or until its use-by where that is sooner. */
function servingTime({ rate, content, useBy }: ContainerRun) {
  const untilEmpty = derive('min', [content], [rate]);
  const sooner = useBy && compareQuantities(useBy, untilEmpty) < 0 ? useBy : undefined;
  return { untilEmpty, sooner, containerLasts: sooner ?? untilEmpty };
}

/** How often `part` has to be taken to cover `whole`. */
function timesNeeded(whole: Quantity<'min'>, part: Quantity<'min'>): bigint {
  const { numerator, denominator } = divide(whole.value, part.value);
  return (numerator + denominator - 1n) / denominator;
}

function timesOver(duration: Quantity<'min'>, times: bigint): Quantity<'min'> {
  return quantity(multiply(duration.value, rational(times)), 'min');
}
