import type { EnginesDisagree } from '../crosscheck/agreement.ts';
import type { PreparationDisagreement } from '../crosscheck/preparationBackward.ts';
import type { Mixing } from '../library/library.ts';
import type { Quantity, QuantityText } from '../quantity/quantity.ts';
import type { Rational } from '../quantity/rational.ts';
import type { AmountUnit, ConcentrationUnit, DurationUnit } from '../quantity/units.ts';
import type { NotAboveZero } from './doseUnits.ts';
import type { ContainerTooSmall, DrugExceedsFinalVolume, Preparation } from './preparation.ts';
import type { Vials } from './vials.ts';

/** The line between container and patient. */
export type GivingLine = {
  readonly volume: Quantity<'mL'>;
  /**
   * What fills it before the start: the finished mixture; the container's own diluent, run in before the drug is
   * added; or diluent from elsewhere.
   */
  readonly primedWith: 'mixture' | 'containerDiluent' | 'otherDiluent';
  /** Whether it is flushed at the end, so that its content reaches the patient. */
  readonly flushedAtEnd: boolean;
};

/** Everything the preparation of an infusion starts from. Nothing in it has a default that changes a dose. */
export type PreparationOrder<Amount extends AmountUnit> = {
  /** Drug put into one container. */
  readonly amount: Quantity<Amount>;
  /** In the amount's own unit: 36 mg from mg per mL. */
  readonly strength: Quantity<`${NoInfer<Amount>}/mL`>;
  readonly vialVolume: Quantity<'mL'>;
  /** Volume the drug is made up to, or is added to by the container's label. */
  readonly volume: Quantity<'mL'>;
  readonly mixing: Mixing;
  /** What the container holds above its label. */
  readonly overfill: Quantity<'mL'>;
  readonly line: GivingLine;
  /** What one container can hold. */
  readonly containerVolume: Quantity<'mL'>;
  /** Volume the patient is to get. */
  readonly toGive: Quantity<'mL'>;
  /** Graduation of the syringe in hand; the usual one of a syringe that holds so much when left out. */
  readonly graduation?: Quantity<'mL'> | undefined;
  readonly undilutedForbidden: boolean;
  readonly useBy: Quantity<DurationUnit>;
};

/** What is said beside a preparation that may be made. */
export type PreparationWarning =
  /** Less than 0.1 mL is drawn up: a tenfold slip is easily made. */
  | 'smallDrawUp'
  /** The graduation changes the amount by more than 1 %. */
  | 'drawUpRounded';

/** A preparation as it can really be made, for all of its containers. */
export type PreparationPlan<Amount extends AmountUnit> = {
  /** One container. Its diluent is all that is in it besides the drug, overfill included. */
  readonly prepared: Preparation<Amount>;
  readonly graduation: Quantity<'mL'>;
  /** (draw-up − exact draw-up) ÷ exact draw-up × 100. */
  readonly drawUpChangePercent: Rational;
  /** Drug really in one container. */
  readonly amountPrepared: Quantity<Amount>;
  /** What the pump must have counted for the patient to have got the volume to give. */
  readonly pumpVolume: Quantity<'mL'>;
  /** What the containers must hold: the volume to give, and the line when it stays full. */
  readonly volumeNeeded: Quantity<'mL'>;
  readonly containers: bigint;
  /** Drawn up for all containers. */
  readonly drawn: Quantity<'mL'>;
  /** The vials when all containers are made up together and share them. */
  readonly vials: Vials<Amount>;
  /** The vials of one container that is made up by itself. */
  readonly vialsEach: Vials<Amount>;
  /** Drug in containers and line that does not reach the patient. */
  readonly notGiven: Quantity<Amount>;
  /** How long each container may be used. */
  readonly useBy: Quantity<'min'>;
  readonly warnings: readonly PreparationWarning[];
};

/** Why a preparation cannot be made. */
export type PreparationRefusal =
  | NotAboveZero
  /** The amount is in one unit and the strength in another: neither is turned into the other. */
  | { readonly kind: 'unitsDiffer'; readonly amount: AmountUnit; readonly strength: ConcentrationUnit }
  | { readonly kind: 'belowZero'; readonly name: 'overfill' | 'line'; readonly value: QuantityText<'mL'> }
  /** Made up to a measured volume: an overfill or a line filled from the container has no part in it. */
  | { readonly kind: 'madeUpToIsMeasured'; readonly name: 'overfill' | 'line' }
  | {
      readonly kind: 'lineTakesAllDiluent';
      readonly line: QuantityText<'mL'>;
      readonly diluent: QuantityText<'mL'>;
    }
  /** The line takes diluent from the first container only, which would be stronger than the others. */
  | { readonly kind: 'containersDiffer'; readonly containers: string }
  | {
      readonly kind: 'graduationTooCoarse';
      readonly exact: QuantityText<'mL'>;
      readonly drawUp: QuantityText<'mL'>;
    }
  | DrugExceedsFinalVolume
  | ContainerTooSmall
  | { readonly kind: 'undilutedForbidden'; readonly strength: QuantityText }
  /** Flushing a line that was filled with the mixture alone gives all of it, or more. */
  | {
      readonly kind: 'lineHoldsTheDose';
      readonly line: QuantityText<'mL'>;
      readonly toGive: QuantityText<'mL'>;
    }
  | EnginesDisagree<PreparationDisagreement>;
