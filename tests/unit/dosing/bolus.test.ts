import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import * as secondEngine from '../../../src/core/crosscheck/bolusBackward.ts';
import { type Bolus, type BolusOrder, bolus } from '../../../src/core/dosing/bolus.ts';
import {
  type LoadingDose,
  type LoadingDoseOrder,
  loadingDose,
} from '../../../src/core/dosing/loadingDose.ts';
import {
  compareQuantities,
  type Quantity,
  quantity,
  quantityText,
  readQuantity,
  type Unit,
} from '../../../src/core/quantity/quantity.ts';
import { add, rational } from '../../../src/core/quantity/rational.ts';

vi.mock('../../../src/core/crosscheck/bolusBackward.ts', { spy: true });

const PUMP = {
  step: readQuantity('0.1 mL/h', 'mL/h'),
  minimum: readQuantity('0.1 mL/h', 'mL/h'),
  maximum: readQuantity('1200 mL/h', 'mL/h'),
};

/** 0.35 mg/kg over 5 min for 70 kg, from a 50 mL syringe of 1 mg per mL. */
const REFERENCE: BolusOrder<'mg/kg'> = {
  dose: readQuantity('0.35 mg/kg', 'mg/kg'),
  weight: readQuantity('70 kg', 'kg'),
  concentration: readQuantity('1 mg/mL', 'mg/mL'),
  duration: readQuantity('5 min', 'min'),
  remaining: readQuantity('50 mL', 'mL'),
  pump: PUMP,
  volumeStep: readQuantity('0.1 mL', 'mL'),
};

/** 0.1 mg/kg over 4 min for 72.5 kg: neither volume nor rate is on a step. */
const ROUNDED: BolusOrder<'mg/kg'> = {
  ...REFERENCE,
  dose: readQuantity('0.1 mg/kg', 'mg/kg'),
  weight: readQuantity('72.5 kg', 'kg'),
  duration: readQuantity('4 min', 'min'),
};

function given<Unit extends BolusOrder['dose']['unit']>(order: BolusOrder<Unit>): Bolus<Unit> {
  const answer = bolus(order);
  if (!answer.ok) throw new Error(`refused: ${answer.failure.kind}`);
  return answer.value;
}

function loaded<Unit extends BolusOrder['dose']['unit']>(order: LoadingDoseOrder<Unit>): LoadingDose<Unit> {
  const answer = loadingDose(order);
  if (!answer.ok) throw new Error(`refused: ${answer.failure.kind}`);
  return answer.value;
}

function off<U extends Unit>(value: Quantity<U>): Quantity<U> {
  return quantity(add(value.value, rational(1n, 10n ** 12n)), value.unit);
}

function shown(answer: Bolus) {
  return {
    dose: quantityText(answer.ordered.dose),
    volumeExact: quantityText(answer.volume.exact),
    volume: quantityText(answer.volume.set),
    rateExact: quantityText(answer.rate.exact),
    rate: quantityText(answer.rate.set),
    doseRate: quantityText(answer.ordered.doseRate),
    achievedDose: quantityText(answer.achieved.dose),
    achievedOrder: quantityText(answer.achieved.order),
    achievedDoseRate: quantityText(answer.achieved.doseRate),
    achievedDuration: quantityText(answer.achieved.duration),
    remaining: quantityText(answer.remaining),
  };
}

describe('a bolus', () => {
  it('of 0.35 mg/kg over 5 min for 70 kg is 24.5 mL at 294 mL/h', () => {
    expect(shown(given(REFERENCE))).toEqual({
      dose: '24.5 mg',
      volumeExact: '24.5 mL',
      volume: '24.5 mL',
      rateExact: '294 mL/h',
      rate: '294 mL/h',
      doseRate: '4.2 mg/kg/h',
      achievedDose: '24.5 mg',
      achievedOrder: '0.35 mg/kg',
      achievedDoseRate: '4.2 mg/kg/h',
      achievedDuration: '5 min',
      remaining: '25.5 mL',
    });
  });

  it('of 0.1 mg/kg over 4 min for 72.5 kg goes down to 7.2 mL at 108.7 mL/h and says what that gives', () => {
    const answer = given(ROUNDED);
    expect(shown(answer)).toEqual({
      dose: '7.25 mg',
      volumeExact: '7.25 mL',
      volume: '7.2 mL',
      rateExact: '108.75 mL/h',
      rate: '108.7 mL/h',
      doseRate: '1.5 mg/kg/h',
      achievedDose: '7.2 mg',
      achievedOrder: '72/725 mg/kg',
      achievedDoseRate: '1087/725 mg/kg/h',
      achievedDuration: '4320/1087 min',
      remaining: '42.8 mL',
    });
    expect(answer.volume.changePercent).toEqual(rational(-20n, 29n));
  });

  it('of a fixed dose needs no weight', () => {
    const { weight: _, ...rest } = REFERENCE;
    const fixed = given({
      ...rest,
      dose: readQuantity('50 mcg', 'mcg'),
      concentration: readQuantity('0.01 mg/mL', 'mg/mL'),
      duration: readQuantity('120 s', 's'),
    });
    expect(shown(fixed)).toMatchObject({
      dose: '50 mcg',
      volume: '5 mL',
      rate: '150 mL/h',
      achievedOrder: '50 mcg',
    });
  });

  it('of 100 mg/m2 for 1.73 m2 over 10 min is 17.3 mL at 103.8 mL/h', () => {
    const surface = given({
      ...REFERENCE,
      dose: readQuantity('100 mg/m2', 'mg/m2'),
      surface: readQuantity('1.73 m2', 'm2'),
      concentration: readQuantity('10 mg/mL', 'mg/mL'),
      duration: readQuantity('10 min', 'min'),
    });
    expect(shown(surface)).toMatchObject({ dose: '173 mg', volume: '17.3 mL', rate: '103.8 mL/h' });
  });

  it('of 20 mL/kg for 18.5 kg over 20 min is 370 mL at 1,110 mL/h', () => {
    const { concentration: _, ...rest } = REFERENCE;
    const fluid = given({
      ...rest,
      dose: readQuantity('20 mL/kg', 'mL/kg'),
      weight: readQuantity('18.5 kg', 'kg'),
      duration: readQuantity('20 min', 'min'),
      remaining: readQuantity('500 mL', 'mL'),
    });
    expect(shown(fluid)).toMatchObject({
      dose: '370 mL',
      volume: '370 mL',
      rate: '1110 mL/h',
      remaining: '130 mL',
    });
  });

  it('may use up the container to the last step and no further', () => {
    expect(shown(given({ ...REFERENCE, remaining: readQuantity('24.5 mL', 'mL') })).remaining).toBe('0 mL');
    expect(bolus({ ...REFERENCE, remaining: readQuantity('24.49 mL', 'mL') })).toEqual({
      ok: false,
      failure: { kind: 'containerHoldsLess', needed: '24.5 mL', remaining: '24.49 mL' },
    });
    // The set 7.2 mL are what leaves the container, not the exact 7.25 mL.
    expect(shown(given({ ...ROUNDED, remaining: readQuantity('7.2 mL', 'mL') })).remaining).toBe('0 mL');
  });

  it.each<[string, Partial<BolusOrder<'mg/kg'>>, Record<string, unknown>]>([
    [
      'a dose of 0',
      { dose: readQuantity('0 mg/kg', 'mg/kg') },
      { kind: 'notAboveZero', name: 'dose', value: '0 mg/kg' },
    ],
    ['a missing weight', { weight: undefined }, { kind: 'weightMissing', unit: 'mg/kg' }],
    [
      'a concentration of another family',
      { concentration: readQuantity('1 units/mL', 'units/mL') },
      { kind: 'familiesDiffer', ordered: 'mg/kg', offered: 'units/mL' },
    ],
    [
      'a volume step of 0',
      { volumeStep: readQuantity('0 mL', 'mL') },
      { kind: 'notAboveZero', name: 'volumeStep', value: '0 mL' },
    ],
    [
      'a rate above the pump',
      { duration: readQuantity('1 min', 'min') },
      { kind: 'rateAbovePumpMaximum', rate: '1470 mL/h', limit: '1200 mL/h' },
    ],
    [
      'a volume step that changes the volume by more than 5 %',
      { volumeStep: readQuantity('23.2 mL', 'mL') },
      { kind: 'pumpStepTooCoarse', exact: '24.5 mL', set: '23.2 mL' },
    ],
    [
      'a volume step larger than the volume',
      { volumeStep: readQuantity('100 mL', 'mL') },
      { kind: 'pumpStepTooCoarse', exact: '24.5 mL', set: '0 mL' },
    ],
    [
      'an empty container',
      { remaining: readQuantity('0 mL', 'mL') },
      { kind: 'containerHoldsLess', needed: '24.5 mL', remaining: '0 mL' },
    ],
  ])('is refused for %s', (_name, change, failure) => {
    expect(bolus({ ...REFERENCE, ...change })).toEqual({ ok: false, failure });
  });

  it('keeps a change of exactly 5 %', () => {
    expect(given({ ...REFERENCE, volumeStep: readQuantity('23.275 mL', 'mL') }).volume.changePercent).toEqual(
      rational(-5n),
    );
  });

  it('is withheld when the second engine does not confirm it', () => {
    vi.mocked(secondEngine.bolusDisagreements).mockReturnValueOnce(['remaining']);
    expect(bolus(REFERENCE)).toEqual({ ok: false, failure: { kind: 'enginesDisagree', on: ['remaining'] } });
  });

  it('agrees with the second engine and never gives more than the container holds', () => {
    const tenths = (min: bigint, max: bigint) => fc.bigInt({ min, max }).map((n) => rational(n, 10n));
    fc.assert(
      fc.property(
        tenths(1n, 100n),
        tenths(20n, 2_500n),
        tenths(1n, 1_000n),
        tenths(10n, 600n),
        tenths(0n, 5_000n),
        (dose, weight, strength, minutes, remaining) => {
          const answer = bolus({
            ...REFERENCE,
            dose: quantity(dose, 'mg/kg'),
            weight: quantity(weight, 'kg'),
            concentration: quantity(strength, 'mg/mL'),
            duration: quantity(minutes, 'min'),
            remaining: quantity(remaining, 'mL'),
          });
          if (!answer.ok) expect(answer.failure.kind).not.toBe('enginesDisagree');
          else expect(compareQuantities(answer.value.volume.set, quantity(remaining, 'mL'))).not.toBe(1);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a bolus worked back', () => {
  it.each<[string, (right: Bolus<'mg/kg'>) => Partial<Bolus<'mg/kg'>>, readonly string[]]>([
    ['nothing', () => ({}), []],
    [
      'the set volume',
      ({ volume }) => ({ volume: { ...volume, set: off(volume.set) } }),
      ['pumpVolume', 'achieved', 'remaining'],
    ],
    [
      'the exact volume',
      ({ volume }) => ({ volume: { ...volume, exact: off(volume.exact) } }),
      ['pumpVolume'],
    ],
    [
      'the change',
      ({ volume }) => ({
        volume: { ...volume, changePercent: add(volume.changePercent, rational(1n, 10n ** 12n)) },
      }),
      ['pumpVolume'],
    ],
    ...(['dose', 'order', 'doseRate', 'duration'] as const).map(
      (name): [string, (right: Bolus<'mg/kg'>) => Partial<Bolus<'mg/kg'>>, readonly string[]] => [
        `the achieved ${name}`,
        ({ achieved }) => ({ achieved: { ...achieved, [name]: off(achieved[name]) } }),
        ['achieved'],
      ],
    ),
    ['the set rate', ({ rate }) => ({ rate: { ...rate, set: off(rate.set) } }), ['achieved']],
    ['what remains', ({ remaining }) => ({ remaining: off(remaining) }), ['remaining']],
  ])('is off in %s', (_name, change, expected) => {
    const right = given(ROUNDED);
    expect(secondEngine.bolusDisagreements(ROUNDED, { ...right, ...change(right) })).toEqual(expected);
  });

  it('is not confirmed when more is given than was there', () => {
    const order = { ...ROUNDED, remaining: readQuantity('7 mL', 'mL') };
    const overdrawn = { ...given(ROUNDED), remaining: readQuantity('-0.2 mL', 'mL') };
    expect(secondEngine.bolusDisagreements(order, overdrawn)).toEqual(['remaining']);
  });
});

describe('a loading dose', () => {
  /** 1 mcg/kg over 10 min of 4 mcg per mL, then 0.5 mcg/kg/h for 4 h: 140 mcg for 70 kg. */
  const order: LoadingDoseOrder<'mcg/kg'> = {
    dose: readQuantity('1 mcg/kg', 'mcg/kg'),
    weight: readQuantity('70 kg', 'kg'),
    concentration: readQuantity('4 mcg/mL', 'mcg/mL'),
    duration: readQuantity('10 min', 'min'),
    remaining: readQuantity('100 mL', 'mL'),
    pump: PUMP,
    volumeStep: readQuantity('0.1 mL', 'mL'),
    infusion: readQuantity('140 mcg', 'mcg'),
  };
  const heavier = { ...order, weight: readQuantity('72.5 kg', 'kg') };

  it('stays apart from the infusion and is added up with it', () => {
    const answer = loaded(order);
    expect(shown(answer.loading)).toMatchObject({ dose: '70 mcg', volume: '17.5 mL', rate: '105 mL/h' });
    expect(quantityText(answer.infusion)).toBe('140 mcg');
    expect(quantityText(answer.total)).toBe('210 mcg');
    expect(quantityText(answer.achievedTotal)).toBe('210 mcg');
    expect(quantityText(answer.infusionStartsAfter)).toBe('10 min');
  });

  it('is added up exactly and as the pump gives it', () => {
    // 72.5 mcg are 18.125 mL, set to 18.1 mL: 72.4 mcg; 108.75 mL/h is set to 108.7 mL/h.
    const answer = loaded({ ...heavier, infusion: readQuantity('0.14 mg', 'mg') });
    expect(quantityText(answer.infusion)).toBe('0.14 mg');
    expect(quantityText(answer.total)).toBe('212.5 mcg');
    expect(quantityText(answer.achievedTotal)).toBe('212.4 mcg');
    expect(quantityText(answer.infusionStartsAfter)).toBe('10860/1087 min');
  });

  it.each<[string, Partial<LoadingDoseOrder<'mcg/kg'>>, Record<string, unknown>]>([
    [
      'an infusion of nothing',
      { infusion: readQuantity('0 mcg', 'mcg') },
      { kind: 'notAboveZero', name: 'infusion', value: '0 mcg' },
    ],
    [
      'an infusion of another family',
      { infusion: readQuantity('140 units', 'units') },
      { kind: 'familiesDiffer', ordered: 'mcg/kg', offered: 'units' },
    ],
    [
      'what a bolus is refused for',
      { remaining: readQuantity('17.4 mL', 'mL') },
      { kind: 'containerHoldsLess', needed: '17.5 mL', remaining: '17.4 mL' },
    ],
  ])('is refused for %s', (_name, change, failure) => {
    expect(loadingDose({ ...order, ...change })).toEqual({ ok: false, failure });
  });

  it('is withheld when the second engine does not confirm it', () => {
    vi.mocked(secondEngine.loadingDoseDisagreements).mockReturnValueOnce(['total']);
    expect(loadingDose(order)).toEqual({ ok: false, failure: { kind: 'enginesDisagree', on: ['total'] } });
  });

  it('is not confirmed when any number is off', () => {
    const answer = loaded(heavier);
    const wrong = (change: Partial<LoadingDose<'mcg/kg'>>) =>
      secondEngine.loadingDoseDisagreements({ ...answer, ...change });
    expect(wrong({})).toEqual([]);
    expect(wrong({ total: off(answer.total) })).toEqual(['total']);
    expect(wrong({ total: answer.achievedTotal })).toEqual(['total']);
    expect(wrong({ achievedTotal: off(answer.achievedTotal) })).toEqual(['achievedTotal']);
    expect(wrong({ achievedTotal: answer.total })).toEqual(['achievedTotal']);
    expect(wrong({ infusion: off(answer.infusion) })).toEqual(['total', 'achievedTotal']);
    expect(wrong({ infusionStartsAfter: readQuantity('10 min', 'min') })).toEqual(['infusionStartsAfter']);
  });
});
