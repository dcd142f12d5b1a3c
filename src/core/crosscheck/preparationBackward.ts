import type { PreparationOrder, PreparationPlan } from '../dosing/preparationOrder.ts';
import type { Vials } from '../dosing/vials.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { rational } from '../quantity/rational.ts';
import type { AmountUnit } from '../quantity/units.ts';
import { failed } from './agreement.ts';
import { agrees, measured, product, quotient, scaled, total } from './exactUnits.ts';
import { isCount } from './parts.ts';
import { changeLeads, isNearest } from './pumpBackward.ts';
import { usualGraduation } from './syringe.ts';

/** The second engine for preparations: from the mixture and the vials back to the drug that was ordered into them. */

export type PreparationDisagreement =
  | 'drawUp'
  | 'mixture'
  | 'concentration'
  | 'amountPrepared'
  | 'line'
  | 'containers'
  | 'vials'
  | 'notGiven'
  | 'useBy';

export function preparationDisagreements<Amount extends AmountUnit>(
  order: PreparationOrder<Amount>,
  plan: PreparationPlan<Amount>,
): readonly PreparationDisagreement[] {
  const { prepared, drawn } = plan;
  const strength = measured(order.strength);
  const inContainer = product(measured(prepared.concentration), measured(prepared.finalVolume));
  return failed({
    drawUp: isDrawUp(order, plan),
    mixture: isMixture(order, plan),
    concentration: agrees(quotient(inContainer, strength), prepared.drawUp),
    amountPrepared: agrees(quotient(measured(plan.amountPrepared), strength), prepared.drawUp),
    line: isLine(order, plan),
    containers:
      isCount(plan.containers, plan.volumeNeeded, prepared.finalVolume) &&
      agrees(scaled(measured(prepared.drawUp), rational(plan.containers)), drawn),
    vials: areVials(order, plan.vials, drawn) && areVials(order, plan.vialsEach, prepared.drawUp),
    notGiven: isAllGivenOrLeft(order, plan),
    useBy: agrees(measured(order.useBy), plan.useBy),
  });
}

function isDrawUp<Amount extends AmountUnit>(
  { amount, strength, graduation }: PreparationOrder<Amount>,
  plan: PreparationPlan<Amount>,
): boolean {
  const { drawUpExact: exact, drawUp: set } = plan.prepared;
  return (
    agrees(product(measured(exact), measured(strength)), amount) &&
    agrees(measured(graduation ?? usualGraduation(exact)), plan.graduation) &&
    isNearest({ exact, set }, plan.graduation) &&
    changeLeads({ exact, set, changePercent: plan.drawUpChangePercent })
  );
}

/** True when drug and diluent make the final volume, and what was there before the drug is accounted for. */
function isMixture<Amount extends AmountUnit>(
  { mixing, volume, overfill, line }: PreparationOrder<Amount>,
  { prepared }: PreparationPlan<Amount>,
): boolean {
  const { drawUp, diluent, finalVolume } = prepared;
  if (!agrees(total(measured(drawUp), measured(diluent)), finalVolume)) return false;
  if (mixing === 'madeUpTo') return agrees(measured(finalVolume), volume);
  const intoLine = scaled(measured(line.volume), rational(line.primedWith === 'containerDiluent' ? 1n : 0n));
  const labelled = total(measured(diluent), intoLine);
  return agrees(total(labelled, scaled(measured(overfill), rational(-1n))), volume);
}

/** True when pump volume, line at the start and line at the end leave the patient the volume to give. */
function isLine<Amount extends AmountUnit>(
  { line, toGive }: PreparationOrder<Amount>,
  { pumpVolume, volumeNeeded }: PreparationPlan<Amount>,
): boolean {
  const before = scaled(measured(line.volume), rational(line.primedWith === 'mixture' ? 1n : 0n));
  const after = scaled(measured(line.volume), rational(line.flushedAtEnd ? 0n : -1n));
  const fromContainers = total(measured(pumpVolume), before);
  return agrees(fromContainers, volumeNeeded) && agrees(total(fromContainers, after), toGive);
}

/** True when no vial too many and none too few is opened, and what is drawn and what is left is all there was. */
function areVials<Amount extends AmountUnit>(
  { strength, vialVolume }: PreparationOrder<Amount>,
  { count, opened, left }: Vials<Amount>,
  drawn: Quantity<'mL'>,
): boolean {
  const labelled = product(measured(vialVolume), measured(strength));
  return (
    isCount(count, drawn, vialVolume) &&
    agrees(scaled(labelled, rational(count)), opened) &&
    agrees(total(measured(left), product(measured(drawn), measured(strength))), opened)
  );
}

function isAllGivenOrLeft<Amount extends AmountUnit>(
  { strength, toGive }: PreparationOrder<Amount>,
  { prepared, drawn, notGiven }: PreparationPlan<Amount>,
): boolean {
  const given = product(measured(toGive), measured(prepared.concentration));
  return agrees(quotient(total(measured(notGiven), given), measured(strength)), drawn);
}
