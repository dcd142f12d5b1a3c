import { compareQuantities, type Quantity, quantity, type Unit } from '../quantity/quantity.ts';
import { divide, multiply, rational } from '../quantity/rational.ts';
import type { LimitBand, Protocol } from './library.ts';
import {
  BAND_UNITS,
  type BandName,
  finding,
  type LimitName,
  type LintFinding,
  type LintPlace,
  type Noted,
  quantityFindings,
  readable,
} from './lintFinding.ts';

/** A band as far as it can be read. */
export type ReadBand<U extends Unit> = { readonly [Name in LimitName]: Quantity<U> | undefined };

type BandUnit = (typeof BAND_UNITS)[BandName];
const LIMIT_NAMES = ['usual', 'softMinimum', 'softMaximum', 'hardMinimum', 'hardMaximum'] as const;
const BAND_NAMES = ['dose', 'total', 'rate', 'duration', 'weight'] as const;

const TEN = rational(10n);
const THOUSAND = rational(1_000n);

/**
 * Limits no protocol can do without: a dose and a duration that ten times the usual is beyond (H03), a cap by total
 * dose as well as per kilogram (UX 3.6), and both ends of the rate, the only net under a change of rate.
 */
const REQUIRED = [
  'dose.usual',
  'dose.hardMinimum',
  'dose.hardMaximum',
  'total.hardMaximum',
  'rate.hardMinimum',
  'rate.hardMaximum',
  'duration.usual',
  'duration.hardMinimum',
  'duration.hardMaximum',
] as const satisfies readonly `${BandName}.${LimitName}`[];

export function readBand<U extends Unit>(band: LimitBand<NoInfer<U>>, unit: U): ReadBand<U> {
  return {
    usual: readable(band.usual, unit),
    softMinimum: readable(band.softMinimum, unit),
    softMaximum: readable(band.softMaximum, unit),
    hardMinimum: readable(band.hardMinimum, unit),
    hardMaximum: readable(band.hardMaximum, unit),
  };
}

/**
 * The limits of one protocol against one another: units agree, every value above 0, minimum below maximum, soft
 * inside hard and usual inside soft (both ends allowed), ten times and a tenth of the usual beyond the hard limits
 * (a value equal to a limit is allowed, so equal is not beyond), and no dose or rate so wide that 1,000 times a legal
 * one is legal too. Missing limits are named.
 *
 * Source: self-tests of the library editor, UX 3.15; H01, H03 and H20.
 */
export function limitFindings(place: LintPlace, protocol: Protocol): readonly LintFinding[] {
  return [
    ...missingLimits(place, protocol),
    ...BAND_NAMES.flatMap((name) => bandFindings(place, name, protocol[name])),
  ];
}

function missingLimits(place: LintPlace, protocol: Protocol): readonly LintFinding[] {
  const missing = REQUIRED.filter((value) => {
    const [band, limit] = value.split('.') as [BandName, LimitName];
    return protocol[band][limit] === undefined;
  });
  const { weight } = protocol;
  const open = [
    ...((weight.softMinimum ?? weight.hardMinimum) ? [] : (['weight.softMinimum'] as const)),
    ...((weight.softMaximum ?? weight.hardMaximum) ? [] : (['weight.softMaximum'] as const)),
  ];
  return [
    ...missing.map((value) => finding(place, { rule: 'limitMissing', value })),
    ...open.map((value) => finding(place, { severity: 'warning', rule: 'limitMissing', value })),
  ];
}

function bandFindings(place: LintPlace, name: BandName, stored: LimitBand<BandUnit>): readonly LintFinding[] {
  const unit: BandUnit = BAND_UNITS[name];
  const band = readBand(stored, unit);
  return [
    ...LIMIT_NAMES.flatMap((limit) => {
      const text = stored[limit];
      return text === undefined ? [] : quantityFindings(place, `${name}.${limit}`, text, unit);
    }),
    ...orderFindings(place, name, band),
    ...tenfoldFindings(place, `${name}.usual`, band.usual, band),
    ...thousandfoldFindings(place, name, band),
  ];
}

function orderFindings(place: LintPlace, name: BandName, band: ReadBand<Unit>): readonly LintFinding[] {
  const { usual, softMinimum, softMaximum, hardMinimum, hardMaximum } = band;
  const pairs = [
    [`${name}.softMinimum`, softMinimum, softMaximum],
    [`${name}.hardMinimum`, hardMinimum, hardMaximum],
  ] as const;
  const inverted = pairs.filter(
    ([, minimum, maximum]) => minimum && maximum && compareQuantities(minimum, maximum) >= 0,
  );
  return [
    ...inverted.map(([value, actual, limit]) =>
      finding(place, { rule: 'minimumNotBelowMaximum', value, actual, limit }),
    ),
    ...(['softMinimum', 'softMaximum'] as const).flatMap((limit) =>
      outsideFindings(place, { rule: 'softOutsideHard', value: `${name}.${limit}` }, band[limit], [
        hardMinimum,
        hardMaximum,
      ]),
    ),
    ...outsideFindings(place, { rule: 'usualOutsideLimits', value: `${name}.usual` }, usual, [
      softMinimum ?? hardMinimum,
      softMaximum ?? hardMaximum,
    ]),
  ];
}

/** `actual` against a range whose ends are allowed and may be missing: one finding, with the end it passes. */
export function outsideFindings<U extends Unit>(
  place: LintPlace,
  noted: Omit<Noted, 'actual' | 'limit'>,
  actual: Quantity<U> | undefined,
  [minimum, maximum]: readonly [Quantity<U> | undefined, Quantity<U> | undefined],
): readonly LintFinding[] {
  if (actual === undefined) return [];
  if (minimum !== undefined && compareQuantities(actual, minimum) < 0)
    return [finding(place, { ...noted, actual, limit: minimum })];
  if (maximum !== undefined && compareQuantities(actual, maximum) > 0)
    return [finding(place, { ...noted, actual, limit: maximum })];
  return [];
}

/** Ten times and a tenth of a usual value must lie beyond the hard limits; on a limit is not beyond. Source: H03. */
export function tenfoldFindings<U extends Unit>(
  place: LintPlace,
  value: BandName | `${BandName}.usual`,
  usual: Quantity<U> | undefined,
  { hardMinimum, hardMaximum }: ReadBand<NoInfer<U>>,
): readonly LintFinding[] {
  if (usual === undefined) return [];
  const tenTimes = quantity(multiply(usual.value, TEN), usual.unit);
  const tenth = quantity(divide(usual.value, TEN), usual.unit);
  return [
    ...(hardMaximum && compareQuantities(tenTimes, hardMaximum) <= 0
      ? [finding(place, { rule: 'tenTimesAllowed', value, actual: tenTimes, limit: hardMaximum })]
      : []),
    ...(hardMinimum && compareQuantities(tenth, hardMinimum) >= 0
      ? [finding(place, { rule: 'tenthAllowed', value, actual: tenth, limit: hardMinimum })]
      : []),
  ];
}

/** mg typed for mcg: of dose and rate, no legal value may be legal a thousandfold. Source: H01. */
function thousandfoldFindings(
  place: LintPlace,
  name: BandName,
  { hardMinimum, hardMaximum }: ReadBand<Unit>,
): readonly LintFinding[] {
  if ((name !== 'dose' && name !== 'rate') || !hardMinimum || !hardMaximum) return [];
  const actual = quantity(multiply(hardMinimum.value, THOUSAND), hardMinimum.unit);
  if (compareQuantities(actual, hardMaximum) > 0) return [];
  return [
    finding(place, {
      rule: 'thousandTimesAllowed',
      value: `${name}.hardMinimum`,
      actual,
      limit: hardMaximum,
    }),
  ];
}
