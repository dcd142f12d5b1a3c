import { describe, expect, it } from 'vitest';
import { allergyOverride, matchingAllergies } from '../../../src/core/patient/allergies.ts';

const NAMES = ['ketamine', 'esketamine', 'phencyclidine derivative', 'sodium chloride 0.9 %'];

describe('a recorded substance', () => {
  it.each([
    'Ketamine',
    'KETAMINE ',
    'ketamine (Ketalar)',
    'racemic ketamine',
    'ketmaine',
    'cetamine',
    'phencyclidine derivatives',
    'sodium chloride',
    'chloride 0.9',
    'sodium',
  ])('stands in the way as "%s"', (substance) => {
    expect(matchingAllergies([substance], NAMES)).toEqual([substance]);
  });

  it.each([
    'ondansetron',
    'latex',
    'keta',
    'ketorolac',
    'sodim',
    'chloride sodium',
    '',
    '–',
    'derivative phencyclidine',
  ])('does not as "%s"', (substance) => {
    expect(matchingAllergies([substance], NAMES)).toEqual([]);
  });

  it('of six letters is a long word, in which a slip counts, and of five is not', () => {
    expect(matchingAllergies(['heprin', 'latx', 'latxe'], ['heparin', 'latex'])).toEqual(['heprin']);
    expect(matchingAllergies(['opoiid'], ['opioid'])).toEqual(['opoiid']);
  });

  it('is named once, and the others with it', () => {
    expect(matchingAllergies(['latex', 'ketamine', 'esketamine'], NAMES)).toEqual(['ketamine', 'esketamine']);
    expect(matchingAllergies(['ketamine'], [])).toEqual([]);
  });

  it('is overridden under its own name', () => {
    expect(allergyOverride('Ketamine')).toBe('allergy to Ketamine');
  });
});
