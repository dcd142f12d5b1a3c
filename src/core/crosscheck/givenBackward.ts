import { type Quantity, quantity, readQuantity, wholeQuantity } from '../quantity/quantity.ts';
import { divide, rational } from '../quantity/rational.ts';
import type { InfusionRun } from '../session/delivered.ts';
import { failed } from './agreement.ts';
import {
  agrees,
  agreesWithinHalfStep,
  difference,
  isAtMost,
  type Measured,
  measured,
  product,
  quotient,
  total,
} from './exactUnits.ts';

/** The second engine for what a pump gave: the answer is taken back, container by container, until nothing is left. */

export type GivenDisagreement = 'given' | 'containerLeft' | 'stageLeft' | 'end' | 'containerEmpty';

const NOTHING = wholeQuantity(0n, 'mL');
const NO_TIME = wholeQuantity(0n, 'min');
const MILLISECONDS = 1_000n;
const MILLISECONDS_PER_HOUR = rational(3_600_000n);

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

/**
 * The present rate from the last change on, and then that of each stage to come, must give until the end what was still to
 * give then, to the half millisecond a moment is told in. Null is right for a rate of nothing alone, and for no rate at all.
 */
export function endDisagreements(run: InfusionRun, end: number | null): readonly GivenDisagreement[] {
  if (run.endedAt !== null) return failed({ end: end === run.endedAt });
  const since = lastChange(run);
  return failed({ end: isGivenBy(run, since, end, stillToGive(run, since)) });
}

/** Up to the limit on all of it; of stages what the present one has left, and each to come whole. */
function stillToGive(run: InfusionRun, since: number): Measured {
  const { containers, stages } = takenFrom(run, since);
  const running = stages[stageAt(run, since)];
  if (running !== undefined)
    return comingOf(run).reduce((left, { volume }) => total(left, volume), leftOf(running));
  const limit = readQuantity(run.volumeToGive, 'mL');
  const given = containers.reduce((sum, { taken }) => total(sum, taken), measured(NOTHING));
  return isAtMost(given, limit) ? difference(measured(limit), given) : measured(NOTHING);
}

/** The same for what the connected container had left. */
export function containerEmptyDisagreements(
  run: InfusionRun,
  empty: number | null,
): readonly GivenDisagreement[] {
  if (run.endedAt !== null) return failed({ containerEmpty: empty === null });
  const since = lastChange(run);
  const connected = containerAt(run, since);
  return failed({
    containerEmpty: containersOf(run, since).some(
      ({ content, taken }, place) =>
        place === connected && isGivenBy(run, since, empty, leftOf({ content, taken })),
    ),
  });
}

/** From when on the present rate alone gives, from one container: the last rate, or what came after it. */
function lastChange(run: InfusionRun): number {
  const rates = run.stretches.map(({ from }) => from);
  const boluses = (run.boluses ?? []).map(({ at }) => at);
  const containers = laterOf(run).map(({ from }) => from);
  return Math.max(0, ...rates, ...boluses, ...containers);
}

const latestFirst = (left: number, right: number): number => right - left;

/** Whether a volume runs out at a moment: at the present rate, and after the end of the stage at those to come. */
function isGivenBy(run: InfusionRun, since: number, moment: number | null, volume: Measured): boolean {
  const rate = readQuantity(run.stretches.at(-1)?.rate ?? '0 mL/h', 'mL/h');
  const stands = rate.value.numerator === 0n;
  if (moment === null) return stands;
  if (stands) return false;
  const running = takenFrom(run, since).stages[stageAt(run, since)];
  const coming = comingOf(run);
  const rates = [rate, ...coming.map((stage) => stage.rate)];
  // The last one lasts as long as it takes.
  const whole = [...(running ? [leftOf(running)] : []), ...coming.map((stage) => stage.volume)];
  const volumes = whole.slice(0, -1);
  let time = measured(quantity(rational(BigInt(Math.round(moment - since)), MILLISECONDS), 's'));
  let given = measured(NOTHING);
  for (const [place, each] of rates.entries()) {
    const ends = volumes[place];
    const spent = ends === undefined ? time : lesser(time, quotient(ends, measured(each)), NO_TIME);
    given = total(given, product(measured(each), spent));
    time = difference(time, spent);
  }
  // Half a millisecond of the fastest: a moment may be rounded over the end of a stage.
  const fastest = rates.reduce((most, each) => (isAtMost(measured(each), most) ? most : each));
  const perMillisecond = quantity(divide(fastest.value, MILLISECONDS_PER_HOUR), 'mL');
  return agreesWithinHalfStep(difference(given, volume), NOTHING, perMillisecond);
}

type Coming = { readonly rate: Quantity<'mL/h'>; readonly volume: Measured };

/** The stages that are still to be begun. */
function comingOf(run: InfusionRun): readonly Coming[] {
  return (run.stages?.coming ?? []).map(({ rate, volume }) => ({
    rate: readQuantity(rate, 'mL/h'),
    volume: measured(readQuantity(volume, 'mL')),
  }));
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

/** The lesser of two volumes, or of two times; the first where there is no other. */
function lesser(value: Measured, other: Measured = value, nothing: Quantity = NOTHING): Measured {
  return isAtMost(difference(value, other), nothing) ? value : other;
}

/** Of a run in one stage, and before the first one. */
const NO_STAGE = -1;

/** A volume, the container it came from and the stage it went in in, both counted from 0. */
type Piece = { readonly container: number; readonly stage: number; readonly volume: Measured };

/** The run cut at every moment at which its rate, its container or its stage changed. */
function runPieces(run: InfusionRun, until: number): readonly Piece[] {
  const changes = [...run.stretches, ...laterOf(run), ...begunOf(run)].map(({ from }) => from);
  const moments = [...new Set([...changes, until])].filter((moment) => moment <= until).sort(latestFirst);
  return moments.slice(1).flatMap((begin, place) => {
    const rate = run.stretches.findLast(({ from }) => from <= begin)?.rate;
    const next = moments[place];
    if (next === undefined || rate === undefined) return [];
    const milliseconds = BigInt(Math.round(next - begin));
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
