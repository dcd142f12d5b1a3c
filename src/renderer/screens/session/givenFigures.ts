import type { InfusionView } from '../../../contract/views/session.ts';
import { type QuantityText, quantityText, readQuantity } from '../../../core/quantity/quantity.ts';
import { readStrength, type ShownAmount } from '../../../core/quantity/shownAmount.ts';
import { doseIn, dosePerKilogram, givenVolume, stageLeft } from '../../../core/session/delivered.ts';

export type GivenFigures = {
  readonly volume: QuantityText<'mL'>;
  readonly dose: QuantityText<ShownAmount>;
  readonly perKg: QuantityText<`${ShownAmount}/kg`>;
  /** Of the volume to give, for the length of a bar. */
  readonly percent: number;
  /** The integral has reached the volume to give, or the end of the last stage: the pump must be read. */
  readonly complete: boolean;
  /** The stage that runs has run in, and another one is to be begun. */
  readonly stageOver: boolean;
};

/** The pump stands still by the record: paused, or at the end of a stage. */
export function standsStill({ run, paused }: InfusionView, at: number): boolean {
  return paused !== null || (run.stages !== undefined && stageLeft(run, at).value.numerator === 0n);
}

/** What has been given up to a moment of the session's axis, from the committed stretches: the core's own projection. */
export function givenFigures(infusion: InfusionView, at: number): GivenFigures {
  const volume = givenVolume(infusion.run, at);
  const dose = doseIn(volume, readStrength(infusion.concentration));
  const whole = readQuantity(infusion.run.volumeToGive, 'mL').value;
  const share = Number(
    (volume.value.numerator * whole.denominator * 10_000n) / (volume.value.denominator * whole.numerator),
  );
  // A stage may be begun a little before the record's own end of the one before, so the whole is not always reached.
  const hasRunIn = infusion.run.stages ? stageLeft(infusion.run, at).value.numerator === 0n : share >= 10_000;
  return {
    volume: quantityText(volume),
    dose: quantityText(dose),
    perKg: quantityText(dosePerKilogram(dose, readQuantity(infusion.weight, 'kg'))),
    percent: share / 100,
    complete: hasRunIn && infusion.stage?.next == null,
    stageOver: hasRunIn && infusion.stage?.next != null,
  };
}
