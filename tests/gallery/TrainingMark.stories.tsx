import { TrainingMark } from '../../src/renderer/components/TrainingMark.tsx';
import type { Story } from './story.ts';

export const stories: readonly Story[] = [
  { name: 'training clinic', solo: true, render: () => <TrainingMark /> },
];
