import { formatQuantity, NO_BREAK_SPACE } from '../quantity/format.ts';
import { type Quantity, readQuantity } from '../quantity/quantity.ts';
import { equals } from '../quantity/rational.ts';
import type { BodyMeasures, Sex } from './bodyWeight.ts';
import type { DosingWeight } from './dosingWeight.ts';
import type { PlanInput, WeightOnBasis } from './planInput.ts';
import type { WorkingLine } from './planWorking.ts';

/**
 * How the weight that doses count on came about, step by step; nothing where it is the measured one. The sources of the
 * formulas stand beside the calculations in `bodyWeight.ts` and `leanWeight.ts`.
 */
export function weightWorking({ weight, basis }: PlanInput): readonly WorkingLine[] {
  return basis === undefined ? [] : [...formulaLines(basis), ...lastLines(weight, basis.dosing)];
}

function formulaLines({ order, dosing }: WeightOnBasis): readonly WorkingLine[] {
  if (order.basis === 'actual') return [];
  const { ideal, beforeCap } = dosing;
  if (ideal === undefined) {
    const sum = order.basis === 'leanJames' ? jamesSum(order) : janmahasatianSum(order);
    return [line('leanWeight', sum, beforeCap)];
  }
  const idealLine = line('idealWeight', devineSum(order), ideal);
  return order.basis === 'adjusted'
    ? [idealLine, line('adjustedWeight', adjustedSum(order, ideal, dosing), beforeCap)]
    : [idealLine];
}

const AT_FIVE_FEET: Readonly<Record<Sex, Quantity<'kg'>>> = {
  female: readQuantity('45.5 kg', 'kg'),
  male: readQuantity('50 kg', 'kg'),
};

function devineSum({ sex, height }: BodyMeasures): string {
  const perInch = `2.3${NO_BREAK_SPACE}kg`;
  return `Devine, ${sex}: ${show(AT_FIVE_FEET[sex])} + ${perInch} × (${show(height)} ÷ 2.54 − 60)`;
}

/** A patient below the ideal weight has no excess, and the sum says so. */
function adjustedSum({ actual }: BodyMeasures, ideal: Quantity<'kg'>, { used }: DosingWeight): string {
  return used === 'actual'
    ? `${show(actual)} is below the ideal weight: adjusted equals actual`
    : `${show(ideal)} + 0.4 × (${show(actual)} − ${show(ideal)})`;
}

function jamesSum({ sex, height, actual }: BodyMeasures): string {
  const [weight, square] = sex === 'male' ? ['1.1', '128'] : ['1.07', '148'];
  return `James, ${sex}: ${weight} × ${show(actual)} − ${square} × (${show(actual)} ÷ ${show(height)})²`;
}

function janmahasatianSum({ sex, height, actual }: BodyMeasures): string {
  const [base, slope] = sex === 'male' ? ['6,680', '216'] : ['8,780', '244'];
  const index = `10,000 × ${show(actual)} ÷ (${show(height)})²`;
  return `Janmahasatian, ${sex}: 9,270 × ${show(actual)} ÷ (${base} + ${slope} × ${index})`;
}

/** Where the cap or the step of a scale has the last word. */
function lastLines(
  weight: Quantity<'kg'>,
  { beforeCap, cap, isCapped }: DosingWeight,
): readonly WorkingLine[] {
  if (isCapped) {
    return [line('dosingWeight', `${show(beforeCap)}, but no more than the protocol counts`, weight)];
  }
  const rounded = equals(weight.value, beforeCap.value) ? '' : `, step 0.1${NO_BREAK_SPACE}kg`;
  const within = cap === undefined ? '' : `, not above the ${show(cap)} of the protocol`;
  const notes = `${rounded}${within}`;
  return notes === '' ? [] : [line('dosingWeight', `${show(beforeCap)}${notes}`, weight)];
}

function show(value: Quantity): string {
  return formatQuantity(value);
}

function line(step: WorkingLine['step'], calculation: string, result: Quantity): WorkingLine {
  return { step, calculation, result: formatQuantity(result) };
}
