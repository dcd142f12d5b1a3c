import { confirmed, type EnginesDisagree } from '../crosscheck/agreement.ts';
import {
  type LongInfusionDisagreement,
  longInfusionDisagreements,
} from '../crosscheck/longInfusionBackward.ts';
import { convert, derive, type Quantity } from '../quantity/quantity.ts';
import type { DurationUnit } from '../quantity/units.ts';
import { err, type Result } from '../result.ts';
import { type ContainerChanges, containerChanges } from './containerChanges.ts';
import { type ContinuousRateRefusal, continuousRate, type Infusate } from './continuousRate.ts';
import {
  type AmountIn,
  amountOf,
  bodyFactors,
  type DoseRateUnit,
  firstNotAboveZero,
  type NotAboveZero,
} from './doseUnits.ts';
import { momentAfter } from './elapsed.ts';
import {
  type HardRates,
  type PumpRange,
  type PumpRate,
  type PumpRateRefusal,
  pumpRate,
} from './pumpRounding.ts';

/** A running dose for hours or days, from one container after the other. */
export type LongInfusionOrder<U extends DoseRateUnit> = Infusate & {
  readonly doseRate: Quantity<U>;
  readonly duration: Quantity<DurationUnit>;
  /** What one container holds to be given. */
  readonly content: Quantity<'mL'>;
  /** How long a container may be used, from its connection on. */
  readonly useBy?: Quantity<DurationUnit> | undefined;
  readonly pump: PumpRange;
  readonly hard?: HardRates | undefined;
};

/** A long infusion as ordered and as the pump really gives it. */
export type LongInfusion<U extends DoseRateUnit> = ContainerChanges & {
  readonly rate: PumpRate;
  readonly duration: Quantity<'min'>;
  /** Dose rate × duration, of the order. */
  readonly orderedDose: Quantity<AmountIn<U>>;
  /** What the set rate gives in that time. */
  readonly volume: Quantity<'mL'>;
  readonly dose: Quantity<AmountIn<U>>;
  readonly doseRate: Quantity<U>;
};

export type LongInfusionRefusal =
  | ContinuousRateRefusal
  | PumpRateRefusal
  | NotAboveZero
  | { readonly kind: 'tooManyContainers' }
  | EnginesDisagree<LongInfusionDisagreement>;

/**
 * A dose rate for a time, and the containers it takes:
 * ordered dose = dose rate × weight or surface × duration; rate (mL/h) by `continuousRate`, on the pump's step;
 * volume (mL) = set rate × duration; dose = ordered dose × set rate ÷ exact rate; containers by `containerChanges`.
 *
 * The time is kept and the dose follows the set rate; both doses are returned. A use-by counts from the connection
 * of a container: one made up earlier has less of it left, and that is what is passed in.
 *
 * Refuses what `continuousRate` and `pumpRate` refuse, an order per kg or per m2 without a weight or surface (the
 * dose would be unknown), a duration, content or use-by that is not above 0, and more than 1,000 containers.
 *
 * Source: acceptance scenarios 5 and 6 of UX 7; DOMAIN 6 row 12.
 */
export function longInfusion<U extends DoseRateUnit>(
  order: LongInfusionOrder<U>,
): Result<LongInfusion<U>, LongInfusionRefusal> {
  const { content, useBy } = order;
  const notAboveZero = firstNotAboveZero({ duration: order.duration, content, useBy });
  if (notAboveZero) return err(notAboveZero);
  const exact = continuousRate(order.doseRate, order);
  if (!exact.ok) return exact;
  const body = bodyFactors(order.doseRate.unit, order);
  if (!body.ok) return body;
  const rate = pumpRate(exact.value, order.pump, order.hard);
  if (!rate.ok) return rate;
  const duration = convert(order.duration, 'min');
  const changes = containerChanges({
    rate: rate.value.set,
    duration,
    content,
    useBy: useBy && convert(useBy, 'min'),
  });
  if (changes === undefined) return err({ kind: 'tooManyContainers' });
  const infusion = worked(order, body.value, rate.value, changes);
  return confirmed(infusion, longInfusionDisagreements(order, infusion));
}

function worked<U extends DoseRateUnit>(
  { doseRate, duration }: LongInfusionOrder<U>,
  body: readonly Quantity[],
  rate: PumpRate,
  changes: ContainerChanges,
): LongInfusion<U> {
  const amount = amountOf(doseRate.unit);
  const orderedDose = derive(amount, [doseRate, duration, ...body]);
  const dose = derive(amount, [orderedDose, rate.set], [rate.exact]);
  return {
    ...changes,
    rate,
    duration: convert(duration, 'min'),
    orderedDose,
    volume: derive('mL', [rate.set, duration]),
    dose,
    doseRate: derive(doseRate.unit, [dose], [duration, ...body]),
  };
}

/** When each container ends, as moments of the clock the infusion was started by: milliseconds. */
export function containerEnds(changes: ContainerChanges, startedAt: number): readonly number[] {
  return changes.containers.map(({ endsAfter }) => momentAfter(startedAt, endsAfter));
}
