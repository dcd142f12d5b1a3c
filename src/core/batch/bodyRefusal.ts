import type { BodySurfaceRefusal } from '../dosing/bodySurface.ts';
import type { AdjustedWeightRefusal, IdealWeightRefusal } from '../dosing/bodyWeight.ts';
import type { LeanWeightRefusal } from '../dosing/leanWeight.ts';
import { formatQuantityText, NO_BREAK_SPACE } from '../quantity/format.ts';
import type { QuantityText } from '../quantity/quantity.ts';
import { type RowError, rowError } from './row.ts';

/** Why a published formula gives no body size. */
export type BodyRefusal = BodySurfaceRefusal | IdealWeightRefusal | AdjustedWeightRefusal | LeanWeightRefusal;

/** What a formula refuses, as the error of the field it lies in. */
export function bodyRefusalError(refusal: BodyRefusal): RowError {
  switch (refusal.kind) {
    case 'heightBelowFormula':
      return rowError(
        'height',
        `${plain(refusal.height)} is below ${plain(refusal.minimum)}, where the Devine formula begins`,
      );
    case 'bodyMassIndexAboveFormula':
      return {
        fields: ['weight', 'height'],
        text: `The body mass index ${plain(refusal.bodyMassIndex)} is above ${plain(refusal.maximum)}, up to which the James formula holds. Janmahasatian has no such limit`,
      };
    case 'leanAboveActual':
      return {
        fields: ['weight', 'height'],
        text: `The formula gives ${plain(refusal.lean)}, more than the whole weight of ${plain(refusal.actual)}. It does not hold for this body`,
      };
    case 'notAboveZero':
      throw new Error('Every cell is read as above 0.');
    case 'enginesDisagree':
      return unconfirmed(refusal.on);
  }
}

/** An answer the second engine could not confirm is no answer. */
export function unconfirmed(on: readonly string[]): RowError {
  return rowError('ask', `No answer: the second calculation does not confirm it (${on.join(', ')})`);
}

/** Four decimals, so that a value and the limit it passes never look the same, and an ordinary space. */
function plain(value: QuantityText): string {
  return formatQuantityText(value, 4).replaceAll(NO_BREAK_SPACE, ' ');
}
