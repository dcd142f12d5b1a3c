import { useState } from 'react';
import { Scale, type ScaleProps } from '../../src/renderer/components/Scale.tsx';
import type { Story } from './story.ts';

function Demo({
  first = null,
  ...props
}: Omit<ScaleProps, 'chosen' | 'onChoose'> & { first?: number | null }) {
  const [chosen, setChosen] = useState<number | null>(first);
  return <Scale {...props} chosen={chosen} onChoose={setChosen} />;
}

export const stories: readonly Story[] = [
  { name: 'not recorded', render: () => <Demo label="Pain" labelPlace="left" /> },
  { name: 'chosen', render: () => <Demo label="Pain" labelPlace="left" first={1} /> },
  { name: 'MOAA/S', render: () => <Demo label="MOAA/S" highest={5} height={56} first={5} /> },
];
