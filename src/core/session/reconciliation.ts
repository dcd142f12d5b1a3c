import { type MassBalance, massBalance } from '../ledger/massBalance.ts';
import { minus, plus, type Quantity, quantity, readQuantity, wholeQuantity } from '../quantity/quantity.ts';
import { multiply, rational } from '../quantity/rational.ts';
import { countedOf, givenInDoses, pumpedOf } from './countedSession.ts';
import { doseIn } from './delivered.ts';
import type { WasteRecorded } from './events.ts';
import type { Session, VoidedPreparation } from './session.ts';

/** The balance of a session, and what is still to be wasted from each place. */
export type Reconciliation = MassBalance & {
  readonly drawn: Quantity<'mg'>;
  /** Left in the opened vials after drawing up. */
  readonly leftInVial: Quantity<'mg'>;
  /** Left in the syringe at the end. */
  readonly leftInSyringe: Quantity<'mg'>;
  /** Left in the giving line at the end, when it was not flushed. */
  readonly leftInLine: Quantity<'mg'>;
};

const NOTHING = wholeQuantity(0n, 'mg');

/**
 * given = final pump reading × prepared concentration, plus one line volume of drug if the line was primed with
 * drug, less one line volume of drug if it was not flushed at the end; drug left in the line is waste.
 *
 * Before a reading exists nothing counts as given. Undefined while no vial has been opened. Source: DESIGN 8.
 */
export function reconciliation(session: Session): Reconciliation | undefined {
  const preparations = everyPreparation(session);
  const rules = session.authorised?.rules ?? preparations.at(-1)?.rules;
  if (preparations.length === 0 || !rules) return undefined;
  const drawnMg = preparations
    .map(({ drawn }) => (drawn ? readQuantity(drawn.amount, 'mg') : NOTHING))
    .reduce(plus, NOTHING);
  const opened = preparations
    .map(({ rules: { product }, vial }) => openedAmount(product, vial.vials))
    .reduce(plus, NOTHING);
  const leftSystem = amountOutOfSyringe(session);
  const given = givenAmount(session);
  const balance = massBalance({
    opened,
    given,
    wasted: session.wastes.map((waste) => readQuantity(waste.amount, 'mg')),
    tolerance: readQuantity(rules.reconciliationTolerance, 'mg'),
  });
  return {
    ...balance,
    drawn: drawnMg,
    leftInVial: minus(opened, drawnMg),
    leftInSyringe: minus(drawnMg, leftSystem),
    leftInLine: minus(leftSystem, given),
  };
}

/**
 * Every preparation a vial was opened for: the void ones, those that were connected before, those that never were, the
 * one that holds, and the next one.
 */
export function everyPreparation(session: Session): readonly VoidedPreparation[] {
  const rules = session.authorised?.rules;
  if (!rules) return session.voidedPreparations;
  const own = [
    ...session.earlierPreparations,
    ...session.discardedPreparations,
    session.preparation,
    session.nextPreparation,
  ].flatMap(({ vial, drawn, witnessed }) => (vial ? [{ rules, vial, drawn, witnessed }] : []));
  return [...session.voidedPreparations, ...own];
}

/** What can already be wasted while the infusion runs. Nothing is in a line that is in use. */
export type SpentDrug = { readonly inVial: Quantity<'mg'>; readonly inContainers: Quantity<'mg'> };

/**
 * Drug that nobody will be given while the infusion still runs: what is left in the vials that were drawn from, in the
 * containers that were changed (as read then), and all of what was discarded.
 */
export function spentDrug(session: Session): SpentDrug {
  const rules = session.authorised?.rules;
  if (!rules) return { inVial: NOTHING, inContainers: NOTHING };
  const { preparation, nextPreparation, earlierPreparations, discardedPreparations } = session;
  const drawnFrom = [...earlierPreparations, preparation, nextPreparation].filter(({ drawn }) => drawn);
  const inVial = [...drawnFrom, ...discardedPreparations].map(({ vial, drawn }) =>
    minus(openedAmount(rules.product, vial?.vials ?? 0), drawn ? readQuantity(drawn.amount, 'mg') : NOTHING),
  );
  const changed = session.containerChanges.map(({ volumeLeft }, index) => {
    const concentration = earlierPreparations[index]?.witnessed?.concentration ?? '0 mg/mL';
    return doseIn(readQuantity(volumeLeft, 'mL'), readQuantity(concentration, 'mg/mL'));
  });
  const discarded = discardedPreparations.map(({ drawn }) =>
    drawn ? readQuantity(drawn.amount, 'mg') : NOTHING,
  );
  return {
    inVial: inVial.reduce(plus, NOTHING),
    inContainers: [...changed, ...discarded].reduce(plus, NOTHING),
  };
}

/** Drug opened before a start that is neither wasted nor within the tolerance; undefined when there is none. */
export function leftToAccountFor(
  session: Session,
): { readonly drawn: Quantity<'mg'>; readonly inVial: Quantity<'mg'> } | undefined {
  const balance = reconciliation(session);
  if (!balance || balance.balances) return undefined;
  const rest = (from: WasteRecorded['from'], left: Quantity<'mg'>): Quantity<'mg'> =>
    session.wastes
      .filter((waste) => waste.from === from)
      .reduce((sum, waste) => minus(sum, readQuantity(waste.amount, 'mg')), left);
  return { drawn: rest('syringe', balance.leftInSyringe), inVial: rest('vial', balance.leftInVial) };
}

/** Amount given to the patient, in mg: from the final pump reading, or the sum of the counted doses. */
export function givenAmount(session: Session): Quantity<'mg'> {
  if (countedOf(session)) return givenInDoses(session.doses);
  const reading = session.finalReading;
  if (!reading) return NOTHING;
  const pumped = pumpedAmount(session);
  const line = lineAmount(session);
  const withPriming = reading.linePrimedWith === 'drug' ? plus(pumped, line) : pumped;
  return reading.lineFlushed ? withPriming : minus(withPriming, line);
}

/** What left the syringe: by the pump, and for priming; or in counted doses. */
function amountOutOfSyringe(session: Session): Quantity<'mg'> {
  if (countedOf(session)) return givenInDoses(session.doses);
  const reading = session.finalReading;
  if (!reading) return NOTHING;
  return reading.linePrimedWith === 'drug'
    ? plus(pumpedAmount(session), lineAmount(session))
    : pumpedAmount(session);
}

function pumpedAmount(session: Session): Quantity<'mg'> {
  const reading = session.finalReading;
  const witnessed = session.preparation.witnessed;
  if (!reading || !witnessed) return NOTHING;
  return doseIn(readQuantity(reading.pumpVolume, 'mL'), readQuantity(witnessed.concentration, 'mg/mL'));
}

function lineAmount(session: Session): Quantity<'mg'> {
  const witnessed = session.preparation.witnessed;
  const rules = pumpedOf(session)?.authorised.rules;
  if (!witnessed || !rules) return NOTHING;
  return doseIn(readQuantity(rules.lineVolume, 'mL'), readQuantity(witnessed.concentration, 'mg/mL'));
}

function openedAmount(
  product: { readonly strength: `${string} mg/mL`; readonly vialVolume: `${string} mL` },
  vials: number,
): Quantity<'mg'> {
  const perVial = doseIn(readQuantity(product.vialVolume, 'mL'), readQuantity(product.strength, 'mg/mL'));
  return quantity(multiply(perVial.value, rational(BigInt(vials))), 'mg');
}
