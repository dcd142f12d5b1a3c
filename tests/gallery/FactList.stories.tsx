import { FactList } from '../../src/renderer/components/FactList.tsx';
import type { Story } from './story.ts';

const FACTS = [
  { name: 'Diluent', text: 'sodium chloride 0.9 %' },
  { name: 'Use within', text: '12 h' },
  { name: 'Source', text: 'EXAMPLE values for training, not for clinical use' },
];

export const stories: readonly Story[] = [{ name: 'some facts', render: () => <FactList facts={FACTS} /> }];
