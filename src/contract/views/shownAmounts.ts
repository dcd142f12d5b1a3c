import { SHOWN_AMOUNTS } from '../../core/quantity/shownAmount.ts';
import { planSumText } from '../events/laterSessionEvents.ts';
import { productSchema } from '../library.ts';
import { quantityInOneOf } from '../primitives.ts';

/** Amounts of a session as its protocol counts the drug: the record has mg, a window may get mcg instead, never both. */

export const shownDrug = quantityInOneOf(SHOWN_AMOUNTS);
export const shownPerKg = quantityInOneOf(['mg/kg', 'mcg/kg']);
export const shownStrength = quantityInOneOf(['mg/mL', 'mcg/mL']);
const shownDoseRate = quantityInOneOf(['mg/kg/h', 'mcg/kg/h']);

export const shownSum = planSumText.extend({
  dose: shownDrug,
  concentration: shownStrength,
  doseRate: shownDoseRate,
  achievedDose: shownDrug,
  achievedDosePerKg: shownPerKg,
  achievedDoseRate: shownDoseRate,
});

export const shownProduct = productSchema.extend({ strength: shownStrength });
