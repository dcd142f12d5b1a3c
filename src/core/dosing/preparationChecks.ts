import { compareQuantities, derive, minus, plus, type Quantity, quantityText } from '../quantity/quantity.ts';
import type { Rational } from '../quantity/rational.ts';
import { roundToStep } from '../quantity/round.ts';
import type { AmountUnit, ConcentrationUnit } from '../quantity/units.ts';
import { amountOf, firstNotAboveZero } from './doseUnits.ts';
import { type Preparation, syringeGraduation } from './preparation.ts';
import type { PreparationOrder, PreparationRefusal } from './preparationOrder.ts';
import { changePercent, roundingWeight } from './pumpSetting.ts';

/** What is drawn up, exact and on the syringe's graduation. */
export type DrawUp = {
  readonly exact: Quantity<'mL'>;
  readonly graduation: Quantity<'mL'>;
  readonly drawUp: Quantity<'mL'>;
  /** (draw-up − exact) ÷ exact × 100. */
  readonly change: Rational;
};

/** Draw-up (mL) = amount ÷ strength, on the graduation in hand or the usual one. Source: UX 3.6 and 7. */
export function drawUpOf<Amount extends AmountUnit>({
  amount,
  strength,
  graduation,
}: PreparationOrder<Amount>): DrawUp {
  const exact = derive('mL', [amount], [strength]);
  const step = graduation ?? syringeGraduation(exact);
  const drawUp = roundToStep(exact, step);
  return { exact, graduation: step, drawUp, change: changePercent(exact.value, drawUp.value) };
}

/**
 * What the drug is made up to, or added to: label volume + overfill, less the line it fills. What is made up to a
 * volume has neither: `lineRefusal`. Source: DOMAIN 4.10.
 */
export function volumeBeforeDrug<Amount extends AmountUnit>({
  volume,
  overfill,
  line,
}: PreparationOrder<Amount>): Quantity<'mL'> {
  const filled = plus(volume, overfill);
  return line.primedWith === 'containerDiluent' ? minus(filled, line.volume) : filled;
}

/** Refuses an amount and a strength in different units, a value that is not above 0, an overfill or line below 0. */
export function valueRefusal<Amount extends AmountUnit>(
  order: PreparationOrder<Amount>,
): PreparationRefusal | undefined {
  const { amount, strength, vialVolume, volume, containerVolume, toGive, graduation, useBy } = order;
  if (amountOf(strength.unit as ConcentrationUnit) !== amount.unit)
    return { kind: 'unitsDiffer', amount: amount.unit, strength: strength.unit };
  const notAboveZero = firstNotAboveZero({
    amount,
    strength,
    vialVolume,
    volume,
    containerVolume,
    toGive,
    graduation,
    useBy,
  });
  if (notAboveZero) return notAboveZero;
  const measures = { overfill: order.overfill, line: order.line.volume };
  const name = (['overfill', 'line'] as const).find((each) => measures[each].value.numerator < 0n);
  return name && { kind: 'belowZero', name, value: quantityText(measures[name]) };
}

/** Refuses a line or an overfill that has no place in the volume, and a line that takes or holds all of it. */
export function lineRefusal<Amount extends AmountUnit>(
  order: PreparationOrder<Amount>,
): PreparationRefusal | undefined {
  const { mixing, overfill, line, toGive } = order;
  const isFilledFromContainer = line.primedWith === 'containerDiluent';
  if (mixing === 'madeUpTo' && overfill.value.numerator !== 0n)
    return { kind: 'madeUpToIsMeasured', name: 'overfill' };
  if (mixing === 'madeUpTo' && isFilledFromContainer) return { kind: 'madeUpToIsMeasured', name: 'line' };
  const diluent = plus(order.volume, overfill);
  if (isFilledFromContainer && compareQuantities(line.volume, diluent) >= 0)
    return {
      kind: 'lineTakesAllDiluent',
      line: quantityText(line.volume),
      diluent: quantityText(diluent),
    };
  const givesAlone = line.primedWith === 'mixture' && line.flushedAtEnd;
  if (givesAlone && compareQuantities(line.volume, toGive) >= 0)
    return { kind: 'lineHoldsTheDose', line: quantityText(line.volume), toGive: quantityText(toGive) };
  return undefined;
}

/** Refuses a graduation that would change what is drawn up by more than 5 %. Source: UX 3.6. */
export function drawUpRefusal<Amount extends AmountUnit>(
  order: PreparationOrder<Amount>,
): PreparationRefusal | undefined {
  const { exact, drawUp, change } = drawUpOf(order);
  if (roundingWeight(change) !== 'refused') return undefined;
  return { kind: 'graduationTooCoarse', exact: quantityText(exact), drawUp: quantityText(drawUp) };
}

/** Refuses a mixture that does not fit its container, and an undiluted one where that is forbidden. */
export function fitRefusal<Amount extends AmountUnit>(
  { containerVolume, undilutedForbidden, strength }: PreparationOrder<Amount>,
  { finalVolume, diluent }: Preparation<Amount>,
): PreparationRefusal | undefined {
  if (compareQuantities(finalVolume, containerVolume) > 0)
    return {
      kind: 'containerTooSmall',
      finalVolume: quantityText(finalVolume),
      container: quantityText(containerVolume),
    };
  if (undilutedForbidden && diluent.value.numerator === 0n)
    return { kind: 'undilutedForbidden', strength: quantityText(strength) };
  return undefined;
}

/** The refusal of a draw-up that is more than the volume it is made up to. */
export function drugExceedsVolume({ drawUp }: DrawUp, volume: Quantity<'mL'>): PreparationRefusal {
  return {
    kind: 'drugExceedsFinalVolume',
    drawUp: quantityText(drawUp),
    volume: quantityText(volume),
  };
}
