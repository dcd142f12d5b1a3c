import { entryRefusalText } from './entryRefusalText.ts';
import type { QuantityRefusal } from './parseQuantity.ts';

/** The sentence for text that is no quantity: what is wrong and what to type instead. */
export function quantityRefusalText(refusal: QuantityRefusal): string {
  switch (refusal.kind) {
    case 'unitMissing':
      return `The unit is missing. It takes ${refusal.takes}`;
    case 'oneSpace':
      return `Type one space between number and unit, and none elsewhere: ${refusal.suggestion}`;
    case 'spellingRefused':
      return `Write ${refusal.write}, not ${refusal.typed}`;
    case 'unitNotTaken':
      return `"${refusal.typed}" is not a unit of this field. It takes ${refusal.takes}`;
    case 'notAboveZero':
      return 'Type a value above 0';
    default:
      return entryRefusalText(refusal);
  }
}
