import type { StageOrder } from '../dosing/planInput.ts';
import type { StageSum } from '../dosing/stageSum.ts';
import type { RateUnit } from '../library/orderUnits.ts';
import { type Quantity, readQuantity } from '../quantity/quantity.ts';
import { dosingWeightDisagreements } from './bodySizeBackward.ts';
import { areContainers, type ContainersOf, isContainerTime } from './containersBackward.ts';
import { agrees, type Measured, measured, product, quotient, total } from './exactUnits.ts';
import { isCount } from './parts.ts';
import { changeLeads, isBeyond, isNearest, isOnItsStep } from './pumpBackward.ts';
import { usualGraduation } from './syringe.ts';

/** A result the second engine could not confirm. Any one of them withholds the whole sum. */
export type Disagreement =
  | 'dosingWeight'
  | 'orderedDose'
  | 'orderedRate'
  | 'doseRate'
  | 'volume'
  | 'preparation'
  | 'concentration'
  | 'pumpRate'
  | 'pumpVolume'
  | 'achievedDose'
  | 'runningTime'
  | 'containerLasts'
  | 'containers';

/**
 * The second engine: starts from the answer and works back to the order, on other arithmetic (mathjs fractions)
 * with every dimension checked. Rate × time × concentration ÷ weight must be the ordered dose again, exactly.
 *
 * Returns what it could not confirm; an empty list is agreement.
 */
export function disagreements(input: StageOrder, sum: StageSum): readonly Disagreement[] {
  const checks: Record<Disagreement, boolean> = {
    dosingWeight: isDosingWeight(input, sum),
    orderedDose: givesTheOrder(input, sum),
    orderedRate: input.ordered === undefined || givesTheRate(input.ordered, input, sum),
    doseRate: doseRateGivesTheOrder(input, sum),
    volume: agrees(product(measured(sum.volume.exact), measured(sum.concentration)), sum.dose),
    preparation: preparationAddsUp(input, sum),
    concentration: concentrationHoldsTheDrug(input, sum),
    pumpRate:
      isOnItsStep(sum.rate, input.rateStep, (rate) => rateIsBeyond(rate, input, sum)) &&
      changeLeads(sum.rate),
    pumpVolume:
      isOnItsStep(sum.volume, input.volumeStep, (volume) => doseIsBeyond(volume, input, sum)) &&
      changeLeads(sum.volume),
    achievedDose: achievedDoseReturns(input, sum),
    runningTime: agrees(product(measured(sum.rate.set), measured(sum.achieved.duration)), sum.volume.set),
    containerLasts: isContainerTime(containersOf(input, sum), sum.containerLasts),
    containers: areCounted(input, sum),
  };
  return (Object.keys(checks) as Disagreement[]).filter((name) => !checks[name]);
}

/**
 * The weight of the plan must be the cap where that lowered it, and otherwise the tenth of a kilogram nearest to what the
 * formula gave, which was worked back to height and weight when it was made; without a rule there is nothing to confirm.
 */
function isDosingWeight({ weight, basis }: StageOrder, sum: StageSum): boolean {
  if (basis === undefined || sum.weight === undefined) return basis === sum.weight;
  const { dosing } = basis;
  const stands = dosing.isCapped
    ? agrees(measured(weight), dosing.weight)
    : isNearest({ exact: dosing.beforeCap, set: weight }, SCALE_STEP);
  return (
    stands && agrees(measured(sum.weight.value), weight) && dosingWeightDisagreements(dosing).length === 0
  );
}

/** The second engine's own step of a scale. */
const SCALE_STEP = readQuantity('0.1 kg', 'kg');

function givesTheOrder(input: StageOrder, sum: StageSum): boolean {
  const given = product(measured(sum.rate.exact), measured(input.duration), measured(sum.concentration));
  return agrees(quotient(given, measured(input.weight)), input.dosePerKg) && agrees(given, sum.dose);
}

/** What the exact rate gives, for this weight where it is ordered by weight, must be the ordered rate again. */
function givesTheRate(ordered: Quantity<RateUnit>, input: StageOrder, sum: StageSum): boolean {
  const given = product(measured(sum.rate.exact), measured(sum.concentration));
  return agrees(ordered.unit === 'mg/h' ? given : quotient(given, measured(input.weight)), ordered);
}

function doseRateGivesTheOrder(input: StageOrder, sum: StageSum): boolean {
  return (
    agrees(product(measured(sum.doseRate), measured(input.duration)), input.dosePerKg) &&
    agrees(product(measured(sum.doseRateMicrograms), measured(input.duration)), input.dosePerKg)
  );
}

/** The drug at its strength, on the mark of a syringe; with the diluent it must make what was ordered to be filled. */
function preparationAddsUp({ amount, strength, volume, mixing }: StageOrder, sum: StageSum): boolean {
  const { drawUp, drawUpExact: exact, diluent, finalVolume } = sum.preparation;
  const filled = mixing === 'madeUpTo' ? finalVolume : diluent;
  return (
    agrees(product(measured(exact), measured(strength)), amount) &&
    isNearest({ exact, set: drawUp }, usualGraduation(exact)) &&
    agrees(measured(filled), volume) &&
    agrees(total(measured(drawUp), measured(diluent)), finalVolume)
  );
}

function concentrationHoldsTheDrug(
  { strength }: StageOrder,
  { concentration, preparation }: StageSum,
): boolean {
  const inContainer = product(measured(concentration), measured(preparation.finalVolume));
  return (
    agrees(measured(preparation.concentration), concentration) &&
    agrees(quotient(inContainer, measured(strength)), preparation.drawUp)
  );
}

function achievedDoseReturns(input: StageOrder, sum: StageSum): boolean {
  const dose = product(measured(sum.achieved.dosePerKg), measured(input.weight));
  const rate = quotient(
    product(measured(sum.achieved.doseRate), measured(input.weight)),
    measured(sum.concentration),
  );
  return (
    agrees(dose, sum.achieved.dose) &&
    agrees(quotient(dose, measured(sum.concentration)), sum.volume.set) &&
    agrees(rate, sum.rate.set)
  );
}

/** The count by the time one serves; and where they are listed, one by one. */
function areCounted(input: StageOrder, sum: StageSum): boolean {
  const { containers, containerUses: uses, containerLasts } = sum;
  if (!isCount(containers, sum.achieved.duration, containerLasts)) return false;
  if (uses.length === 0) return containers > MOST_LISTED;
  return areContainers(containersOf(input, sum), containerLasts, uses);
}

/** The second engine's own bound: up to here a plan lists its containers. */
const MOST_LISTED = 20n;

function containersOf(
  { useBy }: StageOrder,
  { rate, volume, preparation, achieved }: StageSum,
): ContainersOf {
  const { duration } = achieved;
  return { content: preparation.finalVolume, useBy, rate: rate.set, volume: volume.set, duration };
}

/** Volume × concentration against the hard limits on the drug. */
function doseIsBeyond(volume: Measured, { hard }: StageOrder, sum: StageSum): boolean {
  return isBeyond(product(volume, measured(sum.concentration)), hard.dose);
}

/** Rate × concentration ÷ weight against the limits on the dose rate, set volume ÷ rate against those on the time. */
function rateIsBeyond(rate: Measured, { hard, weight }: StageOrder, sum: StageSum): boolean {
  const doseRate = quotient(product(rate, measured(sum.concentration)), measured(weight));
  return (
    isBeyond(doseRate, hard.doseRate) || isBeyond(quotient(measured(sum.volume.set), rate), hard.duration)
  );
}
