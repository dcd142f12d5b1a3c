import type { ShownAmount } from '../quantity/shownAmount.ts';
import type { LIMITED_UNITS, LimitBand, PumpedProtocol } from './library.ts';

/**
 * How an order of each mode is written. The protocol fixes it, nobody chooses: a dose per kilogram over a time, a
 * rate per kilogram, or a rate without a weight. Source: field table of UX 3.6; net 1 of UX 3.7 against mg for mcg.
 */
export const ORDER_UNITS = ['mg/kg', 'mg/kg/h', 'mcg/kg/h', 'mcg/kg/min', 'mg/h'] as const;
export type OrderUnit = (typeof ORDER_UNITS)[number];

/** How a running rate is said. */
export const RATE_UNITS = ['mg/kg/h', 'mcg/kg/h', 'mcg/kg/min', 'mg/h'] as const;
export type RateUnit = (typeof RATE_UNITS)[number];

/** The boxes a duration is typed in, largest first. */
export const DURATION_PARTS = ['d', 'h', 'min'] as const;
export type DurationPart = (typeof DURATION_PARTS)[number];

export function orderUnitOf(protocol: PumpedProtocol): OrderUnit {
  return protocol.mode === 'doseOverTime' ? 'mg/kg' : rateUnitOf(protocol);
}

export function rateUnitOf(protocol: PumpedProtocol): RateUnit {
  switch (protocol.mode) {
    case 'doseOverTime':
      return 'mg/kg/h';
    case 'weightRate':
      return protocol.unit ?? 'mg/kg/h';
    case 'flatRate':
      return 'mg/h';
  }
}

/** mcg for a protocol that orders in mcg, so that mg and mcg never stand on one screen. */
export function amountUnitOf(protocol: PumpedProtocol): ShownAmount {
  return rateUnitOf(protocol).startsWith('mcg') ? 'mcg' : 'mg';
}

/** The limited value that is ordered. */
export function orderBandName(protocol: PumpedProtocol): 'dose' | 'rate' | 'flatRate' {
  return protocol.mode === 'doseOverTime' ? 'dose' : rateBandName(protocol);
}

/** The limited value a running rate is. */
export function rateBandName(protocol: PumpedProtocol): 'rate' | 'flatRate' {
  return protocol.mode === 'flatRate' ? 'flatRate' : 'rate';
}

/** The limits on what is ordered, in the library's own unit. */
export function orderBandOf(
  protocol: PumpedProtocol,
): LimitBand<(typeof LIMITED_UNITS)['dose' | 'rate' | 'flatRate']> {
  switch (protocol.mode) {
    case 'doseOverTime':
      return protocol.dose;
    case 'weightRate':
      return protocol.rate;
    case 'flatRate':
      return protocol.flatRate;
  }
}

const MINUTES_PER_DAY = 1_440;

/**
 * A dose over time is written in minutes, a rate for hours in hours and minutes, one that may last longer than a day
 * in days, hours and minutes. Source: UX 1, requirements 1 to 3; field table of UX 3.6.
 */
export function durationPartsOf(protocol: PumpedProtocol): readonly DurationPart[] {
  if (protocol.mode === 'doseOverTime') return ['min'];
  const longest = protocol.duration.hardMaximum?.split(' ')[0];
  const isWithinADay = longest !== undefined && Number(longest) < MINUTES_PER_DAY;
  return isWithinADay ? ['h', 'min'] : DURATION_PARTS;
}
