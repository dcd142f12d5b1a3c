import { AllergyFields } from '../../../src/renderer/screens/patients/AllergyFields.tsx';
import {
  NO_ALLERGIES_TYPED,
  type TypedAllergies,
} from '../../../src/renderer/screens/patients/typedAllergies.ts';
import type { Story } from '../story.ts';
import { Kept } from './kept.tsx';

const KNOWN: TypedAllergies = {
  status: 'known',
  items: [
    { key: 1, kind: 'drug', substance: 'ondansetron', reaction: 'rash', year: '2019' },
    { key: 2, kind: 'class', substance: 'opioids', reaction: '', year: '19' },
  ],
};

const shown = (from: TypedAllergies, refusal?: string) => () => (
  <Kept
    from={from}
    form={(typed, change) => <AllergyFields typed={typed} onChange={change} refusal={refusal} />}
  />
);

export const stories: readonly Story[] = [
  {
    name: 'nothing chosen for anybody, and refused',
    render: shown(
      NO_ALLERGIES_TYPED,
      'Allergy status is not recorded. Choose Known allergies, No known allergies, or Could not be obtained.',
    ),
  },
  { name: 'two known, one with a year that is none', render: shown(KNOWN) },
];
