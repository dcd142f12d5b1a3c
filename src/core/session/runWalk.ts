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
  const first = { from: Number.NEGATIVE_INFINITY, volume: run.containerVolume };
  const containers = [first, ...laterContainers].map(held);
  const stages = begun.map(held);
  const connected = (moment: number) =>
    containers.reduce((before, next) => (next.from <= moment ? next : before));
  const running = (moment: number) => stages.findLast((stage) => stage.from <= moment);
  let [given, milliseconds] = [ZERO, ZERO];
  const changes = [...run.stretches, ...laterContainers, ...begun].map(({ from }) => from);
  const moments = [...changes, ...boluses.map((bolus) => bolus.at), until].filter((each) => each <= until);
  const ordered = [...new Set(moments)].toSorted((left, right) => left - right);
  for (const [place, from] of ordered.entries()) {
    const [container, stage] = [connected(from), running(from)];
    const rate = run.stretches.findLast((stretch) => stretch.from <= from)?.rate ?? '0 mL/h';
    const ran = runOf({
      rate: readQuantity(rate, 'mL/h').value,
      time: rational(BigInt(Math.round((ordered[place + 1] ?? until) - from))),
      stageLeft: stage?.left ?? null,
    });
    const bolus = boluses
      .filter((each) => each.at === from)
      .reduce((sum, each) => add(sum, mL(each.volume)), ZERO);
    const taken = lesser(add(ran.volume, bolus), container.left);
    container.left = subtract(container.left, taken);
    if (stage) stage.left = subtract(stage.left, lesser(ran.volume, taken));
    given = add(given, taken);
    milliseconds = add(milliseconds, ran.time);
  }
  return {
    given,
    containerLeft: connected(at).left,
    stageLeft: running(at)?.left ?? null,
    milliseconds,
  };
}

/** What a container holds, or a stage is set to, with what is left of it as the run goes on. */
type Held = { readonly from: number; left: Rational };

function held({
  from,
  volume,
}: {
  readonly from: number;
  readonly volume: InfusionRun['containerVolume'];
}): Held {
  return { from, left: mL(volume) };
}

type Piece = { readonly rate: Rational; readonly time: Rational; readonly stageLeft: Rational | null };

/** Volume (mL) = rate × time, and the time it took: both end with the stage. */
function runOf({ rate, time, stageLeft }: Piece): { readonly volume: Rational; readonly time: Rational } {
  if (rate.numerator === 0n) return { volume: ZERO, time: ZERO };
  const volume = divide(multiply(rate, time), MILLISECONDS_PER_HOUR);
  if (!stageLeft || compare(volume, stageLeft) <= 0) return { volume, time };
  return { volume: stageLeft, time: divide(multiply(stageLeft, MILLISECONDS_PER_HOUR), rate) };
}

function mL(text: InfusionRun['containerVolume']): Rational {
  return readQuantity(text, 'mL').value;
}

function lesser(left: Rational, right: Rational): Rational {
  return compare(left, right) < 0 ? left : right;
}
