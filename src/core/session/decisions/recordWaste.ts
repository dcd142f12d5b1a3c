import {
  compareQuantities,
  minus,
  type Quantity,
  quantity,
  quantityText,
  readQuantity,
  wholeQuantity,
} from '../../quantity/quantity.ts';
import { divide } from '../../quantity/rational.ts';
import { confirmedBalance } from '../confirmedNumbers.ts';
import { countedOf } from '../countedSession.ts';
import type { WasteRecorded } from '../events.ts';
import { everyPreparation, type Reconciliation, spentDrug } from '../reconciliation.ts';
import { CHECKERS } from '../roles.ts';
import {
  MATCHED_STATES,
  RUNNING_STATES,
  type Session,
  type SessionState,
  type VoidedPreparation,
} from '../session.ts';
import { amountText } from '../sessionAmount.ts';
import {
  type Deciding,
  type Decision,
  decided,
  fact,
  refused,
  secondPersonRefusal,
  signedRefusal,
  stateOrRoleRefusal,
} from './deciding.ts';

const NOTHING = wholeQuantity(0n, 'mg');
/** States in which drug can be wasted: before a cancellation, after the end, and what is spent while it runs. */
const WASTING: readonly SessionState[] = [
  'PLANNED',
  'AUTHORISED',
  ...MATCHED_STATES,
  ...RUNNING_STATES,
  'RECOVERY',
  'DISCHARGED',
];

/** A pair of amounts wasted, as one person typed them: from the vial, the syringe and the line. */
export type WasteTyped = Readonly<Record<WasteRecorded['from'], Quantity<'mg'>>>;

/**
 * Waste, witnessed: the second person types the same amounts without seeing the first's. More than is left in a
 * place cannot be wasted from it.
 */
export function recordWaste(
  session: Session,
  command: { readonly typed: WasteTyped; readonly witnessTyped: WasteTyped },
  deciding: Deciding,
): Decision {
  const wrong = stateOrRoleRefusal(session, WASTING, deciding.actor, CHECKERS) ?? signedRefusal(session);
  if (wrong) return refused(wrong);
  const confirmed = confirmedBalance(session);
  if (!confirmed.ok) return confirmed;
  const balance = confirmed.value;
  const preparation = inHand(session);
  if (!balance || !preparation) return refused({ kind: 'stepMissing', step: 'vial' });
  if (session.ended && !session.finalReading && !countedOf(session))
    return refused({ kind: 'pumpNotReadYet' });
  const witness = secondPersonRefusal(deciding, [deciding.actor.id]);
  if (witness) return refused(witness);
  const left = leftToWaste(session, balance);
  const places = Object.keys(left) as WasteRecorded['from'][];
  for (const from of places) {
    if (compareQuantities(command.typed[from], command.witnessTyped[from]) !== 0)
      return refused({ kind: 'wasteWitnessDisagrees' });
  }
  const tooMuch = places.find((from) => compareQuantities(command.typed[from], left[from]) > 0);
  if (tooMuch) return refused({ kind: 'moreThanLeft', left: amountText(session, left[tooMuch]) });
  const wasted = places.filter((from) => compareQuantities(command.typed[from], NOTHING) > 0);
  if (wasted.length === 0) return refused({ kind: 'nothingToAnswer' });
  return decided(...wasted.map((from) => wasteFact(preparation, from, command.typed[from])));
}

/**
 * Its concentration says what volume a wasted amount is. Before the start what is void is wasted before anything new is
 * opened, so that the last one is in hand; from the start on all containers are made up like the one that is connected.
 */
function inHand(session: Session): VoidedPreparation | undefined {
  const all = everyPreparation(session);
  return session.started ? all.find(({ vial }) => vial === session.preparation.vial) : all.at(-1);
}

/** What is still in each place and not yet wasted from it; while the infusion runs, of what is spent. */
export function leftToWaste(
  session: Session,
  balance: Reconciliation,
): Readonly<Record<WasteRecorded['from'], Quantity<'mg'>>> {
  const spent = RUNNING_STATES.includes(session.state) ? spentDrug(session) : null;
  const leftIn = spent
    ? { vial: spent.inVial, syringe: spent.inContainers, line: NOTHING }
    : { vial: balance.leftInVial, syringe: balance.leftInSyringe, line: balance.leftInLine };
  const rest = (from: WasteRecorded['from']): Quantity<'mg'> =>
    session.wastes
      .filter((waste) => waste.from === from)
      .reduce((sum, waste) => minus(sum, readQuantity(waste.amount, 'mg')), leftIn[from]);
  return { vial: rest('vial'), syringe: rest('syringe'), line: rest('line') };
}

/** A remainder that stays: two people and a text are the only way past it. */
export function recordDiscrepancy(session: Session, text: string, deciding: Deciding): Decision {
  const wrong =
    stateOrRoleRefusal(session, ['RECOVERY', 'DISCHARGED'], deciding.actor, CHECKERS) ??
    signedRefusal(session);
  if (wrong) return refused(wrong);
  const confirmed = confirmedBalance(session);
  if (!confirmed.ok) return confirmed;
  const balance = confirmed.value;
  if (!balance || balance.balances) return refused({ kind: 'nothingToAnswer' });
  const witness = secondPersonRefusal(deciding, [deciding.actor.id]);
  if (witness) return refused(witness);
  if (text.trim() === '') return refused({ kind: 'textMissing', field: 'reason' });
  return decided(
    fact('DiscrepancyRecorded', { unaccounted: quantityText(balance.unaccounted), text: text.trim() }),
  );
}

function wasteFact(
  { rules, witnessed }: VoidedPreparation,
  from: WasteRecorded['from'],
  amount: Quantity<'mg'>,
) {
  const { strength } = rules.product;
  const mixed = from === 'vial' ? strength : (witnessed?.concentration ?? strength);
  const perMillilitre = readQuantity(mixed, 'mg/mL');
  const volume = quantity(divide(amount.value, perMillilitre.value), 'mL');
  return fact('WasteRecorded', { from, amount: quantityText(amount), volume: quantityText(volume) });
}
