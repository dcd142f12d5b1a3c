import { CompareList } from '../../src/renderer/components/CompareList.tsx';
import type { Story } from './story.ts';

const NAMES = [
  'Date of birth',
  'Drug and strength',
  'Weight',
  'Dose',
  'Over',
  'Preparation',
  'Pump rate',
  'Volume to give',
];
const DIFFERING = ['Weight', 'Pump rate', 'Volume to give'];

function fields(differing: readonly string[]) {
  return NAMES.map((label, place) => ({
    id: label,
    number: place + 1,
    label,
    agrees: !differing.includes(label),
  }));
}

export const stories: readonly Story[] = [
  { name: '5 of 8 agree', render: () => <CompareList fields={fields(DIFFERING)} /> },
  { name: '8 of 8 agree', render: () => <CompareList fields={fields([])} /> },
];
