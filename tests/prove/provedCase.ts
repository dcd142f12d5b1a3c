import { type Quantity, readQuantity } from '../../src/core/quantity/quantity.ts';
import { DURATION_UNITS, type DurationUnit } from '../../src/core/quantity/units.ts';
import { drawn, type Random } from './random.ts';

/** What an answer is, as far as the proof looks at it. */
export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly failure: { readonly kind: string; readonly on?: readonly string[] } };

/** One calculation, asked with random inputs. What it leaves open in its answer is looked through for disagreements. */
export type ProvedCase = { readonly name: string; readonly ask: (random: Random) => Answer };

const PUMP_STEPS = ['0.01 mL/h', '0.1 mL/h', '1 mL/h'] as const;
const VOLUME_STEPS = ['0.01 mL', '0.1 mL', '1 mL'] as const;

export function rateStep(random: Random): Quantity<'mL/h'> {
  return readQuantity(random.pick(PUMP_STEPS), 'mL/h');
}

export function volumeStep(random: Random): Quantity<'mL'> {
  return readQuantity(random.pick(VOLUME_STEPS), 'mL');
}

export function time(random: Random): Quantity<DurationUnit> {
  return drawn(random, random.pick(DURATION_UNITS));
}
