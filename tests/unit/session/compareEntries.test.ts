import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import library from '../../../resources/demo-library.json' with { type: 'json' };
import { librarySchema } from '../../../src/contract/library.ts';
import { readQuantity } from '../../../src/core/quantity/quantity.ts';
import { compareEntries, type EntryReference } from '../../../src/core/session/compareEntries.ts';
import {
  type EntryField,
  type EntryValues,
  fieldsToEnterAgain,
} from '../../../src/core/session/entryFields.ts';
import { type ParsedEntry, parseEntryValues } from '../../../src/core/session/entryRules.ts';
import type { PinnedRules } from '../../../src/core/session/events.ts';

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

function verdict(first: Partial<EntryValues>, second: Partial<EntryValues>) {
  const outcome = compareEntries(entry(first), entry(second), reference);
  return outcome.ok ? 'agree' : outcome.failure;
}

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

describe('a second attempt', () => {
  it('asks again for what differed and for what is worked out from it', () => {
    expect(fieldsToEnterAgain(['weight'])).toEqual(['weight', 'pumpRate', 'volumeToGive']);
    expect(fieldsToEnterAgain(['dateOfBirth'])).toEqual(['dateOfBirth']);
    expect(fieldsToEnterAgain(['pumpRate'])).toEqual(['pumpRate']);
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
