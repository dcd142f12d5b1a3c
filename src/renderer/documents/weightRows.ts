import type { OrderSheetData } from '../../contract/views/documents.ts';
import { formatQuantityText } from '../../core/quantity/format.ts';
import type { SumRow } from './sumRows.ts';

type DosingWeight = NonNullable<OrderSheetData['dosingWeight']>;

const KILOGRAMS = { unit: 'kg', whole: 3, decimals: 1 } as const;

/** Boxes from the measured weight to the one doses count on; none where they are the same. */
export function weightRows(dosing: DosingWeight | null): readonly SumRow[] {
  if (dosing === null) return [];
  const { basis } = dosing.rule;
  return [
    ...(basis === 'actual' ? [] : [{ label: 'Height', unit: 'cm', whole: 3, decimals: 1 }]),
    ...(basis === 'adjusted' ? [{ ...KILOGRAMS, label: 'Ideal weight', decimals: 3 }] : []),
    { ...KILOGRAMS, label: 'Dosing weight' },
  ];
}

/** How the boxes are worked out by hand: the formula of the protocol for this sex, without a number of the patient. */
export function weightFormulas({
  rule,
  sex,
}: DosingWeight): readonly (readonly [label: string, formula: string])[] {
  const isMan = sex === 'male';
  const devine = `${isMan ? '50' : '45.5'} + 2.3 × (cm ÷ 2.54 − 60)`;
  const formulas = {
    actual: 'the actual weight',
    ideal: devine,
    adjusted: 'ideal + 0.4 × (actual − ideal); below the ideal weight the actual one',
    leanJames: isMan ? '1.1 × kg − 128 × (kg ÷ cm)²' : '1.07 × kg − 148 × (kg ÷ cm)²',
    leanJanmahasatian: `9270 × kg ÷ (${isMan ? '6680 + 216' : '8780 + 244'} × 10000 × kg ÷ cm²)`,
  };
  const cap = rule.cap ? `, at most ${formatQuantityText(rule.cap)}` : '';
  return [
    ...(rule.basis === 'adjusted' ? [['Ideal weight', devine] as const] : []),
    ['Dosing weight', `${formulas[rule.basis]}${cap}, to 0.1\u00a0kg`],
  ];
}
