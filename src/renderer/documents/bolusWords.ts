import type { OrderSheetData } from '../../contract/views/documents.ts';
import { formatQuantityText, NO_BREAK_SPACE } from '../../core/quantity/format.ts';

/** What the library says of a bolus: `bolus up to 0.1 mg/kg, 30 min apart, at most 2`. Null: it allows none. */
export function bolusWords(bolus: OrderSheetData['bolus']): string {
  if (!bolus) return 'bolus not allowed';
  const largest = bolus.dose.hardMaximum ?? bolus.dose.softMaximum;
  const size = largest ? `bolus up to ${formatQuantityText(largest)}` : 'bolus allowed';
  const gap = bolus.gapMinutes === 0 ? '' : `, ${bolus.gapMinutes}${NO_BREAK_SPACE}min apart`;
  return `${size}${gap}, at most ${bolus.most}`;
}
