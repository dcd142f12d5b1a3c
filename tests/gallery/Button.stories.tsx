import { Button } from '../../src/renderer/components/Button.tsx';
import styles from './stories.module.css';
import { nothing, type Story } from './story.ts';

export const stories: readonly Story[] = [
  {
    name: 'to a patient',
    render: () => (
      <div className={styles['row']}>
        <Button size="act" variant="primary" icon="heart" shortcut="V" onPress={nothing}>
          Vitals
        </Button>
        <Button size="act" icon="effect" shortcut="E" onPress={nothing}>
          Effect
        </Button>
        <Button size="act" icon="pause" iconSolid shortcut="P" onPress={nothing}>
          Pause
        </Button>
        <Button size="act" variant="stop" icon="octagon" shortcut="S" onPress={nothing}>
          Stop
        </Button>
      </div>
    ),
  },
  {
    name: 'everything else',
    render: () => (
      <div className={styles['row']}>
        <Button shortcut={['2', 'V']} onPress={nothing}>
          Record vitals
        </Button>
        <Button onPress={nothing}>Could not measure</Button>
        <Button variant="ghost" onPress={nothing}>
          Earlier events
        </Button>
        <Button icon="cross" label="Close" onPress={nothing}>
          {null}
        </Button>
      </div>
    ),
  },
  {
    name: 'closed, with what is missing',
    render: () => (
      <Button size="act" missing="1 field is not entered, 1 is half typed" onPress={nothing}>
        Compare
      </Button>
    ),
  },
  {
    name: 'closed and wide',
    render: () => (
      <div className={styles['column']}>
        <Button
          size="act"
          wide
          missing="Observation is 22 of 30 min. Discharge now needs a prescriber and a reason."
          onPress={nothing}
        >
          Discharge Chair 2 — opens at 11:10
        </Button>
        <Button size="act" wide icon="person" onPress={nothing}>
          Prescriber decides
        </Button>
        <Button size="act" wide variant="primary" icon="run" iconSolid onPress={nothing}>
          Start Chair 2 — OKAFOR, Ada
        </Button>
      </div>
    ),
  },
];
