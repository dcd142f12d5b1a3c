import { derive, type Quantity, wholeQuantity } from '../quantity/quantity.ts';
import type { Protocol } from './library.ts';
import { outsideFindings, readBand, tenfoldFindings } from './lintBands.ts';
import { above0, type LintFinding, type LintPlace, quantityFindings, readable } from './lintFinding.ts';

const WHOLE = wholeQuantity(100n, '%');

/**
 * What the usual order means in rates, in mg/kg/h: usual dose ÷ usual duration must lie within the limits of the rate,
 * and the nurse's share of it within the hard ones. Shares of the soft limits beyond the hard ones, and a range that
 * leaves the ordered rate out, are warnings.
 *
 * Source: UX 3.15 and UX 7 (nurse range 50 to 100 % of the ordered rate).
 */
export function nurseRangeFindings(place: LintPlace, protocol: Protocol): readonly LintFinding[] {
  const [low, high] = ['nurseRange.lowest', 'nurseRange.highest'] as const;
  const lowest = readable(protocol.nurseRange.lowest, '%');
  const highest = readable(protocol.nurseRange.highest, '%');
  const limits = readBand(protocol.rate, 'mg/kg/h');
  const hard = [limits.hardMinimum, limits.hardMaximum] as const;
  const usual = usualRate(protocol);
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
    ...outsideFindings(place, { rule: 'usualOutsideLimits', value: 'rate' }, usual, [
      limits.softMinimum ?? limits.hardMinimum,
      limits.softMaximum ?? limits.hardMaximum,
    ]),
    ...tenfoldFindings(place, 'rate', usual, limits),
    ...outsideFindings(place, { rule, value: low }, share(lowest, usual), hard),
    ...outsideFindings(place, { rule, value: high }, share(highest, usual), hard),
    ...outsideFindings(place, { ...warned, value: low }, share(lowest, limits.softMinimum), hard),
    ...outsideFindings(place, { ...warned, value: high }, share(highest, limits.softMaximum), hard),
  ];
}

/** Usual dose (mg/kg) ÷ usual duration (min) × 60 min/h, in mg/kg/h; undefined where either is not there. */
function usualRate(protocol: Protocol): Quantity<'mg/kg/h'> | undefined {
  const dose = readable(protocol.dose.usual, 'mg/kg');
  const duration = above0(readable(protocol.duration.usual, 'min'));
  return dose && duration && derive('mg/kg/h', [dose], [duration]);
}

function share(
  percent: Quantity<'%'> | undefined,
  rate: Quantity<'mg/kg/h'> | undefined,
): Quantity<'mg/kg/h'> | undefined {
  return percent && rate && derive('mg/kg/h', [rate, percent]);
}
