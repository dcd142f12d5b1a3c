/** What a screen asks of a field from outside: its keypad types into it, and it may be given the focus. */
export type FieldHandle = {
  readonly focus: () => void;
  /** One key of the keypad; passes the same gate as a key of the keyboard. */
  readonly type: (key: string) => void;
  readonly erase: () => void;
  /** The keypad's Next. False when the value was refused and stays. */
  readonly next: () => boolean;
};

/** Types at the caret as the keyboard would: the field hears an input event and everything follows from that. */
export function typeInto(input: HTMLInputElement, text: string): void {
  const end = input.value.length;
  input.setRangeText(text, input.selectionStart ?? end, input.selectionEnd ?? end, 'end');
  tellInput(input);
}

/** Rubs out what is marked, else the character before the caret. */
export function eraseIn(input: HTMLInputElement): void {
  const end = input.selectionEnd ?? input.value.length;
  const start = input.selectionStart ?? end;
  input.setRangeText('', start === end ? Math.max(0, start - 1) : start, end, 'end');
  tellInput(input);
}

/** The text of a field without the part that is marked. */
export function keptText(input: HTMLInputElement): string {
  const end = input.selectionEnd ?? input.value.length;
  return input.value.slice(0, input.selectionStart ?? end) + input.value.slice(end);
}

/** The text a field would hold after one more key at the caret. */
export function textWith(input: HTMLInputElement, key: string): string {
  const end = input.selectionEnd ?? input.value.length;
  return input.value.slice(0, input.selectionStart ?? end) + key + input.value.slice(end);
}

function tellInput(input: HTMLInputElement): void {
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
