import { Figure } from '../../src/renderer/components/Figure.tsx';
import type { Story } from './story.ts';

export const stories: readonly Story[] = [
  { name: 'clock time', render: () => <Figure size={40}>10:40:00</Figure> },
  { name: 'pressure', render: () => <Figure size={32}>128/76</Figure> },
  {
    name: 'with words after it',
    render: () => (
      <Figure size={64} after="of 30 min">
        22
      </Figure>
    ),
  },
  { name: 'flagged 1, open 4 6 9', render: () => <Figure size={64}>1469 7038</Figure> },
];
