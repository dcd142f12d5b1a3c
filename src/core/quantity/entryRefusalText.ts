import { formatQuantityText } from './format.ts';
import type { EntryRefusal } from './parseEntry.ts';

/**
 * The sentence shown for a refused number: what is wrong and what to type instead, word for word as in the
 * refusal table of UX 3.0. Shared by every number field and by the batch calculator.
 */
export function entryRefusalText(refusal: EntryRefusal): string {
  switch (refusal.kind) {
    case 'notEntered':
      return 'Not entered';
    case 'startsWithPoint':
      return `Start with a zero: ${refusal.suggestion}`;
    case 'nothingAfterPoint':
      return `Nothing after the point. Type ${refusal.digits} or ${refusal.digits}.x`;
    case 'comma':
      return `Use a point, not a comma. Type ${refusal.withPoint} or ${refusal.withoutComma}`;
    case 'groupMark':
      return `Type the digits only: ${refusal.digits}`;
    case 'extraZero':
      return 'Extra zero at the start';
    case 'secondPoint':
      return 'A second point was typed. Use one point only';
    case 'digitsAndPointOnly':
      return 'Digits and one point only';
    case 'tooManyDecimals':
      return refusal.decimals === 0
        ? 'This field takes whole numbers'
        : `This field takes ${refusal.decimals} ${refusal.decimals === 1 ? 'decimal' : 'decimals'}`;
    case 'outsideRange':
      return `This field takes ${formatQuantityText(refusal.minimum)} to ${formatQuantityText(refusal.maximum)}`;
  }
}
