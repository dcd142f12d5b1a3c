import type { PlanScreenView, ProtocolChoice, TypedPlan } from '../../../contract/views/plan.ts';
import type { QuantityText } from '../../../core/quantity/quantity.ts';

/** The numbers of a plan that are typed, the boxes of a time each by itself; the weight comes from the scale. */
export const PLAN_NUMBERS = ['dose', 'days', 'hours', 'duration', 'amount', 'volume'] as const;
export type PlanNumber = (typeof PLAN_NUMBERS)[number];

/** What stands in the fields, exactly as typed, and which of the numbers have been entered by Enter or Next. */
export type PlanEntry = {
  readonly typed: TypedPlan;
  readonly entered: Readonly<Partial<Record<PlanNumber, boolean>>>;
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
      return changesProtocol(entry, action.choice)
        ? { typed: { ...entry.typed, ...EMPTY_ORDER, ...action.choice }, entered: NONE_ENTERED }
        : { ...entry, typed: { ...entry.typed, ...action.choice } };
  }
}

/** A number written for one protocol means nothing in the unit of another: nothing of it is carried over. */
function changesProtocol({ typed }: PlanEntry, { protocol }: Partial<TypedPlan>): boolean {
  return protocol !== undefined && typed.protocol !== '' && protocol !== typed.protocol;
}

const EMPTY_ORDER = {
  dose: '',
  days: '',
  hours: '',
  duration: '',
  amount: '',
  volume: '',
  mixing: null,
  product: null,
} as const satisfies Partial<TypedPlan>;

/**
 * What the fields open with: the saved draft, else nothing but the chair one came from. A protocol is chosen
 * beforehand only where the library has no second one; vial and mixing never.
 */
export function firstPlanEntry(view: PlanScreenView, chair: number | null): PlanEntry {
  const { draft, choices } = view;
  const only = choices.length === 1 ? choices[0]?.protocol.id : undefined;
  const free = view.chairs.some(({ number, free }) => number === chair && free);
  const protocol = draft?.protocol ?? only ?? '';
  const shape = choices.find((choice) => choice.protocol.id === protocol)?.shape;
  const typed: TypedPlan = {
    chair: draft?.chair ?? (free ? chair : null),
    protocol,
    dose: numberOf(draft?.dose),
    ...boxesOf(draft?.duration ?? null, shape?.duration ?? ['min']),
    amount: numberOf(draft?.amount),
    volume: numberOf(draft?.volume),
    mixing: draft?.mixing ?? null,
    product: draft?.product ?? null,
  };
  return { typed, entered: draft ? ALL_ENTERED : NONE_ENTERED };
}

/** What is needed for an order and still missing, in the order of the screen; a time by its name, whichever box lacks. */
export function missingOf({ typed }: PlanEntry, parts: readonly DurationPart[] = ['min']) {
  const hasTime = parts.every((part) => (typed[FIELD_OF_PART[part]] ?? '') !== '');
  return [
    ...(typed.dose === '' ? (['dose'] as const) : []),
    ...(hasTime ? [] : (['duration'] as const)),
    ...(['amount', 'volume'] as const).filter((field) => typed[field] === ''),
    ...(typed.mixing === null ? (['mixing'] as const) : []),
    ...(typed.product === null ? (['product'] as const) : []),
    ...(typed.chair === null ? (['chair'] as const) : []),
  ];
}

/** A box of a time, as the protocol asks for it. */
export type DurationPart = ProtocolChoice['shape']['duration'][number];

/** The field each box of a time is typed in. */
export const FIELD_OF_PART = { d: 'days', h: 'hours', min: 'duration' } as const satisfies Record<
  DurationPart,
  PlanNumber
>;

/** Numbers that were typed and left without Enter: not real yet. */
export function unenteredOf({ typed, entered }: PlanEntry): readonly PlanNumber[] {
  return PLAN_NUMBERS.filter((field) => (typed[field] ?? '') !== '' && !entered[field]);
}

export function sameTyped(left: TypedPlan, right: TypedPlan): boolean {
  return (Object.keys(left) as (keyof TypedPlan)[]).every((key) => left[key] === right[key]);
}

const NONE_ENTERED = enteredAs(false);
const ALL_ENTERED = enteredAs(true);

function enteredAs(all: boolean): PlanEntry['entered'] {
  return { dose: all, days: all, hours: all, duration: all, amount: all, volume: all };
}

const MINUTES_PER_HOUR = 60n;
const MINUTES_PER_DAY = 1_440n;

/** A saved time as it was typed: in minutes alone, or in its boxes. */
function boxesOf(
  duration: QuantityText<'min'> | null,
  parts: readonly DurationPart[],
): Pick<TypedPlan, 'duration'> & { readonly days: string; readonly hours: string } {
  if (duration === null) return { days: '', hours: '', duration: '' };
  const minutes = BigInt(numberOf(duration));
  if (parts.length === 1) return { days: '', hours: '', duration: `${minutes}` };
  const days = parts.includes('d') ? minutes / MINUTES_PER_DAY : 0n;
  const rest = minutes - days * MINUTES_PER_DAY;
  return {
    days: parts.includes('d') ? `${days}` : '',
    hours: `${rest / MINUTES_PER_HOUR}`,
    duration: `${rest % MINUTES_PER_HOUR}`,
  };
}

/** A saved quantity as its number was typed. */
function numberOf(saved: QuantityText | null | undefined): string {
  return saved ? saved.slice(0, saved.indexOf(' ')) : '';
}
