import {
  convert,
  isQuantityText,
  type QuantityText,
  quantityText,
  readQuantity,
} from '../quantity/quantity.ts';
import { textInAmount } from '../quantity/shownAmount.ts';
import type { Protocol } from './library.ts';
import { amountUnitOf, rateUnitOf } from './orderUnits.ts';

/**
 * A limited value in the unit its protocol is ordered and shown in: `0.0005 mg/kg/h` as `0.5 mcg/kg/h` where the
 * protocol orders in mcg/kg/h. Exact; anything else stays as it is. Source: scenario 16 of UX 7.
 */
export function shownLimit<Text extends string>(protocol: Protocol, text: Text): Text | QuantityText {
  if (protocol.mode !== 'weightRate' || protocol.unit === undefined) return text;
  if (isQuantityText(text, 'mg/kg/h')) {
    return quantityText(convert(readQuantity(text, 'mg/kg/h'), rateUnitOf(protocol)));
  }
  return isMilligrams(text) ? textInAmount(text, amountUnitOf(protocol)) : text;
}

function isMilligrams(text: string): text is QuantityText<'mg' | 'mg/kg' | 'mg/h' | 'mg/mL'> {
  return / mg(?:\/|$)/.test(text);
}
