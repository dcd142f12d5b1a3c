import { BandTable } from '../../src/renderer/components/BandTable.tsx';
import type { Story } from './story.ts';

const DOSE = {
  name: 'Dose',
  ends: {
    hardMinimum: '0.1 mg/kg',
    softMinimum: '0.25 mg/kg',
    usual: '0.5 mg/kg',
    softMaximum: '0.75 mg/kg',
    hardMaximum: '1 mg/kg',
  },
};
const AGE = { name: 'Age', ends: { hardMinimum: '18 years' } };

export const stories: readonly Story[] = [
  { name: 'every limit', render: () => <BandTable label="Limits, EXAMPLE" rows={[DOSE]} /> },
  { name: 'some not set', render: () => <BandTable label="Limits, EXAMPLE" rows={[DOSE, AGE]} /> },
];
