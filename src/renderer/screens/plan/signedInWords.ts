import { formatQuantityText, NO_BREAK_SPACE } from '../../../core/quantity/format.ts';
import { textInAmount } from '../../../core/quantity/shownAmount.ts';
import { patientName } from '../../components/patientName.ts';
import { orderInWords } from './planWords.ts';
import type { PlanInHand } from './usePlanEditor.ts';

/** What is signed, in the button that signs it; null while there is no checked sum of what is typed. */
export function signedInWords({ view, entry, choice, counted, shown }: PlanInHand): string | null {
  if (!shown.current || !shown.calculation) return null;
  const { calculation } = shown;
  const patient = patientName(view.patient);
  if (counted && calculation.counted) {
    const { kind } = counted.protocol.device;
    const { doses = '', gap = '' } = entry.typed;
    const each = `${doses} ${kind}${doses === '1' ? '' : 's'} of ${formatQuantityText(counted.protocol.perDose)}`;
    const total = formatQuantityText(calculation.counted.sum.dose);
    return `${each}, ${gap}${NO_BREAK_SPACE}min apart = ${total} for ${patient}`;
  }
  return choice && calculation.sum ? orderInWords(entry.typed, choice.shape, calculation.sum, patient) : null;
}

/** The same in the few words of the button that opens the sheet: several stages are named on the sheet, one by one. */
export function signedInShort(plan: PlanInHand): string | null {
  const staged = plan.shown.current ? plan.shown.calculation?.sum?.staged : undefined;
  if (!staged) return signedInWords(plan);
  return `${signedAmount(plan)} in ${staged.stages.length} stages for ${patientName(plan.view.patient)}`;
}

/** The drug in all, for the head of the sheet. */
export function signedAmount({ choice, shown }: PlanInHand): string {
  const counted = shown.calculation?.counted;
  if (counted) return formatQuantityText(counted.sum.dose);
  const sum = shown.calculation?.sum;
  return choice && sum ? formatQuantityText(textInAmount((sum.staged ?? sum).dose, choice.shape.amount)) : '';
}
