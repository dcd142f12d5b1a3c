import { LIMIT_ENDS, LimitEnd } from '../../src/renderer/components/LimitEnd.tsx';
import type { Story } from './story.ts';

export const stories: readonly Story[] = LIMIT_ENDS.map((end) => ({
  name: end,
  render: () => <LimitEnd end={end} />,
}));
