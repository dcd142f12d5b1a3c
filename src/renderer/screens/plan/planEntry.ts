import type { PlanScreenView, ProtocolChoice, TypedPlan } from '../../../contract/views/plan.ts';
import {
  inputsOf,
  isStepInput,
  type StepInput,
  stepFields,
  stepNumberOf,
} from '../../../core/session/entryFields.ts';
import { copyFor, NO_COPY, type PlanCopy } from './planCopy.ts';
import { type DurationPart, FIELD_OF_PART, PLAN_NUMBERS, type PlanNumber } from './planNumbers.ts';
import { boxesOf, numberOf, savedStages } from './savedNumbers.ts';

/** What stands in the fields, exactly as typed, and which of the numbers have been entered by Enter or Next. */
export type PlanEntry = {
  readonly typed: TypedPlan;
  readonly entered: Readonly<Partial<Record<PlanNumber, boolean>>>;
  /** Copied from the last session and not touched since: shown hollow, and no part of what is typed. */
  readonly copied: PlanCopy;
};

export type PlanAction =
  | { readonly kind: 'typed'; readonly field: PlanNumber; readonly text: string }
  | { readonly kind: 'entered'; readonly field: PlanNumber }
  /** A loading dose is ordered, or declined. */
  | { readonly kind: 'loading'; readonly loading: 'declined' | 'ordered' }
  /** How many steps the rate has. */
  | { readonly kind: 'steps'; readonly steps: number }
  | {
      readonly kind: 'chosen';
      readonly choice: Partial<Pick<TypedPlan, 'chair' | 'protocol' | 'mixing' | 'product'>>;
      /** With another protocol: what the last session has for it. */
      readonly copy?: PlanCopy;
    };

/** `typed` keeps its identity while nothing of it changes: the sum on screen is known by the text it came from. */
export function planEntryAfter(entry: PlanEntry, action: PlanAction): PlanEntry {
  switch (action.kind) {
    case 'typed':
      return {
        typed: { ...entry.typed, [action.field]: action.text },
        entered: { ...entry.entered, [action.field]: false },
        copied: without(entry.copied, action.field),
      };
    case 'entered':
      return entered(entry, action.field);
    case 'loading':
      return withoutNumbers(
        { ...entry, typed: { ...entry.typed, loading: action.loading } },
        action.loading === 'declined' ? ['loadingDose', 'loadingOver'] : [],
      );
    case 'steps':
      return withoutNumbers(
        { ...entry, typed: { ...entry.typed, steps: action.steps } },
        PLAN_NUMBERS.filter((field) => isStepInput(field) && stepNumberOf(field) > action.steps),
      );
    case 'chosen':
      return chosen(entry, action);
  }
}

/** What is no part of the order any more is not kept behind it. */
function withoutNumbers(entry: PlanEntry, fields: readonly PlanNumber[]): PlanEntry {
  const [texts, none] = [fields.map((field) => [field, '']), fields.map((field) => [field, false])];
  return {
    ...entry,
    typed: { ...entry.typed, ...Object.fromEntries(texts) },
    entered: { ...entry.entered, ...Object.fromEntries(none) },
  };
}

/** Enter on a hollow number makes it one that was typed. */
function entered(entry: PlanEntry, field: PlanNumber): PlanEntry {
  const copy = entry.copied[field];
  return {
    typed: copy === undefined ? entry.typed : { ...entry.typed, [field]: copy },
    entered: { ...entry.entered, [field]: true },
    copied: without(entry.copied, field),
  };
}

function chosen(
  entry: PlanEntry,
  { choice, copy = NO_COPY }: Extract<PlanAction, { readonly kind: 'chosen' }>,
): PlanEntry {
  const { protocol } = choice;
  if (protocol === undefined || protocol === entry.typed.protocol) {
    return { ...entry, typed: { ...entry.typed, ...choice } };
  }
  // A number written for one protocol means nothing in the unit of another: nothing of it is carried over.
  const { loading: _, steps: __, ...rest } = entry.typed;
  return { typed: { ...rest, ...EMPTY_ORDER, ...choice }, entered: NONE_ENTERED, copied: copy };
}

function without(copied: PlanCopy, field: PlanNumber): PlanCopy {
  const { [field]: _, ...rest } = copied;
  return rest;
}

const EMPTY_ORDER: Partial<TypedPlan> = {
  ...Object.fromEntries(PLAN_NUMBERS.map((field) => [field, ''])),
  mixing: null,
  product: null,
};

/**
 * What the fields open with: the saved draft, else the chair one came from and a hollow copy of the last session's
 * order. A protocol is chosen beforehand only as that of the copy, or where the library has no second one; vial and
 * mixing never. Numbers a saved draft lacks are offered again.
 */
export function firstPlanEntry(view: PlanScreenView, chair: number | null): PlanEntry {
  const { draft, choices } = view;
  const all = [...choices, ...view.countedChoices];
  const only = all.length === 1 ? all[0]?.protocol.id : undefined;
  const free = view.chairs.some(({ number, free }) => number === chair && free);
  const copied = view.lastSession?.order?.protocol ?? view.lastSession?.counted?.protocol;
  const protocol = draft?.protocol ?? copied ?? only ?? '';
  const shape = choices.find((choice) => choice.protocol.id === protocol)?.shape;
  const typed: TypedPlan = {
    chair: draft?.chair ?? (free ? chair : null),
    protocol,
    dose: numberOf(draft?.dose),
    ...boxesOf(draft?.duration ?? null, shape?.duration ?? ['min']),
    amount: numberOf(draft?.amount),
    volume: numberOf(draft?.volume),
    doses: draft?.counted?.doses ? `${draft.counted.doses}` : '',
    gap: numberOf(draft?.counted?.gap),
    mixing: draft?.mixing ?? null,
    product: draft?.product ?? null,
    ...savedStages(draft, shape?.duration ?? ['min']),
  };
  const copy = Object.entries(copyFor(view, protocol)).filter(([field]) => !typed[field as PlanNumber]);
  return { typed, entered: draft ? ALL_ENTERED : NONE_ENTERED, copied: Object.fromEntries(copy) };
}

/** What is needed for an order and still missing, in the order of the screen; a time by its name, whichever box lacks. */
export function missingOf(
  { typed }: PlanEntry,
  choice: Pick<ProtocolChoice, 'shape' | 'loading'> | undefined = undefined,
) {
  const parts = choice?.shape.duration ?? ['min'];
  const hasTime = parts.every((part) => (typed[FIELD_OF_PART[part]] ?? '') !== '');
  return [
    ...(choice?.loading && !isLoadingSaid(typed) ? (['loading'] as const) : []),
    ...(typed.dose === '' ? (['dose'] as const) : []),
    ...(hasTime ? [] : (['duration'] as const)),
    ...(areStepsTyped(typed, parts) ? [] : (['laterSteps'] as const)),
    ...(['amount', 'volume'] as const).filter((field) => typed[field] === ''),
    ...(typed.mixing === null ? (['mixing'] as const) : []),
    ...(typed.product === null ? (['product'] as const) : []),
    ...(typed.chair === null ? (['chair'] as const) : []),
  ];
}

/** Declined, or ordered with its dose and its time. */
function isLoadingSaid({ loading, loadingDose = '', loadingOver = '' }: TypedPlan): boolean {
  return loading === 'declined' || (loading === 'ordered' && loadingDose !== '' && loadingOver !== '');
}

function areStepsTyped(typed: TypedPlan, parts: readonly DurationPart[]): boolean {
  return stepFields(typed.steps ?? 1)
    .flatMap((step) => inputsOf(step, parts) as readonly StepInput[])
    .every((input) => (typed[input] ?? '') !== '');
}

/** The same of counted doses. */
export function countedMissing({ typed }: PlanEntry) {
  return [
    ...(['doses', 'gap'] as const).filter((field) => (typed[field] ?? '') === ''),
    ...(typed.product === null ? (['product'] as const) : []),
    ...(typed.chair === null ? (['chair'] as const) : []),
  ];
}

/** Numbers that nobody has touched since they were copied, in the order of the screen. */
export function hollowOf({ copied }: PlanEntry): readonly PlanNumber[] {
  return PLAN_NUMBERS.filter((field) => copied[field] !== undefined);
}

/** Numbers that were typed and left without Enter: not real yet. */
export function unenteredOf({ typed, entered }: PlanEntry): readonly PlanNumber[] {
  return PLAN_NUMBERS.filter((field) => (typed[field] ?? '') !== '' && !entered[field]);
}

export function sameTyped(left: TypedPlan, right: TypedPlan): boolean {
  const keys = [...Object.keys(left), ...Object.keys(right)] as (keyof TypedPlan)[];
  return keys.every((key) => left[key] === right[key]);
}

const NONE_ENTERED = enteredAs(false);
const ALL_ENTERED = enteredAs(true);

function enteredAs(all: boolean): PlanEntry['entered'] {
  return Object.fromEntries(PLAN_NUMBERS.map((field) => [field, all]));
}
