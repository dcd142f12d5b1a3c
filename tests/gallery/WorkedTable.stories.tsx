import type { WorkedRow } from '../../src/renderer/components/WorkedTable.tsx';
import { WorkedTable } from '../../src/renderer/components/WorkedTable.tsx';
import type { Story } from './story.ts';

const WARN: WorkedRow = {
  name: 'Dose',
  end: 'softMaximum',
  value: '0.8 mg/kg',
  patients: [
    { weight: '50 kg', dose: '40 mg', rate: '60 mL/h', passes: null },
    { weight: '72 kg', dose: '57.6 mg', rate: '86.4 mL/h', passes: null },
    { weight: '120 kg', dose: '96 mg', rate: '144 mL/h', passes: { strength: 'soft', limit: '75 mg' } },
  ],
};
const STOP: WorkedRow = {
  name: 'Dose',
  end: 'hardMaximum',
  value: '1 mg/kg',
  patients: [
    { weight: '50 kg', dose: '50 mg', rate: '75 mL/h', passes: null },
    { weight: '72 kg', dose: '72 mg', rate: '108 mL/h', passes: null },
    { weight: '120 kg', dose: '120 mg', rate: '180 mL/h', passes: { strength: 'hard', limit: '100 mg' } },
  ],
};
const weights = ['50 kg', '72 kg', '120 kg'] as const;
const RATE: WorkedRow = {
  name: 'Dose rate',
  end: 'usual',
  value: '0.35 mg/kg/h',
  patients: weights.map((weight) => ({ weight, dose: null, rate: '8.75 mL/h', passes: null })),
};
const UNKNOWN: WorkedRow = {
  ...RATE,
  patients: weights.map((weight) => ({ weight, dose: null, rate: null, passes: null })),
};

function shown(...rows: WorkedRow[]) {
  return () => <WorkedTable label="Limits on three people, EXAMPLE" rows={rows} />;
}

export const stories: readonly Story[] = [
  { name: 'beyond the warn limit of the total', render: shown(WARN) },
  { name: 'beyond its stop limit', render: shown(STOP) },
  { name: 'a rate', render: shown(RATE) },
  { name: 'not to be told', render: shown(UNKNOWN) },
  { name: 'several', render: shown(WARN, STOP, RATE) },
];
