import { ok, type Result } from '../result.ts';
import { parseQuantity, type QuantityRefusal, type QuantityRule } from './parseQuantity.ts';
import type { Quantity } from './quantity.ts';
import {
  AMOUNT_UNITS,
  type AmountUnit,
  type Basis,
  CONCENTRATION_UNITS,
  type ConcentrationUnit,
  VOLUME_UNITS,
  type VolumeUnit,
} from './units.ts';

/** An amount in a container; `3 mg/kg` is an amount for each kilogram of the patient. */
export type MixedAmountUnit = `${AmountUnit}${Basis}`;

/** A concentration as it was written: by its strength, or as what is mixed into how much. */
export type Concentration =
  | { readonly kind: 'strength'; readonly strength: Quantity<ConcentrationUnit> }
  | {
      readonly kind: 'mixture';
      readonly amount: Quantity<MixedAmountUnit>;
      readonly volume: Quantity<VolumeUnit>;
    };

const FORMS = 'an amount per mL such as 1 mg/mL, or a mixture such as 50 mg in 50 mL or 3 mg/kg in 50 mL';
const STRENGTH: QuantityRule<ConcentrationUnit> = { units: CONCENTRATION_UNITS, takes: FORMS };
const AMOUNT: QuantityRule<MixedAmountUnit> = {
  units: AMOUNT_UNITS.flatMap((amount) => [amount, `${amount}/kg` as const, `${amount}/m2` as const]),
  takes: FORMS,
};
const VOLUME: QuantityRule<VolumeUnit> = { units: VOLUME_UNITS, takes: 'mL or L' };
const IN = ' in ';

/**
 * A typed concentration: `1 mg/mL`, `50 mg in 50 mL`, `3 mg/kg in 50 mL`. Number, unit and spacing are refused as in
 * `parseQuantity`; so are per cent and ratios, which say nothing of the unit they count in.
 *
 * Source: strength written as an amount per volume, never as a ratio or per cent (ISMP, through DOMAIN 4.6).
 */
export function parseConcentration(text: string): Result<Concentration, QuantityRefusal> {
  const at = text.indexOf(IN);
  if (at === -1) {
    const strength = parseQuantity(text, STRENGTH);
    return strength.ok ? ok({ kind: 'strength', strength: strength.value }) : strength;
  }
  const amount = parseQuantity(text.slice(0, at), AMOUNT);
  if (!amount.ok) return amount;
  const volume = parseQuantity(text.slice(at + IN.length), VOLUME);
  return volume.ok ? ok({ kind: 'mixture', amount: amount.value, volume: volume.value }) : volume;
}
