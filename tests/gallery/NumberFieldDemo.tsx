import { useState } from 'react';
import { NumberField, type NumberFieldProps } from '../../src/renderer/components/NumberField.tsx';

export type NumberFieldDemoProps = Omit<NumberFieldProps, 'value' | 'entered' | 'onType' | 'onCommit'> & {
  readonly typed?: string;
  readonly alreadyEntered?: boolean;
  readonly onCommit?: (text: string) => void;
};

/** A number field with a screen around it that keeps what was typed. */
export function NumberFieldDemo({
  typed = '',
  alreadyEntered = false,
  onCommit,
  ...props
}: NumberFieldDemoProps) {
  const [value, setValue] = useState(typed);
  const [entered, setEntered] = useState(alreadyEntered);
  return (
    <NumberField
      {...props}
      value={value}
      entered={entered}
      onType={(text) => {
        setValue(text);
        setEntered(false);
      }}
      onCommit={(text) => {
        setEntered(true);
        onCommit?.(text);
      }}
    />
  );
}
