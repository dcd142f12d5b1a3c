import { derive, type Quantity, wholeQuantity } from '../quantity/quantity.ts';
import { type CountedDosesProtocol, type DoseDevice, LIMITED_UNITS } from './library.ts';
import { outsideFindings, readBand, tenfoldFindings } from './lintBands.ts';
import {
  above0,
  finding,
  type LintFinding,
  type LintPlace,
  quantityFindings,
  readable,
} from './lintFinding.ts';

const PER_CENT = 100n;

/**
 * Counted doses against the limits on the total: the fewest and the most, each times the amount of one dose, must lie
 * within them, ten times the fewest and a tenth of the most beyond the hard ones.
 *
 * Source: self-tests of the library editor, UX 3.15; H03.
 */
export function countedFindings(place: LintPlace, protocol: CountedDosesProtocol): readonly LintFinding[] {
  const { lowest, highest } = protocol.doses;
  const perDose = above0(readable(protocol.perDose, 'mg'));
  const limits = readBand(protocol.total, LIMITED_UNITS.total);
  const within = [
    limits.softMinimum ?? limits.hardMinimum,
    limits.softMaximum ?? limits.hardMaximum,
  ] as const;
  const outside = { rule: 'usualOutsideLimits', value: 'doses' } as const;
  const inAll = (doses: number): Quantity<'mg'> | undefined =>
    perDose && derive('mg', [perDose, wholeQuantity(BigInt(doses) * PER_CENT, '%')]);
  const [fewest, most] = [inAll(lowest), inAll(highest)];
  return [
    ...quantityFindings(place, 'perDose', protocol.perDose, 'mg'),
    ...(protocol.device ? deviceFindings(place, protocol.device) : []),
    ...(lowest > highest
      ? [
          finding(place, {
            rule: 'minimumNotBelowMaximum',
            value: 'doses',
            actual: `${lowest}`,
            limit: `${highest}`,
          }),
        ]
      : []),
    ...outsideFindings(place, outside, fewest, within),
    ...outsideFindings(place, outside, most, within),
    ...tenfoldFindings(place, 'doses', fewest, { ...limits, hardMinimum: undefined }),
    ...tenfoldFindings(place, 'doses', most, { ...limits, hardMaximum: undefined }),
  ];
}

/** Nothing may stay behind; a dose and a time have to be something. */
function deviceFindings(place: LintPlace, device: DoseDevice): readonly LintFinding[] {
  return [
    ...quantityFindings(place, 'device.deadSpace', device.deadSpace, 'mL', 'allowed'),
    ...quantityFindings(place, 'device.doseMaximum', device.doseMaximum, 'mL'),
    ...quantityFindings(place, 'device.useByHours', `${device.useByHours} h`, 'h'),
  ];
}
