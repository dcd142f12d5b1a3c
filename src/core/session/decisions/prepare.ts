import { type DrugLibrary, findProduct } from '../../library/library.ts';
import {
  compareQuantities,
  type Quantity,
  type QuantityText,
  quantity,
  quantityText,
  readQuantity,
} from '../../quantity/quantity.ts';
import { divide, multiply } from '../../quantity/rational.ts';
import { textInAmount } from '../../quantity/shownAmount.ts';
import type { CountedRules } from '../countedEvents.ts';
import { pumpedOf } from '../countedSession.ts';
import type { PinnedRules, PreparationField, VialTaken } from '../events.ts';
import type { SessionRefusal } from '../refusals.ts';
import { CHECKERS } from '../roles.ts';
import { containerNumber, type Preparation, RUNNING_STATES, type Session } from '../session.ts';
import { amountText, sessionAmount } from '../sessionAmount.ts';
import {
  type Deciding,
  type Decision,
  decided,
  fact,
  refused,
  secondPersonRefusal,
  stateOrRoleRefusal,
} from './deciding.ts';
import { type LabelElsewhere, labelInHand } from './labelInHand.ts';
import { readyFacts } from './readBackPump.ts';
import { matchEnds, type PatientNow, voidDrugRefusal } from './voidMatch.ts';

const MILLISECONDS_PER_HOUR = 3_600_000;

/** Every step of the first preparation asks whether the match still holds for this patient. */
export type ForPatient = { readonly patient: PatientNow };

/** T7, step 1: a vial is opened. Its product, lot and expiry are read from the label in hand. */
export function takeVial(
  session: Session,
  vial: VialTaken,
  context: ForPatient & { readonly library: DrugLibrary; readonly today: string },
  deciding: Deciding,
): Decision {
  const { rules, next, instead } = preparing(session, context, deciding);
  if (instead) return instead;
  const first = voidDrugRefusal(session) ?? underWayRefusal(session, next);
  if (first) return refused(first);
  const product = findProduct(context.library, vial.product);
  if (!product) return refused({ kind: 'unknownProduct' });
  if (product.id !== rules.product.id) return refused({ kind: 'otherProduct' });
  if (vial.lot.trim() === '') return refused({ kind: 'textMissing', field: 'lot' });
  // A month of expiry is good to its last day.
  if (vial.expiry < context.today.slice(0, 7)) {
    return refused({ kind: 'lotExpired', lot: vial.lot, expiry: vial.expiry });
  }
  const needed = vialsNeeded(readQuantity(matchedDrawUp(session), 'mL'), product.vialVolume);
  if (vial.vials < needed) return refused({ kind: 'tooFewVials', needed });
  const taken = { ...vial, lot: vial.lot.trim() };
  return decided(
    next === null ? fact('VialTaken', taken) : fact('NextVialTaken', { ...taken, container: next }),
  );
}

/** T7, step 2: the drug is drawn up. A volume that conflicts with the matched plan is named to the preparer. */
export function drawDrug(
  session: Session,
  command: ForPatient & { readonly drawn: Quantity<'mL'> },
  deciding: Deciding,
): Decision {
  const { rules, next, preparation, instead } = preparing(session, command, deciding);
  if (instead) return instead;
  const { drawn } = command;
  if (!preparation.vial) return refused({ kind: 'stepMissing', step: 'vial' });
  const plan = matchedDrawUp(session);
  const amount = quantity(multiply(drawn.value, readQuantity(rules.product.strength, 'mg/mL').value), 'mg');
  if (compareQuantities(drawn, readQuantity(plan, 'mL')) !== 0) {
    return refused({
      kind: 'otherVolumeDrawn',
      plan,
      typed: quantityText(drawn),
      typedAmount: amountText(session, amount),
      vialVolume: rules.product.vialVolume,
      strength: textInAmount(rules.product.strength, sessionAmount(session)),
    });
  }
  const draw = { volume: quantityText(drawn), amount: quantityText(amount) };
  return decided(
    next === null ? fact('DrugDrawn', draw) : fact('NextDrugDrawn', { ...draw, container: next }),
  );
}

/** T7, step 3: diluent is added to the final volume of the plan. */
export function addDiluent(
  session: Session,
  command: ForPatient & { readonly finalVolume: Quantity<'mL'> },
  deciding: Deciding,
): Decision {
  const { rules, next, preparation, instead } = preparing(session, command, deciding);
  if (instead) return instead;
  if (isCounted(rules)) return refused({ kind: 'otherWayOfGiving' });
  const { finalVolume } = command;
  if (!preparation.drawn) return refused({ kind: 'stepMissing', step: 'draw' });
  const plan = pumpedOf(session)?.match?.sum.finalVolume ?? '0 mL';
  if (compareQuantities(finalVolume, readQuantity(plan, 'mL')) !== 0) {
    return refused({ kind: 'otherFinalVolume', plan, typed: quantityText(finalVolume) });
  }
  const added = { diluent: rules.protocol.diluent, finalVolume: quantityText(finalVolume) };
  return decided(
    next === null ? fact('DiluentAdded', added) : fact('NextDiluentAdded', { ...added, container: next }),
  );
}

/**
 * T7, MATCHED → PREPARED, or the next container ready: the witness reads the syringe and the vial and types both volumes without being shown
 * either. A difference is recorded and named by field only. `deciding.actor` is the preparer.
 */
export function witnessPreparation(
  session: Session,
  command: ForPatient & {
    readonly volumeDrawn: Quantity<'mL'>;
    readonly finalVolume: Quantity<'mL'>;
    readonly label: string;
  },
  deciding: Deciding,
): Decision {
  const { rules, next, preparation, instead } = preparing(session, command, deciding);
  if (instead) return instead;
  if (isCounted(rules)) return refused({ kind: 'otherWayOfGiving' });
  const { drawn, mixed, vial } = preparation;
  if (!vial || !drawn || !mixed) return refused({ kind: 'stepMissing', step: drawn ? 'diluent' : 'draw' });
  const witness = secondPersonRefusal(deciding, [vial.by, drawn.by, mixed.by]);
  if (witness) return refused(witness);
  const fields: PreparationField[] = [];
  if (compareQuantities(command.volumeDrawn, readQuantity(drawn.volume, 'mL')) !== 0)
    fields.push('volumeDrawn');
  if (compareQuantities(command.finalVolume, readQuantity(mixed.finalVolume, 'mL')) !== 0)
    fields.push('finalVolume');
  if (fields.length > 0) {
    return decided(
      next === null
        ? fact('PreparationWitnessDisagreed', { fields })
        : fact('NextWitnessDisagreed', { fields, container: next }),
    );
  }
  const concentration = quantity(
    divide(readQuantity(drawn.amount, 'mg').value, command.finalVolume.value),
    'mg/mL',
  );
  const witnessed = {
    label: command.label,
    useBy: mixed.happenedAt + rules.protocol.useByHours * MILLISECONDS_PER_HOUR,
    concentration: quantityText(concentration),
    volumeDrawn: quantityText(command.volumeDrawn),
    finalVolume: quantityText(command.finalVolume),
  };
  return decided(
    next === null
      ? fact('PreparationWitnessed', witnessed)
      : fact('NextPreparationWitnessed', { ...witnessed, container: next }),
  );
}

/** The label is stuck on, and its last four digits are typed from it. */
export function checkLabel(
  session: Session,
  {
    lastFour,
    patient,
    elsewhere,
  }: ForPatient & { readonly lastFour: string; readonly elsewhere?: LabelElsewhere | null },
  deciding: Deciding,
): Decision {
  const wrong = stateOrRoleRefusal(session, ['PREPARED'], deciding.actor, CHECKERS);
  if (wrong) return refused(wrong);
  const ends = matchEnds(session, patient, deciding.at);
  if (ends.length > 0) return decided(...ends);
  const label = labelInHand(session.preparation, lastFour, elsewhere ?? null);
  if (!label.ok) return label;
  const ready = readyFacts(session, { labelChecked: true }, deciding);
  return decided(fact('LabelChecked', { lastFour: label.value.slice(-4) }), ...ready);
}

function isCounted(rules: PinnedRules | CountedRules): rules is CountedRules {
  return rules.protocol.mode === 'countedDoses';
}

/** What is being prepared goes on or is discarded first; a second one beside it would be lost sight of. */
function underWayRefusal(session: Session, next: number | null): SessionRefusal | undefined {
  const { vial, witnessed } = session.nextPreparation;
  if (next === null || vial === null) return undefined;
  return { kind: 'nextUnderWay', label: witnessed?.label ?? null };
}

type Preparing =
  | {
      readonly rules: PinnedRules | CountedRules;
      readonly preparation: Preparation;
      /** Number of the container that is prepared while something runs; null for the first one. */
      readonly next: number | null;
      readonly instead?: undefined;
    }
  /** A refusal, or the end of a match that no longer holds. */
  | {
      readonly rules?: undefined;
      readonly preparation?: undefined;
      readonly next?: undefined;
      readonly instead: Decision;
    };

/** Where a step of a preparation begins: the rules it goes by, or why it is not taken. Counted doses have no next container. */
export function preparing(session: Session, { patient }: ForPatient, deciding: Deciding): Preparing {
  const wrong = stateOrRoleRefusal(session, ['MATCHED', ...RUNNING_STATES], deciding.actor, CHECKERS);
  if (wrong) return { instead: refused(wrong) };
  const { authorised, preparation, nextPreparation } = session;
  if (!authorised) return { instead: refused({ kind: 'notInThisState', state: session.state }) };
  const { rules } = authorised;
  if (RUNNING_STATES.includes(session.state)) {
    if (isCounted(rules)) return { instead: refused({ kind: 'notInThisState', state: session.state }) };
    return { rules, preparation: nextPreparation, next: containerNumber(session) + 1 };
  }
  const ends = matchEnds(session, patient, deciding.at);
  if (ends.length > 0) return { instead: decided(...ends) };
  return { rules, preparation, next: null };
}

function matchedDrawUp(session: Session): QuantityText<'mL'> {
  return session.match?.sum.drawUp ?? '0 mL';
}

function vialsNeeded(drawUp: Quantity<'mL'>, vialVolume: QuantityText<'mL'>): number {
  const vials = divide(drawUp.value, readQuantity(vialVolume, 'mL').value);
  return Number((vials.numerator + vials.denominator - 1n) / vials.denominator);
}
