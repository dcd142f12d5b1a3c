import { describe, expect, it } from 'vitest';
import { quantity, quantityText } from '../../../src/core/quantity/quantity.ts';
import {
  atomsOf,
  CONCENTRATION_UNITS,
  combinedDimension,
  conversionFactor,
  DOSE_UNITS,
  isSameDimension,
  measureOf,
  UNITS,
  type Unit,
  unitSpelt,
} from '../../../src/core/quantity/units.ts';

/** How many of `to` one of `from` holds, as stored text. */
const held = (from: Unit, to: Unit): string => quantityText(quantity(conversionFactor(from, to), to));

describe('the size of a unit', () => {
  it.each([
    ['g', '1000 mg'],
    ['mg', '1000 mcg'],
    ['mcg', '1000 ng'],
    ['g', '1000000000 ng'],
    ['units', '1000 milliunits'],
    ['L', '1000 mL'],
    ['min', '60 s'],
    ['h', '60 min'],
    ['d', '24 h'],
    ['lb', '0.45359237 kg'],
    ['mg/kg/h', '24 mg/kg/d'],
    ['mcg/kg/min', '0.06 mg/kg/h'],
    ['ng/kg/min', '0.00006 mg/kg/h'],
    ['mg/mL', '1000 mcg/mL'],
    ['L/h', '1000 mL/h'],
    ['gtt/min', '1 gtt/min'],
    ['beats/min', '1 beats/min'],
  ] as const)('one %s is %s', (unit, text) => {
    expect(held(unit, text.slice(text.indexOf(' ') + 1) as Unit)).toBe(text);
  });

  it('of 100 per cent is one', () => {
    expect(measureOf('%').size).toEqual({ numerator: 1n, denominator: 100n });
  });
});

describe('what a unit measures', () => {
  it.each([
    ['mg', { mass: 1 }],
    ['milliunits/kg', { activity: 1, bodyWeight: -1 }],
    ['mEq', { equivalents: 1 }],
    ['mmol/m2/d', { substance: 1, bodySurface: -1, time: -1 }],
    ['mL/kg/h', { volume: 1, bodyWeight: -1, time: -1 }],
    ['kg/m2', { bodyWeight: 1, bodySurface: -1 }],
    ['lb', { bodyWeight: 1 }],
    ['cm', { height: 1 }],
    ['gtt/mL', { drops: 1, volume: -1 }],
    ['sprays', { sprays: 1 }],
    ['doses', { doses: 1 }],
    ['mmHg', { pressure: 1 }],
    ['°C', { temperature: 1 }],
    ['beats/min', { beats: 1, time: -1 }],
    ['per min', { events: 1, time: -1 }],
    ['%', {}],
  ] as const)('%s', (unit, dimension) => {
    expect(measureOf(unit).dimension).toEqual(dimension);
  });

  it('is not known of a unit the program does not have', () => {
    expect(() => measureOf('mEq/L' as never)).toThrow('"mEq/L" is no unit of this program.');
  });

  it('keeps mass, units, mEq, mmol, volume, weight, surface and counts apart', () => {
    const apart = [
      'mg',
      'units',
      'mEq',
      'mmol',
      'mL',
      'min',
      'kg',
      'm2',
      'cm',
      'gtt',
      'sprays',
      'doses',
      '%',
    ] as const;
    for (const one of apart)
      for (const other of apart) {
        const { dimension } = measureOf(one);
        expect(isSameDimension(dimension, measureOf(other).dimension), `${one} ${other}`).toBe(one === other);
      }
    expect(() => conversionFactor('mg', 'units')).toThrow('mg and units do not measure the same.');
    expect(() => conversionFactor('kg', 'g')).toThrow('kg and g do not measure the same.');
  });

  it('is told apart from a unit that measures more', () => {
    expect(isSameDimension({ mass: 1 }, { mass: 1, time: -1 })).toBe(false);
    expect(isSameDimension({ mass: 1, time: -1 }, { mass: 1 })).toBe(false);
    expect(isSameDimension({ mass: 1, time: -1 }, { time: -1, mass: 1 })).toBe(true);
    expect(isSameDimension({}, {})).toBe(true);
  });

  it('is multiplied and divided, and what cancels is left out', () => {
    expect(combinedDimension({ mass: 1 }, { volume: 1 })).toEqual({ mass: 1, volume: 1 });
    expect(combinedDimension({ mass: 1 }, { volume: 1 }, -1)).toEqual({ mass: 1, volume: -1 });
    expect(combinedDimension({ mass: 1, bodyWeight: -1 }, { bodyWeight: 1 })).toEqual({ mass: 1 });
    expect(combinedDimension({ time: 1 }, { time: 1 })).toEqual({ time: 2 });
    expect(combinedDimension({ time: 1 }, { time: 1 }, -1)).toEqual({});
  });
});

describe('the units of the program', () => {
  it('are every amount and volume, per kg, m2 or nothing, per min, h, d or nothing', () => {
    expect(DOSE_UNITS).toHaveLength(10 * 3 * 4);
    expect(CONCENTRATION_UNITS).toHaveLength(8 * 3);
    expect(new Set(UNITS).size).toBe(UNITS.length);
    for (const unit of ['mg', 'mcg/kg/min', 'mL/kg/h', 'units/m2/d', 'mEq/h', 'mg/kg/mL'] as const)
      expect(UNITS).toContain(unit);
  });

  it('are spelt in one way, case and all', () => {
    for (const unit of UNITS) expect(unitSpelt(unit)).toBe(unit);
    for (const spelling of ['MG', 'ml', 'mg / kg', 'mg/kg/week', '', 'toString'])
      expect(unitSpelt(spelling)).toBeUndefined();
  });

  it('are made of atoms, the first over the others', () => {
    expect(atomsOf('mcg/kg/min')).toEqual(['mcg', 'kg', 'min']);
    expect(atomsOf('mg')).toEqual(['mg']);
    expect(atomsOf('per min')).toEqual(['per min']);
  });
});
