import { readQuantity } from '../quantity/quantity.ts';
import {
  add,
  compare,
  divide,
  multiply,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../quantity/rational.ts';
import type { InfusionRun } from './delivered.ts';

const MILLISECONDS_PER_HOUR = rational(3_600_000n);

/** A run up to a moment. Volumes in mL, exact. */
export type Walked = {
  /** From all containers, before the limit on all of it. */
  readonly given: Rational;
  /** In the container that is connected at the moment. */
  readonly containerLeft: Rational;
  /** Of the stage that runs at the moment; null of an infusion of one stage. */
  readonly stageLeft: Rational | null;
  /** How long the pump ran: not while its rate was 0, nor after a stage had run in. */
  readonly milliseconds: Rational;
};

/**
 * A run from its start to `at` (effective time in milliseconds), piece by piece: every moment at which the rate, the
 * container or the stage changed begins a piece, and from each no more goes in than its container and its stage hold.
 */
export function walked(run: InfusionRun, at: number): Walked {
  const until = run.endedAt === null ? at : Math.min(at, run.endedAt);
  const { laterContainers = [], boluses = [] } = run;
  const begun = run.stages?.begun ?? [];
  const containers = [run.containerVolume, ...laterContainers.map(({ volume }) => volume)].map(mL);
  const stages = begun.map(({ volume }) => mL(volume));
  let [given, milliseconds] = [ZERO, ZERO];
  const changes = [...run.stretches, ...laterContainers, ...begun].map(({ from }) => from);
  const moments = [...changes, ...boluses.map((bolus) => bolus.at), until].filter((each) => each <= until);
  const ordered = [...new Set(moments)].toSorted((left, right) => left - right);
  for (const [place, from] of ordered.entries()) {
    const container = countUntil(laterContainers, from);
    const stage = countUntil(begun, from) - 1;
    const rate = run.stretches.findLast((stretch) => stretch.from <= from)?.rate ?? '0 mL/h';
    const piece = {
      rate: readQuantity(rate, 'mL/h').value,
      time: rational(BigInt(Math.round((ordered[place + 1] ?? until) - from))),
      stageLeft: stages[stage] ?? null,
    };
    const ran = runOf(piece);
    const bolus = boluses
      .filter((each) => each.at === from)
      .reduce((sum, each) => add(sum, mL(each.volume)), ZERO);
    const held = containers[container] ?? ZERO;
    const taken = lesser(add(ran.volume, bolus), held);
    containers[container] = subtract(held, taken);
    if (piece.stageLeft) stages[stage] = subtract(piece.stageLeft, lesser(ran.volume, taken));
    given = add(given, taken);
    milliseconds = add(milliseconds, ran.time);
  }
  return {
    given,
    containerLeft: containers[countUntil(laterContainers, at)] ?? ZERO,
    stageLeft: stages[countUntil(begun, at) - 1] ?? null,
    milliseconds,
  };
}

type Piece = { readonly rate: Rational; readonly time: Rational; readonly stageLeft: Rational | null };

/** Volume (mL) = rate × time, and the time it took: both end with the stage. */
function runOf({ rate, time, stageLeft }: Piece): { readonly volume: Rational; readonly time: Rational } {
  if (rate.numerator === 0n) return { volume: ZERO, time: ZERO };
  const volume = divide(multiply(rate, time), MILLISECONDS_PER_HOUR);
  if (!stageLeft || compare(volume, stageLeft) <= 0) return { volume, time };
  return { volume: stageLeft, time: divide(multiply(stageLeft, MILLISECONDS_PER_HOUR), rate) };
}

function countUntil(changes: readonly { readonly from: number }[], moment: number): number {
  return changes.filter(({ from }) => from <= moment).length;
}

function mL(text: InfusionRun['containerVolume']): Rational {
  return readQuantity(text, 'mL').value;
}

function lesser(left: Rational, right: Rational): Rational {
  return compare(left, right) < 0 ? left : right;
}
