import type { EnginesDisagree } from '../crosscheck/agreement.ts';
import type { CountedSumRefusal } from '../dosing/countedPlan.ts';
import type { ContainerTooSmall, DrugExceedsFinalVolume } from '../dosing/preparation.ts';
import type { CountRefusal } from '../library/countedLimits.ts';
import type { EquipmentRefusal } from '../library/equipmentRefusals.ts';
import type { LimitBreach } from '../library/limits.ts';
import type { RateUnit } from '../library/orderUnits.ts';
import type { PlanWeightRefusal } from '../library/planWeight.ts';
import type { UndilutedRefusal } from '../library/undiluted.ts';
import type { EntryRefusal } from '../quantity/parseEntry.ts';
import type { QuantityText } from '../quantity/quantity.ts';
import type { ShownAmount } from '../quantity/shownAmount.ts';
import type { LabelElsewhere } from './decisions/labelInHand.ts';
import type { EntryInput } from './entryFields.ts';
import type { DischargeNeed, EffectKind, PreparationField, PumpField, VoidReason } from './events.ts';
import type { Role } from './roles.ts';
import type { SessionState } from './session.ts';

/**
 * Why a step of a session is refused: the situation and the facts the sentence needs. The sentence itself is the
 * window's (`errorText`). None of these ever carries a value of somebody else's entry.
 */
export type SessionRefusal =
  | UndilutedRefusal
  | { readonly kind: 'notInThisState'; readonly state: SessionState }
  | { readonly kind: 'roleNeeded'; readonly roles: readonly Role[] }
  | { readonly kind: 'noSignedAssessment' }
  | { readonly kind: 'noConsent' }
  | { readonly kind: 'allergiesNotRecorded' }
  | { readonly kind: 'allergyMatches'; readonly substance: string }
  | { readonly kind: 'questionsNotAsked'; readonly questions: readonly string[] }
  | { readonly kind: 'notWeighed' }
  | { readonly kind: 'weightTooOld'; readonly ageHours: number; readonly allowedHours: number }
  | { readonly kind: 'checkVoid'; readonly because: VoidReason | 'order' }
  | { readonly kind: 'orderChangeNeedsPrescriber' }
  | {
      readonly kind: 'voidDrugFirst';
      readonly drawn: QuantityText<ShownAmount>;
      readonly inVial: QuantityText<ShownAmount>;
    }
  | { readonly kind: 'planIncomplete'; readonly missing: readonly PlanField[] }
  | { readonly kind: 'hardLimits'; readonly breaches: readonly LimitBreach[] }
  | { readonly kind: 'reasonsMissing'; readonly breaches: readonly LimitBreach[] }
  | DrugExceedsFinalVolume
  | ContainerTooSmall
  | { readonly kind: 'pumpStepTooCoarse'; readonly exact: QuantityText; readonly set: QuantityText }
  | PlanWeightRefusal
  | { readonly kind: 'loadingNotAllowed' }
  | { readonly kind: 'tooManySteps'; readonly steps: number; readonly most: number }
  | CountedSumRefusal
  | EnginesDisagree<string>
  | CountRefusal
  | { readonly kind: 'otherWayOfGiving' }
  | { readonly kind: 'otherDoseNext'; readonly number: number }
  | {
      readonly kind: 'doseTooEarly';
      readonly number: number;
      readonly waitMilliseconds: number;
      readonly of: 'spray' | 'injection';
    }
  | EquipmentRefusal
  | { readonly kind: 'patientHasSession' }
  | { readonly kind: 'chairIsTaken'; readonly chair: number }
  | { readonly kind: 'sawThePlan' }
  | { readonly kind: 'madeFirstEntry' }
  | { readonly kind: 'tooSoonAgain'; readonly minutes: number }
  | { readonly kind: 'otherCopyNeeded' }
  | {
      readonly kind: 'entryRefused';
      readonly inputs: readonly { readonly input: EntryInput; readonly refusal: EntryRefusal }[];
    }
  | { readonly kind: 'firstEntryExpired' }
  | { readonly kind: 'anotherReleases' }
  | { readonly kind: 'textMissing'; readonly field: TextField }
  | { readonly kind: 'stepMissing'; readonly step: PreparationStep }
  | { readonly kind: 'unknownProduct' }
  | { readonly kind: 'otherProduct' }
  | { readonly kind: 'scanDiffers' }
  | { readonly kind: 'lotExpired'; readonly lot: string; readonly expiry: string }
  | { readonly kind: 'tooFewVials'; readonly needed: number }
  | {
      readonly kind: 'otherVolumeDrawn';
      readonly plan: QuantityText<'mL'>;
      readonly typed: QuantityText<'mL'>;
      readonly typedAmount: QuantityText<ShownAmount>;
      readonly vialVolume: QuantityText<'mL'>;
      readonly strength: QuantityText<`${ShownAmount}/mL`>;
    }
  | {
      readonly kind: 'otherFinalVolume';
      readonly plan: QuantityText<'mL'>;
      readonly typed: QuantityText<'mL'>;
    }
  | { readonly kind: 'anotherPersonNeeded' }
  | { readonly kind: 'witnessDisagrees'; readonly fields: readonly PreparationField[] }
  | { readonly kind: 'labelDiffers' }
  | { readonly kind: 'labelVoid'; readonly label: string }
  | ({ readonly kind: 'labelOfAnother' } & LabelElsewhere)
  | { readonly kind: 'nextUnderWay'; readonly label: string | null }
  | { readonly kind: 'nextNotPrepared' }
  | { readonly kind: 'restartMissing' }
  | { readonly kind: 'restartBeforeStop' }
  | { readonly kind: 'moreThanContainerHeld'; readonly held: QuantityText<'mL'> }
  | {
      readonly kind: 'containerLeftDiffers';
      readonly read: QuantityText<'mL'>;
      readonly record: QuantityText<'mL'>;
      readonly percent: QuantityText<'%'>;
    }
  | { readonly kind: 'preparationExpired'; readonly label: string; readonly expiredAt: number }
  | { readonly kind: 'baselineMissing' }
  | { readonly kind: 'baselineTooOld'; readonly minutes: number; readonly allowedMinutes: number }
  | { readonly kind: 'baselineOutsideEntryLimits' }
  | { readonly kind: 'unknownCheck' }
  | { readonly kind: 'consentNotValid' }
  | { readonly kind: 'medicinesNotSaid'; readonly medicines: readonly string[] }
  | { readonly kind: 'checksNotAsked'; readonly items: readonly string[] }
  | { readonly kind: 'checksNeedPrescriber'; readonly items: readonly string[] }
  | { readonly kind: 'nameNotSaid' }
  | { readonly kind: 'identityDiffers' }
  | { readonly kind: 'labelNotChecked' }
  | { readonly kind: 'pumpNotReadBack' }
  | { readonly kind: 'readerProgrammedPump' }
  | { readonly kind: 'readTogether'; readonly refusals: number }
  | { readonly kind: 'readBackDiffers'; readonly fields: readonly PumpField[] }
  | { readonly kind: 'vitalsEmpty' }
  | { readonly kind: 'vitalsInverted' }
  | { readonly kind: 'noteEmpty' }
  | { readonly kind: 'severityUnknown'; readonly effect: EffectKind }
  | { readonly kind: 'nothingToCorrect' }
  | { readonly kind: 'othersObservation' }
  | { readonly kind: 'nothingCorrected' }
  | { readonly kind: 'timeNotAllowed' }
  | { readonly kind: 'saidInFuture' }
  | {
      readonly kind: 'saidBeforeArrival';
      readonly arrivedAt: number;
      readonly by: 'arrival' | 'weighing';
    }
  | { readonly kind: 'lateReasonMissing'; readonly minutes: number }
  | { readonly kind: 'rateUnchanged' }
  | { readonly kind: 'noStageLeft' }
  | {
      readonly kind: 'stageNotOver';
      readonly stage: number;
      readonly left: QuantityText<'mL'>;
      /** At the present rate; wall clock, UTC milliseconds. */
      readonly endsAt: number | null;
    }
  | { readonly kind: 'stageOver'; readonly stage: number }
  | { readonly kind: 'stagesLeft'; readonly next: number; readonly stages: number }
  | { readonly kind: 'loadingRateAboveOrdered'; readonly ordered: QuantityText<'mL/h'> }
  | {
      readonly kind: 'rateJustSet';
      readonly from: QuantityText<'mL/h'>;
      readonly to: QuantityText<'mL/h'>;
    }
  | { readonly kind: 'rateOffGrid'; readonly step: QuantityText<'mL/h'> }
  | {
      readonly kind: 'rateNeedsPrescriber';
      readonly rate: QuantityText<'mL/h'>;
      readonly doseRate: QuantityText<RateUnit>;
      readonly lowest: QuantityText<RateUnit>;
      readonly highest: QuantityText<RateUnit>;
    }
  | { readonly kind: 'rateOutsideHardLimit'; readonly breach: LimitBreach }
  | { readonly kind: 'pauseReasonMissing' }
  | { readonly kind: 'vitalsSincePauseMissing' }
  | { readonly kind: 'resumeNeedsPrescriber' }
  | {
      readonly kind: 'pumpVolumeDiffers';
      readonly pump: QuantityText<'mL'>;
      readonly record: QuantityText<'mL'>;
      readonly percent: QuantityText<'%'>;
    }
  | { readonly kind: 'pumpNotReadYet' }
  | { readonly kind: 'observationTooShort'; readonly minutes: number; readonly neededMinutes: number }
  | { readonly kind: 'noEscort' }
  | { readonly kind: 'criteriaUnmet'; readonly unmet: readonly DischargeNeed[] }
  | { readonly kind: 'wasteWitnessDisagrees' }
  | { readonly kind: 'moreThanLeft'; readonly left: QuantityText<ShownAmount> }
  | {
      readonly kind: 'notAccountedFor';
      readonly unaccounted: QuantityText<ShownAmount>;
      readonly drug: string;
      readonly drawn: QuantityText<ShownAmount>;
      readonly given: QuantityText<ShownAmount>;
      /** From syringe and line. */
      readonly wasted: QuantityText<ShownAmount>;
      readonly leftInVial: QuantityText<ShownAmount>;
      readonly wastedFromVial: QuantityText<ShownAmount>;
    }
  | { readonly kind: 'stopReasonMissing' }
  | { readonly kind: 'alreadySigned' }
  | { readonly kind: 'nurseSignsFirst' }
  | {
      readonly kind: 'drawnDrugFirst';
      readonly drawn: QuantityText<ShownAmount>;
      readonly inVial: QuantityText<ShownAmount>;
    }
  | { readonly kind: 'nothingToAnswer' }
  | { readonly kind: 'planClosed' };

/** What a plan can lack. */
export type PlanField =
  | 'doses'
  | 'gap'
  | 'dose'
  | 'duration'
  | 'amount'
  | 'volume'
  | 'mixing'
  | 'product'
  | 'chair'
  | 'loading'
  | 'laterSteps';

export type PreparationStep = 'vial' | 'draw' | 'diluent' | 'witness';

export type TextField =
  | 'scale'
  | 'reason'
  | 'lot'
  | 'expiry'
  | 'pump'
  | 'note'
  | 'site'
  | 'medicine'
  | 'escortPhone'
  | 'escortName'
  | 'escortRelation';
