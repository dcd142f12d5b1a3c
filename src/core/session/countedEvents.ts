import type { CountedSumText } from '../dosing/countedPlan.ts';
import type { CountedWorkingLine } from '../dosing/countedWorking.ts';
import type { PlannableCounted, Product } from '../library/library.ts';
import type { LimitBreach } from '../library/limits.ts';
import type { QuantityText } from '../quantity/quantity.ts';
import type { EntryMade, Identifier, LibraryVersion, OverrideReason, Weighing } from './events.ts';

/** The facts of a session of counted doses that one with a pump has not. Source: docs/decisions/0013. */

/** How many doses, and the least time between two; the protocol fixes what one holds. */
export type CountedOrder = {
  readonly doses: number;
  readonly gap: QuantityText<'min'>;
  readonly product: string;
};

/** What is written of it so far. Null is "not entered". */
export type CountedDraft = { readonly doses: number | null; readonly gap: QuantityText<'min'> | null };

/** The library's rules as they stood when the order was signed. */
export type CountedRules = {
  readonly protocol: PlannableCounted;
  readonly drugName: string;
  readonly product: Product;
  readonly reconciliationTolerance: QuantityText<'mg'>;
};

export type CountedPlanAuthorised = {
  readonly orderNumber: string;
  readonly chair: number;
  readonly order: CountedOrder;
  readonly rules: CountedRules;
  readonly library: LibraryVersion;
  readonly weighing: Weighing;
  readonly sum: CountedSumText;
  readonly working: readonly CountedWorkingLine[];
  readonly breaches: readonly LimitBreach[];
  readonly overrideReasons: readonly OverrideReason[];
};

export type CountedEntriesMatched = EntryMade & {
  readonly weighing: Weighing;
  readonly sum: CountedSumText;
  readonly working: readonly CountedWorkingLine[];
  readonly breaches: readonly LimitBreach[];
};

/** The patient was known by name and this; the first dose stands beside it. */
export type DosesStarted = { readonly identifiedBy: Identifier };

export const SIDES = ['left', 'right'] as const;
export type Side = (typeof SIDES)[number];
/** Where an injection may go. */
export const MUSCLES = ['upper arm', 'thigh', 'hip'] as const;
export type Muscle = (typeof MUSCLES)[number];

/** A nostril, or a muscle and its side. */
export type DoseSite =
  | { readonly kind: 'nostril'; readonly side: Side }
  | { readonly kind: 'muscle'; readonly muscle: Muscle; readonly side: Side };

export type DoseGiven = {
  /** 1 for the first one. */
  readonly number: number;
  readonly amount: QuantityText<'mg'>;
  readonly site: DoseSite;
  /** Given before the gap had passed: who let it, and why. Null otherwise. */
  readonly early: { readonly prescriber: string; readonly reason: string } | null;
};

/** Doses may be given again after a pause; `allowedBy`: the prescriber where one was needed. */
export type DosesResumed = { readonly allowedBy: string | null };
