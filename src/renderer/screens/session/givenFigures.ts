import type { InfusionView } from '../../../contract/views/session.ts';
import { type QuantityText, quantityText, readQuantity } from '../../../core/quantity/quantity.ts';
import { readStrength, type ShownAmount } from '../../../core/quantity/shownAmount.ts';
import { doseIn, dosePerKilogram, givenVolume } from '../../../core/session/delivered.ts';

export type GivenFigures = {
  readonly volume: QuantityText<'mL'>;
  readonly dose: QuantityText<ShownAmount>;
  readonly perKg: QuantityText<`${ShownAmount}/kg`>;
  /** Of the volume to give, for the length of a bar. */
  readonly percent: number;
  /** The integral has reached the volume to give: the pump must be read. */
  readonly complete: boolean;
};

/** What has been given up to a moment of the session's axis, from the committed stretches: the core's own projection. */
export function givenFigures(infusion: InfusionView, at: number): GivenFigures {
  const volume = givenVolume(infusion.run, at);
  const dose = doseIn(volume, readStrength(infusion.concentration));
  const whole = readQuantity(infusion.run.volumeToGive, 'mL').value;
  const share = Number(
    (volume.value.numerator * whole.denominator * 10_000n) / (volume.value.denominator * whole.numerator),
  );
  return {
    volume: quantityText(volume),
    dose: quantityText(dose),
    perKg: quantityText(dosePerKilogram(dose, readQuantity(infusion.weight, 'kg'))),
    percent: share / 100,
    complete: share >= 10_000,
  };
}
