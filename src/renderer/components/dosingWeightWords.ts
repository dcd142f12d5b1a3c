import type { OrderSheetData } from '../../contract/views/documents.ts';
import type { PlanCalculation } from '../../contract/views/plan.ts';
import { formatQuantityText } from '../../core/quantity/format.ts';

type WeightRule = NonNullable<OrderSheetData['dosingWeight']>['rule'];
type DosingWeight = NonNullable<PlanCalculation['dosingWeight']>;

/** A weight to dose on by the name of its formula: shown wherever it is not the actual one. Source: UX 3.6. */
export const BASIS_WORDS: Readonly<Record<WeightRule['basis'], string>> = {
  actual: 'actual weight',
  ideal: 'ideal weight (Devine)',
  adjusted: 'adjusted weight (Devine, 0.4 of the excess)',
  leanJames: 'lean weight (James)',
  leanJanmahasatian: 'lean weight (Janmahasatian)',
};

/** `ideal weight (Devine)`; what an adjusted weight came to below the ideal one, and what the cap did, are said. */
export function basisText({ basis, used, cap, isCapped }: DosingWeight): string {
  const name = BASIS_WORDS[basis];
  const taken = used === basis ? name : `${name}: below the ideal weight, so the ${BASIS_WORDS[used]}`;
  return isCapped && cap ? `${taken}, no more than ${formatQuantityText(cap)}` : taken;
}

const SHORT_WORDS: Readonly<Record<WeightRule['basis'], string>> = {
  actual: 'actual weight',
  ideal: 'ideal weight',
  adjusted: 'adjusted weight',
  leanJames: 'lean weight',
  leanJanmahasatian: 'lean weight',
};

/** The same where only the number is read from afar, and its formula stands in the plan: `adjusted weight`. */
export function shortBasisText({ used, isCapped }: DosingWeight): string {
  return isCapped ? 'the most that counts' : SHORT_WORDS[used];
}

/** The same of a rule, before there is a patient: `ideal weight (Devine), at most 100 kg`. */
export function weightRuleText({ basis, cap }: WeightRule): string {
  return cap ? `${BASIS_WORDS[basis]}, at most ${formatQuantityText(cap)}` : BASIS_WORDS[basis];
}
