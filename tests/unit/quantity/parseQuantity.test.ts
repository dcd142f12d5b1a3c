import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConcentration } from '../../../src/core/quantity/parseConcentration.ts';
import { parseBodyWeight, parseQuantity } from '../../../src/core/quantity/parseQuantity.ts';
import { quantityText, readQuantity } from '../../../src/core/quantity/quantity.ts';
import { quantityRefusalText } from '../../../src/core/quantity/quantityRefusalText.ts';
import { unitToWrite } from '../../../src/core/quantity/unitSpelling.ts';
import { DOSE_UNITS, DURATION_UNITS, type Unit, VOLUME_UNITS } from '../../../src/core/quantity/units.ts';

const DOSE = { units: DOSE_UNITS, takes: 'a dose' } as const;

/** The quantity in stored form, or the sentence it is refused with. */
function typed(text: string, units: readonly Unit[] = DOSE_UNITS): string {
  const parsed = parseQuantity(text, { units, takes: 'a dose' });
  return parsed.ok ? quantityText(parsed.value) : quantityRefusalText(parsed.failure);
}

function typedConcentration(text: string): string {
  const parsed = parseConcentration(text);
  if (!parsed.ok) return quantityRefusalText(parsed.failure);
  const { value } = parsed;
  if (value.kind === 'strength') return quantityText(value.strength);
  return `${quantityText(value.amount)} into ${quantityText(value.volume)}`;
}

function typedWeight(text: string): string {
  const parsed = parseBodyWeight(text);
  return parsed.ok ? quantityText(parsed.value) : quantityRefusalText(parsed.failure);
}

describe('a typed quantity', () => {
  it.each([
    ['0.5 mg/kg', '0.5 mg/kg'],
    ['5 mcg/kg/min', '5 mcg/kg/min'],
    ['22 mg/h', '22 mg/h'],
    ['20 mL/kg', '20 mL/kg'],
    ['1.2 mg/m2', '1.2 mg/m2'],
    ['15 mg/kg/d', '15 mg/kg/d'],
    ['1500 milliunits/h', '1500 milliunits/h'],
    ['72.0 mg', '72 mg'],
    ['0.12345678901234567890123 mg', '0.12345678901234567890123 mg'],
  ])('is taken: %s', (text, stored) => {
    expect(typed(text)).toBe(stored);
  });

  it.each([
    ['40 min', '40 min'],
    ['4 h', '4 h'],
    ['2 d', '2 d'],
    ['90 s', '90 s'],
  ])('is a duration: %s', (text, stored) => {
    expect(typed(text, DURATION_UNITS)).toBe(stored);
  });

  it('keeps every digit of forty decimals', () => {
    const parsed = parseQuantity(`1.${'0'.repeat(39)}1 mg`, DOSE);
    expect(parsed).toEqual({
      ok: true,
      value: { unit: 'mg', value: { numerator: 10n ** 40n + 1n, denominator: 10n ** 40n } },
    });
  });

  it.each([
    ['.5 mg', 'Start with a zero: 0.5'],
    ['5. mg', 'Nothing after the point. Type 5 or 5.x'],
    ['1,5 mg', 'Use a point, not a comma. Type 1.5 or 15'],
    ['1 000 mg', 'Type the digits only: 1000'],
    ['1,000 mg', 'Type the digits only: 1000'],
    ['05 mg', 'Extra zero at the start'],
    ['00.5 mg', 'Extra zero at the start'],
    ['0.5.5 mg', 'A second point was typed. Use one point only'],
    ['-5 mg', 'Digits and one point only'],
    ['+5 mg', 'Digits and one point only'],
    ['1e3 mg', 'Digits and one point only'],
    ['1E-3 mg', 'Digits and one point only'],
    ['1e+3 mg', 'Digits and one point only'],
    ['½ mg', 'Digits and one point only'],
    ['1/2 mg', 'Digits and one point only'],
    ['٥ mg', 'Digits and one point only'],
    ['mg', 'Digits and one point only'],
    [' ', 'Digits and one point only'],
    ['5% mg', '"% mg" is not a unit of this field. It takes a dose'],
    ['5 °', '"°" is not a unit of this field. It takes a dose'],
    ['', 'Not entered'],
  ])('has a number that is refused: %s', (text, reason) => {
    expect(typed(text)).toBe(reason);
  });

  it.each([
    ['5', 'The unit is missing. It takes a dose'],
    ['5 ', 'The unit is missing. It takes a dose'],
    ['5 µg', 'Write mcg, not µg'],
    ['5 μg/kg/min', 'Write mcg/kg/min, not μg/kg/min'],
    ['5 ug', 'Write mcg, not ug'],
    ['5 Mg', 'Write mg, not Mg'],
    ['5 cc', 'Write mL, not cc'],
    ['5 ml/kg', 'Write mL/kg, not ml/kg'],
    ['5 mg/hr', 'Write mg/h, not mg/hr'],
    ['5 IU', 'Write units, not IU'],
    ['5 U/kg', 'Write units/kg, not U/kg'],
    ['5 mU/min', 'Write milliunits/min, not mU/min'],
    ['5 mg per kg', 'Write mg/kg, not mg per kg'],
    ['5 mg  per  kg', 'Write mg/kg, not mg  per  kg'],
    ['5 mg / kg', 'Write mg/kg, not mg / kg'],
    ['5 mg/m²', 'Write mg/m2, not mg/m²'],
    ['5 lb', '"lb" is not a unit of this field. It takes a dose'],
    ['5 kg', '"kg" is not a unit of this field. It takes a dose'],
    ['5 %', '"%" is not a unit of this field. It takes a dose'],
    ['5 mg/kg/week', '"mg/kg/week" is not a unit of this field. It takes a dose'],
    ['5 mg 3 mcg', '"mg 3 mcg" is not a unit of this field. It takes a dose'],
    ['5 constructor', '"constructor" is not a unit of this field. It takes a dose'],
    ['5mg', 'Type one space between number and unit, and none elsewhere: 5 mg'],
    ['5  mg', 'Type one space between number and unit, and none elsewhere: 5 mg'],
    [' 5 mg', 'Type one space between number and unit, and none elsewhere: 5 mg'],
    ['5 mg ', 'Type one space between number and unit, and none elsewhere: 5 mg'],
    ['5\u00a0mg', 'Type one space between number and unit, and none elsewhere: 5 mg'],
    ['5 mg\n', 'Type one space between number and unit, and none elsewhere: 5 mg'],
    ['0 mg', 'Type a value above 0'],
    ['0.000 mg', 'Type a value above 0'],
  ])('has a unit, a space or a value that is refused: %j', (text, reason) => {
    expect(typed(text)).toBe(reason);
  });

  it('says the number first where number and unit are both wrong', () => {
    expect(typed('.5 µg')).toBe('Start with a zero: 0.5');
  });

  it('takes a value however little above 0', () => {
    expect(typed(`0.${'0'.repeat(20)}1 mg`)).toBe(`0.${'0'.repeat(20)}1 mg`);
  });

  it('takes no unit of another field', () => {
    expect(typed('72 cm', ['kg'])).toBe('"cm" is not a unit of this field. It takes a dose');
    expect(typed('72 Kg', ['kg'])).toBe('Write kg, not Kg');
  });
});

describe('the set of texts that are taken', () => {
  const GRAMMAR = /^(?:0|[1-9][0-9]*)(?:\.[0-9]+)? (?:mL|L)$/;
  const volume = (text: string) => parseQuantity(text, { units: VOLUME_UNITS, takes: 'mL or L' });

  it('is exactly the grammar, without 0', () => {
    const pieces = fc.constantFrom(
      '0',
      '1',
      '5',
      '.',
      ',',
      '-',
      'e',
      ' ',
      '\u00a0',
      'm',
      'L',
      'mL',
      'l',
      '/',
      '٣',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 7 }).map((parts) => parts.join('')),
        (text) => {
          expect(volume(text).ok).toBe(GRAMMAR.test(text) && /[1-9]/.test(text));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('gives back what was typed, in every unit', () => {
    const digits = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.stringMatching(/^[0-9]{0,12}[1-9]$/));
    fc.assert(
      fc.property(digits, fc.constantFrom(...DOSE_UNITS), ([whole, decimals], unit) => {
        expect(typed(`${whole}.${decimals} ${unit}`)).toBe(`${whole}.${decimals} ${unit}`);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a typed body weight', () => {
  it.each([
    ['72 kg', '72 kg'],
    ['72.5 kg', '72.5 kg'],
    ['850 g', '0.85 kg'],
    ['3250.5 g', '3.2505 kg'],
    ['159 lb', '"lb" is not a unit of this field. It takes kg or g'],
    ['72 Kg', 'Write kg, not Kg'],
    ['72', 'The unit is missing. It takes kg or g'],
    ['0 g', 'Type a value above 0'],
    ['', 'Not entered'],
  ])('%j is %s', (text, result) => {
    expect(typedWeight(text)).toBe(result);
  });
});

describe('a typed concentration', () => {
  const forms = 'an amount per mL such as 1 mg/mL, or a mixture such as 50 mg in 50 mL or 3 mg/kg in 50 mL';

  it.each([
    ['1 mg/mL', '1 mg/mL'],
    ['4 mcg/mL', '4 mcg/mL'],
    ['0.06 mg/kg/mL', '0.06 mg/kg/mL'],
    ['50 mg in 50 mL', '50 mg into 50 mL'],
    ['3 mg/kg in 50 mL', '3 mg/kg into 50 mL'],
    ['2 units/m2 in 0.5 L', '2 units/m2 into 0.5 L'],
    ['1 ml', 'Write mL, not ml'],
    ['1 mg/ml', 'Write mg/mL, not mg/ml'],
    ['5 %', `"%" is not a unit of this field. It takes ${forms}`],
    ['1 mg', `"mg" is not a unit of this field. It takes ${forms}`],
    ['1 mg/L', `"mg/L" is not a unit of this field. It takes ${forms}`],
    ['50 mg/h in 50 mL', `"mg/h" is not a unit of this field. It takes ${forms}`],
    ['50 mL in 50 mL', `"mL" is not a unit of this field. It takes ${forms}`],
    ['50 in 50 mL', `The unit is missing. It takes ${forms}`],
    ['50 mg in .5 mL', 'Start with a zero: 0.5'],
    ['50 mg in 50 h', '"h" is not a unit of this field. It takes mL or L'],
    ['50 mg in 50 mL in 50 mL', '"mL in 50 mL" is not a unit of this field. It takes mL or L'],
    ['50 mg in 0 mL', 'Type a value above 0'],
    [' in 50 mL', 'Not entered'],
    ['50 mg in ', 'Not entered'],
    ['', 'Not entered'],
  ])('%j is %s', (text, result) => {
    expect(typedConcentration(text)).toBe(result);
  });
});

it('tells a concentration by its strength from a mixture', () => {
  expect(parseConcentration('1 mg/mL')).toMatchObject({ ok: true, value: { kind: 'strength' } });
  expect(parseConcentration('50 mg in 50 mL')).toMatchObject({ ok: true, value: { kind: 'mixture' } });
});

describe('the spelling to write', () => {
  it('is none where a unit is ours, or has no other spelling', () => {
    for (const unit of [...DOSE_UNITS, ...DURATION_UNITS]) expect(unitToWrite(unit)).toBeUndefined();
    for (const unit of ['lb', 'oz', 'in', 'ft', 'toString']) expect(unitToWrite(unit)).toBeUndefined();
  });

  it.each([
    [['NG', 'ngs', 'nanogram', 'nanograms'], 'ng'],
    [['MCG', 'Mcg', 'mcgs', 'microgram', 'micrograms'], 'mcg'],
    [['MG', 'mgs', 'mgm', 'milligram', 'milligrams'], 'mg'],
    [['G', 'gm', 'gms', 'gr', 'gram', 'grams'], 'g'],
    [['mIU', 'milliunit'], 'milliunits'],
    [['u', 'iu', 'unit', 'Units'], 'units'],
    [['meq', 'mEQ', 'MEQ', 'mEqs'], 'mEq'],
    [['mMol', 'MMOL', 'mmols', 'millimole', 'millimoles'], 'mmol'],
    [['ML', 'Ml', 'mls', 'ccs', 'CC', 'millilitre', 'millilitres', 'milliliter', 'milliliters'], 'mL'],
    [['l', 'litre', 'litres', 'liter', 'liters'], 'L'],
    [['S', 'sec', 'secs', 'second', 'seconds'], 's'],
    [['MIN', 'Min', 'mins', 'minute', 'minutes'], 'min'],
    [['H', 'hr', 'hrs', 'hour', 'hours'], 'h'],
    [['D', 'day', 'days'], 'd'],
    [['KG', 'kgs', 'kilo', 'kilos', 'kilogram', 'kilograms'], 'kg'],
    [['m^2', 'M2', 'sqm'], 'm2'],
    [['CM', 'Cm', 'cms', 'centimetre', 'centimetres', 'centimeter', 'centimeters'], 'cm'],
    [['GTT', 'gtts', 'drop', 'drops'], 'gtt'],
  ])('of %j is %s', (spellings, written) => {
    for (const spelling of spellings) expect(unitToWrite(spelling)).toBe(written);
  });
});

it('reads a stored quantity back as it was typed', () => {
  const parsed = parseQuantity('0.5 mg/kg', DOSE);
  expect(parsed.ok && parsed.value).toEqual(readQuantity('0.5 mg/kg', 'mg/kg'));
});
