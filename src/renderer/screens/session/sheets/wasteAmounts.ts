import type { ReconciliationView } from '../../../../contract/views/session.ts';
import { formatQuantityText } from '../../../../core/quantity/format.ts';
import { parseEntry } from '../../../../core/quantity/parseEntry.ts';
import { compareQuantities } from '../../../../core/quantity/quantity.ts';
import { readAmount } from '../../../../core/quantity/shownAmount.ts';
import { wasteRule } from '../../../../core/session/entryRules.ts';
import { errorText } from '../../../errorText.ts';
import type { TypedNumber } from '../running/typedNumber.ts';

export const WASTE_PLACES = ['vial', 'syringe', 'line'] as const;
export type WastePlace = (typeof WASTE_PLACES)[number];

export type Amounts = Readonly<Record<WastePlace, string>>;
export type TypedAmounts = Readonly<Record<WastePlace, TypedNumber>>;

export const WASTE_LABELS: Readonly<Record<WastePlace, string>> = {
  vial: 'Wasted from the vial',
  syringe: 'Wasted from the syringe',
  line: 'Wasted from the giving line',
};

/** Where something is left to waste; nobody is asked about a place that is empty. */
export function placesLeft({ left }: ReconciliationView): readonly WastePlace[] {
  return WASTE_PLACES.filter((place) => readAmount(left[place]).value.numerator > 0n);
}

const WHERE: Readonly<Record<WastePlace, string>> = {
  vial: 'in the vial',
  syringe: 'in the syringe',
  line: 'in the giving line',
};

/** `150 mg left in the vial, 14 mg in the syringe.` For the first person only: a witness types what is seen. */
export function leftText({ left }: ReconciliationView, places: readonly WastePlace[]): string {
  const parts = places.map((place, index) => {
    const said = index === 0 ? ' left' : '';
    return `${formatQuantityText(left[place])}${said} ${WHERE[place]}`;
  });
  return `${parts.join(', ')}.`;
}

/** The amounts as they are sent: a place that is not asked about had nothing to waste. */
export function amountsOf(typed: TypedAmounts, places: readonly WastePlace[]): Amounts {
  const amount = (place: WastePlace): string => (places.includes(place) ? typed[place].value : '0');
  return { vial: amount('vial'), syringe: amount('syringe'), line: amount('line') };
}

/** The service's refusal of more than is left, said while the first person can still see what is. */
export function moreThanLeftText(
  place: WastePlace,
  typed: string,
  { left, amount: unit }: ReconciliationView,
): string | undefined {
  const amount = parseEntry(typed, wasteRule(unit));
  if (!amount.ok || compareQuantities(amount.value, readAmount(left[place])) <= 0) return undefined;
  return errorText({ kind: 'moreThanLeft', left: left[place] }, '');
}

/** True when every place was looked at and nothing was there. */
export function isNothing(amounts: Amounts): boolean {
  return WASTE_PLACES.every((place) => /^0(?:\.0+)?$/.test(amounts[place]));
}
