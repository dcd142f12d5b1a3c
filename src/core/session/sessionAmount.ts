import { amountUnitOf } from '../library/orderUnits.ts';
import { type Quantity, type QuantityText, quantityText } from '../quantity/quantity.ts';
import { type ShownAmount, textInAmount } from '../quantity/shownAmount.ts';
import type { Session } from './session.ts';

/**
 * What the drug of a session is counted in wherever people read or type it: mcg under a protocol that orders in mcg. The
 * record itself counts in mg throughout. Source: net 1 of UX 3.7 and scenario 16 of UX 7, "no mg choice anywhere".
 */
export function sessionAmount({
  authorised,
  voidedPreparations,
}: Pick<Session, 'authorised' | 'voidedPreparations'>): ShownAmount {
  const protocol = (authorised ?? voidedPreparations.at(-1))?.rules.protocol;
  return protocol === undefined || protocol.mode === 'countedDoses' ? 'mg' : amountUnitOf(protocol);
}

/** An amount of a session as people read it. */
export function amountText(
  session: Pick<Session, 'authorised' | 'voidedPreparations'>,
  amount: Quantity<'mg'>,
): QuantityText<ShownAmount> {
  return textInAmount(quantityText(amount), sessionAmount(session));
}
