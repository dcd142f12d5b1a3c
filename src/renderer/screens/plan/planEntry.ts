import type { PlanScreenView, TypedPlan } from '../../../contract/views/plan.ts';
import type { QuantityText } from '../../../core/quantity/quantity.ts';

/** The four numbers of a plan that are typed; the weight comes from the scale. */
export const PLAN_NUMBERS = ['dose', 'duration', 'amount', 'volume'] as const;
export type PlanNumber = (typeof PLAN_NUMBERS)[number];

/** What stands in the fields, exactly as typed, and which of the numbers have been entered by Enter or Next. */
export type PlanEntry = {
  readonly typed: TypedPlan;
  readonly entered: Readonly<Record<PlanNumber, boolean>>;
};

export type PlanAction =
  | { readonly kind: 'typed'; readonly field: PlanNumber; readonly text: string }
  | { readonly kind: 'entered'; readonly field: PlanNumber }
  | {
      readonly kind: 'chosen';
      readonly choice: Partial<Pick<TypedPlan, 'chair' | 'protocol' | 'mixing' | 'product'>>;
    };

/** `typed` keeps its identity while nothing of it changes: the sum on screen is known by the text it came from. */
export function planEntryAfter(entry: PlanEntry, action: PlanAction): PlanEntry {
  switch (action.kind) {
    case 'typed':
      return {
        typed: { ...entry.typed, [action.field]: action.text },
        entered: { ...entry.entered, [action.field]: false },
      };
    case 'entered':
      return { ...entry, entered: { ...entry.entered, [action.field]: true } };
    case 'chosen':
      return { ...entry, typed: { ...entry.typed, ...action.choice } };
  }
}

/**
 * What the fields open with: the saved draft, else nothing but the chair one came from. A protocol is chosen
 * beforehand only where the library has no second one; vial and mixing never.
 */
export function firstPlanEntry(view: PlanScreenView, chair: number | null): PlanEntry {
  const { draft, choices } = view;
  const only = choices.length === 1 ? choices[0]?.protocol.id : undefined;
  const free = view.chairs.some(({ number, free }) => number === chair && free);
  const typed: TypedPlan = {
    chair: draft?.chair ?? (free ? chair : null),
    protocol: draft?.protocol ?? only ?? '',
    dose: numberOf(draft?.dose),
    duration: numberOf(draft?.duration),
    amount: numberOf(draft?.amount),
    volume: numberOf(draft?.volume),
    mixing: draft?.mixing ?? null,
    product: draft?.product ?? null,
  };
  const entered = { dose: true, duration: true, amount: true, volume: true };
  return { typed, entered: draft ? entered : NONE_ENTERED };
}

/** What is needed for an order and still missing, in the order of the screen. */
export function missingOf({ typed }: PlanEntry) {
  const numbers = PLAN_NUMBERS.filter((field) => typed[field] === '');
  return [
    ...numbers,
    ...(typed.mixing === null ? (['mixing'] as const) : []),
    ...(typed.product === null ? (['product'] as const) : []),
    ...(typed.chair === null ? (['chair'] as const) : []),
  ];
}

/** Numbers that were typed and left without Enter: not real yet. */
export function unenteredOf({ typed, entered }: PlanEntry): readonly PlanNumber[] {
  return PLAN_NUMBERS.filter((field) => typed[field] !== '' && !entered[field]);
}

export function sameTyped(left: TypedPlan, right: TypedPlan): boolean {
  return (Object.keys(left) as (keyof TypedPlan)[]).every((key) => left[key] === right[key]);
}

const NONE_ENTERED: PlanEntry['entered'] = { dose: false, duration: false, amount: false, volume: false };

/** A saved quantity as its number was typed. */
function numberOf(saved: QuantityText | null | undefined): string {
  return saved ? saved.slice(0, saved.indexOf(' ')) : '';
}
