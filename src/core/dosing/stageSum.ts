import { confirmed, type EnginesDisagree } from '../crosscheck/agreement.ts';
import { type Disagreement, disagreements } from '../crosscheck/planBackward.ts';
import type { StagesDisagreement } from '../crosscheck/stagesBackward.ts';
import {
  compareQuantities,
  derive,
  type Quantity,
  type QuantityText,
  quantityText,
} from '../quantity/quantity.ts';
import { err, type Result } from '../result.ts';
import { type ContainerUse, containersNeeded, containerUses } from './containerChanges.ts';
import { doseRate, doseRateInMicrograms } from './doseRate.ts';
import { infusionRate, runningTime, volumeToGive } from './infusionRate.ts';
import { type Ends, type InnerSetting, innerSetting, keptBy, tighter } from './innerStep.ts';
import { doseForWeight } from './orderedDose.ts';
import type { StageOrder, WeightOnBasis } from './planInput.ts';
import {
  type ContainerTooSmall,
  type DrugExceedsFinalVolume,
  type Preparation,
  preparation,
} from './preparation.ts';
import { roundingWeight } from './pumpSetting.ts';

/** The sum of one stage of a plan, exact and as the pump and the syringe can really do it; most plans are one stage. */
export type StageSum = {
  /** What the weight doses count on is, where it is not simply the measured one. */
  readonly weight?: { readonly value: Quantity<'kg'>; readonly basis: WeightOnBasis };
  readonly dose: Quantity<'mg'>;
  readonly concentration: Quantity<'mg/mL'>;
  readonly volume: InnerSetting<'mL'>;
  readonly rate: InnerSetting<'mL/h'>;
  readonly preparation: Preparation;
  readonly doseRate: Quantity<'mg/kg/h'>;
  readonly doseRateMicrograms: Quantity<'mcg/kg/min'>;
  /** What the rounded setting gives. */
  readonly achieved: {
    readonly dose: Quantity<'mg'>;
    readonly dosePerKg: Quantity<'mg/kg'>;
    readonly doseRate: Quantity<'mg/kg/h'>;
    readonly duration: Quantity<'min'>;
  };
  /** How long one full container alone serves at the set rate: until it is empty, or its use-by when that is sooner. */
  readonly containerLasts: Quantity<'min'>;
  /** Containers the volume to give needs. */
  readonly containers: bigint;
  /** One after the other, with what each gives; empty where more than 20 would be needed. */
  readonly containerUses: readonly ContainerUse[];
};

/** Above this many containers no plan of them is made. A bound of the program: ten days of one every twelve hours are 20. */
export const MOST_PLANNED = 20n;

/** Why a plan has no sum. No partial number is ever shown. */
export type PlanSumRefusal =
  | DrugExceedsFinalVolume
  | ContainerTooSmall
  | { readonly kind: 'pumpStepTooCoarse'; readonly exact: QuantityText; readonly set: QuantityText }
  | EnginesDisagree<Disagreement | StagesDisagreement>;

/**
 * Works one stage out forward, then has the second engine work it back to the order. Both must agree exactly or no
 * number leaves here.
 *
 * Refuses a preparation that does not fit its volume or its container, and a pump step that would change rate or volume
 * by more than 5 % (UX 3.6). Limits are judged apart, in `planBreaches`.
 */
export function stageSum(input: StageOrder): Result<StageSum, PlanSumRefusal> {
  const prepared = preparation(input.amount, input.strength, input.volume, input.mixing);
  if (!prepared) return err(drugExceedsFinalVolume(input));
  if (compareQuantities(prepared.finalVolume, input.containerVolume) > 0)
    return err(containerTooSmall(input, prepared));
  const dose = doseForWeight(input.dosePerKg, input.weight);
  const exactVolume = volumeToGive(dose, prepared.concentration);
  const volume = innerSetting(exactVolume, input.volumeStep, volumeEnds(input, prepared, exactVolume));
  const exactRate = infusionRate(exactVolume, input.duration);
  const rate = innerSetting(exactRate, input.rateStep, rateEnds(input, prepared, volume.set, exactRate));
  for (const setting of [rate, volume]) {
    if (roundingWeight(setting.changePercent) === 'refused') {
      return err({
        kind: 'pumpStepTooCoarse',
        exact: quantityText(setting.exact),
        set: quantityText(setting.set),
      });
    }
  }
  const sum = completeSum(input, prepared, dose, volume, rate);
  return confirmed(sum, disagreements(input, sum));
}

function completeSum(
  input: StageOrder,
  prepared: Preparation,
  dose: Quantity<'mg'>,
  volume: InnerSetting<'mL'>,
  rate: InnerSetting<'mL/h'>,
): StageSum {
  const ordered = doseRate(rate.exact, prepared.concentration, input.weight);
  const achievedDose = derive('mg', [volume.set, prepared.concentration]);
  const duration = runningTime(volume.set, rate.set);
  const run = { rate: rate.set, duration, content: prepared.finalVolume, useBy: input.useBy };
  const { containerLasts, count } = containersNeeded(run);
  return {
    ...(input.basis && { weight: { value: input.weight, basis: input.basis } }),
    dose,
    concentration: prepared.concentration,
    volume,
    rate,
    preparation: prepared,
    doseRate: ordered,
    doseRateMicrograms: doseRateInMicrograms(ordered),
    achieved: {
      dose: achievedDose,
      dosePerKg: derive('mg/kg', [achievedDose], [input.weight]),
      doseRate: doseRate(rate.set, prepared.concentration, input.weight),
      duration,
    },
    containerLasts,
    containers: count,
    containerUses: count > MOST_PLANNED ? [] : containerUses(run),
  };
}

/** The limits on the drug as volumes, as far as the order keeps them: drug (mg) ÷ concentration. */
function volumeEnds({ hard }: StageOrder, { concentration }: Preparation, exact: Quantity<'mL'>): Ends<'mL'> {
  const inMl = (drug: Quantity<'mg'> | undefined) => drug && derive('mL', [drug], [concentration]);
  return keptBy(exact, { minimum: inMl(hard.dose.minimum), maximum: inMl(hard.dose.maximum) });
}

/**
 * The limits on dose rate and duration as pump rates, as far as the order keeps them: dose rate (mg/kg/h) × weight ÷
 * concentration, and the set volume ÷ the longest and the shortest duration.
 */
function rateEnds(
  { hard, weight, duration }: StageOrder,
  { concentration }: Preparation,
  volume: Quantity<'mL'>,
  exact: Quantity<'mL/h'>,
): Ends<'mL/h'> {
  const inMlPerHour = (doseRate: Quantity<'mg/kg/h'> | undefined) =>
    doseRate && derive('mL/h', [doseRate, weight], [concentration]);
  const over = (time: Quantity<'min'> | undefined) => time && derive('mL/h', [volume], [time]);
  const { minimum, maximum } = hard.doseRate;
  const times = keptBy(duration, hard.duration);
  return tighter(keptBy(exact, { minimum: inMlPerHour(minimum), maximum: inMlPerHour(maximum) }), {
    minimum: over(times.maximum),
    maximum: over(times.minimum),
  });
}

function containerTooSmall(input: StageOrder, prepared: Preparation): PlanSumRefusal {
  const finalVolume = quantityText(prepared.finalVolume);
  return { kind: 'containerTooSmall', finalVolume, container: quantityText(input.containerVolume) };
}

function drugExceedsFinalVolume(input: StageOrder): PlanSumRefusal {
  const drawUp = derive('mL', [input.amount], [input.strength]);
  return { kind: 'drugExceedsFinalVolume', drawUp: quantityText(drawUp), volume: quantityText(input.volume) };
}
