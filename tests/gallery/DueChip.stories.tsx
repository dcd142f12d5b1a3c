import { DueChip } from '../../src/renderer/components/DueChip.tsx';
import type { Story } from './story.ts';

export const stories: readonly Story[] = [
  { name: 'upcoming', render: () => <DueChip level="upcoming">due in 6 min</DueChip> },
  { name: 'due', render: () => <DueChip level="due">VITALS DUE 1 min ago</DueChip> },
  { name: 'overdue', render: () => <DueChip level="overdue">OVERDUE 5 min</DueChip> },
];
