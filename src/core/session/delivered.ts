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

/** A stretch at one rate, from its effective time on. A pause is a stretch at 0 mL/h. */
export type RateStretch = { readonly from: number; readonly rate: QuantityText<'mL/h'> };

/** A volume given at once, beside the rate. */
export type GivenBolus = { readonly at: number; readonly volume: QuantityText<'mL'> };

/** What the pump was told, in order of effective time. */
export type InfusionRun = {
  readonly stretches: readonly RateStretch[];
  readonly boluses?: readonly GivenBolus[];
  /** Where the pump stops by itself. */
  readonly volumeToGive: QuantityText<'mL'>;
  /** What the connected container holds. */
  readonly containerVolume: QuantityText<'mL'>;
  /** Effective time of the end, null while it lasts. */
  readonly endedAt: number | null;
};

const MILLISECONDS_PER_HOUR = rational(3_600_000n);

/**
 * Volume given up to an effective time: the exact integral of rate over the running stretches, and the boluses until
 * then, volume (mL) = Σ rate (mL/h) × time (ms) ÷ 3,600,000 ms/h + Σ bolus (mL).
 *
 * It stops at the programmed volume limit and at the content of the container; what a pump gives beyond that
 * enters by its reading. Source: DESIGN 8.
 */
export function givenVolume(run: InfusionRun, at: number): Quantity<'mL'> {
  const until = run.endedAt === null ? at : Math.min(at, run.endedAt);
  const integral = run.stretches.reduce((sum, stretch, index) => {
    const end = Math.min(until, run.stretches[index + 1]?.from ?? until);
    if (end <= stretch.from) return sum;
    return add(sum, multiply(rateOf(stretch), hours(end - stretch.from)));
  }, ZERO);
  const boluses = (run.boluses ?? []).filter((bolus) => bolus.at <= until);
  const given = boluses.reduce((sum, { volume }) => add(sum, readQuantity(volume, 'mL').value), integral);
  const ceiling = volumeCeiling(run);
  return quantity(compare(given, ceiling) > 0 ? ceiling : given, 'mL');
}

/** Volume still to give at an effective time. */
export function remainingVolume(run: InfusionRun, at: number): Quantity<'mL'> {
  return quantity(subtract(volumeCeiling(run), givenVolume(run, at).value), 'mL');
}

/**
 * When the volume to give will have been given at the present rate: effective time in milliseconds, to the nearest
 * one. Null while nothing runs.
 */
export function endsAt(run: InfusionRun): number | null {
  if (run.endedAt !== null) return run.endedAt;
  const last = run.stretches.at(-1);
  if (last === undefined) return null;
  const changes = [last.from, ...(run.boluses ?? []).map((bolus) => bolus.at)];
  return endsAtRate(run, Math.max(...changes), last.rate);
}

/** The same for a rate that is only being considered from `at` on. */
export function endsAtRate(run: InfusionRun, at: number, rate: QuantityText<'mL/h'>): number | null {
  const perHour = readQuantity(rate, 'mL/h').value;
  if (perHour.numerator === 0n) return null;
  const left = divide(remainingVolume(run, at).value, perHour);
  return at + Number(roundToDecimals(multiply(left, MILLISECONDS_PER_HOUR), 0).numerator);
}

/** Milliseconds the pump ran up to an effective time, pauses left out. */
export function infusingTime(run: InfusionRun, at: number): number {
  const until = run.endedAt === null ? at : Math.min(at, run.endedAt);
  return run.stretches.reduce((sum, stretch, index) => {
    const end = Math.min(until, run.stretches[index + 1]?.from ?? until);
    return rateOf(stretch).numerator === 0n ? sum : sum + Math.max(0, end - stretch.from);
  }, 0);
}

/** Dose in a volume: dose (mg) = volume (mL) × concentration (mg per mL). Exact. */
export function doseIn(volume: Quantity<'mL'>, concentration: Quantity<'mg/mL'>): Quantity<'mg'> {
  return quantity(multiply(volume.value, concentration.value), 'mg');
}

/** Dose per kilogram: dose (mg) ÷ weight (kg). Exact. */
export function dosePerKilogram(dose: Quantity<'mg'>, weight: Quantity<'kg'>): Quantity<'mg/kg'> {
  return quantity(divide(dose.value, weight.value), 'mg/kg');
}

function volumeCeiling(run: InfusionRun): Rational {
  const limit = readQuantity(run.volumeToGive, 'mL').value;
  const content = readQuantity(run.containerVolume, 'mL').value;
  return compare(limit, content) < 0 ? limit : content;
}

function rateOf(stretch: RateStretch): Rational {
  return readQuantity(stretch.rate, 'mL/h').value;
}

function hours(milliseconds: number): Rational {
  return divide(rational(BigInt(Math.round(milliseconds))), MILLISECONDS_PER_HOUR);
}
