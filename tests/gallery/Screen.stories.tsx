import { Screen } from '../../src/renderer/components/Screen.tsx';
import { ScreenHead } from '../../src/renderer/components/ScreenHead.tsx';
import { RunningScreen } from './RunningScreen.tsx';
import type { Story } from './story.ts';

export const stories: readonly Story[] = [
  { name: 'all regions', render: () => <RunningScreen /> },
  {
    name: 'nothing in it yet',
    render: () => (
      <Screen head={<ScreenHead title="Patients" />}>
        <p>No patients yet. Add the first.</p>
      </Screen>
    ),
  },
];
