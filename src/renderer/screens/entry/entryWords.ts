import type { EntryForm } from '../../../contract/views/session.ts';
import { formatQuantity, formatQuantityText } from '../../../core/quantity/format.ts';
import { formatMinutes } from '../../../core/quantity/formatDuration.ts';
import { type EntryRule, parseEntry } from '../../../core/quantity/parseEntry.ts';
import { type QuantityText, readQuantity, type Unit } from '../../../core/quantity/quantity.ts';
import { COUNTED_RULES } from '../../../core/session/countedEntry.ts';
import {
  type EntryField,
  type EntryInput,
  isStepInput,
  type StepInput,
  stepPartOf,
} from '../../../core/session/entryFields.ts';
import { amountRule, doseRule, FIELD_RULES } from '../../../core/session/entryRules.ts';
import { durationRule } from '../../../core/session/typedDuration.ts';
import type { Source } from './entryTyped.ts';
import { timeBoxes } from './formFields.ts';

/** Where each value is read. Source: mockup 04. */
export const FIELD_HINTS: Record<EntryField, string> = {
  dateOfBirth: 'ask the patient',
  drug: 'read the vial',
  weight: 'read the scale or slip',
  height: 'measure, or read the details',
  dose: 'read the order sheet',
  over: 'read the order sheet',
  preparation: 'read the order sheet',
  pumpRate: 'your own sum',
  volumeToGive: 'your own sum',
  doses: 'read the order sheet',
  gap: 'read the order sheet',
  total: 'your own sum',
  loadingDose: 'read the order sheet',
  loadingOver: 'read the order sheet',
  step2: 'read the order sheet',
  step3: 'read the order sheet',
  step4: 'read the order sheet',
  step5: 'read the order sheet',
  step6: 'read the order sheet',
};

export const SOURCE_WORDS: Record<Source, string> = {
  patient: 'Patient asked again',
  vial: 'Vial',
  scale: 'Scale or weight slip',
  height: 'Height',
  orderSheet: 'Order sheet',
  ownSum: 'Own sum done again',
};

/** The inputs that take a number. */
export type NumberInput = Exclude<EntryInput, 'dateOfBirth' | 'product'>;

/** What each number field takes: the dose in the unit of the protocol, the rate as many decimals as the pump does. */
export function entryRule(input: NumberInput, form: EntryForm): EntryRule<Unit> {
  if (input === 'pumpRate') return { ...FIELD_RULES.pumpRate, decimals: form.pumpRateDecimals };
  switch (input) {
    case 'dose':
      return form.shape ? doseRule(form.shape.dose) : COUNTED_RULES.dose;
    case 'amount':
      return amountRule(form.shape?.amount ?? 'mg');
    case 'overDays':
    case 'overHours':
    case 'over':
      return durationRule(PART_OF_INPUT[input], timeBoxes(form));
    case 'doses':
    case 'gap':
    case 'total':
      return COUNTED_RULES[input];
    case 'loadingDose':
      return FIELD_RULES.dose;
    case 'loadingOver':
      return FIELD_RULES.duration;
    default:
      return isStepInput(input) ? stepRule(input, form) : FIELD_RULES[input];
  }
}

/** A box of a later step: its rate in the unit of the protocol, or a part of its time. */
function stepRule(input: StepInput, form: EntryForm): EntryRule<Unit> {
  const part = stepPartOf(input);
  if (part !== null) return durationRule(part, timeBoxes(form));
  return form.shape ? doseRule(form.shape.dose) : FIELD_RULES.dose;
}

/** The part of a time each of its boxes holds. */
const PART_OF_INPUT = { overDays: 'd', overHours: 'h', over: 'min' } as const;

/** The first person's own finish time, by their own rate and volume: `54 mL/h. Ends in 40 min.` */
export function ownFinishText(
  pumpRate: string,
  runs: QuantityText<'min'> | null,
  rule: EntryRule<Unit>,
): string | null {
  const rate = parseEntry(pumpRate, rule);
  if (!rate.ok || runs === null) return null;
  return `${formatQuantity(rate.value)}. Ends in ${formatMinutes(readQuantity(runs, 'min'))}.`;
}

/** The echo that exposes a pound typed as a kilogram: `= 159 lb`. */
export function poundsText(pounds: QuantityText<'lb'> | null): string | null {
  return pounds === null ? null : `= ${formatQuantityText(pounds)}`;
}
