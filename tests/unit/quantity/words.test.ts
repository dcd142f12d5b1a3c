import { describe, expect, it } from 'vitest';
import { numberInWords, unitWords } from '../../../src/core/quantity/words.ts';

const spoken = (typed: string): string => numberInWords(typed, '%').replace(' per cent', '');

describe('a number in words', () => {
  it('says every number below twenty', () => {
    const words = Array.from({ length: 20 }, (_, number) => spoken(number.toString()));
    expect(words).toEqual(
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
        ' ',
      ),
    );
  });

  it('says every ten', () => {
    const words = [20, 30, 40, 50, 60, 70, 80, 90].map((number) => spoken(number.toString()));
    expect(words).toEqual('twenty thirty forty fifty sixty seventy eighty ninety'.split(' '));
  });

  it.each([
    ['21', 'twenty-one'],
    ['72', 'seventy-two'],
    ['99', 'ninety-nine'],
    ['100', 'one hundred'],
    ['101', 'one hundred one'],
    ['115', 'one hundred fifteen'],
    ['999', 'nine hundred ninety-nine'],
    ['1000', 'one thousand'],
    ['1001', 'one thousand one'],
    ['1100', 'one thousand one hundred'],
    ['20500', 'twenty thousand five hundred'],
    ['999999', 'nine hundred ninety-nine thousand nine hundred ninety-nine'],
    ['1000000', 'one million'],
    ['2000003', 'two million three'],
    ['1500000000', 'one thousand five hundred million'],
  ])('says %s', (typed, words) => {
    expect(spoken(typed)).toBe(words);
  });

  it('says the digits after the point one by one, as they were typed', () => {
    expect(spoken('0.5')).toBe('zero point five');
    expect(spoken('12.05')).toBe('twelve point zero five');
    expect(spoken('0.120')).toBe('zero point one two zero');
    expect(spoken('54.375')).toBe('fifty-four point three seven five');
  });

  it('says one of a unit only for exactly 1', () => {
    expect(numberInWords('1', 'mg')).toBe('one milligram');
    expect(numberInWords('1', 'mg/kg/h')).toBe('one milligram per kilogram per hour');
    expect(numberInWords('1.0', 'mg')).toBe('one point zero milligrams');
    expect(numberInWords('10', 'mg')).toBe('ten milligrams');
    expect(numberInWords('0', 'mg')).toBe('zero milligrams');
  });
});

describe('a unit in words', () => {
  it.each([
    ['ng', 'nanogram', 'nanograms'],
    ['mcg', 'microgram', 'micrograms'],
    ['mg', 'milligram', 'milligrams'],
    ['g', 'gram', 'grams'],
    ['milliunits', 'milliunit', 'milliunits'],
    ['units', 'unit', 'units'],
    ['mEq', 'milliequivalent', 'milliequivalents'],
    ['mmol', 'millimole', 'millimoles'],
    ['mL', 'millilitre', 'millilitres'],
    ['L', 'litre', 'litres'],
    ['s', 'second', 'seconds'],
    ['min', 'minute', 'minutes'],
    ['h', 'hour', 'hours'],
    ['d', 'day', 'days'],
    ['kg', 'kilogram', 'kilograms'],
    ['lb', 'pound', 'pounds'],
    ['m2', 'square metre', 'square metres'],
    ['cm', 'centimetre', 'centimetres'],
    ['gtt', 'drop', 'drops'],
    ['sprays', 'spray', 'sprays'],
    ['doses', 'dose', 'doses'],
    ['%', 'per cent', 'per cent'],
    ['mmHg', 'millimetre of mercury', 'millimetres of mercury'],
    ['beats/min', 'beat per minute', 'beats per minute'],
    ['per min', 'per minute', 'per minute'],
    ['°C', 'degree Celsius', 'degrees Celsius'],
    ['mcg/kg/min', 'microgram per kilogram per minute', 'micrograms per kilogram per minute'],
    ['units/m2/d', 'unit per square metre per day', 'units per square metre per day'],
    ['kg/m2', 'kilogram per square metre', 'kilograms per square metre'],
  ] as const)('%s is %s, or %s', (unit, one, many) => {
    expect(unitWords(unit, true)).toBe(one);
    expect(unitWords(unit)).toBe(many);
    expect(unitWords(unit, false)).toBe(many);
  });
});
