import { formatQuantityText } from '../quantity/format.ts';
import { isQuantityText } from '../quantity/quantity.ts';
import { unitSpelt } from '../quantity/units.ts';
import type { Fields } from './fieldTable.ts';
import { capital, chainOf, fieldWords } from './fieldWords.ts';
import {
  DRUG_FIELDS,
  LIBRARY_FIELDS,
  PRODUCT_FIELDS,
  PROTOCOL_FIELDS,
  PUMP_FIELDS,
} from './libraryFields.ts';
import type { LintedValue, LintFinding, LintPlace, LintRule } from './lintFinding.ts';

const FIELDS_IN: Readonly<Record<LintPlace['kind'], Fields>> = {
  library: LIBRARY_FIELDS,
  pump: PUMP_FIELDS,
  drug: DRUG_FIELDS,
  product: PRODUCT_FIELDS,
  protocol: PROTOCOL_FIELDS,
};

/**
 * A finding in words for the library's owner: where, what is wrong with its two numbers, what to do. The number to
 * put there is never named: the owner decides it.
 */
export function lintText(found: LintFinding): string {
  const { kind, id } = found.place;
  const at = found.at === null ? '' : `, at ${formatQuantityText(found.at)}`;
  const value = fieldWords(chainOf(FIELDS_IN[kind], pathOf(found.value)));
  return `${capital(kind)} ${id}, ${value}${at}: ${WRONG[found.rule](shown(found.actual), shown(found.limit))}`;
}

/** Where a value stands in the file. The limits of a bolus are named by it alone, and stand in its dose. */
function pathOf(value: LintedValue): readonly string[] {
  const [first = '', second] = value.split('.');
  if (second === undefined) return [first];
  const inBolus = first === 'bolus' && !Object.hasOwn(PROTOCOL_FIELDS.bolus.fields, second);
  return inBolus ? [first, 'dose', second] : [first, second];
}

/** By rule: what is wrong, in words around the number at hand and the one it is held against, and what to do. */
const WRONG: Readonly<Record<LintRule, (actual: string, limit: string) => string>> = {
  wrongUnit: (actual, limit) => `${actual} is not in ${limit}. Give it in ${limit}.`,
  unknownDrug: (actual) => `no drug ${actual} is in this library. Add it or name another.`,
  unknownPump: (actual) => `no pump ${actual} is in this library. Add it or name another.`,
  noProduct: () => 'there is no product to draw it from. Add one.',
  repeatedId: (actual) => `${actual} stands more than once. Give each its own.`,
  wrongCheckDigit: (actual) => `${actual} does not end in its check digit. Copy it from the vial again.`,
  repeatedBarcode: (actual) => `${actual} stands at two products. A scan must mean one.`,
  repeatedName: (actual) => `two protocols are named ${actual}. Give each its own name.`,
  lookAlikesTooClose: (actual, limit) =>
    `it is easily taken for ${actual} and stands apart from it by ${limit}. Set them apart by two of these: capital letters in the name, class, strengths.`,
  notPositive: (actual) => `${actual} is not above 0. Correct it.`,
  belowZero: (actual) => `${actual} is below 0. Correct it.`,
  tenTimesAllowed: (actual, limit) =>
    `ten times the usual is ${actual}, which the hard limit ${limit} lets pass. Set the limit so that it stops it.`,
  tenthAllowed: (actual, limit) =>
    `a tenth of the usual is ${actual}, which the hard limit ${limit} lets pass. Set the limit so that it stops it.`,
  thousandTimesAllowed: (actual, limit) =>
    `1,000 times a value that is allowed is ${actual}, which the hard limit ${limit} lets pass. Bring the limits closer together.`,
  limitMissing: () => 'is missing. Set it.',
  loadingInMicrograms: () =>
    'is in mg/kg, and this protocol is ordered in mcg. No loading dose can be ordered in it: take it out.',
  minimumNotBelowMaximum: (actual, limit) => `${actual} is not below ${limit}. Correct one of them.`,
  softOutsideHard: (actual, limit) =>
    `${actual} lies beyond the hard limit ${limit}. A soft limit must lie within the hard ones.`,
  usualOutsideLimits: (actual, limit) =>
    `the usual ${actual} lies beyond the limit ${limit}. Every usual order would be warned of. Correct one of them.`,
  nurseRateOutsideHard: (actual, limit) =>
    `the nurse could set ${actual}, which lies beyond the hard limit ${limit}. Narrow the nurse's range.`,
  orderOutsideNurseRange: (actual, limit) =>
    `${actual} leaves out the ordered rate, ${limit}. Check the nurse's range.`,
  noConcentrationFits: (actual, limit) =>
    `the heaviest patient needs ${actual} or more, the lightest ${limit} or less, so no concentration fits both. Check pump, products and weights.`,
  concentrationTooStrong: (actual, limit) =>
    `${actual} is stronger than the strongest product, ${limit}. Choose a weaker concentration.`,
  rateOutsidePump: (actual, limit) =>
    `the usual dose needs ${actual}, beyond the pump's ${limit}. Change the concentration.`,
  roundingTooLarge: (actual, limit) =>
    `the pump makes ${limit} of ${actual}, which is more than 5 % off. Change the concentration.`,
  productTooWeak: (actual, limit) =>
    `${actual} is too weak for the heaviest patient, who needs ${limit} or more. Check the product or the weights.`,
  rateBelowOne: (actual, limit) =>
    `the usual dose runs at ${actual}, below ${limit}. Choose a weaker concentration.`,
  offStep: (actual, limit) => `${actual} is no whole number of steps of ${limit}. Check the pump's data.`,
};

/** A quantity as written for people; a name, or a quantity in no unit of this program, as it stands. */
function shown(text: string | null): string {
  if (text === null) return '';
  const unit = unitSpelt(text.slice(text.indexOf(' ') + 1));
  return unit !== undefined && isQuantityText(text, unit) ? formatQuantityText(text) : text;
}
