import { compareQuantities, type Quantity, quantityText, readQuantity } from '../../quantity/quantity.ts';
import { countedOf } from '../countedSession.ts';
import type { Session } from '../session.ts';
import { type Deciding, type Decision, decided, fact, refused, secondPersonRefusal } from './deciding.ts';
import { type ForPatient, preparing } from './prepare.ts';

const MILLISECONDS_PER_HOUR = 3_600_000;

/**
 * T7 for counted doses, MATCHED → PREPARED: the drug is given as it is in the vial, so that the witness reads and types
 * one volume, without being shown it. A difference is recorded and named by field only.
 */
export function witnessDrawn(
  session: Session,
  command: ForPatient & { readonly volumeDrawn: Quantity<'mL'>; readonly label: string },
  deciding: Deciding,
): Decision {
  const { instead } = preparing(session, command, deciding);
  if (instead) return instead;
  const rules = countedOf(session)?.authorised.rules;
  if (!rules) return refused({ kind: 'otherWayOfGiving' });
  const { drawn, vial } = session.preparation;
  if (!vial || !drawn) return refused({ kind: 'stepMissing', step: 'draw' });
  const witness = secondPersonRefusal(deciding, [vial.by, drawn.by]);
  if (witness) return refused(witness);
  const volume = quantityText(command.volumeDrawn);
  if (compareQuantities(command.volumeDrawn, readQuantity(drawn.volume, 'mL')) !== 0)
    return decided(fact('PreparationWitnessDisagreed', { fields: ['volumeDrawn'] }));
  return decided(
    fact('PreparationWitnessed', {
      label: command.label,
      useBy: drawn.happenedAt + rules.protocol.device.useByHours * MILLISECONDS_PER_HOUR,
      concentration: rules.product.strength,
      volumeDrawn: volume,
      finalVolume: volume,
    }),
  );
}
