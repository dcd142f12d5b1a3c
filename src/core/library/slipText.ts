import { weightInPounds } from '../dosing/weightEcho.ts';
import {
  formatNumber,
  formatNumberText,
  formatQuantity,
  formatQuantityText,
  NO_BREAK_SPACE,
} from '../quantity/format.ts';
import { isQuantityText, type QuantityText, readQuantity } from '../quantity/quantity.ts';
import type { Factor, FactorSlip } from './slipFactors.ts';
import type { PlannedValues, ReferenceText, Slip } from './slips.ts';
import type { WeightFinding, WeightPlausibility } from './weightPlausibility.ts';

/** How many times, in the words of the plan screen: `10 times`, `1/10 of`. */
const TIMES: Readonly<Record<FactorSlip, string>> = {
  tenTimes: '10 times',
  tenth: '1/10 of',
  sixtyTimes: '60 times',
  sixtieth: '1/60 of',
  thousandTimes: '1,000 times',
  thousandth: '1/1,000 of',
  poundsForKilograms: '2.2 times',
  kilogramsForPounds: '0.45 times',
};

/** What undoing the factor is called, for a value held against limits. */
const UNDONE: Readonly<Record<Factor, string>> = {
  tenTimes: '1/10 of it',
  tenth: '10 times as much',
  sixtyTimes: '1/60 of it',
  sixtieth: '60 times as much',
  thousandTimes: '1/1,000 of it',
  thousandth: '1,000 times as much',
};

const CHECK: Readonly<Record<Exclude<Slip['kind'], 'limits'>, string>> = {
  tenTimes: 'Check the point.',
  tenth: 'Check the point.',
  sixtyTimes: 'Check minutes and hours.',
  sixtieth: 'Check minutes and hours.',
  thousandTimes: 'Check the unit.',
  thousandth: 'Check the unit.',
  poundsForKilograms: 'Weigh again.',
  kilogramsForPounds: 'Weigh again.',
  digitsSwapped: 'Check the digits.',
  digitDoubled: 'Check the digits.',
  otherField: 'Check the field.',
};

const FIELD_WORDS: Readonly<Record<keyof PlannedValues, string>> = {
  dose: 'dose',
  total: 'total dose',
  rate: 'pump rate',
  volume: 'volume to give',
  duration: 'duration',
  weight: 'weight',
};

/**
 * What a typed value looks like, in one sentence, and what to check: `5 mg/kg is 10 times the usual 0.5 mg/kg. Check
 * the point.` Names what the person can see and nothing else; the value that was meant is never offered.
 *
 * Source: UX 3.7 and UX 7, scenarios 10 and 13.
 */
export function slipText(slip: Slip): string {
  const check = CHECK[slip.kind === 'limits' ? slip.factor : slip.kind];
  return `${slipPhrase(slip)}. ${isWeight(slip.typed) ? 'Weigh again.' : check}`;
}

/**
 * A weight that should be taken again, in one sentence: `160 kg (= 353 lb) is about 2.2 times 72.4 kg; BMI 54.1. Weigh
 * again.` Undefined when nothing speaks against it. The weight that was meant is never offered.
 *
 * Source: UX 7, scenarios 13 and 14.
 */
export function weightText(judged: WeightPlausibility): string | undefined {
  const [worst] = judged.findings;
  if (worst === undefined) return undefined;
  const weight = weightWords(judged.typed);
  const index = judged.bodyMassIndex && `BMI${NO_BREAK_SPACE}${formatNumber(judged.bodyMassIndex)}`;
  const andIndex = index === null ? '' : `; ${index}`;
  switch (worst.kind) {
    case 'slip':
      return `${slipPhrase(worst.slip)}${andIndex}. Weigh again.`;
    case 'changed':
      return `${weight} is ${formatQuantityText(worst.change, 1)} ${worst.side} ${formatQuantityText(worst.last)}${andIndex}. Weigh again.`;
    case 'bodyMassIndex':
      return `${weight} gives BMI${NO_BREAK_SPACE}${besideLimit(worst)}. Weigh again and check the height.`;
  }
}

/** `54.1, above 50`, with as many decimals as it takes to be told from the limit: `50.02, above 50`. */
function besideLimit({ actual, side, limit }: Extract<WeightFinding, { kind: 'bodyMassIndex' }>): string {
  const end = formatNumberText(limit);
  const shown = [1, 2, 3].map((decimals) => formatNumberText(actual, decimals)).find((text) => text !== end);
  return `${shown ?? formatNumberText(actual, 6)}, ${side} ${end}`;
}

function slipPhrase(slip: Slip): string {
  const typed = weightWords(slip.typed);
  switch (slip.kind) {
    case 'digitsSwapped':
      return `${typed} is ${referenceWords(slip.against)} with two digits the other way round`;
    case 'digitDoubled':
      return `${typed} is ${referenceWords(slip.against)} with a digit doubled`;
    case 'otherField':
      return `${typed} has the number of the ${FIELD_WORDS[slip.against.kind]}, ${formatQuantityText(slip.against.value)}`;
    case 'limits': {
      const [minimum, maximum] = [slip.against.minimum, slip.against.maximum].map((end) =>
        formatQuantityText(end),
      );
      return `${typed} is outside the limits ${minimum} to ${maximum}; ${UNDONE[slip.factor]} would be within`;
    }
    default:
      return `${typed} is ${slip.exactly ? '' : 'about '}${TIMES[slip.kind]} ${referenceWords(slip.against)}`;
  }
}

/** `the usual 0.5 mg/kg`, `the last 0.5 mg/kg`; a weight stands alone: `72.4 kg`. */
function referenceWords({ kind, value }: ReferenceText): string {
  return isWeight(value) ? formatQuantityText(value) : `the ${kind} ${formatQuantityText(value)}`;
}

/** A weight with its echo in pounds, any other value as it is. */
function weightWords(value: QuantityText): string {
  return isWeight(value)
    ? `${formatQuantityText(value)} (= ${formatQuantity(weightInPounds(readQuantity(value, 'kg')))})`
    : formatQuantityText(value);
}

function isWeight(value: QuantityText): value is QuantityText<'kg'> {
  return isQuantityText(value, 'kg');
}
