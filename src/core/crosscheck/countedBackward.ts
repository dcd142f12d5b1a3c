import type { DeviceVolumes, IntranasalDoses, IntranasalOrder, SprayDose } from '../dosing/countedDoses.ts';
import type { ScheduledDose } from '../dosing/doseSchedule.ts';
import type { IntramuscularDoses, IntramuscularOrder } from '../dosing/intramuscularDoses.ts';
import { type Quantity, wholeQuantity } from '../quantity/quantity.ts';
import { rational } from '../quantity/rational.ts';
import type { AmountUnit } from '../quantity/units.ts';
import { failed } from './agreement.ts';
import { agrees, measured, product, quotient, scaled, total } from './exactUnits.ts';
import { decimal, difference, type Exact, exact, order, sum } from './fractions.ts';

/** The second engine for doses counted by hand: sprays and injections. */

const ONE_SPRAY = wholeQuantity(1n, 'sprays');
const START = wholeQuantity(0n, 'min');
const LEVEL = decimal('0');
const ONE_AHEAD = decimal('1');

export type IntranasalDisagreement = 'sprays' | 'nostrils' | 'schedule' | 'turns' | 'volumes';

/**
 * The total ÷ amount per spray must be the sprays again, and so for each nostril; the sprays of the doses must fill
 * the nostrils in turn; each dose must follow the one before by the gap; volume × concentration must be the amount.
 */
export function intranasalDisagreements(
  plan: IntranasalOrder,
  answer: IntranasalDoses,
): readonly IntranasalDisagreement[] {
  const { sprays, first, second, volumes } = answer;
  return failed({
    sprays:
      holdsSprays(answer.total, sprays, plan.amountPerSpray) &&
      agrees(scaled(measured(sprays), rational(1n, plan.doses)), plan.spraysPerDose),
    nostrils:
      [first, second].every(({ amount, sprays: part }) => holdsSprays(amount, part, plan.amountPerSpray)) &&
      agrees(total(measured(first.sprays), measured(second.sprays)), sprays) &&
      isInTurn(lead(first.sprays, second.sprays)),
    schedule: isSchedule(answer.schedule, plan.doses, plan.gap, answer.total),
    turns: areTurns(answer.schedule, plan.spraysPerDose),
    volumes: volumes === undefined ? plan.filling === undefined : areVolumes(volumes, plan, answer),
  });
}

export type IntramuscularDisagreement = 'total' | 'volume' | 'drawUp' | 'leftBehind' | 'schedule';

/** Total, volume and draw-up are worked back to one injection; what is left behind, to the dead space. */
export function intramuscularDisagreements(
  plan: IntramuscularOrder,
  answer: IntramuscularDoses,
): readonly IntramuscularDisagreement[] {
  const { amountPerInjection, injections, gap, concentration, deadSpace } = plan;
  const given = product(measured(answer.volumePerInjection), measured(concentration));
  const perInjection = rational(1n, injections);
  const left = quotient(scaled(measured(answer.leftBehind), perInjection), measured(concentration));
  return failed({
    total: agrees(scaled(measured(answer.total), perInjection), amountPerInjection),
    volume: agrees(given, amountPerInjection),
    drawUp: agrees(
      total(measured(answer.volumePerInjection), measured(deadSpace)),
      answer.drawUpPerInjection,
    ),
    leftBehind: agrees(left, deadSpace),
    schedule: isSchedule(answer.schedule, injections, gap, answer.total),
  });
}

/** True when an amount is exactly so many sprays. */
function holdsSprays(
  amount: Quantity<AmountUnit>,
  sprays: Quantity<'sprays'>,
  amountPerSpray: Quantity<AmountUnit>,
): boolean {
  const count = quotient(measured(amount), measured(amountPerSpray));
  return agrees(product(count, measured(ONE_SPRAY)), sprays);
}

/** How many more sprays the first nostril has. */
function lead(first: Quantity<'sprays'>, second: Quantity<'sprays'>): Exact {
  return difference(exact(first.value), exact(second.value));
}

/** True when the nostrils are level or the first one is ahead by one, as sprays given in turn leave them. */
function isInTurn(ahead: Exact): boolean {
  return order(ahead, LEVEL) === 0 || order(ahead, ONE_AHEAD) === 0;
}

/** True when each dose has all its sprays and leaves the nostrils as sprays given in turn do. */
function areTurns(schedule: readonly SprayDose[], spraysPerDose: Quantity<'sprays'>): boolean {
  let ahead = LEVEL;
  return schedule.every(({ first, second }) => {
    ahead = sum(ahead, lead(first, second));
    return isInTurn(ahead) && agrees(total(measured(first), measured(second)), spraysPerDose);
  });
}

/** True when equal doses are all there, each a gap after the one before, and add up to the total. */
function isSchedule(
  schedule: readonly ScheduledDose[],
  doses: bigint,
  gap: Quantity<'min'>,
  whole: Quantity<AmountUnit>,
): boolean {
  if (BigInt(schedule.length) !== doses) return false;
  return schedule.every((dose, place) => {
    const before = schedule[place - 1];
    const offset = before ? total(measured(before.offset), measured(gap)) : measured(START);
    const soFar = before ? total(measured(before.amountSoFar), measured(dose.amount)) : measured(dose.amount);
    return (
      dose.number === BigInt(place + 1) &&
      agrees(offset, dose.offset) &&
      agrees(soFar, dose.amountSoFar) &&
      agrees(scaled(measured(dose.amount), rational(doses)), whole)
    );
  });
}

function areVolumes(
  volumes: DeviceVolumes<AmountUnit>,
  { amountPerSpray, filling }: IntranasalOrder,
  { total: whole, first, second }: IntranasalDoses,
): boolean {
  if (filling === undefined) return false;
  const strength = measured(filling.concentration);
  const holds = (volume: Quantity<'mL'>, amount: Quantity<AmountUnit>): boolean =>
    agrees(product(measured(volume), strength), amount);
  const deadSpaces = quotient(measured(volumes.leftBehind), strength);
  return (
    holds(volumes.perSpray, amountPerSpray) &&
    holds(volumes.first, first.amount) &&
    holds(volumes.second, second.amount) &&
    holds(volumes.given, whole) &&
    agrees(scaled(deadSpaces, rational(1n, filling.devices)), filling.deadSpace) &&
    agrees(total(measured(volumes.given), deadSpaces), volumes.drawUp)
  );
}
