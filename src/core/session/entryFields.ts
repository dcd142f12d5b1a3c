import type { DurationPart } from '../library/orderUnits.ts';

/** The eight critical values two people enter blind, in screen order. Source: UX 2.4. */
export const ENTRY_FIELDS = [
  'dateOfBirth',
  'drug',
  'weight',
  'dose',
  'over',
  'preparation',
  'pumpRate',
  'volumeToGive',
] as const;

export type EntryField = (typeof ENTRY_FIELDS)[number];

/**
 * What one person typed, exactly as typed. Both raw sets stay in the log; they are read as numbers only for
 * the comparison.
 */
export type EntryValues = {
  /** `1984-03-09`. */
  readonly dateOfBirth: string;
  /** Product picked by its strength and vial. */
  readonly product: string;
  /** kg */
  readonly weight: string;
  /** In the unit of the protocol. */
  readonly dose: string;
  /** min; of a time typed in several boxes, the minutes beyond whole days and hours. */
  readonly over: string;
  /** Whole days, where the protocol's time is typed in days. */
  readonly overDays?: string;
  /** Whole hours, where the protocol's time is typed in hours. */
  readonly overHours?: string;
  /** In the amount unit of the protocol. */
  readonly amount: string;
  /** mL */
  readonly volume: string;
  /** mL/h */
  readonly pumpRate: string;
  /** mL */
  readonly volumeToGive: string;
};

export type EntryInput = keyof EntryValues;

/**
 * The inputs that make up a field: the preparation is two numbers, a time up to three boxes (`inputsOf`), everything
 * else one.
 */
export const INPUTS_OF_FIELD: Record<EntryField, readonly EntryInput[]> = {
  dateOfBirth: ['dateOfBirth'],
  drug: ['product'],
  weight: ['weight'],
  dose: ['dose'],
  over: ['overDays', 'overHours', 'over'],
  preparation: ['amount', 'volume'],
  pumpRate: ['pumpRate'],
  volumeToGive: ['volumeToGive'],
};

/** The box each part of a time is typed in. */
export const INPUT_OF_PART = { d: 'overDays', h: 'overHours', min: 'over' } as const satisfies Record<
  DurationPart,
  EntryInput
>;

/** The inputs of a field that a protocol asks for: only those boxes of a time that its own may need. */
export function inputsOf(field: EntryField, parts: readonly DurationPart[]): readonly EntryInput[] {
  return field === 'over' ? parts.map((part) => INPUT_OF_PART[part]) : INPUTS_OF_FIELD[field];
}

/** Fields the pump rate and the volume to give are worked out from. */
const INPUT_FIELDS: readonly EntryField[] = ['weight', 'dose', 'over', 'preparation'];

/**
 * What is typed again at a second attempt: every field that did not agree, and whatever is worked out from one
 * of them. Fields that agreed stay entered. Source: UX 2.3 T6.
 */
export function fieldsToEnterAgain(differing: readonly EntryField[]): readonly EntryField[] {
  const derivedToo = differing.some((field) => INPUT_FIELDS.includes(field));
  return ENTRY_FIELDS.filter(
    (field) =>
      differing.includes(field) || (derivedToo && (field === 'pumpRate' || field === 'volumeToGive')),
  );
}
