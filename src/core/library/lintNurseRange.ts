import { derive, type Quantity, wholeQuantity } from '../quantity/quantity.ts';
import { type DoseOverTimeProtocol, LIMITED_UNITS, type PumpedProtocol } from './library.ts';
import { outsideFindings, type ReadBand, readBand, tenfoldFindings } from './lintBands.ts';
import { above0, type LintFinding, type LintPlace, quantityFindings, readable } from './lintFinding.ts';

const WHOLE = wholeQuantity(100n, '%');

/**
 * What the usual order means in rates: of a dose over time, usual dose ÷ usual duration must lie within the limits of the rate;
 * and the nurse's share of it within the hard ones. Shares of the soft limits beyond the hard ones, and a range that
 * leaves the ordered rate out, are warnings.
 *
 * Source: UX 3.15 and UX 7 (nurse range 50 to 100 % of the ordered rate).
 */
export function nurseRangeFindings(place: LintPlace, protocol: PumpedProtocol): readonly LintFinding[] {
  const [low, high] = ['nurseRange.lowest', 'nurseRange.highest'] as const;
  const lowest = readable(protocol.nurseRange.lowest, '%');
  const highest = readable(protocol.nurseRange.highest, '%');
  const { name, limits, usual } = rateOf(protocol);
  const hard = [limits.hardMinimum, limits.hardMaximum] as const;
  const rule = 'nurseRateOutsideHard' as const;
  const warned = { rule, severity: 'warning' as const };
  return [
    ...quantityFindings(place, low, protocol.nurseRange.lowest, '%'),
    ...quantityFindings(place, high, protocol.nurseRange.highest, '%'),
    ...outsideFindings(place, { rule: 'minimumNotBelowMaximum', value: low }, lowest, [undefined, highest]),
    ...outsideFindings(place, { rule: 'orderOutsideNurseRange', value: low, severity: 'warning' }, lowest, [
      undefined,
      WHOLE,
    ]),
    ...outsideFindings(place, { rule: 'orderOutsideNurseRange', value: high, severity: 'warning' }, highest, [
      WHOLE,
      undefined,
    ]),
    ...(protocol.mode === 'doseOverTime'
      ? [
          ...outsideFindings(place, { rule: 'usualOutsideLimits', value: name }, usual, [
            limits.softMinimum ?? limits.hardMinimum,
            limits.softMaximum ?? limits.hardMaximum,
          ]),
          ...tenfoldFindings(place, name, usual, limits),
        ]
      : []),
    ...outsideFindings(place, { rule, value: low }, share(lowest, usual), hard),
    ...outsideFindings(place, { rule, value: high }, share(highest, usual), hard),
    ...outsideFindings(place, { ...warned, value: low }, share(lowest, limits.softMinimum), hard),
    ...outsideFindings(place, { ...warned, value: high }, share(highest, limits.softMaximum), hard),
  ];
}

type RateUnit = 'mg/kg/h' | 'mg/h';
type LimitedRate = {
  readonly name: 'rate' | 'flatRate';
  readonly limits: ReadBand<RateUnit>;
  readonly usual: Quantity<RateUnit> | undefined;
};

/** The rate a protocol limits, and the usual one: its own, or the usual dose over the usual duration. */
function rateOf(protocol: PumpedProtocol): LimitedRate {
  if (protocol.mode === 'flatRate') {
    const limits = readBand(protocol.flatRate, LIMITED_UNITS.flatRate);
    return { name: 'flatRate', limits, usual: limits.usual };
  }
  const limits = readBand(protocol.rate, LIMITED_UNITS.rate);
  const usual = protocol.mode === 'doseOverTime' ? usualRate(protocol) : limits.usual;
  return { name: 'rate', limits, usual };
}

/** Usual dose (mg/kg) ÷ usual duration (min) × 60 min/h, in mg/kg/h; undefined where either is not there. */
function usualRate(protocol: DoseOverTimeProtocol): Quantity<'mg/kg/h'> | undefined {
  const dose = readable(protocol.dose.usual, 'mg/kg');
  const duration = above0(readable(protocol.duration.usual, 'min'));
  return dose && duration && derive('mg/kg/h', [dose], [duration]);
}

function share(
  percent: Quantity<'%'> | undefined,
  rate: Quantity<RateUnit> | undefined,
): Quantity<RateUnit> | undefined {
  return percent && rate && derive(rate.unit, [rate, percent]);
}
