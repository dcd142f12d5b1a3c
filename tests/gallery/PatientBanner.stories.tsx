import { PatientBanner } from '../../src/renderer/components/PatientBanner.tsx';
import { StateChip } from '../../src/renderer/components/StateChip.tsx';
import { at, NOW, OKAFOR, OKAFOR_BLIND, ZONE } from './people.ts';
import type { Story } from './story.ts';

const common = { now: NOW, zone: ZONE, chair: 2 };

export const stories: readonly Story[] = [
  {
    name: 'running',
    render: () => <PatientBanner {...common} patient={OKAFOR} state={<StateChip state="RUNNING" />} />,
  },
  {
    name: 'blind: no birth date, no weight',
    render: () => <PatientBanner {...common} patient={OKAFOR_BLIND} state={<StateChip state="BLIND" />} />,
  },
  {
    name: 'no known allergies, weighed on another day',
    render: () => (
      <PatientBanner
        {...common}
        chair={null}
        patient={{
          ...OKAFOR,
          title: null,
          allergies: { status: 'none', items: [] },
          weight: {
            weight: '72.4 kg',
            pounds: '159.6 lb',
            weighedAt: at(9, 5) - 4 * 86_400_000,
            scale: 'scale 1',
            method: 'measured',
          },
        }}
      />
    ),
  },
  {
    name: 'allergies not recorded, weight not recorded',
    render: () => <PatientBanner {...common} patient={{ ...OKAFOR, allergies: null, weight: null }} />,
  },
  {
    name: 'allergies unavailable, weight stated',
    render: () => (
      <PatientBanner
        {...common}
        patient={{
          ...OKAFOR,
          allergies: { status: 'unobtainable', items: [] },
          weight: OKAFOR.weight && { ...OKAFOR.weight, method: 'stated' },
        }}
      />
    ),
  },
  {
    name: 'many allergies and a name alert',
    render: () => (
      <PatientBanner
        {...common}
        patient={{
          ...OKAFOR,
          familyName: 'Okafor-Featherstonehaugh',
          givenName: 'Adaeze Chidinma',
          preferredName: 'Zee',
          nameAlerts: [{ alike: 'familyName', familyName: 'Okafor', chair: 4 }],
          allergies: {
            status: 'known',
            items: [
              { kind: 'drug', substance: 'ondansetron', reaction: 'rash', year: 2019 },
              { kind: 'drug', substance: 'latex', reaction: 'wheeze', year: null },
              { kind: 'drug', substance: 'penicillin', reaction: null, year: 2003 },
              { kind: 'drug', substance: 'chlorhexidine', reaction: 'anaphylaxis', year: 2021 },
              { kind: 'drug', substance: 'adhesive tape', reaction: 'blisters', year: null },
            ],
          },
        }}
        state={<StateChip state="PLANNED" />}
      />
    ),
  },
];
