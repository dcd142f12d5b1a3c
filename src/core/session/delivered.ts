import { amountOf } from '../dosing/doseUnits.ts';
import { type Quantity, type QuantityText, quantity, readQuantity } from '../quantity/quantity.ts';
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
import { roundToDecimals } from '../quantity/round.ts';
import type { ShownAmount } from '../quantity/shownAmount.ts';

/** A stretch at one rate, from its effective time on. A pause is a stretch at 0 mL/h. */
export type RateStretch = { readonly from: number; readonly rate: QuantityText<'mL/h'> };

/** A volume given at once, beside the rate. */
export type GivenBolus = { readonly at: number; readonly volume: QuantityText<'mL'> };

/** A container connected after the first, from its effective time on. */
export type LaterContainer = { readonly from: number; readonly volume: QuantityText<'mL'> };

/** What the pump was told, in order of effective time. */
export type InfusionRun = {
  readonly stretches: readonly RateStretch[];
  readonly boluses?: readonly GivenBolus[];
  /** Where the pump stops by itself, counted over all containers. */
  readonly volumeToGive: QuantityText<'mL'>;
  /** What the first container holds. */
  readonly containerVolume: QuantityText<'mL'>;
  /** In order; left out while there is one container. */
  readonly laterContainers?: readonly LaterContainer[];
  /** Effective time of the end, null while it lasts. */
  readonly endedAt: number | null;
};

const MILLISECONDS_PER_HOUR = rational(3_600_000n);

/**
 * Volume given up to an effective time: the exact integral of rate over the running stretches, and the boluses until
 * then, volume (mL) = Σ rate (mL/h) × time (ms) ÷ 3,600,000 ms/h + Σ bolus (mL).
 *
 * From each container it stops at what that one holds, and in all at the programmed volume limit; what a pump gives
 * beyond that enters by its reading. Source: DESIGN 8.
 */
export function givenVolume(run: InfusionRun, at: number): Quantity<'mL'> {
  const until = run.endedAt === null ? at : Math.min(at, run.endedAt);
  const given = containersOf(run)
    .map((container) => givenFrom(run, container, until))
    .reduce(add, ZERO);
  return quantity(lesser(given, readQuantity(run.volumeToGive, 'mL').value), 'mL');
}

/** Left in the container that is connected at an effective time. */
export function containerLeft(run: InfusionRun, at: number): Quantity<'mL'> {
  const container = containersOf(run).reduce((before, next) => (next.from <= at ? next : before));
  const until = run.endedAt === null ? at : Math.min(at, run.endedAt);
  return quantity(subtract(container.holds, givenFrom(run, container, until)), 'mL');
}

/**
 * When the connected container is empty at the present rate: effective time in milliseconds, to the nearest one. Null
 * while nothing runs.
 */
export function containerEmptyAt(run: InfusionRun): number | null {
  const last = run.stretches.at(-1);
  if (last === undefined || run.endedAt !== null) return null;
  const from = lastChangeOf(run, last);
  return timeFor(containerLeft(run, from).value, from, last.rate);
}

type Container = { readonly from: number; readonly until: number; readonly holds: Rational };

function containersOf(run: InfusionRun): readonly Container[] {
  const connected = [
    { from: Number.NEGATIVE_INFINITY, volume: run.containerVolume },
    ...(run.laterContainers ?? []),
  ];
  return connected.map(({ from, volume }, index) => ({
    from,
    until: connected[index + 1]?.from ?? Number.POSITIVE_INFINITY,
    holds: readQuantity(volume, 'mL').value,
  }));
}

/** Volume given from one container, which is no more than it holds. */
function givenFrom(run: InfusionRun, container: Container, until: number): Rational {
  const integral = run.stretches.reduce((sum, stretch, index) => {
    const from = Math.max(stretch.from, container.from);
    const end = Math.min(until, container.until, run.stretches[index + 1]?.from ?? until);
    return end <= from ? sum : add(sum, multiply(rateOf(stretch), hours(end - from)));
  }, ZERO);
  const boluses = (run.boluses ?? []).filter(
    ({ at }) => at <= until && at >= container.from && at < container.until,
  );
  const given = boluses.reduce((sum, { volume }) => add(sum, readQuantity(volume, 'mL').value), integral);
  return lesser(given, container.holds);
}

/** Volume still to give at an effective time, from however many containers it takes. */
export function remainingVolume(run: InfusionRun, at: number): Quantity<'mL'> {
  return quantity(subtract(readQuantity(run.volumeToGive, 'mL').value, givenVolume(run, at).value), 'mL');
}

/**
 * When the volume to give will have been given at the present rate: effective time in milliseconds, to the nearest
 * one. Null while nothing runs.
 */
export function endsAt(run: InfusionRun): number | null {
  if (run.endedAt !== null) return run.endedAt;
  const last = run.stretches.at(-1);
  if (last === undefined) return null;
  return endsAtRate(run, lastChangeOf(run, last), last.rate);
}

/** The same for a rate that is only being considered from `at` on. */
export function endsAtRate(run: InfusionRun, at: number, rate: QuantityText<'mL/h'>): number | null {
  return timeFor(remainingVolume(run, at).value, at, rate);
}

/** Milliseconds the pump ran up to an effective time, pauses left out. */
export function infusingTime(run: InfusionRun, at: number): number {
  const until = run.endedAt === null ? at : Math.min(at, run.endedAt);
  return run.stretches.reduce((sum, stretch, index) => {
    const end = Math.min(until, run.stretches[index + 1]?.from ?? until);
    return rateOf(stretch).numerator === 0n ? sum : sum + Math.max(0, end - stretch.from);
  }, 0);
}

/** Dose in a volume: dose (mg) = volume (mL) × concentration (mg per mL); mcg of mcg per mL. Exact. */
export function doseIn<Amount extends ShownAmount>(
  volume: Quantity<'mL'>,
  concentration: Quantity<`${Amount}/mL`>,
): Quantity<Amount> {
  return quantity(multiply(volume.value, concentration.value), amountOf(concentration.unit) as Amount);
}

/** Dose per kilogram: dose (mg or mcg) ÷ weight (kg). Exact. */
export function dosePerKilogram<Amount extends ShownAmount>(
  dose: Quantity<Amount>,
  weight: Quantity<'kg'>,
): Quantity<`${Amount}/kg`> {
  return quantity(divide(dose.value, weight.value), `${dose.unit}/kg`);
}

/** From when on nothing has changed: the last rate, and a bolus or a container after it. */
function lastChangeOf({ boluses = [], laterContainers = [] }: InfusionRun, last: RateStretch): number {
  return Math.max(last.from, ...boluses.map(({ at }) => at), ...laterContainers.map(({ from }) => from));
}

/** When a volume (mL) is given at a rate, to the nearest millisecond; null at 0 mL/h. */
function timeFor(volume: Rational, from: number, rate: QuantityText<'mL/h'>): number | null {
  const perHour = readQuantity(rate, 'mL/h').value;
  if (perHour.numerator === 0n) return null;
  const milliseconds = multiply(divide(volume, perHour), MILLISECONDS_PER_HOUR);
  return from + Number(roundToDecimals(milliseconds, 0).numerator);
}

function lesser(left: Rational, right: Rational): Rational {
  return compare(left, right) < 0 ? left : right;
}

function rateOf(stretch: RateStretch): Rational {
  return readQuantity(stretch.rate, 'mL/h').value;
}

function hours(milliseconds: number): Rational {
  return divide(rational(BigInt(Math.round(milliseconds))), MILLISECONDS_PER_HOUR);
}
