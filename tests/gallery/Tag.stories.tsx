import { Tag } from '../../src/renderer/components/Tag.tsx';
import type { Story } from './story.ts';

export const stories: readonly Story[] = [
  { name: 'allergies', render: () => <Tag icon="warning">Known allergies</Tag> },
  { name: 'example library', render: () => <Tag icon="warning">EXAMPLE — not for clinical use</Tag> },
];
