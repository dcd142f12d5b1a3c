import { type Ref, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { EntryForm } from '../../../contract/views/session.ts';
import { type EntryInput, inputsOf } from '../../../core/session/entryFields.ts';
import type { FieldHandle } from '../../components/typing.ts';
import { timeBoxes } from './formFields.ts';

export type FieldFocus = {
  /** What the keypad types into: the field that has the focus, or had it last. */
  readonly active: EntryInput;
  readonly handleOf: (input: EntryInput) => Ref<FieldHandle>;
  readonly selectOf: (input: EntryInput) => Ref<HTMLButtonElement>;
  readonly onActive: (input: EntryInput) => (isActive: boolean) => void;
  /** On to the following field; after the last one the focus stays, so that no Enter hands anything in. */
  readonly onNext: (input: EntryInput) => () => void;
  readonly press: (act: (handle: FieldHandle) => void) => void;
};

/** Moves through the fields that are typed, in their order; `round` counts clearings, each begins at the first. */
export function useFieldFocus(
  { fields, shape }: Pick<EntryForm, 'fields' | 'shape'>,
  round: number,
): FieldFocus {
  const order = fields.flatMap((field) => inputsOf(field, timeBoxes({ shape })));
  const first = order[0] ?? 'dateOfBirth';
  const [active, setActive] = useState<EntryInput>(first);
  const handles = useRef(new Map<EntryInput, FieldHandle>());
  const keep = (input: EntryInput, handle: FieldHandle | null): void => {
    if (handle) handles.current.set(input, handle);
    else handles.current.delete(input);
  };
  const onNext = (input: EntryInput) => (): void => {
    const following = order[order.indexOf(input) + 1];
    if (following) handles.current.get(following)?.focus();
  };
  const begin = useEffectEvent(() => handles.current.get(first)?.focus());
  // biome-ignore lint/correctness/useExhaustiveDependencies: each clearing begins at the first field again
  useEffect(() => begin(), [round]);
  return {
    active,
    handleOf: (input) => (handle) => keep(input, handle),
    selectOf: (input) => (button) => keep(input, button && selectHandle(button, onNext(input))),
    onActive: (input) => (isActive) => {
      if (isActive) setActive(input);
    },
    onNext,
    press: (act) => {
      const handle = handles.current.get(active);
      if (handle) act(handle);
    },
  };
}

/** A list is chosen from, not typed into: the keypad only moves on from it. */
function selectHandle(button: HTMLButtonElement, goOn: () => void): FieldHandle {
  return {
    focus: () => button.focus(),
    type: () => undefined,
    erase: () => undefined,
    next: () => {
      goOn();
      return true;
    },
  };
}
