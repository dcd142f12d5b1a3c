import { SilenceNote } from '../../src/renderer/components/SilenceNote.tsx';
import type { Story } from './story.ts';

export const stories: readonly Story[] = [
  {
    name: 'not answering',
    render: () => <SilenceNote since={Date.UTC(2025, 10, 14, 9, 12, 3)} zone="Europe/London" />,
  },
];
