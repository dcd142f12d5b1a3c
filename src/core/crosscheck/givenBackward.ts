import { type Quantity, quantity, readQuantity, wholeQuantity } from '../quantity/quantity.ts';
import { rational } from '../quantity/rational.ts';
import type { InfusionRun } from '../session/delivered.ts';
import { failed } from './agreement.ts';
import { agrees, difference, isAtMost, type Measured, measured, product, total } from './exactUnits.ts';

/** The second engine for what a pump gave: the answer is taken back, container by container, until nothing is left. */

export type GivenDisagreement = 'given' | 'containerLeft' | 'stageLeft';

const NOTHING = wholeQuantity(0n, 'mL');
const MILLISECONDS = 1_000n;

/** The answer less what came out of each container must be nothing; at the volume to give, nothing or less. */
export function givenDisagreements(
  run: InfusionRun,
  at: number,
  given: Quantity<'mL'>,
): readonly GivenDisagreement[] {
  const limit = readQuantity(run.volumeToGive, 'mL');
  const rest = containersOf(run, at).reduceRight(
    (left, { taken }) => difference(left, taken),
    measured(given),
  );
  const isLimited = agrees(measured(given), limit) && isAtMost(rest, NOTHING);
  return failed({ given: isLimited || (agrees(rest, NOTHING) && isAtMost(measured(given), limit)) });
}

/** What is left in the connected container, put back to what came out of it, must be all it held. */
export function containerLeftDisagreements(
  run: InfusionRun,
  at: number,
  left: Quantity<'mL'>,
): readonly GivenDisagreement[] {
  const connected = containerAt(run, at);
  return failed({
    containerLeft: containersOf(run, at).some(
      ({ content, taken }, place) => place === connected && agrees(total(measured(left), taken), content),
    ),
  });
}

/** What is left of the stage that runs, put back to what went in while it ran, must be all it was set to. */
export function stageLeftDisagreements(
  run: InfusionRun,
  at: number,
  left: Quantity<'mL'>,
): readonly GivenDisagreement[] {
  const running = takenFrom(run, at).stages[stageAt(run, at)];
  return failed({
    stageLeft: running !== undefined && agrees(total(measured(left), running.taken), running.content),
  });
}

/** Something a volume is held in or set to, and what of it has gone in. */
type Held = { readonly content: Quantity<'mL'>; readonly taken: Measured };

function containersOf(run: InfusionRun, at: number): readonly Held[] {
  return takenFrom(run, at).containers;
}

/**
 * What came out of each container, and went in in each stage. Taken together is whatever one container gave in one stage;
 * no more of it went in than was still in the container, and still to give in the stage.
 */
function takenFrom(
  run: InfusionRun,
  at: number,
): { readonly containers: readonly Held[]; readonly stages: readonly Held[] } {
  const until = run.endedAt === null || at < run.endedAt ? at : run.endedAt;
  const pieces = runPieces(run, until);
  const boluses = bolusPieces(run, until);
  let stages = begunOf(run).map(({ volume }) => untouched(volume));
  const containers = [run.containerVolume, ...laterOf(run).map(({ volume }) => volume)].map((text, place) => {
    let container = untouched(text);
    for (const stage of [NO_STAGE, ...stages.keys()]) {
      const isOf = (piece: Piece) => piece.container === place && piece.stage === stage;
      const ran = lesser(together(pieces.filter(isOf)), stages[stage] && leftOf(stages[stage]));
      const taken = lesser(total(ran, together(boluses.filter(isOf))), leftOf(container));
      container = { ...container, taken: total(container.taken, taken) };
      stages = stages.map((held, index) =>
        index === stage ? { ...held, taken: total(held.taken, lesser(taken, ran)) } : held,
      );
    }
    return container;
  });
  return { containers, stages };
}

function untouched(text: InfusionRun['containerVolume']): Held {
  return { content: readQuantity(text, 'mL'), taken: measured(NOTHING) };
}

function together(pieces: readonly Piece[]): Measured {
  return pieces.reduce((sum, { volume }) => total(sum, volume), measured(NOTHING));
}

function leftOf({ content, taken }: Held): Measured {
  return difference(measured(content), taken);
}

/** The lesser of two volumes; the first where there is no other. */
function lesser(volume: Measured, other: Measured = volume): Measured {
  return isAtMost(difference(volume, other), NOTHING) ? volume : other;
}

/** Of a run in one stage, and before the first one. */
const NO_STAGE = -1;

/** A volume, the container it came from and the stage it went in in, both counted from 0. */
type Piece = { readonly container: number; readonly stage: number; readonly volume: Measured };

/** The run cut at every moment at which its rate, its container or its stage changed. */
function runPieces(run: InfusionRun, until: number): readonly Piece[] {
  const changes = [...run.stretches, ...laterOf(run), ...begunOf(run)].map(({ from }) => from);
  const moments = [...new Set([...changes, until])].filter((moment) => moment <= until);
  return moments.flatMap((begin) => {
    const next = moments.filter((moment) => moment > begin);
    const rate = run.stretches.findLast(({ from }) => from <= begin)?.rate;
    if (next.length === 0 || rate === undefined) return [];
    const milliseconds = BigInt(Math.round(Math.min(...next) - begin));
    const time = quantity(rational(milliseconds, MILLISECONDS), 's');
    const volume = product(measured(readQuantity(rate, 'mL/h')), measured(time));
    return [{ container: containerAt(run, begin), stage: stageAt(run, begin), volume }];
  });
}

function bolusPieces(run: InfusionRun, until: number): readonly Piece[] {
  return (run.boluses ?? [])
    .filter(({ at }) => at <= until)
    .map(({ at, volume }) => ({
      container: containerAt(run, at),
      stage: stageAt(run, at),
      volume: measured(readQuantity(volume, 'mL')),
    }));
}

/** How many containers had been changed at a moment. */
function containerAt(run: InfusionRun, moment: number): number {
  return laterOf(run).filter(({ from }) => from <= moment).length;
}

function laterOf(run: InfusionRun) {
  return run.laterContainers ?? [];
}

/** The stage that ran at a moment, or `NO_STAGE`. */
function stageAt(run: InfusionRun, moment: number): number {
  return begunOf(run).filter(({ from }) => from <= moment).length - 1;
}

function begunOf(run: InfusionRun) {
  return run.stages?.begun ?? [];
}
