import type { EntryForm } from '../../../contract/views/session.ts';
import { COUNTED_ENTRY_FIELDS, ENTRY_FIELDS, type EntryField } from '../../../core/session/entryFields.ts';

/** Every field of the order, in screen order: eight with a pump, seven of counted doses. */
export function formFields({ counted }: Pick<EntryForm, 'counted'>): readonly EntryField[] {
  return counted === null ? ENTRY_FIELDS : COUNTED_ENTRY_FIELDS;
}

/** The number a field stands under. */
export function fieldNumber(field: EntryField, form: Pick<EntryForm, 'counted'>): number {
  return formFields(form).indexOf(field) + 1;
}

/** The boxes a time is typed in; none where nothing is given over a time. */
export function timeBoxes({ shape }: Pick<EntryForm, 'shape'>): readonly ('d' | 'h' | 'min')[] {
  return shape?.duration ?? [];
}
