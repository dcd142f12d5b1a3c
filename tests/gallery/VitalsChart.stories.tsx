import type { VitalsRow } from '../../src/contract/views/session.ts';
import { VitalsChart } from '../../src/renderer/components/VitalsChart.tsx';
import { at, done, LIM, NOW, OSEI, ZONE } from './people.ts';
import type { Story } from './story.ts';

type Round = readonly [hour: number, minute: number, systolic: number, diastolic: number, pulse: number];
const ROUNDS: readonly Round[] = [
  [9, 52, 128, 76, 78],
  [10, 0, 130, 78, 80],
  [10, 10, 141, 88, 91],
];

const vitals: readonly VitalsRow[] = ROUNDS.map(([hour, minute, systolic, diastolic, heartRate]) => ({
  done: done(LIM, at(hour, minute), hour === 10 && minute === 10 ? at(10, 14) : at(hour, minute)),
  systolic,
  diastolic,
  heartRate,
  spo2: 98,
  oxygen: 'air' as const,
  respiration: null,
  temperature: null,
  moaas: null,
  pain: null,
}));

const common = {
  size: { width: 902, height: 368 },
  unit: 'px' as const,
  zone: ZONE,
  doseRates: [{ rate: '54 mL/h' as const, doseRate: '0.75 mg/kg/h' as const }],
};
const limits = { lowest: '102.4 mmHg', highest: '153.6 mmHg' } as const;

export const stories: readonly Story[] = [
  {
    name: 'running',
    render: () => (
      <VitalsChart
        {...common}
        vitals={vitals}
        effects={[{ effect: 'nausea', severity: 1, worst: 1, began: done(OSEI, at(10, 12)), ended: null }]}
        run={{
          stretches: [{ from: at(10, 0), rate: '54 mL/h' }],
          volumeToGive: '36 mL',
          containerVolume: '50 mL',
          endedAt: null,
        }}
        settled={limits}
        now={NOW}
      />
    ),
  },
  {
    name: 'counted doses',
    render: () => (
      <VitalsChart
        {...common}
        vitals={vitals}
        effects={[]}
        run={null}
        doses={{
          name: 'Sprays',
          given: [
            { number: 1, at: at(10, 0) },
            { number: 2, at: at(10, 5) },
          ],
          endedAt: null,
        }}
        settled={limits}
        now={NOW}
      />
    ),
  },
  {
    name: 'not started, nothing recorded',
    render: () => <VitalsChart {...common} vitals={[]} effects={[]} run={null} settled={null} now={NOW} />,
  },
];
