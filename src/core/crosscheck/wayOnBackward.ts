import type { Interrupted, WayName, WayOn } from '../dosing/interrupted.ts';
import type { AmountUnit } from '../quantity/units.ts';
import { failed } from './agreement.ts';
import { agrees, isAtMost, measured, product, quotient, total } from './exactUnits.ts';
import { changeLeads, isNearest } from './pumpBackward.ts';

/** The second engine for the ways on: from what the settings give back to what was given, ordered and left. */

export type WayOnDisagreement =
  | 'kept'
  | 'pumpVolume'
  | 'duration'
  | 'end'
  | 'total'
  | 'doseChange'
  | 'highestRate'
  | 'perKg';

export function wayOnDisagreements<Amount extends AmountUnit>(
  input: Interrupted<Amount>,
  name: WayName,
  way: WayOn<Amount>,
): readonly WayOnDisagreement[] {
  const set = measured(way.volume.set);
  const duration = measured(way.duration);
  return failed({
    kept: isKept(input, name, way),
    pumpVolume: isNearest(way.volume, input.pump.volumeStep) && changeLeads(way.volume),
    duration: agrees(product(measured(way.rate.set), duration), way.volume.set),
    end:
      agrees(total(measured(input.elapsed), duration), way.endsAfter) &&
      agrees(total(measured(input.remaining), measured(way.laterThanPlanned)), way.duration),
    total:
      agrees(total(measured(input.given), set), way.totalVolume) &&
      agrees(quotient(measured(way.dose), measured(input.concentration)), way.totalVolume),
    doseChange: changeLeads({
      exact: input.ordered,
      set: way.totalVolume,
      changePercent: way.doseChangePercent,
    }),
    highestRate: isHighest(input, way),
    perKg: isPerKilogram(input, way),
  });
}

/** True when the two of dose, end and rate that a way keeps are kept. */
function isKept(input: Interrupted<AmountUnit>, name: WayName, way: WayOn<AmountUnit>): boolean {
  const exactRate = measured(way.rate.exact);
  const wholeDose = agrees(total(measured(input.given), measured(way.volume.exact)), input.ordered);
  const sameRate = agrees(exactRate, input.rate);
  const onTime = agrees(product(exactRate, measured(input.remaining)), way.volume.exact);
  switch (name) {
    case 'onTime':
      return wholeDose && onTime;
    case 'wholeDose':
      return wholeDose && sameRate;
    case 'sameRate':
      return sameRate && onTime;
  }
}

/** True when the highest rate is one of those that ran or will run, no other is above it, and its dose rate fits. */
function isHighest(input: Interrupted<AmountUnit>, way: WayOn<AmountUnit>): boolean {
  const rates = [input.highestRate, input.rate, way.rate.set];
  return (
    rates.every((rate) => isAtMost(measured(rate), way.highestRate)) &&
    rates.some((rate) => agrees(measured(rate), way.highestRate)) &&
    agrees(quotient(measured(way.highestDoseRate), measured(input.concentration)), way.highestRate)
  );
}

function isPerKilogram(input: Interrupted<AmountUnit>, way: WayOn<AmountUnit>): boolean {
  const { weight, concentration } = input;
  if (weight === undefined || way.perKg === undefined) return weight === way.perKg;
  const millilitresPerKilogram = quotient(measured(weight), measured(concentration));
  return (
    agrees(product(measured(way.perKg.dose), millilitresPerKilogram), way.totalVolume) &&
    agrees(product(measured(way.perKg.doseRate), millilitresPerKilogram), way.rate.set) &&
    agrees(product(measured(way.perKg.highestDoseRate), millilitresPerKilogram), way.highestRate)
  );
}
