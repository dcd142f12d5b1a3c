import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import library from '../../../resources/demo-library.json' with { type: 'json' };
import { librarySchema } from '../../../src/contract/library.ts';
import { quantityText, readQuantity } from '../../../src/core/quantity/quantity.ts';
import { compareEntries, type EntryReference } from '../../../src/core/session/compareEntries.ts';
import {
  type EntryField,
  type EntryValues,
  fieldsToEnterAgain,
} from '../../../src/core/session/entryFields.ts';
import type { PinnedRules } from '../../../src/core/session/events.ts';
import { containerUseBy, orderedInput } from '../../../src/core/session/orderInput.ts';
import { type ParsedEntry, parseEntryValues } from '../../../src/core/session/typedEntry.ts';

const { protocols, pumps, drugs, lineVolume, reconciliationTolerance } = librarySchema.parse(library);
const [protocol, pump, product] = [
  protocols.find((each) => each.mode === 'doseOverTime'),
  pumps[0],
  drugs[0]?.products[0],
];
if (!protocol || !pump || !product) throw new Error('the demo library is empty');
const rules: PinnedRules = {
  protocol,
  pump,
  product,
  drugName: 'ketamine',
  lineVolume: lineVolume as PinnedRules['lineVolume'],
  reconciliationTolerance: reconciliationTolerance as PinnedRules['reconciliationTolerance'],
};

const reference: EntryReference = {
  born: '1984-03-09',
  body: { sex: 'female', height: '172 cm' },
  order: {
    dose: '0.5 mg/kg',
    duration: '40 min',
    amount: '50 mg',
    volume: '50 mL',
    mixing: 'madeUpTo',
    product: 'ketamine-10-20',
  },
  rules,
  weight: readQuantity('72 kg', 'kg'),
};

const right: EntryValues = {
  dateOfBirth: '1984-03-09',
  product: 'ketamine-10-20',
  weight: '72',
  dose: '0.5',
  over: '40',
  amount: '50',
  volume: '50',
  pumpRate: '54',
  volumeToGive: '36',
};

function entry(slip: Partial<EntryValues> = {}): ParsedEntry {
  const parsed = parseEntryValues({ ...right, ...slip });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
  return parsed.value;
}

function verdict(first: Partial<EntryValues>, second: Partial<EntryValues>, against = reference) {
  const outcome = compareEntries(entry(first), entry(second), against);
  return outcome.ok ? 'agree' : outcome.failure;
}

/** The order, for another weight or of another dose. */
const orderFor = (weight: '72.1 kg' | '72.2 kg', dose: '0.5 mg/kg' | '0.4999 mg/kg' = '0.5 mg/kg') => ({
  ...reference,
  weight: readQuantity(weight, 'kg'),
  order: { ...reference.order, dose },
});

describe('two blind entries', () => {
  it('agree on the reference values', () => {
    expect(verdict({}, {})).toBe('agree');
  });

  it.each<[string, Partial<EntryValues>, readonly EntryField[]]>([
    ['the date of birth', { dateOfBirth: '1984-09-03' }, ['dateOfBirth']],
    ['the vial', { product: 'ketamine-50-10' }, ['drug']],
    ['the weight alone', { weight: '27' }, ['weight']],
    [
      'the dose and what follows',
      { dose: '5', pumpRate: '540', volumeToGive: '360' },
      ['dose', 'pumpRate', 'volumeToGive'],
    ],
    ['the duration and what follows', { over: '60', pumpRate: '36' }, ['over', 'pumpRate']],
    ['the amount', { amount: '500' }, ['preparation']],
    ['the final volume', { volume: '500' }, ['preparation']],
    ['the pump rate by ten', { pumpRate: '5.4' }, ['pumpRate']],
    ['rate and volume swapped', { pumpRate: '36', volumeToGive: '54' }, ['pumpRate', 'volumeToGive']],
  ])('that differ in %s are told apart by name', (_what, slip, fields) => {
    expect(verdict({}, slip)).toEqual({ against: 'eachOther', fields });
    expect(verdict(slip, {})).toEqual({ against: 'eachOther', fields });
  });

  it('that both hold the same wrong value disagree with the order, not with each other', () => {
    const fifty = { over: '50', pumpRate: '43.2' };
    expect(verdict(fifty, fifty)).toEqual({ against: 'order', fields: ['over', 'pumpRate'] });
    expect(verdict({ pumpRate: '55' }, { pumpRate: '55' })).toEqual({
      against: 'order',
      fields: ['pumpRate'],
    });
    const otherWeight = { weight: '73', pumpRate: '54.7', volumeToGive: '36.5' };
    expect(verdict(otherWeight, otherWeight)).toEqual({ against: 'order', fields: ['weight'] });
  });

  it.each<[EntryField, Partial<EntryValues>]>([
    ['dateOfBirth', { dateOfBirth: '1984-09-03' }],
    ['drug', { product: 'ketamine-50-10' }],
    ['weight', { weight: '72.1' }],
    ['dose', { dose: '0.501' }],
    ['over', { over: '41' }],
    ['preparation', { amount: '51' }],
    ['preparation', { volume: '51' }],
    ['pumpRate', { pumpRate: '54.1' }],
    ['volumeToGive', { volumeToGive: '36.1' }],
  ])('that are alike and not as ordered name %s (%o)', (field, slip) => {
    const outcome = verdict(slip, slip);
    expect(outcome).toMatchObject({ against: 'order' });
    expect(outcome).toMatchObject({ fields: expect.arrayContaining([field]) });
  });

  it('agree on either neighbour of an exact half of a pump step, and on no other', () => {
    // 36.1 mL in 40 min is 54.15 mL/h.
    const rate = { weight: '72.2', volumeToGive: '36.1' };
    const [low, high] = [
      { ...rate, pumpRate: '54.1' },
      { ...rate, pumpRate: '54.2' },
    ];
    expect(verdict(low, high, orderFor('72.2 kg'))).toBe('agree');
    expect(verdict(high, low, orderFor('72.2 kg'))).toBe('agree');
    expect(verdict(low, { ...rate, pumpRate: '54.3' }, orderFor('72.2 kg'))).toMatchObject({
      fields: ['pumpRate'],
    });
    // 0.5 mg/kg for 72.1 kg is 36.05 mL.
    const volume = { weight: '72.1', pumpRate: '54.1' };
    const [less, more] = [
      { ...volume, volumeToGive: '36' },
      { ...volume, volumeToGive: '36.1' },
    ];
    expect(verdict(less, more, orderFor('72.1 kg'))).toBe('agree');
    expect(verdict(more, less, orderFor('72.1 kg'))).toBe('agree');
  });

  it('are held to the same rate and volume where what these follow from differs', () => {
    const rate = { weight: '72.2', pumpRate: '54.1', volumeToGive: '36.1' };
    expect(verdict(rate, { ...rate, weight: '72.3', pumpRate: '54.2' })).toMatchObject({
      fields: ['weight', 'pumpRate'],
    });
    const volume = { weight: '72.1', pumpRate: '54.1', volumeToGive: '36.1' };
    expect(verdict(volume, { ...volume, weight: '72', volumeToGive: '36' })).toMatchObject({
      fields: ['weight', 'volumeToGive'],
    });
  });

  it('disagree with the order when one of two neighbours is no neighbour of what was ordered', () => {
    // 0.4999 mg/kg asks for 54.14 mL/h: 54.1 fits and 54.2 does not.
    const rate = { weight: '72.2', volumeToGive: '36.1' };
    const [low, high] = [
      { ...rate, pumpRate: '54.1' },
      { ...rate, pumpRate: '54.2' },
    ];
    const named = { against: 'order', fields: ['dose', 'pumpRate'] };
    expect(verdict(low, high, orderFor('72.2 kg', '0.4999 mg/kg'))).toEqual(named);
    expect(verdict(high, low, orderFor('72.2 kg', '0.4999 mg/kg'))).toEqual(named);
    // And for 36.043 mL: 36.0 fits and 36.1 does not.
    const volume = { weight: '72.1', pumpRate: '54.1' };
    const [less, more] = [
      { ...volume, volumeToGive: '36' },
      { ...volume, volumeToGive: '36.1' },
    ];
    const volumeNamed = { against: 'order', fields: ['dose', 'volumeToGive'] };
    expect(verdict(less, more, orderFor('72.1 kg', '0.4999 mg/kg'))).toEqual(volumeNamed);
    expect(verdict(more, less, orderFor('72.1 kg', '0.4999 mg/kg'))).toEqual(volumeNamed);
  });

  it('agree on the step inside a hard limit, though it is not the nearest', () => {
    // 1 mg/kg, the most allowed, for 46.4 kg from 50 mg in 49 mL is 45.472 mL: 45.5 would be 46.43 mg.
    const inside = {
      weight: '46.4',
      dose: '1',
      volume: '49',
      volumeToGive: '45.4',
      pumpRate: '68.2',
    };
    const order = { ...reference.order, dose: '1 mg/kg', volume: '49 mL' } as const;
    const against = { ...reference, order, weight: readQuantity('46.4 kg', 'kg') };
    expect(verdict(inside, inside, against)).toBe('agree');
    const nearest = { ...inside, volumeToGive: '45.3' };
    expect(verdict(nearest, nearest, against)).toMatchObject({ fields: ['volumeToGive'] });
  });

  it('agree exactly when every value is the same number, however it is written', () => {
    const written = fc.constantFrom('72', '72.0', '72.1', '71.9', '7.2', '27');
    fc.assert(
      fc.property(written, written, (one, other) => {
        const outcome = verdict({ weight: one }, { weight: other });
        const equal = Number(one) === Number(other) && Number(one) === 72;
        expect(outcome === 'agree').toBe(equal);
      }),
    );
  });

  it('never name a value, an order or a size', () => {
    const said = JSON.stringify(
      verdict({ weight: '73.7', pumpRate: '55.3' }, { weight: '74.2', pumpRate: '55.6' }),
    );
    expect(said).not.toMatch(/\d/);
    expect(said).not.toMatch(/higher|lower|larger|smaller/);
  });
});

describe('the order as the input of a sum', () => {
  it('says how long a container may be used', () => {
    expect(quantityText(containerUseBy({ useByHours: 12 }))).toBe('720 min');
  });

  it('of a rate has the dose that the rate comes to, and the rate itself', () => {
    const minutes = readQuantity('180 min', 'min');
    const ordered = readQuantity('0.35 mg/kg/h', 'mg/kg/h');
    const input = orderedInput(ordered, minutes, { weight: reference.weight });
    expect(input.ordered).toBe(ordered);
    expect(input.duration).toBe(minutes);
    expect(quantityText(input.dosePerKg)).toBe('1.05 mg/kg');
    const dose = readQuantity('0.5 mg/kg', 'mg/kg');
    expect(orderedInput(dose, minutes, { weight: reference.weight })).toEqual({
      dosePerKg: dose,
      duration: minutes,
      weight: reference.weight,
    });
  });
});

describe('a second attempt', () => {
  it('asks again for what differed and for what is worked out from it', () => {
    expect(fieldsToEnterAgain(['weight'])).toEqual(['weight', 'pumpRate', 'volumeToGive']);
    expect(fieldsToEnterAgain(['dateOfBirth'])).toEqual(['dateOfBirth']);
    expect(fieldsToEnterAgain(['pumpRate'])).toEqual(['pumpRate']);
    expect(fieldsToEnterAgain(['dateOfBirth', 'weight'])).toEqual([
      'dateOfBirth',
      'weight',
      'pumpRate',
      'volumeToGive',
    ]);
  });
});

describe('an entry', () => {
  it('names everything malformed at once and reads nothing of it', () => {
    const parsed = parseEntryValues({ ...right, weight: '.5', dose: '0,5', over: '', product: '' });
    expect(!parsed.ok && parsed.failure.map(({ input, refusal }) => [input, refusal.kind])).toEqual([
      ['product', 'notEntered'],
      ['weight', 'startsWithPoint'],
      ['dose', 'comma'],
      ['over', 'notEntered'],
    ]);
  });
});
