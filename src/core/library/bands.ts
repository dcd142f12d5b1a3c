import {
  derive,
  plus,
  type Quantity,
  type QuantityText,
  quantityText,
  readQuantity,
  type Unit,
} from '../quantity/quantity.ts';
import { compare, multiply, type Rational, rational } from '../quantity/rational.ts';
import { type AgeText, type CalendarDate, completedAge, readAge } from './age.ts';
import type { LimitBand } from './library.ts';
import type { LimitBreach } from './limits.ts';

/** Limits on one value with the words that say where they come from. Both ends are allowed. */
export type SourcedBand<U extends Unit> = Omit<LimitBand<U>, 'usual'> & { readonly source: string };

/**
 * Limits on the age, each in its own unit. Ages are completed ones: a minimum of 18 years begins on the 18th birthday,
 * a maximum of 65 years ends the day before the 66th.
 */
export type AgeBand = {
  readonly softMinimum?: AgeText;
  readonly softMaximum?: AgeText;
  readonly hardMinimum?: AgeText;
  readonly hardMaximum?: AgeText;
  readonly source: string;
};

/** What a protocol allows for this patient, beyond the limits of a single plan. What is left out is not judged. */
export type PatientBands = {
  readonly age?: AgeBand;
  readonly weight?: SourcedBand<'kg'>;
  /** Drug given in the 24 h before the start, over all sessions, with the planned dose. */
  readonly perDay?: SourcedBand<'mg'>;
  /** Drug given in the whole course with the planned dose. */
  readonly perCourse?: SourcedBand<'mg'>;
  /** The planned dose per kg as a share of this patient's last ordered one. */
  readonly againstLast?: SourcedBand<'%'>;
};

/** A value as ordered and as the pump really gives it. */
export type OrderedAndAchieved<U extends Unit> = {
  readonly exact: Quantity<U>;
  readonly achieved: Quantity<U>;
};

export type EarlierSession = {
  readonly given: Quantity<'mg'>;
  /** When its last drug went in, UTC milliseconds; for one that still runs, now. */
  readonly endedAt: number;
  /** True when it belongs to the course the plan belongs to. */
  readonly inCourse: boolean;
};

/** What is known of the patient and of the plan. */
export type PatientAndPlan = {
  readonly born: CalendarDate;
  /** The day of the session, in the clinic's calendar. */
  readonly on: CalendarDate;
  readonly weight: Quantity<'kg'>;
  readonly dose: OrderedAndAchieved<'mg'>;
  readonly dosePerKg: OrderedAndAchieved<'mg/kg'>;
  /** As ordered, not as given: a session that was stopped early is no smaller dose. Null for a first one. */
  readonly lastDosePerKg: Quantity<'mg/kg'> | null;
  /** When the plan is to start, UTC milliseconds. */
  readonly startsAt: number;
  readonly earlier: readonly EarlierSession[];
};

/** One limit passed, with where it comes from. A hard one cannot be authorised, a soft one needs a reason. */
export type BandBreach = Pick<LimitBreach, 'strength' | 'side'> & {
  readonly value: keyof PatientBands;
  readonly actual: QuantityText | AgeText;
  readonly limit: QuantityText | AgeText;
  readonly source: string;
};

export type BandStatus = 'inside' | 'softOutside' | 'hardOutside';

/** Where a patient and a plan stand as a whole, or one value of them. */
export function bandStatus(breaches: readonly BandBreach[], value?: keyof PatientBands): BandStatus {
  const strengths = breaches
    .filter((breach) => value === undefined || breach.value === value)
    .map(({ strength }) => strength);
  if (strengths.includes('hard')) return 'hardOutside';
  return strengths.includes('soft') ? 'softOutside' : 'inside';
}

/**
 * Every one of these limits that a patient and a plan pass, worst first: hard before soft, and the one passed by the
 * larger factor first. A value equal to a limit is allowed. Soft limits are judged on the exact value, hard ones on
 * the exact value and on what the pump really gives, as in `planBreaches`. Never clamps.
 *
 * Source: H12 (24 h over sessions), H21 (age and weight bands), DOMAIN 6, rows 24 to 26; the cap by the last dose
 * after oref0's maximum multiples of a patient's own rates.
 */
export function patientBreaches(bands: PatientBands, known: PatientAndPlan): readonly BandBreach[] {
  const { weight, dose, earlier, startsAt } = known;
  const share = shareOfLast(known);
  return [
    ...(bands.age ? passed('age', bands.age.source, ageChecks(bands.age, known)) : []),
    ...(bands.weight ? bandPassed('weight', bands.weight, { exact: weight, achieved: weight }) : []),
    ...(bands.perDay
      ? bandPassed('perDay', bands.perDay, withEarlier(dose, lastDay(earlier, startsAt)))
      : []),
    ...(bands.perCourse
      ? bandPassed(
          'perCourse',
          bands.perCourse,
          withEarlier(
            dose,
            earlier.filter(({ inCourse }) => inCourse),
          ),
        )
      : []),
    ...(bands.againstLast && share ? bandPassed('againstLast', bands.againstLast, share) : []),
  ]
    .toSorted(worstFirst)
    .map(({ breach }) => breach);
}

const MILLISECONDS_PER_DAY = 86_400_000;

/** Sessions whose last drug went in less than 24 h before the start; one that ended exactly 24 h before is out. */
function lastDay(earlier: readonly EarlierSession[], startsAt: number): readonly EarlierSession[] {
  return earlier.filter(({ endedAt }) => startsAt - endedAt < MILLISECONDS_PER_DAY);
}

/** Planned dose + the sum of what was given, in mg, exact. */
function withEarlier(
  { exact, achieved }: OrderedAndAchieved<'mg'>,
  earlier: readonly EarlierSession[],
): OrderedAndAchieved<'mg'> {
  const given = earlier.map((session) => session.given);
  return { exact: given.reduce(plus, exact), achieved: given.reduce(plus, achieved) };
}

/** dose per kg ÷ last dose per kg, in per cent; undefined when there is no last one above 0. */
function shareOfLast({ dosePerKg, lastDosePerKg }: PatientAndPlan): OrderedAndAchieved<'%'> | undefined {
  if (lastDosePerKg === null || lastDosePerKg.value.numerator <= 0n) return undefined;
  const share = (dose: Quantity<'mg/kg'>) => derive('%', [dose], [lastDosePerKg]);
  return { exact: share(dosePerKg.exact), achieved: share(dosePerKg.achieved) };
}

/** One end of a band beside the value it is held against, in the same unit. */
type Check = Pick<BandBreach, 'strength' | 'side' | 'actual' | 'limit'> & {
  readonly value: Rational;
  readonly end: Rational;
};
type Ranked = { readonly breach: BandBreach; readonly larger: Rational; readonly smaller: Rational };

const ENDS = [
  { name: 'hardMinimum', strength: 'hard', side: 'below' },
  { name: 'hardMaximum', strength: 'hard', side: 'above' },
  { name: 'softMinimum', strength: 'soft', side: 'below' },
  { name: 'softMaximum', strength: 'soft', side: 'above' },
] as const;

function ageChecks(band: AgeBand, { born, on }: PatientAndPlan): readonly Check[] {
  return ENDS.flatMap(({ name, strength, side }) => {
    const limit = band[name];
    if (limit === undefined) return [];
    const { count, unit } = readAge(limit);
    const age = completedAge(born, on, unit);
    const actual: AgeText = `${age} ${unit}`;
    return [{ strength, side, actual, limit, value: rational(age), end: rational(count) }];
  });
}

function bandPassed<U extends Unit>(
  value: keyof PatientBands,
  band: SourcedBand<U>,
  { exact, achieved }: OrderedAndAchieved<U>,
): readonly Ranked[] {
  const checks = (actual: Quantity<U>) =>
    ENDS.flatMap(({ name, strength, side }): readonly Check[] => {
      const limit = band[name];
      if (limit === undefined) return [];
      const end = readQuantity(limit, actual.unit).value;
      return [{ strength, side, actual: quantityText(actual), limit, value: actual.value, end }];
    });
  const hard = [exact, achieved].flatMap(checks).filter(({ strength }) => strength === 'hard');
  const soft = checks(exact).filter(({ strength }) => strength === 'soft');
  return passed(value, band.source, [...hard, ...soft]);
}

/** The first check that is not passed without a word: hard before soft, so one breach for each value. */
function passed(value: keyof PatientBands, source: string, checks: readonly Check[]): readonly Ranked[] {
  const found = checks.find((check) =>
    check.side === 'below' ? compare(check.value, check.end) < 0 : compare(check.value, check.end) > 0,
  );
  if (found === undefined) return [];
  const { strength, side, actual, limit } = found;
  const [smaller, larger] = side === 'below' ? [found.value, found.end] : [found.end, found.value];
  return [{ breach: { value, strength, side, actual, limit, source }, larger, smaller }];
}

/** Hard before soft, then larger ÷ smaller, multiplied out so that an age of 0 needs no division. */
function worstFirst(left: Ranked, right: Ranked): number {
  if (left.breach.strength !== right.breach.strength) return left.breach.strength === 'hard' ? -1 : 1;
  return compare(multiply(right.larger, left.smaller), multiply(left.larger, right.smaller));
}
