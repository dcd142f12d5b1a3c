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
import { walked } from './runWalk.ts';

/** A stretch at one rate, from its effective time on. A pause is a stretch at 0 mL/h. */
export type RateStretch = { readonly from: number; readonly rate: QuantityText<'mL/h'> };

/** A volume given at once, beside the rate. */
export type GivenBolus = { readonly at: number; readonly volume: QuantityText<'mL'> };

/** A container connected after the first, from its effective time on. */
export type LaterContainer = { readonly from: number; readonly volume: QuantityText<'mL'> };

/** A stage that was begun, from its effective time on, and where the pump stops by itself, counted from there. */
export type BegunStage = { readonly from: number; readonly volume: QuantityText<'mL'> };

/** A stage that is still to be begun, as it will be set. */
export type ComingStage = { readonly rate: QuantityText<'mL/h'>; readonly volume: QuantityText<'mL'> };

/** What the pump was told, in order of effective time. */
export type InfusionRun = {
  readonly stretches: readonly RateStretch[];
  readonly boluses?: readonly GivenBolus[];
  /** Left out of an infusion of one stage. */
  readonly stages?: { readonly begun: readonly BegunStage[]; readonly coming: readonly ComingStage[] };
  /** Where the pump stops by itself, counted over all containers and all stages. */
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
 * From each container it stops at what that one holds, in each stage at the volume the pump was set to, and in all at the
 * programmed volume limit; what a pump gives beyond that enters by its reading. Source: DESIGN 8.
 */
export function givenVolume(run: InfusionRun, at: number): Quantity<'mL'> {
  return quantity(lesser(walked(run, at).given, readQuantity(run.volumeToGive, 'mL').value), 'mL');
}

/** Left in the container that is connected at an effective time. */
export function containerLeft(run: InfusionRun, at: number): Quantity<'mL'> {
  return quantity(walked(run, at).containerLeft, 'mL');
}

/** Left of the stage that runs at an effective time: until the pump stops by itself. */
export function stageLeft(run: InfusionRun, at: number): Quantity<'mL'> {
  const { stageLeft: left } = walked(run, at);
  return left === null ? remainingVolume(run, at) : quantity(left, 'mL');
}

/**
 * When the connected container is empty at the present rate, and after the end of the stage at those of the stages to
 * come, each begun in no time: effective time in milliseconds, to the nearest one. Null while nothing runs.
 */
export function containerEmptyAt(run: InfusionRun): number | null {
  const last = run.stretches.at(-1);
  if (last === undefined || run.endedAt !== null) return null;
  const from = lastChangeOf(run, last);
  return timeThrough(toCome(run, from, last.rate), containerLeft(run, from).value, from);
}

/** Volume still to give at an effective time, from however many containers it takes. */
export function remainingVolume(run: InfusionRun, at: number): Quantity<'mL'> {
  return quantity(subtract(readQuantity(run.volumeToGive, 'mL').value, givenVolume(run, at).value), 'mL');
}

/**
 * When the volume to give will have been given at the present rate, and at those of the stages to come, each begun in no
 * time: effective time in milliseconds, to the nearest one. Null while nothing runs.
 */
export function endsAt(run: InfusionRun): number | null {
  if (run.endedAt !== null) return run.endedAt;
  const last = run.stretches.at(-1);
  if (last === undefined) return null;
  return endsAtRate(run, lastChangeOf(run, last), last.rate);
}

/** The same for a rate that is only being considered from `at` on. */
export function endsAtRate(run: InfusionRun, at: number, rate: QuantityText<'mL/h'>): number | null {
  return timeThrough(toCome(run, at, rate), null, at);
}

/** When the stage that runs will have run in at the present rate; null while nothing runs. To the nearest millisecond. */
export function stageEndsAt(run: InfusionRun): number | null {
  const last = run.stretches.at(-1);
  if (last === undefined || run.endedAt !== null) return null;
  const from = lastChangeOf(run, last);
  return timeThrough(toCome(run, from, last.rate).slice(0, 1), null, from);
}

/**
 * Until when the pump ran at a rate set at `from`, at the latest until `until`: after the end of its stage it stands
 * still. Effective times in milliseconds.
 */
export function ranUntil(run: InfusionRun, { from, rate }: RateStretch, until: number): number {
  if (!run.stages) return until;
  const over = timeThrough(toCome(run, from, rate).slice(0, 1), null, from);
  return over === null ? until : Math.min(over, until);
}

/** Milliseconds the pump ran up to an effective time: pauses left out, and what it stood still at the end of a stage. */
export function infusingTime(run: InfusionRun, at: number): number {
  return Number(roundToDecimals(walked(run, at).milliseconds, 0).numerator);
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

type Part = { readonly volume: Rational; readonly rate: Rational };

/** What is still to run from `at` on: the rest of the stage at `rate`, then each stage to come. */
function toCome(run: InfusionRun, at: number, rate: QuantityText<'mL/h'>): readonly Part[] {
  return [
    { volume: stageLeft(run, at).value, rate: readQuantity(rate, 'mL/h').value },
    ...(run.stages?.coming ?? []).map((stage) => ({
      volume: readQuantity(stage.volume, 'mL').value,
      rate: readQuantity(stage.rate, 'mL/h').value,
    })),
  ];
}

/**
 * When `volume` is through, or all parts where it is null, to the nearest millisecond; what goes beyond the last part
 * runs at its rate. Null at 0 mL/h.
 */
function timeThrough(parts: readonly Part[], volume: Rational | null, from: number): number | null {
  let [left, time] = [volume, ZERO];
  for (const [place, part] of parts.entries()) {
    if (part.rate.numerator === 0n) return null;
    const ends = left !== null && (place === parts.length - 1 || compare(left, part.volume) <= 0);
    const through = left !== null && ends ? left : part.volume;
    time = add(time, divide(through, part.rate));
    if (ends) break;
    left = left && subtract(left, part.volume);
  }
  return from + Number(roundToDecimals(multiply(time, MILLISECONDS_PER_HOUR), 0).numerator);
}

function lesser(left: Rational, right: Rational): Rational {
  return compare(left, right) < 0 ? left : right;
}
