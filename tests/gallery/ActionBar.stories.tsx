import { ActionBar } from '../../src/renderer/components/ActionBar.tsx';
import { Button } from '../../src/renderer/components/Button.tsx';
import { RunningActions } from './RunningActions.tsx';
import { nothing, type Story } from './story.ts';

export const stories: readonly Story[] = [
  { name: 'running', render: () => <RunningActions /> },
  {
    name: 'closed primary',
    render: () => (
      <ActionBar
        groups={[
          <Button key="cannot" size="act" onPress={nothing}>
            Cannot do this now
          </Button>,
          <Button key="clear" size="act" onPress={nothing}>
            Clear all
          </Button>,
        ]}
        end={
          <Button size="act" missing="1 field is not entered, 1 is half typed" onPress={nothing}>
            Compare
          </Button>
        }
      />
    ),
  },
  {
    name: 'primary with a sentence',
    render: () => (
      <ActionBar
        say="Within every limit. 0 rules failed."
        end={
          <>
            <Button size="act" onPress={nothing}>
              Save draft
            </Button>
            <Button size="act" variant="primary" icon="lock" onPress={nothing}>
              Authorise — enter passphrase
            </Button>
          </>
        }
      />
    ),
  },
];
