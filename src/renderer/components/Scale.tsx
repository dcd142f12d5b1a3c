import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './Scale.module.css';

export type ScaleProps = {
  readonly label: string;
  readonly labelPlace?: 'above' | 'left' | 'hidden';
  readonly lowest?: number;
  readonly highest?: number;
  /** Null: not recorded. Pressing the chosen number again takes it back. */
  readonly chosen: number | null;
  readonly onChoose: (number: number | null) => void;
  /** `56` stands beside number fields. */
  readonly height?: 44 | 56;
};

/** A whole number from a short scale: pain 0 to 10, MOAA/S 0 to 5. Never chosen beforehand. */
export function Scale(props: ScaleProps) {
  const { label, labelPlace = 'above', lowest = 0, highest = 10, chosen, onChoose, height = 44 } = props;
  const numbers = Array.from({ length: highest - lowest + 1 }, (_, step) => lowest + step);
  return (
    <div className={classes(styles['frame'], styles[labelPlace])}>
      <span aria-hidden="true" className={styles['label']}>
        {label}
      </span>
      <ToggleButtonGroup
        aria-label={`${label}, ${lowest} to ${highest}`}
        className={classes(styles['scale'], height === 56 && styles['tall'])}
        selectionMode="single"
        selectedKeys={chosen === null ? [] : [`${chosen}`]}
        onSelectionChange={(keys) => onChoose(firstNumber(keys))}
      >
        {numbers.map((number) => (
          <ToggleButton key={number} id={`${number}`} className={styles['number'] ?? ''}>
            {`${number}`}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}

function firstNumber(keys: Iterable<unknown>): number | null {
  const [first] = keys;
  return first === undefined ? null : Number(first);
}
