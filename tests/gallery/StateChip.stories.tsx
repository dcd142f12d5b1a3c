import { SHOWN_STATES, StateChip } from '../../src/renderer/components/StateChip.tsx';
import type { Story } from './story.ts';

export const stories: readonly Story[] = SHOWN_STATES.map((state) => ({
  name: state,
  render: () => <StateChip state={state} />,
}));
