import { compareQuantities, type Quantity } from '../quantity/quantity.ts';
import { type CalendarDate, completedAge } from './age.ts';
import { weightText } from './slipText.ts';
import { type WeightQuestion, weightPlausibility } from './weightPlausibility.ts';

/** What a measured weight is held against before it counts. */
export type WeighedPatient = {
  /** The newest measured weight; null for a first weighing. A stated one is no reference. */
  readonly last: Quantity<'kg'> | null;
  readonly height: Quantity<'cm'> | null;
  readonly born: CalendarDate;
  readonly on: CalendarDate;
  /** True while an entry of this patient is blind: then nothing may be said that follows from an earlier weight. */
  readonly weightClosed: boolean;
};

export type SecondWeighingRefusal =
  | { readonly kind: 'weighAgain'; readonly sentence: string }
  | { readonly kind: 'weighingsDiffer' };

/** Asked of every weighing alike while an entry is blind. */
const WITHOUT_NUMBERS = 'Weigh again and type the weight a second time.';
/** The band of the body mass index is an adult's. */
const ADULT_YEARS = 18n;

/**
 * Why a measured weight counts only after a second weighing, in one sentence; undefined where one is enough.
 *
 * While an entry of the patient is blind, every weighing is asked for twice and in the same words: whether a weight is
 * asked for again would otherwise tell where the last one lies. Never offers another weight. Source: H02; UX 2.4 and
 * 3.7; UX 7, scenarios 13 and 14.
 */
export function reasonToWeighAgain(
  typed: Quantity<'kg'>,
  { last, height, born, on, weightClosed }: WeighedPatient,
): string | undefined {
  if (weightClosed) return WITHOUT_NUMBERS;
  const isAdult = completedAge(born, on, 'years') >= ADULT_YEARS;
  const question: WeightQuestion = {
    typed,
    ...(last !== null && { last }),
    ...(height !== null && isAdult && { height }),
  };
  return weightText(weightPlausibility(question));
}

/**
 * Whether a weight may be recorded: two weighings must be the same exactly, wherever two are given; one is enough where
 * nothing speaks against it. `again` is the second one, null where nobody weighed twice.
 */
export function secondWeighingRefusal(
  typed: Quantity<'kg'>,
  again: Quantity<'kg'> | null,
  reason: string | undefined,
): SecondWeighingRefusal | undefined {
  if (again !== null) return compareQuantities(typed, again) === 0 ? undefined : { kind: 'weighingsDiffer' };
  return reason === undefined ? undefined : { kind: 'weighAgain', sentence: reason };
}
