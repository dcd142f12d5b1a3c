import { GivenBar } from '../../src/renderer/components/GivenBar.tsx';
import type { Story } from './story.ts';

export const stories: readonly Story[] = [
  { name: 'running', render: () => <GivenBar percent={45} label="Given about 16.2 of 36 mL" /> },
  { name: 'paused', render: () => <GivenBar percent={45} tone="paused" label="Given about 16.2 of 36 mL" /> },
  { name: 'observed', render: () => <GivenBar percent={73.3} tone="plain" label="Observed 22 of 30 min" /> },
  { name: 'not begun', render: () => <GivenBar percent={0} label="Given 0 of 36 mL" /> },
  { name: 'complete', render: () => <GivenBar percent={100} label="Given 36 of 36 mL" /> },
];
