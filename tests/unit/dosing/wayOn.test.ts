import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interrupted, WayName, WayOn } from '../../../src/core/dosing/interrupted.ts';
import type { HardRates } from '../../../src/core/dosing/pumpRounding.ts';
import { waysOn } from '../../../src/core/dosing/wayOn.ts';
import { quantity } from '../../../src/core/quantity/quantity.ts';
import { rational } from '../../../src/core/quantity/rational.ts';
import type { AmountUnit } from '../../../src/core/quantity/units.ts';
import vectors from '../../fixtures/dosing/programmes.json' with { type: 'json' };
import { answered, read, readFields, texts } from '../../support/exactText.ts';

const PUMP: Interrupted<AmountUnit>['pump'] = {
  step: read('0.1 mL/h'),
  minimum: read('0.1 mL/h'),
  maximum: read('999.9 mL/h'),
  volumeStep: read('0.1 mL'),
};
const NAMES = ['onTime', 'wholeDose', 'sameRate'] as const satisfies readonly WayName[];

const PAUSED = {
  given: '18 mL',
  ordered: '36 mL',
  rate: '54 mL/h',
  highestRate: '54 mL/h',
  elapsed: '25 min',
  remaining: '15 min',
  concentration: '1 mg/mL',
  weight: '72 kg',
};

function inputOf(given: Readonly<Record<string, unknown>>, hard?: HardRates): Interrupted<AmountUnit> {
  return { ...readFields<Interrupted<AmountUnit>>(given), pump: PUMP, hard };
}

/** A way in the flat form of the fixture. */
function flat(way: WayOn<AmountUnit>): unknown {
  const { rate, volume, perKg, ...others } = way;
  const perKilogram = perKg && {
    dosePerKg: perKg.dose,
    doseRatePerKg: perKg.doseRate,
    highestDoseRatePerKg: perKg.highestDoseRate,
  };
  return texts({
    rateExact: rate.exact,
    rate: rate.set,
    volumeExact: volume.exact,
    volume: volume.set,
    ...others,
    ...perKilogram,
  });
}

function ways(changed: Readonly<Record<string, unknown>>, hard?: HardRates): unknown {
  return texts(waysOn(inputOf({ ...PAUSED, ...changed }, hard)));
}

describe('the three ways on', () => {
  it.each(vectors.waysOn.map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
    const found = answered(waysOn(inputOf(vector.given)));
    for (const name of NAMES) expect(flat(answered(found[name]))).toEqual(vector.expected[name]);
  });

  it('say nothing per kilogram without a weight', () => {
    const found = answered(waysOn(inputOf({ ...PAUSED, weight: undefined })));
    expect(answered(found.onTime).perKg).toBeUndefined();
  });

  it('name the highest rate of the whole infusion, wherever it stood', () => {
    const highest = (changed: Readonly<Record<string, string>>) => {
      const found = answered(waysOn(inputOf({ ...PAUSED, ...changed })));
      return NAMES.map((name) => (flat(answered(found[name])) as { highestRate: string }).highestRate);
    };
    expect(highest({})).toEqual(['72 mL/h', '54 mL/h', '54 mL/h']);
    expect(highest({ highestRate: '90 mL/h' })).toEqual(['90 mL/h', '90 mL/h', '90 mL/h']);
    expect(highest({ rate: '60 mL/h' })).toEqual(['72 mL/h', '60 mL/h', '60 mL/h']);
  });

  it('go by the settings: 6.05 mL of scenario 3 kind are 6 mL', () => {
    expect(ways({ given: '29.95 mL', remaining: '7 min' })).toMatchObject({
      value: {
        onTime: {
          value: {
            rate: { exact: '363/7 mL/h', set: '51.9 mL/h' },
            volume: { exact: '6.05 mL', set: '6 mL', changePercent: '-100/121' },
            totalVolume: '35.95 mL',
            dose: '35.95 mg',
            doseChangePercent: '-5/36',
          },
        },
      },
    });
  });

  it('keep a hard limit', () => {
    expect(ways({}, { maximum: read('71.96 mL/h') })).toMatchObject({
      value: {
        onTime: { failure: { kind: 'rateAboveHardLimit', rate: '72 mL/h', limit: '71.96 mL/h' } },
        wholeDose: { ok: true },
      },
    });
  });
});

describe('a way that is closed leaves the others open', () => {
  it('when all is given', () => {
    const nothingLeft = { ok: false, failure: { kind: 'nothingLeft', given: '36 mL', ordered: '36 mL' } };
    expect(ways({ given: '36 mL' })).toMatchObject({
      value: { onTime: nothingLeft, wholeDose: nothingLeft, sameRate: { ok: true } },
    });
    expect(ways({ given: '36.1 mL' })).toMatchObject({
      value: { onTime: { failure: { kind: 'nothingLeft', given: '36.1 mL' } } },
    });
    expect(ways({ given: '35.9 mL' })).toMatchObject({ value: { onTime: { ok: true } } });
  });

  it.each(['0 min', '-5 min'])('when the end that was planned has passed: %s', (remaining) => {
    const noTimeLeft = { ok: false, failure: { kind: 'noTimeLeft' } };
    expect(ways({ remaining })).toMatchObject({
      value: { onTime: noTimeLeft, wholeDose: { ok: true }, sameRate: noTimeLeft },
    });
  });

  it('counts the end later by all of the time that has passed', () => {
    expect(ways({ remaining: '-5 min' })).toMatchObject({
      value: {
        wholeDose: { value: { duration: '20 min', laterThanPlanned: '25 min', endsAfter: '45 min' } },
      },
    });
  });

  it('when the pump cannot run it', () => {
    expect(ways({ remaining: '1 min' })).toMatchObject({
      value: {
        onTime: { failure: { kind: 'rateAbovePumpMaximum', rate: '1080 mL/h', limit: '999.9 mL/h' } },
        wholeDose: { ok: true },
        sameRate: { ok: true },
      },
    });
  });

  it('when rounding changes what is left by more than 5 %', () => {
    expect(ways({ given: '35.35 mL', remaining: '1 min' })).toMatchObject({
      value: {
        wholeDose: { failure: { kind: 'pumpStepTooCoarse', exact: '0.65 mL', set: '0.6 mL' } },
        sameRate: { ok: true },
      },
    });
    expect(ways({ given: '35.98 mL', remaining: '1 min' })).toMatchObject({
      value: { wholeDose: { failure: { kind: 'pumpStepTooCoarse', exact: '0.02 mL', set: '0 mL' } } },
    });
  });
});

describe('no way on', () => {
  it.each([
    ['ordered', '0 mL'],
    ['rate', '0 mL/h'],
    ['highestRate', '-1 mL/h'],
    ['concentration', '0 mg/mL'],
    ['weight', '0 kg'],
  ])('is found when %s is %s', (name, value) => {
    expect(ways({ [name]: value })).toEqual({ ok: false, failure: { kind: 'notAboveZero', name, value } });
  });

  it('is found with a pump volume step of 0', () => {
    const pump = { ...PUMP, volumeStep: read<'mL'>('0 mL') };
    expect(waysOn({ ...inputOf(PAUSED), pump })).toMatchObject({
      failure: { kind: 'notAboveZero', name: 'volumeStep', value: '0 mL' },
    });
  });

  it.each([
    ['given', '-0.1 mL'],
    ['elapsed', '-1 min'],
  ])('is found when %s is %s', (name, value) => {
    expect(ways({ [name]: value })).toEqual({ ok: false, failure: { kind: 'belowZero', name, value } });
  });

  it('is ruled out by nothing given or no time passed', () => {
    expect(ways({ given: '0 mL', elapsed: '0 min' })).toMatchObject({ ok: true });
  });
});

describe('any interruption', () => {
  const tenths = (most: bigint) => fc.bigInt({ min: 1n, max: most }).map((n) => rational(n, 10n));

  it('never makes the two engines disagree', () => {
    fc.assert(
      fc.property(
        tenths(5_000n),
        tenths(5_000n),
        tenths(9_999n),
        tenths(6_000n),
        tenths(6_000n),
        (given, left, rate, elapsed, remaining) => {
          const found = waysOn({
            given: quantity(given, 'mL'),
            ordered: quantity(left, 'mL'),
            rate: quantity(rate, 'mL/h'),
            highestRate: quantity(rate, 'mL/h'),
            elapsed: quantity(elapsed, 'min'),
            remaining: quantity(remaining, 'min'),
            concentration: read<'mcg/mL'>('4 mcg/mL'),
            weight: read('3.3 kg'),
            pump: PUMP,
          });
          for (const way of Object.values(answered(found)))
            if (!way.ok) expect(way.failure.kind).not.toBe('enginesDisagree');
        },
      ),
      { numRuns: 200 },
    );
  });
});
