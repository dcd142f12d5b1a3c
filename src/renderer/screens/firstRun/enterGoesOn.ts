import type { KeyboardEvent } from 'react';

/**
 * Enter in a field goes on to the next one and from the last to the button; it never sends anything. For a form's
 * `onKeyDown`. Number fields go on by themselves, once they have taken their value.
 */
export function enterGoesOn(event: KeyboardEvent<HTMLElement>): void {
  const field = event.target;
  if (event.key !== 'Enter' || event.repeat || event.defaultPrevented) return;
  if (!(field instanceof HTMLInputElement)) return;
  event.preventDefault();
  focusAfter(event.currentTarget, field);
}

/** The next stop of a form after a field: a field, the chosen one of a group of choices, a button. */
export function focusAfter(form: HTMLElement, field: Element): void {
  const stops = [...form.querySelectorAll<HTMLElement>('input, button')];
  const later = stops.slice(stops.findIndex((stop) => stop === field) + 1);
  const next = later.find((stop) => stop.tabIndex >= 0 && !isSameChoice(stop, field));
  (next && chosenOf(form, next))?.focus();
}

function isSameChoice(stop: Element, field: Element): boolean {
  return isRadio(stop) && isRadio(field) && stop.name === field.name;
}

function chosenOf(form: HTMLElement, stop: HTMLElement): HTMLElement {
  if (!isRadio(stop)) return stop;
  const group = [...form.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
  return group.find(({ name, checked }) => checked && name === stop.name) ?? stop;
}

function isRadio(element: Element): element is HTMLInputElement {
  return element instanceof HTMLInputElement && element.type === 'radio';
}
