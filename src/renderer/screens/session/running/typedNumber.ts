import { useState } from 'react';
import type { EntryRule } from '../../../../core/quantity/parseEntry.ts';
import type { Unit } from '../../../../core/quantity/quantity.ts';

/** A number field's text, whether it was entered, and what the field needs to be told. */
export type TypedNumber = {
  readonly value: string;
  readonly entered: boolean;
  /** Enters a value that came by another way than typing: a step that was pressed. */
  readonly enter: (text: string) => void;
  readonly field: {
    readonly rule: EntryRule<Unit>;
    readonly value: string;
    readonly entered: boolean;
    readonly onType: (text: string) => void;
    readonly onCommit: (text: string) => void;
  };
};

/** Holds one typed number. It counts from Enter or Next on and stops counting with the next key. Source: UX 3.0. */
export function useTypedNumber(rule: EntryRule<Unit>, onChange: () => void = () => {}): TypedNumber {
  const [value, setValue] = useState('');
  const [entered, setEntered] = useState(false);
  const take = (text: string, counts: boolean): void => {
    setValue(text);
    setEntered(counts && text !== '');
    onChange();
  };
  return {
    value,
    entered,
    enter: (text) => take(text, true),
    field: {
      rule,
      value,
      entered,
      onType: (text) => take(text, false),
      onCommit: (text) => take(text, true),
    },
  };
}
