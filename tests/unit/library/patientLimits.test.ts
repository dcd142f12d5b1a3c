import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import demo from '../../../resources/demo-library.json' with { type: 'json' };
import { librarySchema } from '../../../src/contract/library.ts';
import { type AgeText, type CalendarDate, completedAge, readAge } from '../../../src/core/library/age.ts';
import type { DoseOverTimeProtocol, Protocol } from '../../../src/core/library/library.ts';
import { limitBreaches, type PlannedFigures } from '../../../src/core/library/limits.ts';
import type { EarlierSession, KnownPatient } from '../../../src/core/library/patientValues.ts';
import { quantity, readQuantity } from '../../../src/core/quantity/quantity.ts';
import { compare, multiply, type Rational, rational } from '../../../src/core/quantity/rational.ts';

const mg = (text: string) => readQuantity(`${text} mg`, 'mg');
const perKg = (text: string) => readQuantity(`${text} mg/kg`, 'mg/kg');
const kg = (text: string) => readQuantity(`${text} kg`, 'kg');
const both = <Value>(value: Value) => ({ exact: value, achieved: value });

const START = 1_763_114_400_000;
const HOUR = 3_600_000;

type Case = Pick<KnownPatient, 'born' | 'on' | 'startsAt' | 'earlier'> & {
  readonly weight: PlannedFigures['weight']['exact'];
  readonly dose: PlannedFigures['total'];
  readonly dosePerKg: NonNullable<PlannedFigures['dose']>;
  readonly lastDosePerKg: KnownPatient['lastOrdered'];
};

/** 72 kg, 36 mg, 41 years old, first session. */
const ADA: Case = {
  born: '1984-03-09',
  on: '2025-11-14',
  weight: kg('72'),
  dose: both(mg('36')),
  dosePerKg: both(perKg('0.5')),
  lastDosePerKg: null,
  startsAt: START,
  earlier: [],
};

type Bands = Partial<Pick<DoseOverTimeProtocol, 'age' | 'weight' | 'perDay' | 'perCourse' | 'againstLast'>>;

/** The mood protocol with these bands alone. */
function withBands(bands: Bands): Protocol {
  const open = { age: {}, weight: {}, total: {}, dose: {}, rate: {}, duration: {} };
  return { ...(librarySchema.parse(demo).protocols[0] as DoseOverTimeProtocol), ...open, ...bands };
}

function breachesOf(bands: Bands, known: Partial<Case> = {}) {
  const { weight, dose, dosePerKg, lastDosePerKg, ...rest } = { ...ADA, ...known };
  const figures = { weight: both(weight), total: dose, dose: dosePerKg };
  return limitBreaches(withBands(bands), figures, { ...rest, lastOrdered: lastDosePerKg });
}

function said(bands: Bands, known: Partial<Case> = {}): readonly string[] {
  return breachesOf(bands, known).map(
    ({ strength, side, value, actual, limit }) => `${strength} ${side} ${value}: ${actual}, ${limit}`,
  );
}

describe('an age band', () => {
  const age = {
    hardMinimum: '18 years',
    softMaximum: '65 years',
    hardMaximum: '80 years',
    source: 'EXAMPLE age band',
  } as const;
  const on = (day: CalendarDate, born: CalendarDate = '1984-03-09') => said({ age }, { on: day, born });

  it('begins on the birthday and not the day before', () => {
    expect(on('2002-03-08')).toEqual(['hard below age: 17 years, 18 years']);
    expect(on('2002-03-09')).toEqual([]);
  });

  it('ends the day before the next birthday, softly and hard', () => {
    expect(on('2050-03-08')).toEqual([]);
    expect(on('2050-03-09')).toEqual(['soft above age: 66 years, 65 years']);
    expect(on('2065-03-08')).toEqual(['soft above age: 80 years, 65 years']);
    expect(on('2065-03-09')).toEqual(['hard above age: 81 years, 80 years']);
  });

  it('takes months and days for a child, each limit in its own', () => {
    const child = {
      hardMinimum: '28 days',
      softMinimum: '6 months',
      softMaximum: '2 years',
      source: 'EXAMPLE',
    } as const;
    const at = (day: CalendarDate) => said({ age: child }, { born: '2025-01-31', on: day });
    expect(at('2025-02-27')).toEqual(['hard below age: 27 days, 28 days']);
    expect(at('2025-02-28')).toEqual(['soft below age: 0 months, 6 months']);
    expect(at('2025-07-30')).toEqual(['soft below age: 5 months, 6 months']);
    expect(at('2025-07-31')).toEqual([]);
    expect(at('2028-01-30')).toEqual([]);
    expect(at('2028-01-31')).toEqual(['soft above age: 3 years, 2 years']);
  });

  it('lets nobody in before the birth', () => {
    expect(on('1984-03-08')).toEqual(['hard below age: -1 years, 18 years']);
  });
});

describe('a completed age', () => {
  it.each([
    ['2000-02-29', '2001-02-28', 'years', 0n],
    ['2000-02-29', '2001-03-01', 'years', 1n],
    ['2000-02-29', '2004-02-28', 'years', 3n],
    ['2000-02-29', '2004-02-29', 'years', 4n],
    ['2000-12-31', '2001-01-01', 'years', 0n],
    ['2000-06-15', '2025-06-14', 'months', 299n],
    ['2000-06-15', '2025-06-15', 'months', 300n],
    ['2000-06-15', '2000-06-15', 'days', 0n],
    ['2000-02-28', '2000-03-01', 'days', 2n],
    ['1900-02-28', '1900-03-01', 'days', 1n],
    ['2024-12-31', '2025-01-01', 'days', 1n],
    ['2025-01-01', '2026-01-01', 'days', 365n],
    ['2024-01-01', '2025-01-01', 'days', 366n],
    ['1984-03-09', '2025-11-14', 'days', 15_225n],
    ['1984-03-09', '1984-03-08', 'days', -1n],
    ['1984-03-09', '1984-03-08', 'months', -1n],
    ['1984-03-09', '1983-03-09', 'years', -1n],
    ['1984-03-09', '1983-03-08', 'years', -2n],
  ] as const)('from %s to %s in %s is %s', (born, on, unit, count) => {
    expect(completedAge(born, on, unit)).toBe(count);
  });

  it('in days agrees with the calendar of the machine', () => {
    const day = fc.integer({ min: -30_000, max: 30_000 });
    const text = (number: number) => new Date(number * 24 * HOUR).toISOString().slice(0, 10) as CalendarDate;
    fc.assert(
      fc.property(day, day, (born, on) => {
        expect(completedAge(text(born), text(on), 'days')).toBe(BigInt(on - born));
      }),
      { numRuns: 300 },
    );
  });

  it('is read from its stored text, and nothing else is', () => {
    expect(readAge('18 years')).toEqual({ count: 18n, unit: 'years' });
    expect(readAge('6 months')).toEqual({ count: 6n, unit: 'months' });
    for (const text of ['18', 'eighteen years', '18 weeks', '1.5 years', '-1 days', ' years'])
      expect(() => readAge(text as AgeText)).toThrow('is not a stored age');
    for (const date of ['2025-1-01', '14-11-2025', '2025-11-141', '12025-11-14'])
      expect(() => completedAge(date as CalendarDate, '2025-11-14', 'days')).toThrow('is not a date');
  });
});

describe('a weight band', () => {
  const weight = {
    softMinimum: '40 kg',
    softMaximum: '150 kg',
    hardMinimum: '30 kg',
    hardMaximum: '250 kg',
    source: 'EXAMPLE weight band',
  } as const;
  const at = (text: string) => said({ weight }, { weight: kg(text) });

  it('allows both of its ends, to the gram', () => {
    expect(at('30')).toEqual(['soft below weight: 30 kg, 40 kg']);
    expect(at('29.999')).toEqual(['hard below weight: 29.999 kg, 30 kg']);
    expect(at('39.999')).toEqual(['soft below weight: 39.999 kg, 40 kg']);
    expect(at('40')).toEqual([]);
    expect(at('150')).toEqual([]);
    expect(at('150.001')).toEqual(['soft above weight: 150.001 kg, 150 kg']);
    expect(at('250')).toEqual(['soft above weight: 250 kg, 150 kg']);
    expect(at('250.001')).toEqual(['hard above weight: 250.001 kg, 250 kg']);
  });

  it('carries the words of its source', () => {
    expect(breachesOf({ weight }, { weight: kg('29') })).toEqual([
      {
        value: 'weight',
        strength: 'hard',
        side: 'below',
        actual: '29 kg',
        limit: '30 kg',
        source: 'EXAMPLE weight band',
      },
    ]);
  });

  it('that is left out, or has no limit, judges nothing', () => {
    expect(said({}, { weight: kg('2') })).toEqual([]);
    expect(said({ weight: { source: 'EXAMPLE' } }, { weight: kg('2') })).toEqual([]);
  });
});

describe('a limit over sessions', () => {
  const perDay = { softMaximum: '75 mg', hardMaximum: '100 mg', source: 'EXAMPLE 24 h' } as const;
  const perCourse = { hardMaximum: '300 mg', source: 'EXAMPLE course' } as const;
  const earlier = (given: string, hoursAgo: number, inCourse = true): EarlierSession => ({
    given: mg(given),
    endedAt: START - hoursAgo * HOUR,
    inCourse,
  });

  it('adds what was given in the 24 h before the start, exactly', () => {
    const at = (...sessions: readonly EarlierSession[]) => said({ perDay }, { earlier: sessions });
    expect(at(earlier('39', 5))).toEqual([]);
    expect(at(earlier('39.001', 5))).toEqual(['soft above perDay: 75.001 mg, 75 mg']);
    expect(at(earlier('32', 5), earlier('32', 10))).toEqual(['soft above perDay: 100 mg, 75 mg']);
    expect(at(earlier('32', 5), earlier('32.1', 10))).toEqual(['hard above perDay: 100.1 mg, 100 mg']);
  });

  it('counts a session that ended just less than 24 h before, and not one at 24 h', () => {
    const ended = (before: number) =>
      said({ perDay }, { earlier: [{ ...earlier('70', 0), endedAt: START - before }] });
    expect(ended(24 * HOUR - 1)).toEqual(['hard above perDay: 106 mg, 100 mg']);
    expect(ended(24 * HOUR)).toEqual([]);
    expect(ended(-HOUR)).toEqual(['hard above perDay: 106 mg, 100 mg']);
  });

  it('counts every session of the day, of the course or not, and for the course its own alone', () => {
    const sessions = [earlier('70', 2, false), earlier('264', 100), earlier('200', 100, false)];
    expect(said({ perDay, perCourse }, { earlier: sessions })).toEqual(['hard above perDay: 106 mg, 100 mg']);
    expect(said({ perCourse }, { earlier: [...sessions, earlier('0.5', 50)] })).toEqual([
      'hard above perCourse: 300.5 mg, 300 mg',
    ]);
  });

  it('stops hard at what the pump really gives, and warns on what was ordered', () => {
    const rounded = (exact: string, achieved: string) => ({
      dose: { exact: mg(exact), achieved: mg(achieved) },
      earlier: [earlier('50', 3)],
    });
    expect(said({ perDay }, rounded('50', '50.1'))).toEqual(['hard above perDay: 100.1 mg, 100 mg']);
    expect(said({ perDay }, rounded('50.1', '50'))).toEqual(['hard above perDay: 100.1 mg, 100 mg']);
    expect(said({ perDay }, rounded('25', '25.1'))).toEqual([]);
    expect(said({ perDay }, rounded('25.1', '25'))).toEqual(['soft above perDay: 75.1 mg, 75 mg']);
  });
});

describe('a cap by the patient’s own last dose', () => {
  const againstLast = {
    softMinimum: '50 %',
    softMaximum: '150 %',
    hardMaximum: '300 %',
    source: 'EXAMPLE cap',
  } as const;
  const capped = (last: string | null, now: string, achieved = now) =>
    said(
      { againstLast },
      {
        lastDosePerKg: last === null ? null : perKg(last),
        dosePerKg: { exact: perKg(now), achieved: perKg(achieved) },
      },
    );

  it('is a share of that dose, both ends allowed', () => {
    expect(capped('0.5', '0.75')).toEqual([]);
    expect(capped('0.5', '0.751')).toEqual(['soft above againstLast: 150.2 %, 150 %']);
    expect(capped('0.5', '0.25')).toEqual([]);
    expect(capped('0.5', '0.249')).toEqual(['soft below againstLast: 49.8 %, 50 %']);
    expect(capped('0.2', '0.6')).toEqual(['soft above againstLast: 300 %, 150 %']);
    expect(capped('0.2', '0.601')).toEqual(['hard above againstLast: 300.5 %, 300 %']);
    expect(capped('0.2', '0.6', '0.601')).toEqual(['hard above againstLast: 300.5 %, 300 %']);
    expect(capped('0.3', '0.5')).toEqual(['soft above againstLast: 500/3 %, 150 %']);
  });

  it('says nothing of a first dose, or after one of 0', () => {
    expect(capped(null, '5')).toEqual([]);
    expect(capped('0', '5')).toEqual([]);
  });
});

describe('all of them', () => {
  const bands: Bands = {
    age: { hardMinimum: '18 years', source: 'a' },
    weight: { softMaximum: '60 kg', hardMaximum: '200 kg', source: 'w' },
    perDay: { softMaximum: '10 mg', hardMaximum: '30 mg', source: 'd' },
    perCourse: { softMaximum: '35 mg', source: 'c' },
    againstLast: { hardMaximum: '200 %', source: 'l' },
  };

  it('come worst first: hard before soft, and the one passed by the larger factor first', () => {
    // 36/30 = 1.2, 17 of 18 years = 1.06, 500 % of 200 % = 2.5; softly 72/60 = 1.2 and 36/35 = 1.03.
    expect(said(bands, { on: '2002-03-08', lastDosePerKg: perKg('0.1') })).toEqual([
      'hard above againstLast: 500 %, 200 %',
      'hard above perDay: 36 mg, 30 mg',
      'hard below age: 17 years, 18 years',
      'soft above weight: 72 kg, 60 kg',
      'soft above perCourse: 36 mg, 35 mg',
    ]);
  });

  it('put an age of 0 before any other factor', () => {
    expect(said(bands, { born: '2025-11-14', lastDosePerKg: perKg('0.001') })[0]).toBe(
      'hard below age: 0 years, 18 years',
    );
    expect(said({ ...bands, age: { softMinimum: '18 years', source: 'a' } }, { born: '2025-11-14' })).toEqual(
      [
        'hard above perDay: 36 mg, 30 mg',
        'soft below age: 0 years, 18 years',
        'soft above weight: 72 kg, 60 kg',
        'soft above perCourse: 36 mg, 35 mg',
      ],
    );
  });

  it('never name a value that lies within its limits, ends included, and always one that does not', () => {
    const rationals = fc.integer({ min: 1, max: 5000 }).map((n) => rational(BigInt(n), 10n));
    const factor = fc.constantFrom(rational(1n), rational(999n, 1000n), rational(1001n, 1000n));
    fc.assert(
      fc.property(rationals, factor, fc.boolean(), (limit, times, isMaximum) => {
        const value: Rational = multiply(limit, times);
        const text = `${limit.numerator}/${limit.denominator} kg` as const;
        const band = isMaximum ? { hardMaximum: text } : { hardMinimum: text };
        const isPassed = isMaximum ? compare(times, rational(1n)) > 0 : compare(times, rational(1n)) < 0;
        const found = said({ weight: { ...band, source: 'x' } }, { weight: quantity(value, 'kg') });
        expect(found.length).toBe(isPassed ? 1 : 0);
      }),
      { numRuns: 300 },
    );
  });
});
