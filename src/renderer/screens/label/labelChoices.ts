import type { LabelSize } from '../../../core/session/events.ts';
import { LABEL_MILLIMETRES } from '../../../core/session/labelSizes.ts';

export const LABEL_CHOICES: readonly { readonly id: LabelSize; readonly label: string }[] = [
  { id: 'bag', label: 'Bag' },
  { id: 'syringe', label: 'Syringe' },
  { id: 'flag', label: 'Flag' },
];

/** The texts at their smallest would not fit: nothing of a label is ever cut. */
export const TOO_LONG = 'The texts do not fit on this size. Choose a larger label, or copy it by hand.';

/** `102 × 51 mm` */
export function sizeText(size: LabelSize): string {
  const { width, height } = LABEL_MILLIMETRES[size];
  return `${width} × ${height}\u00a0mm`;
}
