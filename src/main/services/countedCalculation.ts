import type { PlanCalculation, TypedPlan } from '../../contract/views/plan.ts';
import { type CountedInput, countedSum, countedSumText } from '../../core/dosing/countedPlan.ts';
import { countedWorking } from '../../core/dosing/countedWorking.ts';
import { countedBreaches, countRefusals } from '../../core/library/countedLimits.ts';
import { type DrugLibrary, findProduct, type PlannableCounted } from '../../core/library/library.ts';
import type { KnownPatient } from '../../core/library/patientValues.ts';
import { undilutedRefusal } from '../../core/library/undiluted.ts';
import { parseEntry } from '../../core/quantity/parseEntry.ts';
import { type Quantity, quantityText } from '../../core/quantity/quantity.ts';
import { countedInput } from '../../core/session/compareCounted.ts';
import { COUNTED_RULES } from '../../core/session/countedEntry.ts';
import { smallDrawUp } from '../views/smallDrawUp.ts';

type Shown = Pick<PlanCalculation, 'refusal' | 'breaches' | 'impossible' | 'counted' | 'smallDrawUp'>;
const NOTHING: Shown = { refusal: null, breaches: [], impossible: [], counted: null };

/** The checked sum of counted doses as typed so far: from the typed text alone, both engines agreeing. */
export function countedCalculation(
  typed: TypedPlan,
  protocol: PlannableCounted,
  library: DrugLibrary,
  patient: { readonly weight: Quantity<'kg'> | null; readonly known: KnownPatient },
): Shown {
  const { weight, known } = patient;
  if (!weight) return { ...NOTHING, refusal: { kind: 'notWeighed' } };
  const input = inputOf(typed, protocol, library, weight);
  const product = typed.product === null ? undefined : findProduct(library, typed.product);
  if (!input || !product) return { ...NOTHING, refusal: { kind: 'incomplete' } };
  const impossible = [
    ...countRefusals(input, protocol),
    ...[undilutedRefusal(product, null)].filter((refusal) => refusal !== undefined),
  ];
  const sum = countedSum(input);
  if (!sum.ok) return { ...NOTHING, impossible, refusal: sum.failure };
  return {
    refusal: null,
    impossible,
    breaches: countedBreaches(input, sum.value, protocol, known),
    counted: { sum: countedSumText(input, sum.value), working: countedWorking(input, sum.value) },
    ...smallDrawUp(sum.value.fill),
  };
}

function inputOf(
  { doses: countTyped = '', gap: gapTyped = '', product: id }: TypedPlan,
  protocol: PlannableCounted,
  library: DrugLibrary,
  weight: Quantity<'kg'>,
): CountedInput | undefined {
  const doses = parseEntry(countTyped, COUNTED_RULES.doses);
  const gap = parseEntry(gapTyped, COUNTED_RULES.gap);
  const product = id === null ? undefined : findProduct(library, id);
  if (!doses.ok || !gap.ok || !product) return undefined;
  const order = {
    doses: Number(doses.value.value.numerator),
    gap: quantityText(gap.value),
    product: product.id,
  };
  return countedInput({ order, rules: { protocol, product } }, weight);
}
