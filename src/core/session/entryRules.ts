import type { PumpedProtocol, PumpProfile } from '../library/library.ts';
import {
  amountUnitOf,
  type DurationPart,
  durationPartsOf,
  type OrderUnit,
  orderUnitOf,
} from '../library/orderUnits.ts';
import { needsHeight } from '../library/planWeight.ts';
import { HEIGHT_RULE } from '../patient/details.ts';
import type { EntryRule } from '../quantity/parseEntry.ts';
import type { ShownAmount } from '../quantity/shownAmount.ts';
import {
  ALL_ENTRY_FIELDS,
  ENTRY_FIELDS,
  ENTRY_FIELDS_WITH_HEIGHT,
  type EntryField,
  stepFields,
} from './entryFields.ts';
import type { Order } from './events.ts';

/**
 * What each number field of the plan and of the two entries takes, before any limit of a library: the syntactic
 * range. Source: field table of UX 3.6.
 */
export const FIELD_RULES = {
  weight: { unit: 'kg', decimals: 1, minimum: '2 kg', maximum: '400 kg' },
  height: HEIGHT_RULE,
  dose: { unit: 'mg/kg', decimals: 3, minimum: '0.001 mg/kg', maximum: '100 mg/kg' },
  duration: { unit: 'min', decimals: 0, minimum: '1 min', maximum: '1440 min' },
  amount: { unit: 'mg', decimals: 3, minimum: '0.01 mg', maximum: '10000 mg' },
  volume: { unit: 'mL', decimals: 1, minimum: '1 mL', maximum: '3000 mL' },
  pumpRate: { unit: 'mL/h', decimals: 1, minimum: '0.1 mL/h', maximum: '999.9 mL/h' },
  volumeToGive: { unit: 'mL', decimals: 1, minimum: '0.1 mL', maximum: '3000 mL' },
  finalVolume: { unit: 'mL', decimals: 2, minimum: '1 mL', maximum: '3000 mL' },
  drawnVolume: { unit: 'mL', decimals: 2, minimum: '0.01 mL', maximum: '60 mL' },
  pumpVolume: { unit: 'mL', decimals: 1, minimum: '0 mL', maximum: '3000 mL' },
  volumeLeft: { unit: 'mL', decimals: 1, minimum: '0 mL', maximum: '3000 mL' },
  wasteAmount: { unit: 'mg', decimals: 3, minimum: '0 mg', maximum: '10000 mg' },
  temperature: { unit: '°C', decimals: 1, minimum: '25 °C', maximum: '45 °C' },
} as const satisfies Record<
  string,
  EntryRule<never> | EntryRule<'kg' | 'cm' | 'mg/kg' | 'min' | 'mg' | 'mL' | 'mL/h' | '°C'>
>;

/** The pump's own step and range for a rate: a pump of 0.01 mL/h takes two decimals. */
export function pumpRateRule(pump: PumpProfile): EntryRule<'mL/h'> {
  const decimals = pump.rateStep.split(' ')[0]?.split('.')[1]?.length ?? 0;
  return { unit: 'mL/h', decimals, minimum: pump.rateMinimum, maximum: pump.rateMaximum };
}

/** What a protocol asks to be typed: the unit of the dose, that of the drug, and the boxes of the time. */
export type OrderShape = {
  readonly dose: OrderUnit;
  readonly amount: ShownAmount;
  readonly duration: readonly DurationPart[];
  /** The height is typed too; left out: it plays no part. */
  readonly height?: true;
  /** A loading dose is ordered; left out: none. */
  readonly loading?: true;
  /** Steps of the rate, from 2 on; left out: one. */
  readonly steps?: number;
};

/** A dose per kilogram over minutes. */
export const DOSE_OVER_MINUTES: OrderShape = { dose: 'mg/kg', amount: 'mg', duration: ['min'] };

/** What an order of a protocol asks to be typed; without one, what every order of it does. */
export function orderShapeOf(
  protocol: PumpedProtocol,
  { loading = 'declined', laterSteps = [] }: Pick<Order, 'loading' | 'laterSteps'> = {},
): OrderShape {
  return {
    dose: orderUnitOf(protocol),
    amount: amountUnitOf(protocol),
    duration: durationPartsOf(protocol),
    ...(needsHeight(protocol) ? { height: true as const } : {}),
    ...(loading === 'declined' ? {} : { loading: true as const }),
    ...(laterSteps.length > 0 ? { steps: laterSteps.length + 1 } : {}),
  };
}

/** The fields two people type of an order given by pump, in screen order. */
export function pumpedEntryFields({
  height,
  loading,
  steps = 1,
}: Pick<OrderShape, 'height' | 'loading' | 'steps'>): readonly EntryField[] {
  const asked: readonly EntryField[] = [
    ...(height ? ENTRY_FIELDS_WITH_HEIGHT : ENTRY_FIELDS),
    ...(loading ? (['loadingDose', 'loadingOver'] as const) : []),
    ...stepFields(steps),
  ];
  return ALL_ENTRY_FIELDS.filter((field) => asked.includes(field));
}

/** What the dose field takes in the unit of its protocol. A rate has a wider range. Source: field table of UX 3.6. */
export function doseRule(unit: OrderUnit): EntryRule<OrderUnit> {
  if (unit === 'mg/kg') return FIELD_RULES.dose;
  return { unit, decimals: 3, minimum: `0.001 ${unit}`, maximum: `1000 ${unit}` };
}

/** What the drug amount takes. Source: field table of UX 3.6. */
export function amountRule(unit: ShownAmount): EntryRule<ShownAmount> {
  return unit === 'mg' ? FIELD_RULES.amount : { ...FIELD_RULES.amount, ...MICROGRAMS };
}

/** What a wasted amount takes: to the thousandth of the unit the drug is counted in. */
export function wasteRule(unit: ShownAmount): EntryRule<ShownAmount> {
  return unit === 'mg' ? FIELD_RULES.wasteAmount : WASTED_MICROGRAMS;
}

const WASTED_MICROGRAMS = { unit: 'mcg', decimals: 3, minimum: '0 mcg', maximum: '10000000 mcg' } as const;

const MICROGRAMS = { unit: 'mcg', minimum: '0.01 mcg', maximum: '10000 mcg' } as const;
