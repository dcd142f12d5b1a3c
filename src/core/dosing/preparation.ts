import type { Mixing } from '../library/library.ts';
import {
  minus,
  plus,
  type Quantity,
  type QuantityText,
  quantity,
  readQuantity,
} from '../quantity/quantity.ts';
import { compare, divide, multiply } from '../quantity/rational.ts';
import { roundToStep } from '../quantity/round.ts';
import type { AmountUnit } from '../quantity/units.ts';

/** What is drawn up and mixed, as it can really be done with a graduated syringe. */
export type Preparation<Amount extends AmountUnit = 'mg'> = {
  /** amount ÷ strength, exact. */
  readonly drawUpExact: Quantity<'mL'>;
  /** The same on the syringe's graduation. */
  readonly drawUp: Quantity<'mL'>;
  readonly diluent: Quantity<'mL'>;
  readonly finalVolume: Quantity<'mL'>;
  /** From the rounded draw-up and the real final volume. */
  readonly concentration: Quantity<`${Amount}/mL`>;
};

/** The drug alone, drawn up, is more than what it is made up to. */
export type DrugExceedsFinalVolume = {
  readonly kind: 'drugExceedsFinalVolume';
  readonly drawUp: QuantityText<'mL'>;
  readonly volume: QuantityText<'mL'>;
};

/** The mixture is more than the container takes. */
export type ContainerTooSmall = {
  readonly kind: 'containerTooSmall';
  readonly finalVolume: QuantityText<'mL'>;
  readonly container: QuantityText<'mL'>;
};

/** Graduation 0.01 mL below 1 mL, 0.1 mL from there. Source: reference library of UX 7. */
const FINE_GRADUATION = readQuantity('0.01 mL', 'mL');
const COARSE_GRADUATION = readQuantity('0.1 mL', 'mL');
const ONE_MILLILITRE = readQuantity('1 mL', 'mL');

/** The usual graduation of a syringe that holds so much: 0.01 mL below 1 mL, 0.1 mL from there. */
export function syringeGraduation(drawUp: Quantity<'mL'>): Quantity<'mL'> {
  return compare(drawUp.value, ONE_MILLILITRE.value) < 0 ? FINE_GRADUATION : COARSE_GRADUATION;
}

/**
 * Draw-up (mL) = amount (mg) ÷ strength (mg per mL), rounded to the syringe's graduation: the usual one of a syringe
 * that holds so much, or the one passed in. The same for a drug counted in units, mEq or mmol.
 * Made up to: diluent = volume − draw-up, final = volume. Added to: diluent = volume, final = volume + draw-up.
 * Concentration = draw-up × strength ÷ final volume.
 *
 * Source: UX 3.6 and 7 (scenario 4). Returns undefined when the drug alone is more than the final volume.
 */
export function preparation<Amount extends AmountUnit>(
  amount: Quantity<Amount>,
  strength: Quantity<`${NoInfer<Amount>}/mL`>,
  volume: Quantity<'mL'>,
  mixing: Mixing,
  graduation?: Quantity<'mL'>,
): Preparation<Amount> | undefined {
  const drawUpExact = quantity(divide(amount.value, strength.value), 'mL');
  const drawUp = roundToStep(drawUpExact, graduation ?? syringeGraduation(drawUpExact));
  if (drawUp.value.numerator === 0n) return undefined;
  if (mixing === 'madeUpTo' && compare(drawUp.value, volume.value) > 0) return undefined;
  const finalVolume = mixing === 'madeUpTo' ? volume : plus(volume, drawUp);
  const diluent = mixing === 'madeUpTo' ? minus(volume, drawUp) : volume;
  const drawn = multiply(drawUp.value, strength.value);
  return {
    drawUpExact,
    drawUp,
    diluent,
    finalVolume,
    concentration: quantity(divide(drawn, finalVolume.value), strength.unit),
  };
}
