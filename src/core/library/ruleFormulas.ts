import type { Sex } from '../dosing/bodyWeight.ts';
import {
  adjustedFormula,
  idealFormula,
  jamesFormula,
  janmahasatianFormula,
} from '../dosing/weightFormulaText.ts';
import { formatQuantity, formatQuantityText } from '../quantity/format.ts';
import type { WeightRule } from './library.ts';
import { WEIGHT_STEP } from './planWeight.ts';

/** One line of the way to the dosing weight, with names in the place of the patient's values. */
export type RuleFormula = { readonly weight: 'ideal' | 'dosing'; readonly formula: string };

const NAMES = { actual: 'actual', height: 'height', ideal: 'ideal' } as const;

/** How the weight of a rule is worked out by hand from the measured one (kg) and the height (cm), for one sex. */
export function ruleFormulas({ basis, cap }: WeightRule, sex: Sex): readonly RuleFormula[] {
  const ideal = idealFormula(sex, NAMES);
  const formulas: Record<WeightRule['basis'], string> = {
    actual: 'the actual weight',
    ideal,
    adjusted: `${adjustedFormula(NAMES)}; below the ideal weight the actual one`,
    leanJames: jamesFormula(sex, NAMES),
    leanJanmahasatian: janmahasatianFormula(sex, NAMES),
  };
  const most = cap === undefined ? '' : `, at most ${formatQuantityText(cap)}`;
  const dosing = `${formulas[basis]}${most}, to ${formatQuantity(WEIGHT_STEP)}`;
  return [
    ...(basis === 'adjusted' ? [{ weight: 'ideal', formula: ideal } as const] : []),
    { weight: 'dosing', formula: dosing },
  ];
}
