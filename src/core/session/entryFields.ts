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

/** The same where the protocol doses by a weight that a formula gives from the height. */
export const ENTRY_FIELDS_WITH_HEIGHT = [
  'dateOfBirth',
  'drug',
  'weight',
  'height',
  'dose',
  'over',
  'preparation',
  'pumpRate',
  'volumeToGive',
] as const;

/** The seven of an order of counted doses: no time, no preparation and no pump. Source: docs/decisions/0013. */
export const COUNTED_ENTRY_FIELDS = [
  'dateOfBirth',
  'drug',
  'weight',
  'dose',
  'doses',
  'gap',
  'total',
] as const;

/** The steps of a rate after its first one, as far as a programme may go. */
const LATER_STEPS = [2, 3, 4, 5, 6] as const;
export type StepField = `step${(typeof LATER_STEPS)[number]}`;
const STEP_FIELDS: readonly StepField[] = LATER_STEPS.map((step) => `step${step}` as const);
const STEP_BOXES = ['Rate', 'Days', 'Hours', 'Over'] as const;
export type StepInput = `${StepField}${(typeof STEP_BOXES)[number]}`;

/** Every box of every later step. */
export const STEP_INPUTS: readonly StepInput[] = STEP_FIELDS.flatMap((step) =>
  STEP_BOXES.map((box) => `${step}${box}` as const),
);

/** The fields of the steps after the first, of an order of so many steps. */
export function stepFields(steps: number): readonly StepField[] {
  return STEP_FIELDS.slice(0, steps - 1);
}

/** Every field there is, in screen order. */
export const ALL_ENTRY_FIELDS = [
  'dateOfBirth',
  'drug',
  'weight',
  'height',
  'loadingDose',
  'loadingOver',
  'dose',
  'over',
  ...STEP_FIELDS,
  'preparation',
  'pumpRate',
  'volumeToGive',
  'doses',
  'gap',
  'total',
] as const;

export type EntryField = (typeof ALL_ENTRY_FIELDS)[number];

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
  /** cm, where the protocol doses by a weight worked out from it. */
  readonly height?: string;
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
  /** Of counted doses alone, whose `dose` is mg of one: how many. What such an order has not is left empty. */
  readonly doses?: string;
  /** min between two counted doses. */
  readonly gap?: string;
  /** mg of all counted doses. */
  readonly total?: string;
  /** mg/kg, where the order has a loading dose. */
  readonly loadingDose?: string;
  /** min */
  readonly loadingOver?: string;
} & {
  /** Of each later step, where the order has it: the rate in the unit of the protocol, and its time. */
  readonly [Input in StepInput]?: string;
};

export type EntryInput = keyof EntryValues;

/** The boxes of a loading dose and of the later steps: the same in a plan and in an entry. */
export type StageInput = 'loadingDose' | 'loadingOver' | StepInput;

/**
 * The inputs that make up a field: the preparation is two numbers, a time up to three boxes (`inputsOf`), everything
 * else one.
 */
export const INPUTS_OF_FIELD: Record<EntryField, readonly EntryInput[]> = {
  dateOfBirth: ['dateOfBirth'],
  drug: ['product'],
  weight: ['weight'],
  height: ['height'],
  dose: ['dose'],
  over: ['overDays', 'overHours', 'over'],
  preparation: ['amount', 'volume'],
  pumpRate: ['pumpRate'],
  volumeToGive: ['volumeToGive'],
  doses: ['doses'],
  gap: ['gap'],
  total: ['total'],
  loadingDose: ['loadingDose'],
  loadingOver: ['loadingOver'],
  step2: boxesOf('step2'),
  step3: boxesOf('step3'),
  step4: boxesOf('step4'),
  step5: boxesOf('step5'),
  step6: boxesOf('step6'),
};

function boxesOf(step: StepField): readonly StepInput[] {
  return STEP_BOXES.map((box) => `${step}${box}` as const);
}

/** The box a later step's rate is typed in, and those of its time. */
export function inputsOfStep(step: StepField): {
  readonly rate: StepInput;
  readonly time: Record<DurationPart, StepInput>;
} {
  return { rate: `${step}Rate`, time: { d: `${step}Days`, h: `${step}Hours`, min: `${step}Over` } };
}

export function isStepInput(input: string): input is StepInput {
  return input.startsWith('step');
}

/** The step a box belongs to, from 2 on. */
export function stepNumberOf(input: StepInput): number {
  return Number(input.charAt('step'.length));
}

/** The part of its step's time a box holds; null for the rate. */
export function stepPartOf(input: StepInput): DurationPart | null {
  const parts = { Rate: null, Days: 'd', Hours: 'h', Over: 'min' } as const;
  return parts[input.slice('step2'.length) as keyof typeof parts];
}

export function isStepField(field: EntryField): field is StepField {
  return field.startsWith('step');
}

/** The box each part of a time is typed in. */
export const INPUT_OF_PART = { d: 'overDays', h: 'overHours', min: 'over' } as const satisfies Record<
  DurationPart,
  EntryInput
>;

/** The inputs of a field that a protocol asks for: only those boxes of a time that its own may need. */
export function inputsOf(field: EntryField, parts: readonly DurationPart[]): readonly EntryInput[] {
  if (isStepField(field)) {
    const { rate, time } = inputsOfStep(field);
    return [rate, ...parts.map((part) => time[part])];
  }
  return field === 'over' ? parts.map((part) => INPUT_OF_PART[part]) : INPUTS_OF_FIELD[field];
}

/** Fields the pump rate and the volume to give, or the total of counted doses, are worked out from. */
const INPUT_FIELDS: readonly EntryField[] = ['weight', 'height', 'dose', 'over', 'preparation', 'doses'];
const DERIVED_FIELDS: readonly EntryField[] = ['pumpRate', 'volumeToGive', 'total'];

/**
 * What is typed again at a second attempt, of the fields an order has: every one that did not agree, and whatever is
 * worked out from one of them. Fields that agreed stay entered. Source: UX 2.3 T6.
 */
export function fieldsToEnterAgain(
  differing: readonly EntryField[],
  all: readonly EntryField[] = ENTRY_FIELDS,
): readonly EntryField[] {
  const derivedToo = differing.some((field) => INPUT_FIELDS.includes(field));
  return all.filter((field) => differing.includes(field) || (derivedToo && DERIVED_FIELDS.includes(field)));
}
