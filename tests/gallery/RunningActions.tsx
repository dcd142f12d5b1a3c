import type { ReactNode } from 'react';
import { ActionBar } from '../../src/renderer/components/ActionBar.tsx';
import { Button } from '../../src/renderer/components/Button.tsx';
import type { IconName } from '../../src/renderer/components/Icon.tsx';
import { nothing } from './story.ts';

type Verb = readonly [label: string, icon: IconName, key: string];
const CARE: readonly Verb[] = [
  ['Effect', 'effect', 'E'],
  ['Rate', 'pump', 'R'],
];
const OTHERS: readonly Verb[] = [
  ['Medicine', 'pill', 'M'],
  ['Syringe', 'syringe', 'G'],
  ['Note', 'note', 'N'],
  ['Handover', 'handover', 'H'],
];

/** The fullest action bar there is: nine verbs of a running session. */
export function RunningActions() {
  return (
    <ActionBar
      crowded
      groups={[
        <Verbs key="care" verbs={CARE}>
          <Button size="act" variant="primary" icon="heart" shortcut="V" onPress={nothing}>
            Vitals
          </Button>
        </Verbs>,
        <Button key="pause" size="act" icon="pause" iconSolid keepIcon shortcut="P" onPress={nothing}>
          Pause
        </Button>,
        <Verbs key="others" verbs={OTHERS} />,
      ]}
      end={
        <Button size="act" variant="stop" icon="octagon" keepIcon shortcut="S" onPress={nothing}>
          Stop
        </Button>
      }
    />
  );
}

type VerbsProps = { readonly verbs: readonly Verb[]; readonly children?: ReactNode };

function Verbs({ verbs, children }: VerbsProps) {
  return (
    <>
      {children}
      {verbs.map(([label, icon, key]) => (
        <Button key={key} size="act" icon={icon} shortcut={key} onPress={nothing}>
          {label}
        </Button>
      ))}
    </>
  );
}
