import type { HeldEntries } from '../../../contract/views/session.ts';
import { NO_BREAK_SPACE } from '../../../core/quantity/format.ts';
import type { EntryField } from '../../../core/session/entryFields.ts';
import { formatCalendarDate } from '../../components/time.ts';

type Values = HeldEntries['sets'][number]['values'];

/** One field of a held set: the digits as they were typed, with the unit of their field. */
export function heldValueText(field: EntryField, values: Values): string {
  const typed = (input: string): string => values[input] ?? '';
  switch (field) {
    case 'dateOfBirth':
      return formatCalendarDate(typed('dateOfBirth'));
    case 'drug':
      return typed('product');
    case 'preparation':
      return `${withUnit(typed('amount'), 'mg')} in ${withUnit(typed('volume'), 'mL')}`;
    default:
      return withUnit(typed(field), UNITS[field]);
  }
}

const UNITS = { weight: 'kg', dose: 'mg/kg', over: 'min', pumpRate: 'mL/h', volumeToGive: 'mL' } as const;

function withUnit(number: string, unit: string): string {
  return `${number}${NO_BREAK_SPACE}${unit}`;
}
