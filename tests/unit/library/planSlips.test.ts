import { describe, expect, it } from 'vitest';
import { planSlips, type SeenBeside, type TypedOrder } from '../../../src/core/library/planSlips.ts';
import { slipText } from '../../../src/core/library/slipText.ts';
import { readQuantity } from '../../../src/core/quantity/quantity.ts';
import { INTRANASAL, MOOD_40, PAIN_DAYS, PAIN_HOURS } from '../../fixtures/libraries/everyMode.ts';

const FIRST: SeenBeside = { protocol: MOOD_40, lastOrdered: null };
const dose = (text: string) => readQuantity(`${text} mg/kg`, 'mg/kg');
const duration = (text: string) => readQuantity(`${text} min`, 'min');

/** Every sentence on the typed values of an order, each with the value it is on. */
function said(typed: TypedOrder, seen: SeenBeside = FIRST): readonly string[] {
  return planSlips(typed, seen).flatMap(({ value, found }) =>
    found.map((slip) => `${value}: ${slipText(slip).replaceAll('\u00a0', ' ')}`),
  );
}

describe('the typed values of an order', () => {
  it('are held against the usual ones of the protocol, each against its own', () => {
    expect(said({ dose: dose('0.5'), duration: duration('40') })).toEqual([]);
    expect(said({ dose: dose('5'), duration: duration('400') })).toEqual([
      'dose: 5 mg/kg is 10 times the usual 0.5 mg/kg. Check the point.',
      'duration: 400 min is 10 times the usual 40 min. Check the point.',
    ]);
  });

  it('are held against this patient’s last order, in the same unit only', () => {
    const wide = { ...MOOD_40, dose: { hardMinimum: '0.01 mg/kg', hardMaximum: '3 mg/kg' } } as const;
    const lastOrdered = readQuantity('2 mg/kg', 'mg/kg');
    expect(said({ dose: dose('0.2') }, { protocol: wide, lastOrdered })).toEqual([
      'dose: 0.2 mg/kg is 1/10 of the last 2 mg/kg. Check the point.',
    ]);
    expect(said({ dose: dose('0.2') }, { protocol: wide, lastOrdered: null })).toEqual([]);
    const rate = readQuantity('2 mg/kg/h', 'mg/kg/h');
    expect(said({ dose: dose('0.2') }, { protocol: wide, lastOrdered: rate })).toEqual([]);
  });

  it('are held against the other numbers of the order and the weight', () => {
    const weight = readQuantity('55 kg', 'kg');
    expect(said({ duration: duration('55') }, { ...FIRST, weight })).toEqual([
      'duration: 55 min has the number of the weight, 55 kg. Check the field.',
    ]);
    expect(said({ duration: duration('55') })).toEqual([]);
    const sameNumber = said({ dose: dose('55'), duration: duration('55') });
    expect(sameNumber.filter((sentence) => sentence.includes('has the number'))).toEqual([
      'dose: 55 mg/kg has the number of the duration, 55 min. Check the field.',
      'duration: 55 min has the number of the dose, 55 mg/kg. Check the field.',
    ]);
  });

  it('of a rate are held against the limits of a rate, and what is not limited against none', () => {
    const rate = { rate: readQuantity('3.5 mg/kg/h', 'mg/kg/h') };
    const flatRate = { flatRate: readQuantity('220 mg/h', 'mg/h') };
    expect(said(rate, { protocol: PAIN_HOURS, lastOrdered: null })).toEqual([
      'rate: 3.5 mg/kg/h is 10 times the usual 0.35 mg/kg/h. Check the point.',
    ]);
    expect(said(flatRate, { protocol: PAIN_DAYS, lastOrdered: null })).toEqual([
      'flatRate: 220 mg/h is 10 times the usual 22 mg/h. Check the point.',
    ]);
    expect(said(rate, { protocol: INTRANASAL, lastOrdered: null })).toEqual([]);
  });

  it('that are left out are not spoken of', () => {
    expect(said({})).toEqual([]);
  });
});
