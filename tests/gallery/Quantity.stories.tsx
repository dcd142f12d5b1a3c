import { type FigureSize, Quantity } from '../../src/renderer/components/Quantity.tsx';
import type { Story } from './story.ts';

const SIZES: readonly FigureSize[] = ['text', 20, 24, 32, 40, 64, 104];

export const stories: readonly Story[] = [
  ...SIZES.map((size) => ({
    name: `size ${size}`,
    render: () => (
      <>
        <Quantity value="54 mL/h" size={size} /> <Quantity value="40.5 mL/h" size={size} />
      </>
    ),
  })),
  { name: 'no trailing zero', render: () => <Quantity value="72.0 kg" size={32} /> },
  { name: 'comma from 1,000', render: () => <Quantity value="2112 mg" size={32} /> },
  { name: 'calculated', render: () => <Quantity value="16.2 mL" size={32} approximate /> },
  { name: 'per', render: () => <Quantity value="1 mg/mL" size={24} /> },
  { name: 'shortened', render: () => <Quantity value="1000/3 mL/h" size={24} decimals={1} /> },
  { name: 'below zero', render: () => <Quantity value="-0.14 %" size={24} /> },
  {
    name: 'in a sentence',
    render: () => (
      <p>
        Ends 40 min after start at <Quantity value="54 mL/h" />, which is <Quantity value="0.75 mg/kg/h" />.
      </p>
    ),
  },
];
