import { Radio, RadioGroup } from 'react-aria-components';
import { LETTERS } from '../../../contract/letters.ts';
import styles from './LetterJump.module.css';

/** A letter a long list begins at. */
export type Letter = (typeof LETTERS)[number];

type LetterJumpProps = {
  /** Null: at the first name. */
  readonly chosen: Letter | null;
  readonly onChoose: (letter: Letter | null) => void;
};

const FIRST = 'all';

/** From A to Z through a list of names too long to look through. Source: UX 3.3. */
export function LetterJump({ chosen, onChoose }: LetterJumpProps) {
  return (
    <RadioGroup
      className={styles['letters'] ?? ''}
      orientation="horizontal"
      aria-label="Names from"
      value={chosen ?? FIRST}
      onChange={(id) => onChoose(LETTERS.find((letter) => letter === id) ?? null)}
    >
      <Radio value={FIRST} className={styles['letter'] ?? ''}>
        All
      </Radio>
      {LETTERS.map((letter) => (
        <Radio key={letter} value={letter} className={styles['letter'] ?? ''}>
          {letter.toUpperCase()}
        </Radio>
      ))}
    </RadioGroup>
  );
}
