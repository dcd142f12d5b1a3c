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
  total,
} from './exactUnits.ts';

/** The second engine for what a pump gave: the answer is taken back, container by container, until nothing is left. */

export type GivenDisagreement = 'given' | 'containerLeft' | 'end' | 'containerEmpty';

const NOTHING = wholeQuantity(0n, 'mL');
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

/**
 * The last rate from the last change to the end must give what was still to give then, to the half millisecond a moment
 * is told in. Null is right for a rate of nothing alone, and for no rate at all.
 */
export function endDisagreements(run: InfusionRun, end: number | null): readonly GivenDisagreement[] {
  if (run.endedAt !== null) return failed({ end: end === run.endedAt });
  const since = lastChange(run);
  const limit = readQuantity(run.volumeToGive, 'mL');
  const given = containersOf(run, since).reduce((sum, { taken }) => total(sum, taken), measured(NOTHING));
  const left = isAtMost(given, limit) ? difference(measured(limit), given) : measured(NOTHING);
  return failed({ end: isGivenBy(run, since, end, left) });
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
        place === connected && isGivenBy(run, since, empty, difference(measured(content), taken)),
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

/** Whether a volume runs out at a moment, at the last rate. */
function isGivenBy(run: InfusionRun, since: number, moment: number | null, volume: Measured): boolean {
  const rate = readQuantity(run.stretches.at(-1)?.rate ?? '0 mL/h', 'mL/h');
  const stands = rate.value.numerator === 0n;
  if (moment === null) return stands;
  if (stands) return false;
  const milliseconds = quantity(rational(BigInt(Math.round(moment - since)), MILLISECONDS), 's');
  const perMillisecond = quantity(divide(rate.value, MILLISECONDS_PER_HOUR), 'mL');
  const apart = difference(product(measured(rate), measured(milliseconds)), volume);
  return agreesWithinHalfStep(apart, NOTHING, perMillisecond);
}

type Container = { readonly content: Quantity<'mL'>; readonly taken: Measured };

/** What came out of each container: all its pieces together, and no more than it holds. */
function containersOf(run: InfusionRun, at: number): readonly Container[] {
  const until = run.endedAt === null || at < run.endedAt ? at : run.endedAt;
  const pieces = [...runPieces(run, until), ...bolusPieces(run, until)];
  return [run.containerVolume, ...laterOf(run).map(({ volume }) => volume)].map((text, place) => {
    const content = readQuantity(text, 'mL');
    const ran = pieces
      .filter(({ container }) => container === place)
      .reduce((sum, { volume }) => total(sum, volume), measured(NOTHING));
    return { content, taken: isAtMost(ran, content) ? ran : measured(content) };
  });
}

const latestFirst = (left: number, right: number): number => right - left;

/** A volume and the container it came from, counted from 0. */
type Piece = { readonly container: number; readonly volume: Measured };

/** The run cut at every moment at which its rate or its container changed. */
function runPieces(run: InfusionRun, until: number): readonly Piece[] {
  const changes = [...run.stretches, ...laterOf(run)].map(({ from }) => from);
  const moments = [...new Set([...changes, until])].filter((moment) => moment <= until).sort(latestFirst);
  return moments.slice(1).flatMap((begin, place) => {
    const rate = run.stretches.findLast(({ from }) => from <= begin)?.rate;
    const next = moments[place];
    if (next === undefined || rate === undefined) return [];
    const milliseconds = BigInt(Math.round(next - begin));
    const time = quantity(rational(milliseconds, MILLISECONDS), 's');
    const volume = product(measured(readQuantity(rate, 'mL/h')), measured(time));
    return [{ container: containerAt(run, begin), volume }];
  });
}

function bolusPieces(run: InfusionRun, until: number): readonly Piece[] {
  return (run.boluses ?? [])
    .filter(({ at }) => at <= until)
    .map(({ at, volume }) => ({
      container: containerAt(run, at),
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
