import type { Mixing } from '../library/library.ts';
import type { RateUnit } from '../library/orderUnits.ts';
import type { Quantity } from '../quantity/quantity.ts';
import type { DosingWeight, DosingWeightOrder } from './dosingWeight.ts';
import type { Ends } from './innerStep.ts';

/** What is ordered of one stage, and the limits no rounding of it may cross. */
export type StageInput = {
  /** Over the whole stage: as ordered, or what the ordered rate comes to (`dosePerKgOf`). */
  readonly dosePerKg: Quantity<'mg/kg'>;
  /** The rate, where that is what is ordered. */
  readonly ordered?: Quantity<RateUnit>;
  readonly duration: Quantity<'min'>;
  /** What no rounding on the pump may cross. */
  readonly hard: PlanHardLimits;
};

/** Everything the sum of a plan starts from. Its own dose and time are those of the infusion, or of its first step. */
export type PlanInput = StageOrder & {
  /** Before the infusion, apart from it. */
  readonly loading?: StageInput;
  /** After the first step, in order. */
  readonly laterSteps?: readonly StageInput[];
};

/** Everything the sum of one stage starts from. */
export type StageOrder = StageInput & {
  /** What doses per kilogram count on. */
  readonly weight: Quantity<'kg'>;
  /** How that weight came about, where it is not simply the measured one. */
  readonly basis?: WeightOnBasis;
  /** Drug put into one container. */
  readonly amount: Quantity<'mg'>;
  /** Volume the drug is made up to, or added to. */
  readonly volume: Quantity<'mL'>;
  readonly mixing: Mixing;
  /** Strength of the vial the drug is drawn from. */
  readonly strength: Quantity<'mg/mL'>;
  readonly rateStep: Quantity<'mL/h'>;
  readonly volumeStep: Quantity<'mL'>;
  /** What one container holds. */
  readonly containerVolume: Quantity<'mL'>;
  /** How long a container may be used from its connection on. */
  readonly useBy?: Quantity<'min'>;
};

/** A weight to dose on that a formula or a cap gives: what it was worked out from, and what came of it. */
export type WeightOnBasis = { readonly order: DosingWeightOrder; readonly dosing: DosingWeight };

/** The patient's weight as measured, whichever weight doses count on. */
export function actualWeight({ weight, basis }: Pick<PlanInput, 'weight' | 'basis'>): Quantity<'kg'> {
  return basis?.order.actual ?? weight;
}

/** Hard limits of a plan for this patient: drug, dose rate and duration. */
export type PlanHardLimits = {
  readonly dose: Ends<'mg'>;
  readonly doseRate: Ends<'mg/kg/h'>;
  readonly duration: Ends<'min'>;
};
