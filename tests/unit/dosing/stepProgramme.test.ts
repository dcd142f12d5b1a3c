import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PumpRange } from '../../../src/core/dosing/pumpRounding.ts';
import { type ProgrammeStep, stepProgramme } from '../../../src/core/dosing/stepProgramme.ts';
import { quantity, quantityText } from '../../../src/core/quantity/quantity.ts';
import { rational } from '../../../src/core/quantity/rational.ts';
import type { AmountUnit } from '../../../src/core/quantity/units.ts';
import vectors from '../../fixtures/dosing/programmes.json' with { type: 'json' };
import { answered, read, readFields, texts } from '../../support/exactText.ts';

const PUMP: PumpRange = {
  step: read('0.1 mL/h'),
  minimum: read('0.1 mL/h'),
  maximum: read('999.9 mL/h'),
};

function steady(rate: string, duration = '10 min'): ProgrammeStep {
  return { kind: 'steady', rate: read(rate), duration: read(duration) };
}

function ramp(from: string, to: string, duration = '10 min'): ProgrammeStep {
  return { kind: 'ramp', from: read(from), to: read(to), duration: read(duration) };
}

function programmed(steps: readonly ProgrammeStep[], pump: PumpRange = PUMP): unknown {
  return texts(stepProgramme(steps, read<'mg/mL'>('1 mg/mL'), pump));
}

describe('a programme of steps', () => {
  it.each(vectors.programmes.map((vector) => [vector.name, vector] as const))(
    '%s',
    (_name, { given, expected }) => {
      const steps = given.steps.map((step) => readFields<ProgrammeStep>(step));
      const concentration = read<`${AmountUnit}/mL`>(given.concentration);
      expect(texts(answered(stepProgramme(steps, concentration, PUMP)))).toMatchObject(expected);
    },
  );

  it('says each step with its rates', () => {
    expect(programmed([ramp('0 mL/h', '54 mL/h'), steady('54 mL/h')])).toMatchObject({
      value: {
        steps: [
          { startRate: '0 mL/h', endRate: '54 mL/h', volume: '4.5 mL' },
          { startRate: '54 mL/h', endRate: '54 mL/h', volume: '9 mL' },
        ],
      },
    });
  });

  it('may run at the minimum and at the maximum of the pump', () => {
    expect(programmed([steady('0.1 mL/h'), ramp('999.9 mL/h', '0.1 mL/h')])).toMatchObject({ ok: true });
  });

  it('gives in a ramp what a steady step at its middle rate gives', () => {
    const rate = fc.bigInt({ min: 1n, max: 9_999n }).map((tenths) => quantity(rational(tenths, 10n), 'mL/h'));
    const seconds = fc.bigInt({ min: 1n, max: 10n ** 6n }).map((n) => quantity(rational(n), 's'));
    fc.assert(
      fc.property(rate, rate, seconds, (from, to, duration) => {
        const concentration = read<'mcg/mL'>('4 mcg/mL');
        const there = answered(stepProgramme([{ kind: 'ramp', from, to, duration }], concentration, PUMP));
        const back: readonly ProgrammeStep[] = [
          { kind: 'steady', rate: from, duration },
          { kind: 'steady', rate: to, duration },
        ];
        const both = answered(stepProgramme(back, concentration, PUMP));
        const twice = answered(
          stepProgramme(
            [
              { kind: 'ramp', from, to, duration },
              { kind: 'ramp', from: to, to: from, duration },
            ],
            concentration,
            PUMP,
          ),
        );
        expect(twice.volume).toEqual(both.volume);
        expect(quantityText(twice.steps[0]?.volume ?? both.volume)).toBe(quantityText(there.volume));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a programme that is refused', () => {
  it('has no steps', () => {
    expect(programmed([])).toEqual({ ok: false, failure: { kind: 'noSteps' } });
  });

  it.each([
    [
      'a step without time',
      [steady('54 mL/h', '0 min')],
      { kind: 'durationNotAboveZero', step: 1, duration: '0 min' },
    ],
    [
      'a ramp that runs backwards in time',
      [steady('54 mL/h'), ramp('54 mL/h', '27 mL/h', '-1 min')],
      { kind: 'durationNotAboveZero', step: 2, duration: '-1 min' },
    ],
    [
      'a rate between two steps of the pump',
      [steady('54.05 mL/h')],
      { kind: 'rateOffStep', step: 1, rate: '54.05 mL/h', pumpStep: '0.1 mL/h' },
    ],
    [
      'a rate below the pump',
      [steady('0.09 mL/h')],
      { kind: 'rateBelowPumpMinimum', step: 1, rate: '0.09 mL/h', limit: '0.1 mL/h' },
    ],
    [
      'a rate above the pump',
      [steady('1000 mL/h')],
      { kind: 'rateAbovePumpMaximum', step: 1, rate: '1000 mL/h', limit: '999.9 mL/h' },
    ],
    [
      'a steady step at 0',
      [steady('0 mL/h')],
      { kind: 'rateBelowPumpMinimum', step: 1, rate: '0 mL/h', limit: '0.1 mL/h' },
    ],
    [
      'a ramp that begins between two steps',
      [ramp('0.25 mL/h', '54 mL/h')],
      { kind: 'rateOffStep', step: 1, rate: '0.25 mL/h', pumpStep: '0.1 mL/h' },
    ],
    [
      'a ramp that ends above the pump',
      [ramp('54 mL/h', '1000 mL/h')],
      { kind: 'rateAbovePumpMaximum', step: 1, rate: '1000 mL/h', limit: '999.9 mL/h' },
    ],
    ['a ramp from rest to rest', [ramp('0 mL/h', '0 mL/h')], { kind: 'rampFromZeroToZero', step: 1 }],
    [
      'a ramp that begins below 0',
      [ramp('-54 mL/h', '54 mL/h')],
      { kind: 'rateBelowPumpMinimum', step: 1, rate: '-54 mL/h', limit: '0.1 mL/h' },
    ],
  ])('has %s', (_name, steps, fault) => {
    expect(programmed(steps)).toEqual({ ok: false, failure: { kind: 'stepsRefused', faults: [fault] } });
  });

  it('names every fault at once, in order', () => {
    const steps = [
      ramp('0.25 mL/h', '1000 mL/h', '0 min'),
      steady('54 mL/h'),
      steady('0.05 mL/h', '0 s'),
      ramp('0 mL/h', '0 mL/h', '0 h'),
    ];
    expect(programmed(steps)).toMatchObject({
      failure: {
        faults: [
          { kind: 'durationNotAboveZero', step: 1 },
          { kind: 'rateOffStep', step: 1 },
          { kind: 'rateAbovePumpMaximum', step: 1 },
          { kind: 'durationNotAboveZero', step: 3 },
          { kind: 'rateBelowPumpMinimum', step: 3 },
          { kind: 'durationNotAboveZero', step: 4 },
          { kind: 'rampFromZeroToZero', step: 4 },
        ],
      },
    });
  });

  it('has a concentration or a pump step that is not above 0', () => {
    expect(stepProgramme([steady('54 mL/h')], read<'mg/mL'>('0 mg/mL'), PUMP)).toMatchObject({
      failure: { kind: 'notAboveZero', name: 'concentration', value: '0 mg/mL' },
    });
    expect(programmed([steady('54 mL/h')], { ...PUMP, step: read('0 mL/h') })).toMatchObject({
      failure: { kind: 'notAboveZero', name: 'pumpStep', value: '0 mL/h' },
    });
  });
});
