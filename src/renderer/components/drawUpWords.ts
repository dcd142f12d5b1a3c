import { formatQuantityText } from '../../core/quantity/format.ts';
import type { QuantityText } from '../../core/quantity/quantity.ts';

/** Of a draw-up below 0.1 mL: `0.08 mL is less than 0.1 mL: a tenfold slip is easily made. …` */
export function smallDrawUpText(volume: QuantityText<'mL'>): string {
  return `${formatQuantityText(volume)} is less than ${formatQuantityText('0.1 mL')}: a tenfold slip is easily made. Read the syringe twice, or order a weaker vial.`;
}
