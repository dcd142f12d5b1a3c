import type { EntryRule } from '../../src/core/quantity/parseEntry.ts';

/** What the fields of the stories take. */
export const DOSE: EntryRule<'mg/kg'> = {
  unit: 'mg/kg',
  decimals: 3,
  minimum: '0.001 mg/kg',
  maximum: '100 mg/kg',
};
export const RATE: EntryRule<'mL/h'> = {
  unit: 'mL/h',
  decimals: 1,
  minimum: '0.1 mL/h',
  maximum: '999.9 mL/h',
};
export const WEIGHT: EntryRule<'kg'> = { unit: 'kg', decimals: 1, minimum: '2 kg', maximum: '400 kg' };
export const VOLUME: EntryRule<'mL'> = { unit: 'mL', decimals: 1, minimum: '1 mL', maximum: '3000 mL' };
export const OVER: EntryRule<'min'> = { unit: 'min', decimals: 0, minimum: '1 min', maximum: '1440 min' };
export const DRAWN: EntryRule<'mL'> = { unit: 'mL', decimals: 2, minimum: '0.01 mL', maximum: '60 mL' };
export const SYSTOLIC: EntryRule<'mmHg'> = {
  unit: 'mmHg',
  decimals: 0,
  minimum: '30 mmHg',
  maximum: '300 mmHg',
};
export const SPO2: EntryRule<'%'> = { unit: '%', decimals: 0, minimum: '40 %', maximum: '100 %' };
