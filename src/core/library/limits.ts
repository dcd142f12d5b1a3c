import {
  convert,
  type Quantity,
  type QuantityText,
  quantityText,
  readQuantity,
  type Unit,
} from '../quantity/quantity.ts';
import { compare, multiply, type Rational, rational } from '../quantity/rational.ts';
import { type AgeText, completedAge, readAge } from './age.ts';
import {
  type AgeBand,
  type BandName,
  bandsOf,
  LIMITED_UNITS,
  type LimitBand,
  type Protocol,
  type PumpedProtocol,
} from './library.ts';
import { type OrderUnit, orderBandName } from './orderUnits.ts';
import {
  type KnownPatient,
  type OrderedAndAchieved,
  type OrderedUnit,
  shareOfLast,
  withCourse,
  withLastDay,
} from './patientValues.ts';
import { shownLimit } from './shownLimit.ts';

/** What a limit is set on. */
export type LimitedValue = BandName | 'age';

/** One limit passed, with where it comes from. A hard one cannot be authorised, a soft one needs a reason. */
export type LimitBreach = {
  readonly value: LimitedValue;
  readonly strength: 'soft' | 'hard';
  readonly side: 'below' | 'above';
  readonly actual: QuantityText | AgeText;
  readonly limit: QuantityText | AgeText;
  /** In the words of the library's owner. */
  readonly source: string;
};

/** Values of a plan as ordered and as the pump really gives them; a value the plan has not is left out. */
export type PlannedFigures = {
  readonly [Name in Exclude<BandName, 'perDay' | 'perCourse' | 'againstLast'>]?: OrderedAndAchieved<
    (typeof LIMITED_UNITS)[Name]
  >;
} & {
  readonly total: OrderedAndAchieved<'mg'>;
  readonly weight: OrderedAndAchieved<'kg'>;
};

/** Names a breach, so that a reason can be tied to it: `soft above dose`. */
export function breachKey({
  strength,
  side,
  value,
}: Pick<LimitBreach, 'strength' | 'side' | 'value'>): string {
  return `${strength} ${side} ${value}`;
}

/**
 * Every limit of a protocol of any mode that a plan and its patient pass, worst first: hard before soft, and the one
 * passed by the larger factor first; one breach for each value. A value equal to a limit is allowed. Soft limits are
 * judged on the exact value; hard limits on the exact value and on what the pump will really give (UX 7, head). Never
 * clamps.
 *
 * Source: UX 3.6 and 3.7; H12 (24 h over sessions), H21 (age and weight bands), DOMAIN 6, rows 24 to 26.
 */
export function limitBreaches(
  protocol: Protocol,
  figures: PlannedFigures,
  known: KnownPatient,
): readonly LimitBreach[] {
  const bands = bandsOf(protocol);
  const ordered: OrderedAndAchieved<OrderedUnit> | undefined =
    figures.dose ?? figures.rate ?? figures.flatRate ?? figures.total;
  const share = ordered && shareOfLast(ordered, known);
  const values: { readonly [Name in BandName]?: OrderedAndAchieved<Unit> | undefined } = {
    ...figures,
    perDay: withLastDay(figures.total, known),
    perCourse: withCourse(figures.total, known),
    againstLast: share,
  };
  const ofBands = (Object.keys(values) as BandName[]).flatMap((name) => {
    const [value, band] = [values[name], bands[name]];
    return value && band ? passed(name, protocol, band.source, bandChecks(band, value)) : [];
  });
  const ofAge = passed('age', protocol, protocol.age.source, ageChecks(protocol.age, known));
  return [...ofBands, ...ofAge].toSorted(worstFirst).map(({ breach }) => breach);
}

/** The limits a single value passes, before there is a whole plan: for the field it is typed in. */
export function valueBreaches<Name extends BandName>(
  name: Name,
  protocol: Protocol,
  typed: Quantity<(typeof LIMITED_UNITS)[Name]>,
): readonly LimitBreach[] {
  return figureBreaches(name, protocol, { exact: typed, achieved: typed });
}

/** The limits a single value passes, as ordered and as the pump really gives it. */
export function figureBreaches<Name extends BandName>(
  name: Name,
  protocol: Protocol,
  figure: OrderedAndAchieved<(typeof LIMITED_UNITS)[Name]>,
): readonly LimitBreach[] {
  const band = bandsOf(protocol)[name];
  if (!band) return [];
  return passed(name, protocol, band.source, bandChecks(band, figure)).map(({ breach }) => breach);
}

/** The limits that what is ordered passes by itself, in whatever unit the protocol orders it. */
export function orderedBreaches(
  protocol: PumpedProtocol,
  ordered: Quantity<OrderUnit>,
): readonly LimitBreach[] {
  const band = orderBandName(protocol);
  return valueBreaches(band, protocol, convert(ordered, LIMITED_UNITS[band]));
}

/** One end of a band beside the value it is held against, in the same unit. */
type Check = Pick<LimitBreach, 'strength' | 'side' | 'actual' | 'limit'> & {
  readonly value: Rational;
  readonly end: Rational;
};
type Ranked = { readonly breach: LimitBreach; readonly larger: Rational; readonly smaller: Rational };

const ENDS = [
  { name: 'hardMinimum', strength: 'hard', side: 'below' },
  { name: 'hardMaximum', strength: 'hard', side: 'above' },
  { name: 'softMinimum', strength: 'soft', side: 'below' },
  { name: 'softMaximum', strength: 'soft', side: 'above' },
] as const;

/** Hard ends against the exact and the achieved value, soft ends against the exact one. */
function bandChecks(band: LimitBand<Unit>, { exact, achieved }: OrderedAndAchieved<Unit>): readonly Check[] {
  const checks = (actual: Quantity) =>
    ENDS.flatMap(({ name, strength, side }): readonly Check[] => {
      const limit = band[name];
      if (limit === undefined) return [];
      const end = readQuantity(limit, actual.unit).value;
      return [{ strength, side, actual: quantityText(actual), limit, value: actual.value, end }];
    });
  const hard = [exact, achieved].flatMap(checks).filter(({ strength }) => strength === 'hard');
  return [...hard, ...checks(exact).filter(({ strength }) => strength === 'soft')];
}

function ageChecks(band: AgeBand, { born, on }: KnownPatient): readonly Check[] {
  return ENDS.flatMap(({ name, strength, side }) => {
    const limit = band[name];
    if (limit === undefined) return [];
    const { count, unit } = readAge(limit);
    const age = completedAge(born, on, unit);
    const actual: AgeText = `${age} ${unit}`;
    return [{ strength, side, actual, limit, value: rational(age), end: rational(count) }];
  });
}

/** The first check that is not passed without a word: hard before soft, so one breach for each value. */
function passed(
  value: LimitedValue,
  protocol: Protocol,
  source: string | undefined,
  checks: readonly Check[],
): readonly Ranked[] {
  const found = checks.find((check) =>
    check.side === 'below' ? compare(check.value, check.end) < 0 : compare(check.value, check.end) > 0,
  );
  if (found === undefined) return [];
  const { strength, side } = found;
  const [smaller, larger] = side === 'below' ? [found.value, found.end] : [found.end, found.value];
  const [actual, limit] = [shownLimit(protocol, found.actual), shownLimit(protocol, found.limit)];
  const breach = { value, strength, side, actual, limit, source: source ?? protocol.source };
  return [{ breach, larger, smaller }];
}

/** Hard before soft, then larger ÷ smaller, multiplied out so that an age of 0 needs no division. */
function worstFirst(left: Ranked, right: Ranked): number {
  if (left.breach.strength !== right.breach.strength) return left.breach.strength === 'hard' ? -1 : 1;
  return compare(multiply(right.larger, left.smaller), multiply(left.larger, right.smaller));
}
