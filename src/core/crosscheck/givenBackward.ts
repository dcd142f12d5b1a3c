import { type Quantity, quantity, readQuantity, wholeQuantity } from '../quantity/quantity.ts';
import { rational } from '../quantity/rational.ts';
import type { InfusionRun } from '../session/delivered.ts';
import { failed } from './agreement.ts';
import { agrees, difference, isAtMost, type Measured, measured, product, total } from './exactUnits.ts';

/** The second engine for what a pump gave: the answer is taken back, container by container, until nothing is left. */

export type GivenDisagreement = 'given' | 'containerLeft';

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

/** A volume and the container it came from, counted from 0. */
type Piece = { readonly container: number; readonly volume: Measured };

/** The run cut at every moment at which its rate or its container changed. */
function runPieces(run: InfusionRun, until: number): readonly Piece[] {
  const changes = [...run.stretches, ...laterOf(run)].map(({ from }) => from);
  const moments = [...new Set([...changes, until])].filter((moment) => moment <= until);
  return moments.flatMap((begin) => {
    const next = moments.filter((moment) => moment > begin);
    const rate = run.stretches.findLast(({ from }) => from <= begin)?.rate;
    if (next.length === 0 || rate === undefined) return [];
    const milliseconds = BigInt(Math.round(Math.min(...next) - begin));
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
