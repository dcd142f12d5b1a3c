import { SHOWN_AMOUNTS } from '../../core/quantity/shownAmount.ts';
import { planSumText, stagedText, stageText } from '../events/laterSessionEvents.ts';
import { productSchema } from '../library.ts';
import { quantityInOneOf } from '../primitives.ts';
import { z } from '../zod.ts';

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
  staged: stagedText
    .extend({
      dose: shownDrug,
      achievedDose: shownDrug,
      stages: z.array(stageText.extend({ dose: shownDrug, achievedDose: shownDrug })),
    })
    .exactOptional(),
});

export const shownProduct = productSchema.extend({ strength: shownStrength });
