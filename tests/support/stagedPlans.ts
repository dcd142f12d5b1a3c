import type { PlanInput } from '../../src/core/dosing/planInput.ts';
import { type PlanSum, planSum } from '../../src/core/dosing/planSum.ts';
import type { DrugLibrary, PumpedProtocol, WeightRateProtocol } from '../../src/core/library/library.ts';
import { findPlannable } from '../../src/core/library/library.ts';
import { readQuantity } from '../../src/core/quantity/quantity.ts';
import type { EntryValues } from '../../src/core/session/entryFields.ts';
import type { Order } from '../../src/core/session/events.ts';
import { orderInput } from '../../src/core/session/orderInput.ts';
import { answered } from './exactText.ts';
import { BODY, LIBRARY } from './libraryPlans.ts';
import { REFERENCE, RIGHT } from './playedSession.ts';

function pumped(id: string, library: DrugLibrary = LIBRARY): WeightRateProtocol {
  const protocol = findPlannable(library, id);
  if (protocol?.mode !== 'weightRate') throw new Error(`The demo library has no rate ${id}.`);
  return protocol;
}

export const LOADING = pumped('ketamine-pain-loading');
export const STEPS = pumped('ketamine-pain-steps');

const PREPARED = {
  amount: '100 mg',
  volume: '50 mL',
  mixing: 'madeUpTo',
  product: REFERENCE.order.product,
} as const;

/** 0.25 mg/kg × 72 kg in 20 min: 18 mg, 9 mL at 27 mL/h; then 0.25 mg/kg/h for 2 h: 36 mg, 18 mL at 9 mL/h. */
export const LOADED: Order = {
  ...PREPARED,
  dose: '0.25 mg/kg/h',
  duration: '120 min',
  loading: { dose: '0.25 mg/kg', duration: '20 min' },
};

/** 0.1, 0.2 and 0.3 mg/kg/h × 72 kg, an hour each: 7.2, 14.4 and 21.6 mg at 3.6, 7.2 and 10.8 mL/h. */
export const STEPPED: Order = {
  ...PREPARED,
  dose: '0.1 mg/kg/h',
  duration: '60 min',
  laterSteps: [
    { rate: '0.2 mg/kg/h', duration: '60 min' },
    { rate: '0.3 mg/kg/h', duration: '60 min' },
  ],
};

export const STAGED_HOURS = { overHours: '2', over: '0', amount: '100', volume: '50' } as const;
/** `LOADED` as two people type it. */
export const LOADING_TYPED: EntryValues = {
  ...RIGHT,
  ...STAGED_HOURS,
  dose: '0.25',
  loadingDose: '0.25',
  loadingOver: '20',
  pumpRate: '9',
  volumeToGive: '18',
};
/** `STEPPED` as two people type it. */
export const STEPS_TYPED: EntryValues = {
  ...RIGHT,
  ...STAGED_HOURS,
  overHours: '1',
  dose: '0.1',
  step2Rate: '0.2',
  step2Hours: '1',
  step2Over: '0',
  step3Rate: '0.3',
  step3Hours: '1',
  step3Over: '0',
  pumpRate: '3.6',
  volumeToGive: '3.6',
};

export function stagedInput(order: Order, protocol: PumpedProtocol, weight = '72 kg'): PlanInput {
  const rules = { ...REFERENCE.rules, protocol };
  return answered(orderInput({ order, rules, body: BODY }, readQuantity(weight as '72 kg', 'kg')));
}

export function stagedSum(order: Order, protocol: PumpedProtocol, weight = '72 kg'): PlanSum {
  return answered(planSum(stagedInput(order, protocol, weight)));
}
