import { type ReactNode, useState } from 'react';

type KeptProps<Typed> = {
  readonly from: Typed;
  readonly form: (typed: Typed, change: (next: Typed) => void) => ReactNode;
};

/** A form with a screen around it that keeps what was typed. */
export function Kept<Typed>({ from, form }: KeptProps<Typed>) {
  const [typed, setTyped] = useState(from);
  return form(typed, setTyped);
}
