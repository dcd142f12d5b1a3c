import { type QuantityText, quantityText } from '../quantity/quantity.ts';
import type { Sex } from './bodyWeight.ts';
import type { ContainerUse } from './containerChanges.ts';
import type { WeightBasis } from './dosingWeight.ts';
import type { PlannedStage, PlannedStages, PlanSum, StageKind } from './planSum.ts';

/** A sum in stored form, for the log and for the window. */
export type PlanSumText = {
  /** Left out where doses per kilogram count on the weight as measured. */
  readonly dosingWeight?: DosingWeightText;
  readonly dose: QuantityText<'mg'>;
  readonly concentration: QuantityText<'mg/mL'>;
  readonly volumeExact: QuantityText<'mL'>;
  readonly volumeToGive: QuantityText<'mL'>;
  readonly rateExact: QuantityText<'mL/h'>;
  readonly rate: QuantityText<'mL/h'>;
  readonly doseRate: QuantityText<'mg/kg/h'>;
  readonly doseRateMicrograms: QuantityText<'mcg/kg/min'>;
  readonly achievedDose: QuantityText<'mg'>;
  readonly achievedDosePerKg: QuantityText<'mg/kg'>;
  readonly achievedDoseRate: QuantityText<'mg/kg/h'>;
  readonly achievedDuration: QuantityText<'min'>;
  readonly drawUp: QuantityText<'mL'>;
  readonly diluent: QuantityText<'mL'>;
  readonly finalVolume: QuantityText<'mL'>;
  readonly containerLasts: QuantityText<'min'>;
  readonly containers: number;
  /** One after the other; left out where one is enough. */
  readonly containerUses?: readonly ContainerUseText[];
  /** Left out of an order of one stage. What stands above is then the infusion, or its first step. */
  readonly staged?: StagedText;
};

/** Stages one after the other, and what they come to together. Source: docs/decisions/0015-stages.md. */
export type StagedText = {
  readonly stages: readonly StageText[];
  readonly dose: QuantityText<'mg'>;
  readonly achievedDose: QuantityText<'mg'>;
  readonly volumeToGive: QuantityText<'mL'>;
  readonly duration: QuantityText<'min'>;
};

/** One stage as ordered and as the pump is set. Times are counted from the start. */
export type StageText = {
  readonly kind: StageKind;
  readonly dose: QuantityText<'mg'>;
  /** As ordered. */
  readonly duration: QuantityText<'min'>;
  readonly rateExact: QuantityText<'mL/h'>;
  readonly rate: QuantityText<'mL/h'>;
  readonly volumeExact: QuantityText<'mL'>;
  readonly volumeToGive: QuantityText<'mL'>;
  readonly achievedDose: QuantityText<'mg'>;
  readonly startsAfter: QuantityText<'min'>;
  readonly endsAfter: QuantityText<'min'>;
};

/** The weight doses per kilogram count on, and everything it came from. */
export type DosingWeightText = {
  readonly weight: QuantityText<'kg'>;
  readonly basis: WeightBasis;
  /** `actual` too where an adjusted weight was asked for and there is no excess. */
  readonly used: WeightBasis;
  /** Before the cap and before rounding, exact. */
  readonly exact: QuantityText<'kg'>;
  readonly actual: QuantityText<'kg'>;
  /** With a formula alone. */
  readonly sex?: Sex;
  readonly height?: QuantityText<'cm'>;
  /** Of the protocol; left out: none. */
  readonly cap?: QuantityText<'kg'>;
  readonly isCapped: boolean;
};

/** One of several containers. Times are counted from the start of the infusion. */
export type ContainerUseText = {
  readonly endsAfter: QuantityText<'min'>;
  /** What is given from it. */
  readonly volume: QuantityText<'mL'>;
  /** It is empty, it may no longer be used, or the infusion is over. */
  readonly endedBy: ContainerUse['endedBy'];
};

export function planSumText(sum: PlanSum): PlanSumText {
  return {
    ...(sum.weight && { dosingWeight: dosingWeightText(sum.weight) }),
    dose: quantityText(sum.dose),
    concentration: quantityText(sum.concentration),
    volumeExact: quantityText(sum.volume.exact),
    volumeToGive: quantityText(sum.volume.set),
    rateExact: quantityText(sum.rate.exact),
    rate: quantityText(sum.rate.set),
    doseRate: quantityText(sum.doseRate),
    doseRateMicrograms: quantityText(sum.doseRateMicrograms),
    achievedDose: quantityText(sum.achieved.dose),
    achievedDosePerKg: quantityText(sum.achieved.dosePerKg),
    achievedDoseRate: quantityText(sum.achieved.doseRate),
    achievedDuration: quantityText(sum.achieved.duration),
    drawUp: quantityText(sum.preparation.drawUp),
    diluent: quantityText(sum.preparation.diluent),
    finalVolume: quantityText(sum.preparation.finalVolume),
    containerLasts: quantityText(sum.containerLasts),
    containers: Number(sum.containers),
    ...(sum.containers > 1n ? { containerUses: sum.containerUses.map(useText) } : {}),
    ...(sum.staged && { staged: stagedText(sum.staged) }),
  };
}

function stagedText({ stages, dose, achievedDose, volume, duration }: PlannedStages): StagedText {
  return {
    stages: stages.map(stageText),
    dose: quantityText(dose),
    achievedDose: quantityText(achievedDose),
    volumeToGive: quantityText(volume),
    duration: quantityText(duration),
  };
}

function stageText({ kind, input, sum, startsAfter, endsAfter }: PlannedStage): StageText {
  return {
    kind,
    dose: quantityText(sum.dose),
    duration: quantityText(input.duration),
    rateExact: quantityText(sum.rate.exact),
    rate: quantityText(sum.rate.set),
    volumeExact: quantityText(sum.volume.exact),
    volumeToGive: quantityText(sum.volume.set),
    achievedDose: quantityText(sum.achieved.dose),
    startsAfter: quantityText(startsAfter),
    endsAfter: quantityText(endsAfter),
  };
}

function useText({ endsAfter, volume, endedBy }: ContainerUse): ContainerUseText {
  return { endsAfter: quantityText(endsAfter), volume: quantityText(volume), endedBy };
}

export function dosingWeightText({ value, basis }: NonNullable<PlanSum['weight']>): DosingWeightText {
  const { order, dosing } = basis;
  return {
    weight: quantityText(value),
    basis: dosing.basis,
    used: dosing.used,
    exact: quantityText(dosing.beforeCap),
    actual: quantityText(order.actual),
    ...(order.basis === 'actual' ? {} : { sex: order.sex, height: quantityText(order.height) }),
    ...(dosing.cap && { cap: quantityText(dosing.cap) }),
    isCapped: dosing.isCapped,
  };
}
