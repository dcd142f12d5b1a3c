import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentAfter } from '../../../src/core/dosing/elapsed.ts';
import {
  type HardRates,
  highestOf,
  type PumpRange,
  pumpRange,
  pumpRate,
  pumpRun,
} from '../../../src/core/dosing/pumpRounding.ts';
import { formatMinutes } from '../../../src/core/quantity/formatDuration.ts';
import { quantity } from '../../../src/core/quantity/quantity.ts';
import { compare, divide, magnitude, rational, subtract } from '../../../src/core/quantity/rational.ts';
import { isOnGrid } from '../../../src/core/quantity/round.ts';
import vectors from '../../fixtures/dosing/rates.json' with { type: 'json' };
import { answered, read, texts } from '../../support/exactText.ts';

const PUMP: PumpRange = {
  step: read('0.1 mL/h'),
  minimum: read('0.1 mL/h'),
  maximum: read('999.9 mL/h'),
};

function rated(rate: string, pump: PumpRange = PUMP, hard: HardRates = {}): unknown {
  return texts(pumpRate(read(rate), pump, hard));
}

describe('a rate on the steps of a pump', () => {
  it.each(vectors.pump.map((vector) => [vector.name, vector] as const))(
    '%s',
    (_name, { given, expected }) => {
      const { rate, step, hardMinimum, hardMaximum } = given as Readonly<Record<string, string>>;
      const hard = {
        minimum: hardMinimum === undefined ? undefined : read<'mL/h'>(hardMinimum),
        maximum: hardMaximum === undefined ? undefined : read<'mL/h'>(hardMaximum),
      };
      const answer = pumpRate(read(rate ?? ''), { ...PUMP, step: read(step ?? '') }, hard);
      expect(texts(answer)).toEqual({ ok: true, value: { exact: rate, ...expected } });
    },
  );

  it('may be the minimum or the maximum of the pump', () => {
    expect(rated('0.1 mL/h')).toMatchObject({ value: { set: '0.1 mL/h' } });
    expect(rated('999.9 mL/h')).toMatchObject({ value: { set: '999.9 mL/h' } });
  });

  it('is read from a pump of the library', () => {
    const profile = { id: 'a', name: 'A', rateStep: '0.1 mL/h', volumeStep: '0.1 mL' } as const;
    const range = pumpRange({ ...profile, rateMinimum: '0.1 mL/h', rateMaximum: '999.9 mL/h' });
    expect(range).toEqual(PUMP);
  });
});

describe('a rate the pump cannot run', () => {
  it.each([
    ['0.09 mL/h', 'rateBelowPumpMinimum', '0.1 mL/h'],
    ['999.91 mL/h', 'rateAbovePumpMaximum', '999.9 mL/h'],
  ])('%s is refused and not moved', (rate, kind, limit) => {
    expect(rated(rate)).toEqual({ ok: false, failure: { kind, rate, limit } });
  });

  it('is refused when only its rounding leaves the range', () => {
    const narrow = { ...PUMP, minimum: read<'mL/h'>('2.01 mL/h'), maximum: read<'mL/h'>('9.99 mL/h') };
    expect(rated('2.02 mL/h', narrow)).toEqual({
      ok: false,
      failure: { kind: 'rateBelowPumpMinimum', rate: '2 mL/h', limit: '2.01 mL/h' },
    });
    expect(rated('9.98 mL/h', narrow)).toEqual({
      ok: false,
      failure: { kind: 'rateAbovePumpMaximum', rate: '10 mL/h', limit: '9.99 mL/h' },
    });
  });

  it.each([
    ['0.25 mL/h', '0.2 mL/h'],
    ['0.949 mL/h', '0.9 mL/h'],
    ['0.857 mL/h', '0.9 mL/h'],
  ])('%s is refused when %s is the nearest step and more than 5 %% away', (exact, set) => {
    expect(rated(exact)).toEqual({ ok: false, failure: { kind: 'pumpStepTooCoarse', exact, set } });
  });

  it('is refused when its rounding is 0', () => {
    const fromZero = { ...PUMP, minimum: read<'mL/h'>('0 mL/h') };
    expect(rated('0.05 mL/h', fromZero)).toEqual({
      ok: false,
      failure: { kind: 'pumpStepTooCoarse', exact: '0.05 mL/h', set: '0 mL/h' },
    });
  });

  it.each([
    ['rate', '0 mL/h', '0.1 mL/h', '0 mL/h'],
    ['rate', '-1 mL/h', '0.1 mL/h', '-1 mL/h'],
    ['step', '1 mL/h', '0 mL/h', '0 mL/h'],
  ])('is refused with a %s that is not above 0', (name, rate, step, value) => {
    expect(rated(rate, { ...PUMP, step: read(step) })).toEqual({
      ok: false,
      failure: { kind: 'notAboveZero', name, value },
    });
  });
});

describe('hard limits', () => {
  it('refuse an exact rate outside them', () => {
    expect(rated('54.39 mL/h', PUMP, { maximum: read('54.38 mL/h') })).toEqual({
      ok: false,
      failure: { kind: 'rateAboveHardLimit', rate: '54.39 mL/h', limit: '54.38 mL/h' },
    });
    expect(rated('54.3 mL/h', PUMP, { minimum: read('54.31 mL/h') })).toEqual({
      ok: false,
      failure: { kind: 'rateBelowHardLimit', rate: '54.3 mL/h', limit: '54.31 mL/h' },
    });
  });

  it('refuse when no step lies between them', () => {
    const hard = { minimum: read<'mL/h'>('54.31 mL/h'), maximum: read<'mL/h'>('54.39 mL/h') };
    for (const rate of ['54.32 mL/h', '54.38 mL/h'])
      expect(rated(rate, PUMP, hard)).toEqual({
        ok: false,
        failure: { kind: 'noStepInsideHardLimits', rate },
      });
  });

  it('refuse an inner step that is more than 5 % away', () => {
    expect(rated('1.08 mL/h', PUMP, { maximum: read('1.09 mL/h') })).toEqual({
      ok: false,
      failure: { kind: 'pumpStepTooCoarse', exact: '1.08 mL/h', set: '1 mL/h' },
    });
  });

  it('refuse an inner step below what the pump can run', () => {
    const pump = { ...PUMP, minimum: read<'mL/h'>('54.32 mL/h') };
    expect(rated('54.36 mL/h', pump, { maximum: read('54.38 mL/h') })).toMatchObject({
      failure: { kind: 'rateBelowPumpMinimum', rate: '54.3 mL/h' },
    });
  });
});

describe('a volume on a pump', () => {
  it('runs 39 min 56 s at 54.4 mL/h, 36.2 mL of scenario 2', () => {
    const run = answered(pumpRun(read('36.2 mL'), read('54.375 mL/h'), PUMP));
    expect(texts(run)).toMatchObject({
      volume: '36.2 mL',
      duration: '5792/145 min',
      achievedDuration: '2715/68 min',
    });
    expect(formatMinutes(run.achievedDuration).replaceAll('\u00a0', ' ')).toBe('39 min 56 s');
  });

  it('takes an inner step as the rate does', () => {
    const run = answered(pumpRun(read('36 mL'), read('54.375 mL/h'), PUMP, { maximum: read('54.38 mL/h') }));
    expect(texts(run.rate)).toMatchObject({ set: '54.3 mL/h', inner: true });
  });

  it('is refused with its rate, or when it is not above 0', () => {
    expect(pumpRun(read('36 mL'), read('0.01 mL/h'), PUMP)).toMatchObject({
      failure: { kind: 'rateBelowPumpMinimum' },
    });
    expect(pumpRun(read('0 mL'), read('54 mL/h'), PUMP)).toMatchObject({
      failure: { kind: 'notAboveZero', name: 'volume', value: '0 mL' },
    });
  });
});

describe('any rate', () => {
  const rate = fc
    .tuple(fc.bigInt({ min: 1n, max: 10n ** 7n }), fc.bigInt({ min: 1n, max: 10n ** 4n }))
    .map(([numerator, denominator]) => quantity(rational(numerator, denominator), 'mL/h'));
  const step = fc.constantFrom('0.01 mL/h', '0.1 mL/h', '1 mL/h');

  it('that has a setting has it on a step, in range, within hard limits and within 5 %', () => {
    fc.assert(
      fc.property(rate, step, fc.option(rate), fc.option(rate), (exact, width, low, high) => {
        const pump = { ...PUMP, step: read<'mL/h'>(width) };
        const hard = { minimum: low ?? undefined, maximum: high ?? undefined };
        const answer = pumpRate(exact, pump, hard);
        if (!answer.ok) {
          expect(answer.failure.kind).not.toBe('enginesDisagree');
          return;
        }
        const { set, inner, changePercent } = answer.value;
        expect(isOnGrid(set, pump.step)).toBe(true);
        for (const least of [pump.minimum, low])
          if (least) expect(compare(set.value, least.value)).not.toBe(-1);
        for (const most of [pump.maximum, high]) if (most) expect(compare(set.value, most.value)).not.toBe(1);
        expect(compare(magnitude(changePercent), rational(5n))).not.toBe(1);
        const distance = divide(magnitude(subtract(set.value, exact.value)), pump.step.value);
        expect(compare(distance, rational(1n, inner ? 1n : 2n))).not.toBe(1);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the highest of some rates', () => {
  it('is found wherever it stands', () => {
    const [low, middle, high] = [read<'mL/h'>('1 mL/h'), read<'mL/h'>('2 mL/h'), read<'mL/h'>('3 mL/h')];
    expect(highestOf(high, low, middle)).toBe(high);
    expect(highestOf(low, high, middle)).toBe(high);
    expect(highestOf(low, middle, high)).toBe(high);
    expect(highestOf(low)).toBe(low);
  });
});

describe('a moment and what has passed since', () => {
  const nineOClock = Date.UTC(2025, 10, 14, 9);

  it('is 12:34:17 after 50 mL at 14 mL/h from 09:00:00, as in scenario 5', () => {
    const end = momentAfter(nineOClock, read<'h'>('25/7 h'));
    expect(new Date(end).toISOString()).toBe('2025-11-14T12:34:17.143Z');
  });

  it('is 96 h later across a clock change, as in scenario 7', () => {
    const start = Date.parse('2026-03-27T10:00:00+00:00');
    expect(momentAfter(start, read<'d'>('4 d'))).toBe(Date.parse('2026-03-31T11:00:00+01:00'));
  });

  it('goes to the nearest millisecond, an exact half down', () => {
    expect(momentAfter(0, read<'s'>('0.0005 s'))).toBe(0);
    expect(momentAfter(0, read<'s'>('0.0006 s'))).toBe(1);
    expect(momentAfter(-1_000, read<'min'>('1 min'))).toBe(59_000);
  });

  it('is no part of a millisecond', () => {
    expect(() => momentAfter(0.5, read<'s'>('1 s'))).toThrow('0.5 is no moment in whole milliseconds.');
    expect(() => momentAfter(Number.NaN, read<'s'>('1 s'))).toThrow('NaN is no moment');
  });
});
