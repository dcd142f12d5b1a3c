import { describe, expect, it } from 'vitest';
import { answerRow } from '../../../src/core/batch/answerRow.ts';
import { ASKS } from '../../../src/core/batch/asks.ts';
import { type Row, rowErrorText } from '../../../src/core/batch/row.ts';
import vectors from '../../fixtures/dosing/batch.json' with { type: 'json' };

/** The exact answer with its unit, or everything that is wrong with the row. */
function answer(row: Row): string {
  const answered = answerRow(row);
  return answered.ok ? `${answered.value.exact} ${answered.value.unit}` : rowErrorText(answered.failure);
}

function working(row: Row): string {
  const answered = answerRow(row);
  return answered.ok ? answered.value.working : rowErrorText(answered.failure);
}

describe('worked rows', () => {
  it.each(vectors.cases.map(({ name, row, expected }) => [name, row as Row, expected] as const))(
    '%s',
    (_name, row, expected) => {
      const answered = answerRow(row);
      expect(answered.ok && answered.value).toMatchObject({
        exact: expected.exact,
        unit: expected.unit,
        isApproximate: expected.approximate === 'yes',
      });
    },
  );

  it('ask every question there is', () => {
    expect(new Set(vectors.cases.map(({ row }) => row.ask))).toEqual(new Set(ASKS));
  });
});

describe('the sum with its numbers put in', () => {
  it.each<[string, Row]>([
    [
      '0.5 mg/kg × 72 kg ÷ (50 mg in 50 mL) ÷ 40 min × 60 min/h = 54 mL/h',
      {
        ask: 'rate',
        unit: 'mL/h',
        weight: '72 kg',
        dose: '0.5 mg/kg',
        concentration: '50 mg in 50 mL',
        duration: '40 min',
      },
    ],
    [
      '5 mcg/kg/min × 70 kg ÷ 1 mg/mL × 60 min/h ÷ 1000 mcg/mg = 21 mL/h',
      { ask: 'rate', unit: 'mL/h', weight: '70 kg', dose: '5 mcg/kg/min', concentration: '1 mg/mL' },
    ],
    [
      '1000 mL × 20 gtt/mL ÷ 8 h ÷ 60 min/h = 125/3 gtt/min',
      { ask: 'drip rate', unit: 'gtt/min', volume: '1000 mL', duration: '8 h', 'drop factor': '20 gtt/mL' },
    ],
    [
      '(3 mg/kg in 50 mL) × 3.2 kg × 50 mL = 9.6 mg',
      { ask: 'amount to add', unit: 'mg', weight: '3.2 kg', concentration: '3 mg/kg in 50 mL' },
    ],
    [
      '5 mL/kg/h × 0.85 kg × 2 h = 8.5 mL',
      { ask: 'volume', unit: 'mL', weight: '850 g', dose: '5 mL/kg/h', duration: '2 h' },
    ],
    ['850 mL ÷ 1000 mL/L = 0.85 L', { ask: 'convert', unit: 'L', volume: '850 mL' }],
    [
      '√(172 × 72 ÷ 3600) = 1.8547236991 m2 to 12 digits',
      { ask: 'body surface area', weight: '72 kg', height: '172 cm', formula: 'Mosteller' },
    ],
    [
      '0.007184 × 72^0.425 × 172^0.725 = 1.84710149003 m2 to 12 digits; 75 mg/m2 × 1.84710149003 m2 = 138.53261175225 mg',
      {
        ask: 'total dose',
        unit: 'mg',
        weight: '72 kg',
        height: '172 cm',
        formula: 'DuBois',
        dose: '75 mg/m2',
      },
    ],
    [
      '0.024265 × 3.4^0.5378 × 51^0.3964 = 0.222684749254 m2 to 12 digits',
      { ask: 'body surface area', weight: '3400 g', height: '51 cm', formula: 'Haycock' },
    ],
    ['50 + 2.3 × (172 ÷ 2.54 − 60) = 8604/127 kg', { ask: 'ideal weight', height: '172 cm', sex: 'male' }],
    [
      '45.5 + 2.3 × (172 ÷ 2.54 − 60) = 16065/254 kg; (16065/254) + 0.4 × (100 − (16065/254)) = 19799/254 kg',
      { ask: 'adjusted weight', weight: '100 kg', height: '172 cm', sex: 'female' },
    ],
    [
      '45.5 + 2.3 × (165.1 ÷ 2.54 − 60) = 57 kg; 57 + 0.4 × (107 − 57) = 77 kg',
      { ask: 'adjusted weight', weight: '107 kg', height: '165.1 cm', sex: 'female' },
    ],
    [
      '50 + 2.3 × (182.88 ÷ 2.54 − 60) = 77.6 kg; 60 kg is not above it and stands = 60 kg',
      { ask: 'adjusted weight', weight: '60 kg', height: '182.88 cm', sex: 'male' },
    ],
    [
      '1.1 × 90 − 128 × (90 ÷ 180)^2 = 67 kg',
      { ask: 'lean weight', weight: '90 kg', height: '180 cm', sex: 'male', formula: 'James' },
    ],
    [
      '1.07 × 64 − 148 × (64 ÷ 160)^2 = 44.8 kg',
      { ask: 'lean weight', weight: '64 kg', height: '160 cm', sex: 'female', formula: 'James' },
    ],
    [
      '9270 × 98 ÷ (6680 + 216 × 10000 × 98 ÷ 175^2) = 227115/3398 kg',
      { ask: 'lean weight', weight: '98 kg', height: '175 cm', sex: 'male', formula: 'Janmahasatian' },
    ],
    [
      '9270 × 128 ÷ (8780 + 244 × 10000 × 128 ÷ 160^2) = 59328/1049 kg',
      { ask: 'lean weight', weight: '128 kg', height: '160 cm', sex: 'female', formula: 'Janmahasatian' },
    ],
  ])('is %s', (sum, row) => {
    expect(working(row)).toBe(sum);
  });
});

describe('a row that cannot be read', () => {
  it.each<[string, Row]>([
    [`ask: Not entered. It is one of: ${ASKS.join(', ')}`, { unit: 'mL/h' }],
    [`ask: "Rate" is not one of: ${ASKS.join(', ')}`, { ask: 'Rate' }],
    ['unit: Not entered. The rate is asked in a volume per time such as mL/h', { ask: 'rate' }],
    ['unit: Write mL/h, not ml/h', { ask: 'rate', unit: 'ml/h' }],
    [
      'unit: "mg/h" is not a unit of this answer. The rate is asked in a volume per time such as mL/h',
      { ask: 'rate', unit: 'mg/h' },
    ],
    [
      'unit: "mg" is not a unit of this answer. The dose rate is asked in an amount per time such as mg/h or mcg/kg/min',
      { ask: 'dose rate', unit: 'mg' },
    ],
    [
      'unit: "mg/h" is not a unit of this answer. The total dose is asked in an amount such as mg or mg/kg, or an amount per day such as mg/d',
      { ask: 'total dose', unit: 'mg/h' },
    ],
    [
      'unit: "mL" is not a unit of this answer. The duration is asked in s, min, h or d',
      { ask: 'duration', unit: 'mL' },
    ],
    [
      'unit: "mg" is not a unit of this answer. The volume is asked in mL, L, or these per kg or m2',
      { ask: 'volume', unit: 'mg' },
    ],
    [
      'unit: "mL/h" is not a unit of this answer. The volume is asked in mL, L, or these per kg or m2',
      { ask: 'volume', unit: 'mL/h' },
    ],
    [
      'unit: "mL/kg" is not a unit of this answer. The draw-up volume is asked in mL or L',
      { ask: 'draw-up volume', unit: 'mL/kg' },
    ],
    [
      'unit: "mL/h" is not a unit of this answer. The drip rate is asked in gtt/min',
      { ask: 'drip rate', unit: 'mL/h' },
    ],
    [
      'unit: "mg" is not a unit of this answer. The concentration is asked in an amount per mL such as mg/mL',
      { ask: 'concentration', unit: 'mg' },
    ],
    [
      'unit: "mL" is not a unit of this answer. The amount to add is asked in an amount such as mg or units, or this per kg or m2',
      { ask: 'amount to add', unit: 'mL' },
    ],
    [
      'unit: "lb" is not a unit of this answer. The value to convert is asked in any unit of the other columns',
      { ask: 'convert', unit: 'lb' },
    ],
    [
      'unit: "kg" is not a unit of this answer. The body surface area is asked in m2',
      { ask: 'body surface area', unit: 'kg' },
    ],
    [
      'unit: "m2" is not a unit of this answer. The ideal weight is asked in kg',
      { ask: 'ideal weight', unit: 'm2' },
    ],
    [
      'height: "m" is not a unit of this field. It takes cm; sex: "F" is not one of: female, male; formula: "mosteller" is not one of: Mosteller, DuBois, Haycock, Devine, James, Janmahasatian',
      { ask: 'body surface area', height: '1.72 m', sex: 'F', formula: 'mosteller' },
    ],
    [
      'weight: "lb" is not a unit of this field. It takes kg or g; dose: Start with a zero: 0.5; concentration: Write mg/mL, not mg/ml; duration: Write h, not hr; volume: Write mL, not cc; rate: "mg/h" is not a unit of this field. It takes a volume per time such as mL/h; drop factor: Write gtt/mL, not drops/mL; bsa: Write m2, not m²',
      {
        ask: 'rate',
        unit: 'mL/h',
        weight: '159 lb',
        dose: '.5 mg/kg',
        concentration: '1 mg/ml',
        duration: '1 hr',
        volume: '50 cc',
        rate: '54 mg/h',
        'drop factor': '20 drops/mL',
        bsa: '1.73 m²',
      },
    ],
    [
      'unit: Write mL/h, not ml/h; dose: "cm" is not a unit of this field. It takes an amount (ng mcg mg g milliunits units mEq mmol mL L), per kg, m2 or nothing, per min, h, d or nothing, such as 0.5 mg/kg',
      { ask: 'rate', unit: 'ml/h', dose: '5 cm' },
    ],
    [
      'duration: "h 30 min" is not a unit of this field. It takes s, min, h or d, one number with one of them',
      { ask: 'rate', unit: 'mL/h', duration: '1 h 30 min', volume: '50 mL' },
    ],
    [
      'volume: "mL/kg" is not a unit of this field. It takes mL or L',
      { ask: 'rate', unit: 'mL/h', volume: '5 mL/kg' },
    ],
    [
      'drop factor: "gtt/min" is not a unit of this field. It takes gtt/mL',
      { ask: 'drip rate', 'drop factor': '20 gtt/min' },
    ],
    ['bsa: "kg" is not a unit of this field. It takes m2', { ask: 'rate', unit: 'mL/h', bsa: '1.73 kg' }],
  ])('says %s', (errors, row) => {
    expect(answer(row)).toBe(errors);
  });
});

describe('a body size that lacks a measure', () => {
  const patient: Row = { weight: '72 kg', height: '172 cm', sex: 'male' };
  const without = (field: 'weight' | 'height' | 'sex', row: Row): string => {
    const { [field]: _left, ...others } = patient;
    return answer({ ...others, ...row });
  };

  it.each<[Row, readonly ('weight' | 'height' | 'sex')[]]>([
    [{ ask: 'body surface area', formula: 'Mosteller' }, ['weight', 'height']],
    [{ ask: 'ideal weight' }, ['height', 'sex']],
    [{ ask: 'adjusted weight' }, ['weight', 'height', 'sex']],
    [{ ask: 'lean weight', formula: 'James' }, ['weight', 'height', 'sex']],
    [{ ask: 'lean weight', formula: 'Janmahasatian' }, ['weight', 'height', 'sex']],
  ])('is refused, with the one that is missing: %o', (row, needed) => {
    for (const field of needed)
      expect(without(field, row)).toBe(`${field}: Not entered. The ${row.ask} needs it`);
  });

  it('names the formula that is missing', () => {
    expect(answer({ ...patient, ask: 'lean weight' })).toBe(
      'formula: Not entered. The lean weight takes James or Janmahasatian',
    );
    expect(answer({ ...patient, ask: 'ideal weight', formula: 'James' })).toBe(
      'formula: James does not give it. The ideal weight takes Devine',
    );
  });
});

describe('a row that has not enough', () => {
  it.each<[string, Row]>([
    ['duration: Not entered. The rate needs it', { ask: 'rate', unit: 'mL/h', volume: '50 mL' }],
    ['concentration: Not entered. The rate needs it', { ask: 'rate', unit: 'mL/h', dose: '22 mg/h' }],
    [
      'duration: Not entered. The rate needs it',
      { ask: 'rate', unit: 'mL/h', dose: '36 mg', concentration: '1 mg/mL' },
    ],
    ['duration: Not entered. The total dose needs it', { ask: 'total dose', unit: 'mg', dose: '22 mg/h' }],
    [
      'ask: Not enough for the rate. Fill in dose and concentration, or volume and duration',
      { ask: 'rate', unit: 'mL/h' },
    ],
    ['rate: Not entered. The duration needs it', { ask: 'duration', unit: 'h', volume: '500 mL' }],
    [
      'volume: Not entered. The amount to add needs it',
      { ask: 'amount to add', unit: 'mg', concentration: '1 mg/mL' },
    ],
    [
      'dose: A dose in mL is a volume. The concentration needs the amount of drug',
      { ask: 'concentration', unit: 'mg/mL', dose: '20 mL', volume: '50 mL' },
    ],
    [
      'dose: A dose in mL is a volume. The draw-up volume needs the amount of drug',
      { ask: 'draw-up volume', unit: 'mL', dose: '20 mL', concentration: '1 mg/mL' },
    ],
    [
      'dose: Not entered. The draw-up volume needs it',
      { ask: 'draw-up volume', unit: 'mL', concentration: '1 mg/mL' },
    ],
    [
      'ask: Not enough for the draw-up volume. Fill in dose and concentration',
      { ask: 'draw-up volume', unit: 'mL' },
    ],
    ['drop factor: Not entered. The drip rate needs it', { ask: 'drip rate', rate: '54 mL/h' }],
    [
      'ask: Not enough for the drip rate. Fill in duration, or rate',
      { ask: 'drip rate', volume: '54 mL', 'drop factor': '20 gtt/mL' },
    ],
    [
      'weight: Not entered. A value per kg needs it here',
      { ask: 'total dose', unit: 'mg', dose: '0.5 mg/kg' },
    ],
    [
      'bsa: Not entered. A value per m2 needs it here; enter it, or weight, height and a formula for it',
      { ask: 'total dose', unit: 'mg', dose: '75 mg/m2', weight: '72 kg', height: '172 cm' },
    ],
    [
      'ask: Nothing to convert. To convert, fill in one of dose, concentration, duration, volume, rate and drop factor',
      { ask: 'convert', unit: 'mg/h' },
    ],
    [
      'weight: Not entered. The body surface area needs it; height: Not entered. The body surface area needs it; formula: Not entered. The body surface area takes Mosteller or DuBois or Haycock',
      { ask: 'body surface area' },
    ],
    [
      'height: Not entered. The ideal weight needs it; sex: Not entered. The ideal weight needs it',
      { ask: 'ideal weight' },
    ],
    [
      'weight: Not entered. The adjusted weight needs it; height: Not entered. The adjusted weight needs it; sex: Not entered. The adjusted weight needs it',
      { ask: 'adjusted weight' },
    ],
    [
      'weight: Not entered. The lean weight needs it; formula: Not entered. The lean weight takes James or Janmahasatian',
      { ask: 'lean weight', height: '172 cm', sex: 'male' },
    ],
    [
      'height: Not entered. The bsa of this rate needs it',
      {
        ask: 'rate',
        unit: 'mL/h',
        dose: '1 mg/m2/h',
        concentration: '1 mg/mL',
        weight: '72 kg',
        formula: 'Mosteller',
      },
    ],
  ])('says %s', (errors, row) => {
    expect(answer(row)).toBe(errors);
  });
});

describe('a row that contradicts itself', () => {
  it.each<[string, Row]>([
    [
      'volume, dose, weight, concentration: These contradict one another: 0.5 mg/kg × 72 kg ÷ 1 mg/mL ÷ 40 min × 60 min/h = 54 mL/h, but 50 mL ÷ 40 min × 60 min/h = 75 mL/h. Correct one, or leave it empty',
      {
        ask: 'rate',
        unit: 'mL/h',
        weight: '72 kg',
        dose: '0.5 mg/kg',
        concentration: '1 mg/mL',
        duration: '40 min',
        volume: '50 mL',
      },
    ],
    [
      'volume, dose, weight: These contradict one another: 20 mL/kg × 10 kg ÷ 1 h = 200 mL/h, but 201 mL ÷ 1 h = 201 mL/h. Correct one, or leave it empty',
      { ask: 'rate', unit: 'mL/h', weight: '10 kg', dose: '20 mL/kg', volume: '201 mL', duration: '1 h' },
    ],
    [
      'volume, duration, dose, concentration: These contradict one another: 22 mg/h ÷ 2 mg/mL = 11 mL/h, but 100 mL ÷ 5 h = 20 mL/h. Correct one, or leave it empty',
      {
        ask: 'rate',
        unit: 'mL/h',
        dose: '22 mg/h',
        concentration: '2 mg/mL',
        volume: '100 mL',
        duration: '5 h',
      },
    ],
    [
      'rate, volume, duration: These contradict one another: 100 mL ÷ 5 h = 20 mL/h, but 21 mL/h = 21 mL/h. Correct one, or leave it empty',
      { ask: 'rate', unit: 'mL/h', volume: '100 mL', duration: '5 h', rate: '21 mL/h' },
    ],
    [
      'dose, rate: These contradict one another: (3 mg in 50 mL) × 50 mL = 3 mg, but 1 mg/h × 50 mL ÷ 1 mL/h = 50 mg. Correct one, or leave it empty',
      { ask: 'amount to add', unit: 'mg', concentration: '3 mg in 50 mL', dose: '1 mg/h', rate: '1 mL/h' },
    ],
    [
      'dose, concentration: 36 mg and 1 units/mL are not counted in the same kind of unit',
      { ask: 'volume', unit: 'mL', dose: '36 mg', concentration: '1 units/mL' },
    ],
    [
      'dose, concentration: 36 mmol and (1 mEq in 1 mL) are not counted in the same kind of unit',
      { ask: 'volume', unit: 'mL', dose: '36 mmol', concentration: '1 mEq in 1 mL' },
    ],
    [
      'unit: units/h does not measure what follows from 54 mL/h and 1 mg/mL',
      { ask: 'dose rate', unit: 'units/h', rate: '54 mL/h', concentration: '1 mg/mL' },
    ],
    [
      'unit: mg/h does not measure what follows from 0.5 mg/kg',
      { ask: 'convert', unit: 'mg/h', dose: '0.5 mg/kg' },
    ],
    ['unit: cm does not measure what follows from 72 kg', { ask: 'convert', unit: 'cm', weight: '72 kg' }],
    [
      'dose, rate: To convert, fill in one of dose, concentration, duration, volume, rate and drop factor, and no other',
      { ask: 'convert', unit: 'mg/h', dose: '5 mg/h', rate: '5 mL/h' },
    ],
    [
      'duration, volume, drop factor, concentration: To convert, fill in one of dose, concentration, duration, volume, rate and drop factor, and no other',
      {
        ask: 'convert',
        unit: 'mg/mL',
        duration: '1 h',
        volume: '50 mL',
        'drop factor': '20 gtt/mL',
        concentration: '1 mg/mL',
      },
    ],
    [
      'height, bsa: To convert, fill in one of dose, concentration, duration, volume, rate and drop factor, and no other',
      { ask: 'convert', unit: 'cm', height: '172 cm', bsa: '1.8 m2' },
    ],
    [
      'weight, height: To convert, fill in one of dose, concentration, duration, volume, rate and drop factor, and no other',
      { ask: 'convert', unit: 'kg', weight: '72 kg', height: '172 cm' },
    ],
    [
      'bsa: The body surface area is what is asked. Leave it empty',
      { ask: 'body surface area', weight: '72 kg', height: '172 cm', formula: 'DuBois', bsa: '1.73 m2' },
    ],
    [
      'formula: Devine does not give it. The body surface area takes Mosteller or DuBois or Haycock',
      { ask: 'body surface area', weight: '72 kg', height: '172 cm', formula: 'Devine' },
    ],
    [
      'formula: James does not give it. The ideal weight takes Devine',
      { ask: 'ideal weight', height: '172 cm', sex: 'male', formula: 'James' },
    ],
    [
      'formula: James does not give it. The adjusted weight takes Devine',
      { ask: 'adjusted weight', weight: '72 kg', height: '172 cm', sex: 'male', formula: 'James' },
    ],
    [
      'formula: Devine does not give it. The bsa of this rate takes Mosteller or DuBois or Haycock',
      {
        ask: 'rate',
        unit: 'mL/h',
        volume: '50 mL',
        duration: '1 h',
        weight: '72 kg',
        height: '172 cm',
        formula: 'Devine',
      },
    ],
    [
      'formula: The rate of this row takes no formula. Leave it empty',
      {
        ask: 'rate',
        unit: 'mL/h',
        volume: '50 mL',
        duration: '1 h',
        weight: '72 kg',
        height: '172 cm',
        formula: 'DuBois',
      },
    ],
    [
      'formula: The bsa is given and nothing else takes a formula. Leave one of them empty',
      {
        ask: 'total dose',
        unit: 'mg',
        dose: '75 mg/m2',
        bsa: '1.73 m2',
        weight: '72 kg',
        height: '172 cm',
        formula: 'DuBois',
      },
    ],
    [
      'dose, concentration: 1 mg/m2 and 1 units/mL are not counted in the same kind of unit',
      {
        ask: 'volume',
        unit: 'mL',
        dose: '1 mg/m2',
        concentration: '1 units/mL',
        weight: '72 kg',
        height: '172 cm',
        formula: 'DuBois',
      },
    ],
  ])('says %s', (errors, row) => {
    expect(answer(row)).toBe(errors);
  });

  it.each<[string, Row]>([
    ['another way misses a weight', { concentration: '0.5 mg/kg/mL', volume: '72 mL' }],
  ])('is refused where %s', (_why, more) => {
    expect(answer({ ask: 'total dose', unit: 'mg', dose: '36 mg', ...more })).toBe(
      'weight: Not entered. A value per kg needs it here',
    );
  });
});

describe('a published formula that does not hold', () => {
  it.each<[string, Row]>([
    [
      'height: 152.3 cm is below 152.4 cm, where the Devine formula begins',
      { ask: 'ideal weight', height: '152.3 cm', sex: 'female' },
    ],
    [
      'weight, height: The body mass index 37.1094 kg/m2 is above 36.1 kg/m2, up to which the James formula holds. Janmahasatian has no such limit',
      { ask: 'lean weight', weight: '95 kg', height: '160 cm', sex: 'female', formula: 'James' },
    ],
    [
      'weight, height: The formula gives 30.497 kg, more than the whole weight of 30 kg. It does not hold for this body',
      { ask: 'lean weight', weight: '30 kg', height: '163 cm', sex: 'male', formula: 'Janmahasatian' },
    ],
  ])('says %s', (errors, row) => {
    expect(answer(row)).toBe(errors);
  });
});

describe('a field that is not needed', () => {
  const asked: Row = { ask: 'rate', unit: 'mL/h', dose: '22 mg/h', concentration: '2 mg/mL' };

  it.each<[string, Row]>([
    ['a weight', { weight: '72 kg' }],
    ['a height, a sex and a surface', { height: '172 cm', sex: 'female', bsa: '1.8 m2' }],
    ['a drop factor', { 'drop factor': '20 gtt/mL' }],
    ['a duration', { duration: '96 h' }],
    ['a volume that leads nowhere', { volume: '500 mL' }],
    ['a volume and duration that give the same rate', { volume: '1056 mL', duration: '96 h' }],
    ['a rate that is the same', { rate: '11 mL/h' }],
    ['cells that are empty', { volume: '', weight: '', formula: '' }],
  ])('is let stand: %s', (_what, more) => {
    expect(answer({ ...asked, ...more })).toBe('11 mL/h');
  });

  it('is read all the same', () => {
    expect(answer({ ...asked, weight: '.5 kg' })).toBe('weight: Start with a zero: 0.5');
  });

  it('leaves a container its own volume: it may hold more than the dose', () => {
    const row: Row = { dose: '0.5 mg/kg', weight: '72 kg', concentration: '1 mg/mL', volume: '50 mL' };
    expect(answer({ ...row, ask: 'amount to add', unit: 'mg' })).toBe('50 mg');
    expect(answer({ ...row, ask: 'draw-up volume', unit: 'mL' })).toBe('36 mL');
  });
});

describe('weight and surface', () => {
  it.each<[string, Row]>([
    ['4.8 mg', { unit: 'mg', dose: '1 mg/kg/h', duration: '4.8 h', weight: '1 kg' }],
    ['36 mg/kg', { unit: 'mg/kg', dose: '36 mg/kg', weight: '72 kg', bsa: '2 m2' }],
    ['2 mg/m2', { unit: 'mg/m2', dose: '0.5 mg/kg', weight: '8 kg', bsa: '2 m2' }],
    ['0.25 mg/kg', { unit: 'mg/kg', dose: '2 mg/m2', weight: '16 kg', bsa: '2 m2' }],
    ['18 mg', { unit: 'mg', concentration: '2 mg/kg/mL', weight: '3 kg', rate: '3 mL/h', duration: '1 h' }],
    [
      '54 mg',
      { unit: 'mg', concentration: '2 mg/kg/mL', weight: '3 kg', rate: '3 mL/kg/h', duration: '1 h' },
    ],
    ['24 mg', { unit: 'mg', concentration: '2 mg/m2/mL', bsa: '2 m2', rate: '3 mL/m2/h', duration: '1 h' }],
    [
      '36 mg',
      {
        unit: 'mg',
        concentration: '2 mg/m2/mL',
        bsa: '2 m2',
        weight: '3 kg',
        rate: '3 mL/kg/h',
        duration: '1 h',
      },
    ],
  ])('stand in as often as the units ask: %s', (expected, row) => {
    expect(answer({ ask: 'total dose', ...row })).toBe(expected);
  });
});

describe('a convert', () => {
  it.each<[string, Row]>([
    ['172 cm', { unit: 'cm', height: '172 cm' }],
    ['1.73 m2', { unit: 'm2', bsa: '1.73 m2' }],
    ['20 gtt/mL', { unit: 'gtt/mL', 'drop factor': '20 gtt/mL' }],
    ['0.06 mg/kg/mL', { unit: 'mg/kg/mL', concentration: '3 mg/kg in 50 mL' }],
    ['4.2 mg/mL', { unit: 'mg/mL', concentration: '3 mg/kg in 50 mL', weight: '70 kg', height: '172 cm' }],
    ['0.75 mL/kg/h', { unit: 'mL/kg/h', rate: '54 mL/h', weight: '72 kg' }],
  ])('gives %s', (expected, row) => {
    expect(answer({ ask: 'convert', ...row })).toBe(expected);
  });
});
