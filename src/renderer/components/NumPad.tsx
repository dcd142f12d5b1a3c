import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import styles from './NumPad.module.css';

export type NumPadProps = {
  /** The field it types into: `7  Pump rate, mL/h`. */
  readonly label: string;
  readonly onKey: (key: string) => void;
  readonly onErase: () => void;
  readonly onNext: () => void;
};

const KEYS = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '0', '.'] as const;

/**
 * Keys for gloves and touch. They type into the field that has the focus and leave the focus there, so they are no
 * stops of the Tab key: whoever uses the keyboard has these keys already.
 */
export function NumPad({ label, onKey, onErase, onNext }: NumPadProps) {
  return (
    <section aria-label={`Keypad for ${label}`}>
      <div className={styles['label']}>{label}</div>
      <div className={styles['keys']}>
        {KEYS.map((key) => (
          <PadKey key={key} onPress={() => onKey(key)}>
            {key === '.' ? <Point /> : key}
          </PadKey>
        ))}
        <PadKey onPress={onErase}>
          <Icon name="backspace" size={24} label="Rub out" />
        </PadKey>
        <PadKey wide onPress={onNext}>
          Next field
          <Icon name="enter" />
        </PadKey>
      </div>
      <p className={styles['say']}>Next enters the value. Leaving does not.</p>
    </section>
  );
}

type PadKeyProps = {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly wide?: boolean;
};

function PadKey({ children, onPress, wide = false }: PadKeyProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles[wide ? 'next' : 'key']}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

function Point() {
  return (
    <>
      <span className="visually-hidden">point</span>
      <span aria-hidden="true" className={styles['point']} />
    </>
  );
}

function keepFocus(event: { preventDefault: () => void }): void {
  event.preventDefault();
}
