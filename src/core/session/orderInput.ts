import { dosePerKgOf } from '../dosing/orderedRate.ts';
import type { PlanInput, StageInput } from '../dosing/planInput.ts';
import type { PumpedProtocol } from '../library/library.ts';
import { type OrderUnit, orderUnitOf, type RateUnit } from '../library/orderUnits.ts';
import { loadingHardLimits, planHardLimits, stageHardLimits } from '../library/planHardLimits.ts';
import {
  type PatientBody,
  type PlanWeight,
  type PlanWeightRefusal,
  planWeight,
  weightRuleOf,
} from '../library/planWeight.ts';
import { loadingRuleOf } from '../library/stageRules.ts';
import { readAnyQuantity } from '../quantity/format.ts';
import { convert, type Quantity, readQuantity, wholeQuantity } from '../quantity/quantity.ts';
import { ok, type Result } from '../result.ts';
import type { Order, PinnedRules } from './events.ts';

/** What is ordered, read as numbers: the infusion or its first step, and what stands beside it. */
export type Ordered = {
  readonly dose: Quantity<OrderUnit>;
  readonly duration: Quantity<'min'>;
  readonly loading?: OrderedLoading | undefined;
  readonly laterSteps?: readonly OrderedStep[] | undefined;
};
export type OrderedLoading = { readonly dose: Quantity<'mg/kg'>; readonly duration: Quantity<'min'> };
export type OrderedStep = { readonly rate: Quantity<RateUnit>; readonly duration: Quantity<'min'> };

/** An order with its rules, and the patient's recorded sex and height. */
export type OrderOf = { readonly order: Order; readonly rules: PinnedRules; readonly body: PatientBody };

/** The order as the input of a sum, for a weight as measured; or why the protocol has no weight to dose this body on. */
export function orderInput(
  { order, rules, body }: OrderOf,
  measured: Quantity<'kg'>,
): Result<PlanInput, PlanWeightRefusal> {
  const { protocol } = rules;
  const weight = planWeight(weightRuleOf(protocol), measured, body);
  if (!weight.ok) return weight;
  return ok({
    ...stagedInput(orderedIn(order, protocol), protocol, weight.value),
    amount: orderedAmount(order),
    volume: readQuantity(order.volume, 'mL'),
    mixing: order.mixing,
    strength: readQuantity(rules.product.strength, 'mg/mL'),
    rateStep: readQuantity(rules.pump.rateStep, 'mL/h'),
    volumeStep: readQuantity(rules.pump.volumeStep, 'mL'),
    containerVolume: readQuantity(protocol.container.volume, 'mL'),
    useBy: containerUseBy(protocol),
  });
}

/** The doses, rates and times of an order as numbers. */
export function orderedIn(order: Order, protocol: PumpedProtocol): Ordered {
  const { loading, laterSteps } = order;
  return {
    dose: readQuantity(order.dose, orderUnitOf(protocol)),
    duration: readQuantity(order.duration, 'min'),
    loading:
      loading === undefined || loading === 'declined'
        ? undefined
        : {
            dose: readQuantity(loading.dose, 'mg/kg'),
            duration: readQuantity(loading.duration, 'min'),
          },
    laterSteps: laterSteps?.map(({ rate, duration }) => ({
      rate: readAnyQuantity(rate) as Quantity<RateUnit>,
      duration: readQuantity(duration, 'min'),
    })),
  };
}

/** How long a container of a protocol may be used. Source: use-by of the library, UX 7, scenario 6. */
export function containerUseBy({ useByHours }: Pick<PumpedProtocol, 'useByHours'>): Quantity<'min'> {
  return convert(wholeQuantity(BigInt(useByHours), 'h'), 'min');
}

/** Drug put into one container, in mg, whatever it is written in. */
export function orderedAmount({ amount }: Order): Quantity<'mg'> {
  return convert(readAnyQuantity(amount), 'mg');
}

/** What is ordered and for whom, with the limits of each stage: the part of a sum that differs by mode. */
export function stagedInput(
  { dose, duration, loading, laterSteps = [] }: Ordered,
  protocol: PumpedProtocol,
  dosed: PlanWeight,
): Pick<
  PlanInput,
  'dosePerKg' | 'ordered' | 'duration' | 'weight' | 'basis' | 'hard' | 'loading' | 'laterSteps'
> {
  const { weight } = dosed;
  const infusion = orderedInput(dose, duration, dosed);
  const rule = loading && loadingRuleOf(protocol);
  if (!rule && laterSteps.length === 0) return { ...infusion, hard: planHardLimits(protocol, weight) };
  const hard = stageHardLimits(protocol, weight, laterSteps.length > 0);
  return {
    ...infusion,
    hard,
    ...(rule && {
      loading: {
        dosePerKg: loading.dose,
        duration: loading.duration,
        hard: loadingHardLimits(rule, weight),
      },
    }),
    ...(laterSteps.length > 0 && {
      laterSteps: laterSteps.map((step) => ({ ...stepInput(step, weight), hard })),
    }),
  };
}

/** What is ordered, over what time and for whom, of one stage. */
export function orderedInput(
  ordered: Quantity<OrderUnit>,
  duration: Quantity<'min'>,
  { weight, basis }: PlanWeight,
): Pick<PlanInput, 'dosePerKg' | 'ordered' | 'duration' | 'weight' | 'basis'> {
  const forWhom = { duration, weight, ...(basis && { basis }) };
  if (isDose(ordered)) return { dosePerKg: ordered, ...forWhom };
  const rate = ordered as Quantity<RateUnit>;
  return { dosePerKg: dosePerKgOf(rate, duration, weight), ordered: rate, ...forWhom };
}

function stepInput(
  { rate, duration }: OrderedStep,
  weight: Quantity<'kg'>,
): Pick<StageInput, 'dosePerKg' | 'ordered' | 'duration'> {
  return { dosePerKg: dosePerKgOf(rate, duration, weight), ordered: rate, duration };
}

function isDose(ordered: Quantity<OrderUnit>): ordered is Quantity<'mg/kg'> {
  return ordered.unit === 'mg/kg';
}
