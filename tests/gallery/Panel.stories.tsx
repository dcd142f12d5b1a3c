import { Button } from '../../src/renderer/components/Button.tsx';
import { FailureNote } from '../../src/renderer/components/FailureNote.tsx';
import { Panel, Panels } from '../../src/renderer/components/Panel.tsx';
import { nothing, type Story } from './story.ts';

export const stories: readonly Story[] = [
  {
    name: 'several of a screen',
    render: () => (
      <Panels>
        <Panel
          title="Restore drill"
          note="Takes the newest backup as if it were needed, opens it in a place of its own and checks it in full."
        >
          <p>14-Nov-2025 09:00 · whole</p>
          <Button onPress={nothing}>Run a restore drill</Button>
        </Panel>
        <Panel title="Check of all events">
          <FailureNote tone="stop">Event 4,711 does not follow from the one before it.</FailureNote>
          <Button onPress={nothing}>Check all events</Button>
        </Panel>
      </Panels>
    ),
  },
];
