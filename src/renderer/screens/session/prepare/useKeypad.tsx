import { type Ref, useRef, useState } from 'react';
import { NumPad } from '../../../components/NumPad.tsx';
import type { FieldHandle } from '../../../components/typing.ts';

type KeypadField<Name extends string> = { readonly name: Name; readonly label: string };

/** A keypad that types into whichever of a view's number fields was used last; the first one to begin with. */
export function useKeypad<Name extends string>(fields: readonly [KeypadField<Name>, ...KeypadField<Name>[]]) {
  const handles = useRef(new Map<Name, FieldHandle>());
  const [active, setActive] = useState<Name>(fields[0].name);
  const handle = (): FieldHandle | undefined => handles.current.get(active);
  const label = fields.find(({ name }) => name === active)?.label ?? '';
  return {
    /** What a number field is given to be typed into. */
    fieldFor: (name: Name) => ({
      ref: ((made: FieldHandle | null) => {
        if (made) handles.current.set(name, made);
        else handles.current.delete(name);
      }) satisfies Ref<FieldHandle>,
      onActive: (isActive: boolean) => {
        if (isActive) setActive(name);
      },
    }),
    focus: (name: Name): void => handles.current.get(name)?.focus(),
    keypad: (
      <NumPad
        label={label}
        onKey={(key) => handle()?.type(key)}
        onErase={() => handle()?.erase()}
        onNext={() => void handle()?.next()}
      />
    ),
  };
}
