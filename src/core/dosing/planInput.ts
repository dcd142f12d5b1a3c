import type { Mixing } from '../library/library.ts';
import type { Quantity } from '../quantity/quantity.ts';
import type { Ends } from './innerStep.ts';

/** Everything the sum of a dose-over-time plan starts from. */
export type PlanInput = {
  readonly dosePerKg: Quantity<'mg/kg'>;
  readonly weight: Quantity<'kg'>;
  readonly duration: Quantity<'min'>;
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
  /** What no rounding on the pump may cross. */
  readonly hard: PlanHardLimits;
};

/** Hard limits of a plan for this patient: drug, dose rate and duration. */
export type PlanHardLimits = {
  readonly dose: Ends<'mg'>;
  readonly doseRate: Ends<'mg/kg/h'>;
  readonly duration: Ends<'min'>;
};
