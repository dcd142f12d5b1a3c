import { confirmed } from '../crosscheck/agreement.ts';
import { preparationDisagreements } from '../crosscheck/preparationBackward.ts';
import { convert, derive, minus, plus, type Quantity, quantity } from '../quantity/quantity.ts';
import { divide, multiply, type Rational, rational } from '../quantity/rational.ts';
import type { AmountUnit } from '../quantity/units.ts';
import { err, type Result } from '../result.ts';
import { amountOf } from './doseUnits.ts';
import { type Preparation, preparation } from './preparation.ts';
import {
  type DrawUp,
  drawUpOf,
  drawUpRefusal,
  drugExceedsVolume,
  fitRefusal,
  lineRefusal,
  valueRefusal,
  volumeBeforeDrug,
} from './preparationChecks.ts';
import type {
  PreparationOrder,
  PreparationPlan,
  PreparationRefusal,
  PreparationWarning,
} from './preparationOrder.ts';
import { roundingWeight } from './pumpSetting.ts';
import { isSmallDrawUp } from './smallDrawUp.ts';
import { vialsFor } from './vials.ts';

/**
 * A preparation with everything that goes into it, for one container and for all of them:
 * draw-up and concentration by `preparation`, where "added to" adds to label volume + overfill, less the line when it
 * is filled from the container before the drug is added; volume needed = to give + line when it is not flushed;
 * pump volume = volume needed − line when it was filled with the mixture; containers = volume needed ÷ final volume,
 * rounded up; vials by `vialsFor`; not given = prepared − to give × concentration.
 *
 * Warns of a draw-up below 0.1 mL and of a graduation that changes it by more than 1 %. Refuses: a change of more than
 * 5 %; drug that does not fit its volume or its container; a drug that must not be given undiluted without diluent;
 * an overfill or a container's diluent in the line where the volume is made up to measure; a line that takes all
 * diluent, makes containers differ or holds all that is to be given; an amount and a strength in different units;
 * values that are not above 0 (overfill and line: below 0).
 *
 * Source: UX 3.6, 3.9 and 7 (scenario 4); DESIGN 8 (what the line adds and keeps); golden vectors and traps of
 * DOMAIN 4.10; label of ketamine 100 mg per mL (DOMAIN 4.3: not undiluted).
 */
export function preparationPlan<Amount extends AmountUnit>(
  order: PreparationOrder<Amount>,
): Result<PreparationPlan<Amount>, PreparationRefusal> {
  const refusal = valueRefusal(order) ?? lineRefusal(order) ?? drawUpRefusal(order);
  if (refusal) return err(refusal);
  const drawUp = drawUpOf(order);
  const volume = volumeBeforeDrug(order);
  const prepared = preparation(order.amount, order.strength, volume, order.mixing, drawUp.graduation);
  if (prepared === undefined) return err(drugExceedsVolume(drawUp, volume));
  const unfit = fitRefusal(order, prepared);
  if (unfit) return err(unfit);
  const plan = worked(order, prepared, drawUp);
  if (order.line.primedWith === 'containerDiluent' && plan.containers > 1n)
    return err({ kind: 'containersDiffer', containers: plan.containers.toString() });
  return confirmed(plan, preparationDisagreements(order, plan));
}

function worked<Amount extends AmountUnit>(
  order: PreparationOrder<Amount>,
  prepared: Preparation<Amount>,
  { graduation, change }: DrawUp,
): PreparationPlan<Amount> {
  const { strength, vialVolume, toGive, useBy, line } = order;
  const amount = amountOf(strength.unit) as AmountUnit as Amount;
  const volumeNeeded = line.flushedAtEnd ? toGive : plus(toGive, line.volume);
  const fills = divide(volumeNeeded.value, prepared.finalVolume.value);
  const containers = (fills.numerator + fills.denominator - 1n) / fills.denominator;
  const drawn = quantity(multiply(prepared.drawUp.value, rational(containers)), 'mL');
  return {
    prepared,
    graduation,
    drawUpChangePercent: change,
    amountPrepared: derive(amount, [prepared.drawUp, strength]),
    pumpVolume: line.primedWith === 'mixture' ? minus(volumeNeeded, line.volume) : volumeNeeded,
    volumeNeeded,
    containers,
    drawn,
    vials: vialsFor(drawn, vialVolume, strength),
    vialsEach: vialsFor(prepared.drawUp, vialVolume, strength),
    notGiven: minus<Amount>(
      derive(amount, [drawn, strength]),
      derive(amount, [toGive, prepared.concentration]),
    ),
    useBy: convert(useBy, 'min'),
    warnings: warningsFor(prepared.drawUp, change),
  };
}

function warningsFor(drawUp: Quantity<'mL'>, change: Rational): readonly PreparationWarning[] {
  const small: readonly PreparationWarning[] = isSmallDrawUp(drawUp) ? ['smallDrawUp'] : [];
  return roundingWeight(change) === 'said' ? [...small, 'drawUpRounded'] : small;
}
