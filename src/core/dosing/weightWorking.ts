import { formatQuantity, NO_BREAK_SPACE } from '../quantity/format.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { equals } from '../quantity/rational.ts';
import type { BodyMeasures } from './bodyWeight.ts';
import type { DosingWeight } from './dosingWeight.ts';
import type { PlanInput, WeightOnBasis } from './planInput.ts';
import type { WorkingLine } from './planWorking.ts';
import { adjustedFormula, idealFormula, jamesFormula, janmahasatianFormula } from './weightFormulaText.ts';

/**
 * How the weight that doses count on came about, step by step; nothing where it is the measured one.
 */
export function weightWorking({ weight, basis }: PlanInput): readonly WorkingLine[] {
  return basis === undefined ? [] : [...formulaLines(basis), ...lastLines(weight, basis.dosing)];
}

function formulaLines({ order, dosing }: WeightOnBasis): readonly WorkingLine[] {
  if (order.basis === 'actual') return [];
  const { ideal, beforeCap } = dosing;
  const { sex } = order;
  const parts = { actual: show(order.actual), height: show(order.height) };
  if (ideal === undefined) {
    const sum =
      order.basis === 'leanJames'
        ? `James, ${sex}: ${jamesFormula(sex, parts)}`
        : `Janmahasatian, ${sex}: ${janmahasatianFormula(sex, parts)}`;
    return [line('leanWeight', sum, beforeCap)];
  }
  const idealLine = line('idealWeight', `Devine, ${sex}: ${idealFormula(sex, parts)}`, ideal);
  return order.basis === 'adjusted'
    ? [idealLine, line('adjustedWeight', adjustedSum(order, ideal, dosing), beforeCap)]
    : [idealLine];
}

/** A patient below the ideal weight has no excess, and the sum says so. */
function adjustedSum({ actual }: BodyMeasures, ideal: Quantity<'kg'>, { used }: DosingWeight): string {
  return used === 'actual'
    ? `${show(actual)} is below the ideal weight: adjusted equals actual`
    : adjustedFormula({ actual: show(actual), ideal: show(ideal) });
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
