import { type Quantity, type QuantityText, readQuantity, wholeQuantity } from '../quantity/quantity.ts';
import { rational } from '../quantity/rational.ts';
import type { Reconciliation } from '../session/reconciliation.ts';
import type { Session } from '../session/session.ts';
import { failed } from './agreement.ts';
import {
  agrees,
  difference,
  isAtMost,
  type Measured,
  measured,
  product,
  quotient,
  scaled,
  total,
} from './exactUnits.ts';

/** The second engine for the balance of a session: from each amount back to the vials, the doses and the pump. */

export type BalanceDisagreement =
  | 'opened'
  | 'drawn'
  | 'given'
  | 'wasted'
  | 'places'
  | 'line'
  | 'unaccounted'
  | 'balances';

const NOTHING = wholeQuantity(0n, 'mg');

/**
 * Vial by vial taken from what was opened must leave nothing, and so draw by draw, dose by dose, waste by waste; what
 * was given ÷ concentration must be the pump's reading; what is in each place must add up to what came there.
 */
export function balanceDisagreements(
  session: Session,
  balance: Reconciliation,
): readonly BalanceDisagreement[] {
  const { opened, drawn, given, wasted, returned, unaccounted } = balance;
  const preparations = preparationsOf(session);
  const rules = session.authorised?.rules ?? preparations.at(-1)?.rules;
  return failed({
    opened: isUsedUpBy(
      opened,
      preparations.map(({ rules: { product: drug }, vial }) =>
        scaled(inVolume(drug.vialVolume, drug.strength), rational(BigInt(vial.vials))),
      ),
    ),
    drawn: isUsedUpBy(
      drawn,
      preparations.flatMap(({ rules: { product: drug }, drawn: draw }) =>
        draw ? [inVolume(draw.volume, drug.strength)] : [],
      ),
    ),
    given: isGiven(session, given),
    wasted: isUsedUpBy(
      wasted,
      session.wastes.map(({ amount }) => measured(readQuantity(amount, 'mg'))),
    ),
    places:
      agrees(total(measured(balance.leftInVial), measured(drawn)), opened) &&
      agrees(sumOf(balance.leftInSyringe, balance.leftInLine, given), drawn),
    line: agrees(keptInLine(session), balance.leftInLine),
    unaccounted: agrees(sumOf(unaccounted, given, wasted, returned), opened),
    balances:
      rules !== undefined && balance.balances === isWithin(unaccounted, rules.reconciliationTolerance),
  });
}

/** Every preparation that a vial was opened for, with the rules it was made by. */
function preparationsOf(session: Session) {
  const rules = session.authorised?.rules;
  const { earlierPreparations, discardedPreparations, preparation, nextPreparation } = session;
  const own = [...earlierPreparations, ...discardedPreparations, preparation, nextPreparation];
  const made = own.flatMap(({ vial, drawn }) => (vial && rules ? [{ rules, vial, drawn }] : []));
  return [...session.voidedPreparations, ...made];
}

/** True when the parts, taken from the whole one after the other, leave nothing. */
function isUsedUpBy(whole: Quantity<'mg'>, parts: readonly Measured[]): boolean {
  return agrees(parts.reduce(difference, measured(whole)), NOTHING);
}

/** Dose by dose; by a pump, the reading again: a primed line was given beside it, one that was not flushed kept some. */
function isGiven(session: Session, given: Quantity<'mg'>): boolean {
  if (session.authorised?.rules.protocol.mode === 'countedDoses')
    return isUsedUpBy(
      given,
      session.doses.map(({ amount }) => measured(readQuantity(amount, 'mg'))),
    );
  const { finalReading: reading, preparation } = session;
  if (!reading || !preparation.witnessed) return agrees(measured(given), NOTHING);
  const primed = reading.linePrimedWith === 'drug' ? lineOf(session) : measured(NOTHING);
  const pumped = difference(total(measured(given), keptInLine(session)), primed);
  const concentration = readQuantity(preparation.witnessed.concentration, 'mg/mL');
  return agrees(quotient(pumped, measured(concentration)), readQuantity(reading.pumpVolume, 'mL'));
}

function keptInLine(session: Session): Measured {
  const { finalReading: reading } = session;
  return reading && !reading.lineFlushed ? lineOf(session) : measured(NOTHING);
}

/** Drug in a line full of the mixture. */
function lineOf({ authorised, preparation }: Session): Measured {
  if (!authorised || !('lineVolume' in authorised.rules) || !preparation.witnessed) return measured(NOTHING);
  return inVolume(authorised.rules.lineVolume, preparation.witnessed.concentration);
}

function inVolume(volume: QuantityText<'mL'>, strength: QuantityText<'mg/mL'>): Measured {
  return product(measured(readQuantity(volume, 'mL')), measured(readQuantity(strength, 'mg/mL')));
}

function sumOf(first: Quantity<'mg'>, ...others: readonly Quantity<'mg'>[]): Measured {
  return others.reduce((sum, other) => total(sum, measured(other)), measured(first));
}

/** True when an amount is no further from nothing than the tolerance, on either side. */
function isWithin(amount: Quantity<'mg'>, tolerance: QuantityText<'mg'>): boolean {
  const limit = readQuantity(tolerance, 'mg');
  const below = scaled(measured(amount), rational(-1n));
  return [measured(amount), below].every((side) => isAtMost(side, limit));
}
