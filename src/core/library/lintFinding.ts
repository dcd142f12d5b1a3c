import {
  compareQuantities,
  isQuantityText,
  type Quantity,
  type QuantityText,
  quantityText,
  readQuantity,
  type Unit,
  wholeQuantity,
} from '../quantity/quantity.ts';
import type { BandName, BolusPolicy, LimitBand } from './library.ts';

/** What can be wrong with a library, worst first: the order in which findings are listed. */
export const LINT_RULES = [
  'wrongUnit',
  'unknownDrug',
  'unknownPump',
  'noProduct',
  'repeatedId',
  'wrongCheckDigit',
  'repeatedBarcode',
  'notPositive',
  'belowZero',
  'tenTimesAllowed',
  'tenthAllowed',
  'thousandTimesAllowed',
  'limitMissing',
  'loadingInMicrograms',
  'minimumNotBelowMaximum',
  'softOutsideHard',
  'usualOutsideLimits',
  'nurseRateOutsideHard',
  'noConcentrationFits',
  'concentrationTooStrong',
  'rateOutsidePump',
  'roundingTooLarge',
  'repeatedName',
  'lookAlikesTooClose',
  'orderOutsideNurseRange',
  'productTooWeak',
  'rateBelowOne',
  'offStep',
] as const;
export type LintRule = (typeof LINT_RULES)[number];

export type LimitName = Exclude<keyof LimitBand<Unit>, 'source'>;

/** Which value of the library is meant, spelt as in its file. */
export type LintedValue =
  | BandName
  | `${BandName}.${LimitName}`
  | `age.${Exclude<LimitName, 'usual'>}`
  | `nurseRange.${'lowest' | 'highest'}`
  | `vitalsEveryMinutes.${'infusion' | 'recovery'}`
  | `bolus.${Exclude<keyof BolusPolicy, 'dose'>}`
  | 'dosingWeight.cap'
  | 'perDose'
  | 'doses'
  | `device.${'deadSpace' | 'doseMaximum' | 'useByHours'}`
  | 'useByHours'
  | 'observationMinutes'
  | 'weightMaxAgeHours'
  | 'systolicActionLimit'
  | 'container.volume'
  | 'id'
  | 'name'
  | 'displayName'
  | 'drug'
  | 'pump'
  | 'products'
  | 'strength'
  | 'barcode'
  | 'vialVolume'
  | 'rateStep'
  | 'volumeStep'
  | 'rateMinimum'
  | 'rateMaximum'
  | 'reconciliationTolerance'
  | 'lineVolume';

/** What a finding stands in: a protocol, or another part of the library. */
export type LintPlace = {
  readonly kind: 'library' | 'pump' | 'drug' | 'product' | 'protocol';
  readonly id: string;
};

/** One thing wrong with a library. An error must not be published; a warning is for the owner to judge. */
export type LintFinding = {
  readonly severity: 'error' | 'warning';
  readonly rule: LintRule;
  readonly place: LintPlace;
  readonly value: LintedValue;
  /** What stands there or follows from it; null when it is missing. */
  readonly actual: string | null;
  /** What it was held against; null when there is nothing to name. */
  readonly limit: string | null;
  /** The body weight it was worked out for. */
  readonly at: QuantityText<'kg'> | null;
};

/** What a rule says of the value it looked at. */
export type Noted = Pick<LintFinding, 'rule' | 'value'> & {
  readonly severity?: LintFinding['severity'];
  readonly actual?: Quantity | string | undefined;
  readonly limit?: Quantity | string | undefined;
  readonly at?: Quantity<'kg'>;
};

/** A finding of `place`: an error unless it says otherwise. */
export function finding(place: LintPlace, noted: Noted): LintFinding {
  const { severity = 'error', rule, value, actual, limit, at } = noted;
  return {
    severity,
    rule,
    place,
    value,
    actual: textOf(actual),
    limit: textOf(limit),
    at: at === undefined ? null : quantityText(at),
  };
}

function textOf(value: Quantity | string | undefined): string | null {
  if (value === undefined) return null;
  return typeof value === 'string' ? value : quantityText(value);
}

/**
 * A stored quantity as its exact value; undefined when it is missing or in another unit. Nothing is converted: what
 * is in another unit is a finding of `quantityFindings`, and no other rule judges it.
 */
export function readable<U extends Unit>(
  text: QuantityText<NoInfer<U>> | undefined,
  unit: U,
): Quantity<U> | undefined {
  return text !== undefined && isQuantityText(text, unit) ? readQuantity(text, unit) : undefined;
}

/** A value that can be divided by; undefined for 0 and below, which are findings of their own. */
export function above0<Q extends Quantity>(value: Q | undefined): Q | undefined {
  return value !== undefined && value.value.numerator > 0n ? value : undefined;
}

/** `wrongUnit`, or `notPositive` for 0 and below (`belowZero` where 0 itself has a meaning). */
export function quantityFindings<U extends Unit>(
  place: LintPlace,
  value: LintedValue,
  text: QuantityText<NoInfer<U>>,
  unit: U,
  zero: 'allowed' | 'refused' = 'refused',
): readonly LintFinding[] {
  const read = readable(text, unit);
  if (read === undefined) return [finding(place, { rule: 'wrongUnit', value, actual: text, limit: unit })];
  const nothing = wholeQuantity(0n, unit);
  const side = compareQuantities(read, nothing);
  if (zero === 'allowed')
    return side < 0 ? [finding(place, { rule: 'belowZero', value, actual: read, limit: nothing })] : [];
  return side > 0 ? [] : [finding(place, { rule: 'notPositive', value, actual: read, limit: nothing })];
}
