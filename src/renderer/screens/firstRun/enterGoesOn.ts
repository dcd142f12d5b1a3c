import type { KeyboardEvent } from 'react';

/**
 * Enter in a field goes on to the next one and from the last to the button; it never sends anything. Number fields
 * go on by themselves, once they have taken their value. To be spread on what surrounds the fields.
 */
export const ENTER_GOES_ON = {
  onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const field = fieldWithEnter(event);
    if (!field || event.defaultPrevented) return;
    event.preventDefault();
    focusAfter(event.currentTarget, field);
  },
  /** A choice would take Enter for itself: somebody who only wants to go on would have chosen. */
  onKeyDownCapture(event: KeyboardEvent<HTMLElement>): void {
    const field = fieldWithEnter(event);
    if (!field || !isRadio(field)) return;
    event.preventDefault();
    event.stopPropagation();
    if (chosenOf(event.currentTarget, field).checked) focusAfter(event.currentTarget, field);
  },
} as const;

function fieldWithEnter({ key, repeat, target }: KeyboardEvent<HTMLElement>): HTMLInputElement | null {
  return key === 'Enter' && !repeat && target instanceof HTMLInputElement ? target : null;
}

const STOPS = 'input, button[aria-haspopup="listbox"], button[type="submit"]';

/** The next stop after a field: a field, the chosen one of a group of choices, the button that sends. */
function focusAfter(form: HTMLElement, field: HTMLInputElement): void {
  const stops = [...form.querySelectorAll<HTMLElement>(STOPS)];
  const later = stops.slice(stops.indexOf(field) + 1);
  const next = later.find((stop) => stop.tabIndex >= 0 && !isSameChoice(stop, field));
  (next instanceof HTMLInputElement && isRadio(next) ? chosenOf(form, next) : next)?.focus();
}

function isSameChoice(stop: HTMLElement, field: HTMLInputElement): boolean {
  return stop instanceof HTMLInputElement && isRadio(stop) && stop.name === field.name;
}

function chosenOf(form: HTMLElement, radio: HTMLInputElement): HTMLInputElement {
  const group = [...form.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
  return group.find(({ name, checked }) => checked && name === radio.name) ?? radio;
}

function isRadio(field: HTMLInputElement): boolean {
  return field.type === 'radio';
}
