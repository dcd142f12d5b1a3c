import type { HeldEntries } from '../../../contract/views/session.ts';
import { NO_BREAK_SPACE } from '../../../core/quantity/format.ts';
import { type EntryField, inputsOf, isStepField, type StepField } from '../../../core/session/entryFields.ts';
import { formatCalendarDate } from '../../components/time.ts';

type Values = HeldEntries['sets'][number]['values'];

/** One field of a held set: the digits as they were typed, with the unit of their field. */
export function heldValueText(
  field: EntryField,
  values: Values,
  { shape, counted }: Pick<HeldEntries, 'shape' | 'counted'>,
): string {
  const typed = (input: string): string => values[input] ?? '';
  switch (field) {
    case 'dateOfBirth':
      return formatCalendarDate(typed('dateOfBirth'));
    case 'drug':
      return typed('product');
    case 'preparation':
      return `${withUnit(typed('amount'), shape?.amount ?? '')} in ${withUnit(typed('volume'), 'mL')}`;
    case 'dose':
      return withUnit(typed('dose'), shape?.dose ?? `mg per ${counted}`);
    case 'doses':
      return withUnit(typed('doses'), 'doses');
    case 'over':
      return inputsOf(field, shape?.duration ?? [])
        .map((input, place) => withUnit(typed(input), shape?.duration[place] ?? ''))
        .join(' ');
    default:
      return isStepField(field) ? stepText(field, typed, shape) : withUnit(typed(field), UNITS[field]);
  }
}

/** `0.3 mg/kg/h for 2 h 0 min` */
function stepText(field: StepField, typed: (input: string) => string, shape: HeldEntries['shape']): string {
  const parts = shape?.duration ?? [];
  const [rate = '', ...time] = inputsOf(field, parts);
  const lasts = time.map((input, place) => withUnit(typed(input), parts[place] ?? '')).join(' ');
  return `${withUnit(typed(rate), shape?.dose ?? '')} for ${lasts}`;
}

const UNITS = {
  loadingDose: 'mg/kg',
  loadingOver: 'min',
  weight: 'kg',
  height: 'cm',
  pumpRate: 'mL/h',
  volumeToGive: 'mL',
  gap: 'min',
  total: 'mg',
} as const;

function withUnit(number: string, unit: string): string {
  return `${number}${NO_BREAK_SPACE}${unit}`;
}
