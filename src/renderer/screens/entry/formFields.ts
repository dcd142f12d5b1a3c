import type { EntryForm } from '../../../contract/views/session.ts';
import { COUNTED_ENTRY_FIELDS, type EntryField } from '../../../core/session/entryFields.ts';
import { pumpedEntryFields } from '../../../core/session/entryRules.ts';

/** Every field of the order, in screen order: eight with a pump, nine where the height counts, seven of counted doses. */
export function formFields({ shape }: Pick<EntryForm, 'shape'>): readonly EntryField[] {
  return shape === null ? COUNTED_ENTRY_FIELDS : pumpedEntryFields(shape);
}

/** The number a field stands under. */
export function fieldNumber(field: EntryField, form: Pick<EntryForm, 'shape'>): number {
  return formFields(form).indexOf(field) + 1;
}

/** The boxes a time is typed in; none where nothing is given over a time. */
export function timeBoxes({ shape }: Pick<EntryForm, 'shape'>): readonly ('d' | 'h' | 'min')[] {
  return shape?.duration ?? [];
}
