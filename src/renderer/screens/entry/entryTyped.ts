import type { EntryForm } from '../../../contract/views/session.ts';
import {
  type EntryField,
  type EntryInput,
  type EntryValues,
  INPUTS_OF_FIELD,
  inputsOf,
} from '../../../core/session/entryFields.ts';
import { formFields, timeBoxes } from './formFields.ts';

/** What was read again before a second attempt. The ticks stay on this screen. */
export type Source = 'patient' | 'vial' | 'scale' | 'height' | 'orderSheet' | 'ownSum';

/** One person's entry while it is being typed. It lives in this screen and dies with it. */
export type EntryTyped = {
  readonly values: Required<EntryValues>;
  readonly entered: Readonly<Record<EntryInput, boolean>>;
  /** Which copy of the order sheet is in hand. */
  readonly copy: 1 | 2 | null;
  readonly readAgain: readonly Source[];
  /** Keys that took something back. */
  readonly corrections: number;
  /** Grows with every clearing, for fields that keep text of their own. */
  readonly round: number;
};

export type EntryAction =
  | { readonly kind: 'typed'; readonly input: EntryInput; readonly text: string }
  | { readonly kind: 'entered'; readonly input: EntryInput }
  | { readonly kind: 'copy'; readonly copy: 1 | 2 }
  | { readonly kind: 'readAgain'; readonly source: Source; readonly done: boolean }
  | { readonly kind: 'corrected' }
  | { readonly kind: 'cleared' };

const INPUTS = Object.values(INPUTS_OF_FIELD).flat();
const NO_VALUES = Object.fromEntries(INPUTS.map((input) => [input, ''])) as Required<EntryValues>;
const NOTHING_ENTERED = Object.fromEntries(INPUTS.map((input) => [input, false])) as EntryTyped['entered'];

export const NOTHING_TYPED: EntryTyped = {
  values: NO_VALUES,
  entered: NOTHING_ENTERED,
  copy: null,
  readAgain: [],
  corrections: 0,
  round: 0,
};

/** `values` keeps its identity while nothing of it changes: what is said about them is known by it. */
export function entryTypedAfter(entry: EntryTyped, action: EntryAction): EntryTyped {
  switch (action.kind) {
    case 'typed':
      return {
        ...entry,
        values: { ...entry.values, [action.input]: action.text },
        entered: { ...entry.entered, [action.input]: isWhole(action.input, action.text) },
      };
    case 'entered':
      return { ...entry, entered: { ...entry.entered, [action.input]: true } };
    case 'copy':
      return { ...entry, copy: action.copy };
    case 'readAgain': {
      const others = entry.readAgain.filter((source) => source !== action.source);
      return { ...entry, readAgain: action.done ? [...others, action.source] : others };
    }
    case 'corrected':
      return { ...entry, corrections: entry.corrections + 1 };
    case 'cleared':
      return { ...NOTHING_TYPED, corrections: entry.corrections + 1, round: entry.round + 1 };
  }
}

/** What is handed in: the boxes of a time only as far as the protocol has them, the fields of counted doses with them. */
export function valuesHandedIn({ values }: EntryTyped, form: EntryForm): EntryValues {
  const { dateOfBirth, product, weight, dose, over, amount, volume, pumpRate, volumeToGive } = values;
  const always = { dateOfBirth, product, weight, dose, over, amount, volume, pumpRate, volumeToGive };
  const boxes = formFields(form).flatMap((field) => inputsOf(field, timeBoxes(form)));
  return { ...always, ...Object.fromEntries(boxes.map((input) => [input, values[input]])) };
}

/** A date is whole or empty and a vial is picked: only numbers wait for Enter. */
function isWhole(input: EntryInput, text: string): boolean {
  return (input === 'dateOfBirth' || input === 'product') && text !== '';
}

const SOURCE_OF: Record<EntryField, Source> = {
  dateOfBirth: 'patient',
  drug: 'vial',
  weight: 'scale',
  height: 'height',
  dose: 'orderSheet',
  over: 'orderSheet',
  preparation: 'orderSheet',
  pumpRate: 'ownSum',
  volumeToGive: 'ownSum',
  doses: 'orderSheet',
  gap: 'orderSheet',
  total: 'ownSum',
  loadingDose: 'orderSheet',
  loadingOver: 'orderSheet',
  step2: 'orderSheet',
  step3: 'orderSheet',
  step4: 'orderSheet',
  step5: 'orderSheet',
  step6: 'orderSheet',
};

/** What has to be read again at this attempt, in the order of the form. Source: UX 2.3 T6. */
export function sourcesToRead({ attempt, fields }: EntryForm): readonly Source[] {
  return attempt === 1 ? [] : [...new Set(fields.map((field) => SOURCE_OF[field]))];
}

/** What keeps an entry from being handed in; undefined when nothing does. */
export function entryMissing(form: EntryForm, entry: EntryTyped): string | undefined {
  const states = form.fields.map((field) => fieldState(field, form, entry));
  const empty = states.filter((state) => state === 'empty').length;
  const half = states.filter((state) => state === 'half').length;
  const sentences = [
    ...(empty + half === 0 ? [] : [fieldsText(empty, half)]),
    ...(entry.copy === null ? ['The copy is not chosen.'] : []),
    ...(sourcesToRead(form).every((source) => entry.readAgain.includes(source))
      ? []
      : ['Read again: not all ticked.']),
  ];
  // Two at a time: the line stands beside the button that waits for them.
  return sentences.length === 0 ? undefined : sentences.slice(0, 2).join(' ');
}

function fieldState(
  field: EntryField,
  form: EntryForm,
  { values, entered }: EntryTyped,
): 'entered' | 'half' | 'empty' {
  const inputs = inputsOf(field, timeBoxes(form));
  if (inputs.every((input) => entered[input])) return 'entered';
  return inputs.some((input) => values[input] !== '') ? 'half' : 'empty';
}

/** `1 field is not entered, 1 is half typed.` Wording: mockup 04. */
function fieldsText(empty: number, half: number): string {
  const is = (count: number): string => (count === 1 ? 'is' : 'are');
  const fields = (count: number): string => `${count} ${count === 1 ? 'field' : 'fields'} ${is(count)}`;
  if (empty === 0) return `${fields(half)} half typed.`;
  const rest = half === 0 ? '' : `, ${half} ${is(half)} half typed`;
  return `${fields(empty)} not entered${rest}.`;
}
