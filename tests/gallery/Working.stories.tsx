import { Working } from '../../src/renderer/components/Working.tsx';
import type { WorkingLine } from '../../src/renderer/components/workingWords.ts';
import type { Story } from './story.ts';

const NBSP = '\u00a0';
const lines: readonly WorkingLine[] = (
  [
    ['dose', '0.5 mg/kg × 72 kg', '36 mg'],
    ['strength', '50 mg ÷ 50 mL', '1 mg per mL'],
    ['volume', '36 mg ÷ 1 mg per mL', '36 mL'],
    ['rate', '36 mL ÷ 40 min × 60 min/h', '54 mL/h'],
    ['pump', '54 mL/h, step 0.1 mL/h, nothing to round', '54 mL/h'],
    ['backCheck', '54 mL/h × 1 mg per mL ÷ 72 kg', '0.75 mg/kg/h'],
    ['backCheckMicrograms', '0.75 mg/kg/h × 1,000 mcg/mg ÷ 60 min/h', '12.5 mcg/kg/min'],
    ['backToOrder', '0.75 mg/kg/h × 40 min ÷ 60 min/h', '0.5 mg/kg, agrees'],
    ['drawUp', '50 mg ÷ 10 mg per mL, then 45 mL diluent', '5 mL drug'],
  ] as const
).map(([step, calculation, result]) => ({
  step,
  calculation: calculation.replace(/(\d) /g, `$1${NBSP}`),
  result: result.replace(/(\d) /g, `$1${NBSP}`),
}));

export const stories: readonly Story[] = [
  { name: 'both engines agree', render: () => <Working lines={lines} verdict="agrees" /> },
  { name: 'not complete', render: () => <Working lines={[]} verdict="none" empty="Dose is not entered" /> },
  {
    name: 'the engines disagree',
    render: () => <Working lines={[]} verdict="disagrees" empty="Use the downtime form" />,
  },
];
