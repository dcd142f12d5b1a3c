import { useState } from 'react';
import { Segmented } from '../../src/renderer/components/Segmented.tsx';
import type { Story } from './story.ts';

const MIXING = [
  { id: 'madeUpTo', label: 'made up to 50 mL' },
  { id: 'addedTo', label: 'added to 50 mL' },
];

function Demo({ first = null, refusal }: { readonly first?: string | null; readonly refusal?: string }) {
  const [chosen, setChosen] = useState<string | null>(first);
  return <Segmented label="Mixing" choices={MIXING} chosen={chosen} onChoose={setChosen} refusal={refusal} />;
}

export const stories: readonly Story[] = [
  { name: 'neither preselected', render: () => <Demo /> },
  { name: 'chosen', render: () => <Demo first="madeUpTo" /> },
  { name: 'refused', render: () => <Demo refusal="Choose one. The two give different strengths." /> },
];
