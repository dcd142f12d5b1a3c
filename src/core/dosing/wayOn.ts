import { confirmed } from '../crosscheck/agreement.ts';
import { wayOnDisagreements } from '../crosscheck/wayOnBackward.ts';
import {
  compareQuantities,
  convert,
  derive,
  minus,
  plus,
  type Quantity,
  quantityText,
} from '../quantity/quantity.ts';
import type { AmountUnit } from '../quantity/units.ts';
import { err, ok, type Result } from '../result.ts';
import { amountOf, firstNotAboveZero } from './doseUnits.ts';
import type {
  Interrupted,
  WayName,
  WayOn,
  WayOnPerKg,
  WayRefusal,
  WaysOn,
  WaysOnRefusal,
} from './interrupted.ts';
import { highestOf, type PumpRate, pumpRate } from './pumpRounding.ts';
import { changePercent, type PumpSetting, pumpSetting, roundingWeight } from './pumpSetting.ts';

/**
 * The three ways on after a pause, a rate change or a bolus:
 * on time: rate = (ordered − given) ÷ time left; whole dose: time = (ordered − given) ÷ rate; same rate:
 * volume = rate × time left. Rate and volume go to the pump's steps, and dose, end and highest rate are worked out
 * again from the settings.
 *
 * A way is closed when nothing is left to give, no time is left, the pump cannot run it, or rounding changes rate or
 * volume by more than 5 %; the others stay open. Whether a dose or rate is allowed is judged apart. More than the
 * order is not refused here, but said by `doseChangePercent`.
 *
 * Source: DOMAIN 7 item 7 (replanning after pause, rate change or bolus); acceptance scenarios 24 and 25 of UX 7.
 */
export function waysOn<Amount extends AmountUnit>(
  input: Interrupted<Amount>,
): Result<WaysOn<Amount>, WaysOnRefusal> {
  const { ordered, rate, highestRate, concentration, weight, given, elapsed } = input;
  const volumeStep = input.pump.volumeStep;
  const notAboveZero = firstNotAboveZero({ ordered, rate, highestRate, concentration, weight, volumeStep });
  if (notAboveZero) return err(notAboveZero);
  const belowZero = firstBelowZero({ given, elapsed });
  if (belowZero) return err(belowZero);
  return ok({
    onTime: nothingLeft(input) ?? noTimeLeft(input) ?? way(input, 'onTime'),
    wholeDose: nothingLeft(input) ?? way(input, 'wholeDose'),
    sameRate: noTimeLeft(input) ?? way(input, 'sameRate'),
  });
}

/** What a way asks of the pump, exact. */
function asked(
  { ordered, given, rate, remaining }: Interrupted<AmountUnit>,
  name: WayName,
): { readonly rate: Quantity<'mL/h'>; readonly volume: Quantity<'mL'> } {
  const left = minus(ordered, given);
  switch (name) {
    case 'onTime':
      return { rate: derive('mL/h', [left], [remaining]), volume: left };
    case 'wholeDose':
      return { rate, volume: left };
    case 'sameRate':
      return { rate, volume: derive('mL', [rate, remaining]) };
  }
}

function way<Amount extends AmountUnit>(
  input: Interrupted<Amount>,
  name: WayName,
): Result<WayOn<Amount>, WayRefusal> {
  const exact = asked(input, name);
  const rate = pumpRate(exact.rate, input.pump, input.hard);
  if (!rate.ok) return rate;
  const volume = pumpSetting(exact.volume, input.pump.volumeStep);
  if (roundingWeight(volume.changePercent) === 'refused')
    return err({
      kind: 'pumpStepTooCoarse',
      exact: quantityText(volume.exact),
      set: quantityText(volume.set),
    });
  const found = worked(input, rate.value, volume);
  return confirmed(found, wayOnDisagreements(input, name, found));
}

/** What the settings give: the whole infusion, seen from its start. */
function worked<Amount extends AmountUnit>(
  input: Interrupted<Amount>,
  rate: PumpRate,
  volume: PumpSetting<'mL'>,
): WayOn<Amount> {
  const { concentration, elapsed, remaining } = input;
  const amount = amountOf(concentration.unit) as AmountUnit as Amount;
  const duration = derive('min', [volume.set], [rate.set]);
  const totalVolume = plus(input.given, volume.set);
  const dose = derive(amount, [totalVolume, concentration]);
  const highestRate = highestOf(input.highestRate, input.rate, rate.set);
  return {
    rate,
    volume,
    duration,
    endsAfter: plus(convert(elapsed, 'min'), duration),
    laterThanPlanned: minus(duration, convert(remaining, 'min')),
    totalVolume,
    dose,
    doseChangePercent: changePercent(input.ordered.value, totalVolume.value),
    highestRate,
    highestDoseRate: derive(`${amount}/h` as `${Amount}/h`, [highestRate, concentration]),
    perKg: perKilogram(input, amount, dose, rate, highestRate),
  };
}

function perKilogram<Amount extends AmountUnit>(
  { concentration, weight }: Interrupted<Amount>,
  amount: Amount,
  dose: Quantity<Amount>,
  rate: PumpRate,
  highestRate: Quantity<'mL/h'>,
): WayOnPerKg<Amount> | undefined {
  if (weight === undefined) return undefined;
  const perHour = `${amount}/kg/h` as `${Amount}/kg/h`;
  return {
    dose: derive(`${amount}/kg` as `${Amount}/kg`, [dose], [weight]),
    doseRate: derive(perHour, [rate.set, concentration], [weight]),
    highestDoseRate: derive(perHour, [highestRate, concentration], [weight]),
  };
}

function nothingLeft({ given, ordered }: Interrupted<AmountUnit>): Result<never, WayRefusal> | undefined {
  if (compareQuantities(given, ordered) < 0) return undefined;
  return err({ kind: 'nothingLeft', given: quantityText(given), ordered: quantityText(ordered) });
}

function noTimeLeft({ remaining }: Interrupted<AmountUnit>): Result<never, WayRefusal> | undefined {
  return remaining.value.numerator > 0n ? undefined : err({ kind: 'noTimeLeft' });
}

function firstBelowZero(
  named: Readonly<Record<'given' | 'elapsed', Quantity>>,
): Extract<WaysOnRefusal, { readonly kind: 'belowZero' }> | undefined {
  const name = (['given', 'elapsed'] as const).find((each) => named[each].value.numerator < 0n);
  return name && { kind: 'belowZero', name, value: quantityText(named[name]) };
}
