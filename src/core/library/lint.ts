import { compareQuantities } from '../quantity/quantity.ts';
import { isOnGrid } from '../quantity/round.ts';
import {
  type Drug,
  type DrugLibrary,
  findDrug,
  findPump,
  type Product,
  type Protocol,
  type PumpedProtocol,
  type PumpProfile,
} from './library.ts';
import { limitFindings } from './lintBands.ts';
import { concentrationFindings } from './lintConcentrations.ts';
import { countedFindings } from './lintCounted.ts';
import {
  above0,
  finding,
  LINT_RULES,
  type LintedValue,
  type LintFinding,
  type LintPlace,
  quantityFindings,
  readable,
} from './lintFinding.ts';
import { loadingFindings } from './lintLoading.ts';
import { lookAlikeFindings } from './lintLookAlikes.ts';
import { nurseRangeFindings } from './lintNurseRange.ts';
import { amountUnitOf } from './orderUnits.ts';
import { weightRuleOf } from './planWeight.ts';
import { gtin14, isGtin } from './vialScan.ts';

/**
 * Whether a drug library makes sense: limits against one another, ten times the usual beyond the hard limits, every
 * named drug, pump and product there and named once, concentrations the pump can give, the nurse's range within the
 * hard limits, times above 0. The schema has seen to its shape; this reads what it says. Never throws on a library the
 * schema let through, and never corrects one.
 *
 * Errors before warnings, and within both in the order of `LINT_RULES`. A library with an error is not for publishing.
 *
 * Source: self-tests of the library editor, UX 3.15; H01, H03, H20.
 */
export function lintLibrary(library: DrugLibrary): readonly LintFinding[] {
  return [
    ...wholeFindings(library),
    ...library.pumps.flatMap(pumpFindings),
    ...library.drugs.flatMap(drugFindings),
    ...library.protocols.flatMap((protocol) => protocolFindings(library, protocol)),
  ].toSorted((left, right) => rank(left) - rank(right));
}

/** The findings a library must not be published with. */
export function lintErrors(findings: readonly LintFinding[]): readonly LintFinding[] {
  return findings.filter(({ severity }) => severity === 'error');
}

function rank({ severity, rule }: LintFinding): number {
  return (severity === 'error' ? 0 : LINT_RULES.length) + LINT_RULES.indexOf(rule);
}

function wholeFindings(library: DrugLibrary): readonly LintFinding[] {
  const { drugs, pumps, protocols } = library;
  const place: LintPlace = { kind: 'library', id: library.name };
  return [
    ...quantityFindings(place, 'reconciliationTolerance', library.reconciliationTolerance, 'mg', 'allowed'),
    ...quantityFindings(place, 'lineVolume', library.lineVolume, 'mL'),
    ...repeated(
      'pump',
      'id',
      pumps.map(({ id }) => id),
    ),
    ...repeated(
      'drug',
      'id',
      drugs.map(({ id }) => id),
    ),
    ...repeated(
      'product',
      'id',
      drugs.flatMap(({ products }) => products.map(({ id }) => id)),
    ),
    ...lookAlikeFindings(drugs),
    ...barcodeFindings(drugs.flatMap(({ products }) => products)),
    ...repeated(
      'protocol',
      'id',
      protocols.map(({ id }) => id),
    ),
    ...repeated(
      'protocol',
      'name',
      protocols.map(({ name }) => name),
    ),
  ];
}

/** Each name that stands more than once, said once. Two protocols of one name are an error too: UX 3.15. */
function repeated(
  kind: LintPlace['kind'],
  value: 'id' | 'name',
  names: readonly string[],
): readonly LintFinding[] {
  const rule = value === 'id' ? 'repeatedId' : 'repeatedName';
  return [...new Set(names.filter((name, place) => names.indexOf(name) !== place))].map((name) =>
    finding({ kind, id: name }, { rule, value, actual: name }),
  );
}

/** Of each barcode: its check digit, and that it stands at one product only, however many digits it is written in. */
function barcodeFindings(products: readonly Product[]): readonly LintFinding[] {
  const coded = products.flatMap(({ id, barcode }) => (barcode === undefined ? [] : [{ id, barcode }]));
  const place = (id: string): LintPlace => ({ kind: 'product', id });
  return coded.flatMap(({ id, barcode }, at) => {
    const noted = { value: 'barcode', actual: barcode } as const;
    const isRepeated = coded.slice(0, at).some((other) => gtin14(other.barcode) === gtin14(barcode));
    return [
      ...(isGtin(barcode) ? [] : [finding(place(id), { rule: 'wrongCheckDigit', ...noted })]),
      ...(isRepeated ? [finding(place(id), { rule: 'repeatedBarcode', ...noted })] : []),
    ];
  });
}

function pumpFindings(pump: PumpProfile): readonly LintFinding[] {
  const place: LintPlace = { kind: 'pump', id: pump.id };
  const values = ['rateStep', 'rateMinimum', 'rateMaximum'] as const;
  const step = above0(readable(pump.rateStep, 'mL/h'));
  const minimum = readable(pump.rateMinimum, 'mL/h');
  const maximum = readable(pump.rateMaximum, 'mL/h');
  const order = { rule: 'minimumNotBelowMaximum', value: 'rateMinimum' } as const;
  const offStep = { severity: 'warning', rule: 'offStep', limit: step } as const;
  return [
    ...values.flatMap((value) => quantityFindings(place, value, pump[value], 'mL/h')),
    ...quantityFindings(place, 'volumeStep', pump.volumeStep, 'mL'),
    ...(minimum && maximum && compareQuantities(minimum, maximum) >= 0
      ? [finding(place, { ...order, actual: minimum, limit: maximum })]
      : []),
    ...(step && minimum && !isOnGrid(minimum, step)
      ? [finding(place, { ...offStep, value: 'rateMinimum', actual: minimum })]
      : []),
    ...(step && maximum && !isOnGrid(maximum, step)
      ? [finding(place, { ...offStep, value: 'rateMaximum', actual: maximum })]
      : []),
  ];
}

function drugFindings({ id, products, reconciliationTolerance: own }: Drug): readonly LintFinding[] {
  const place: LintPlace = { kind: 'drug', id };
  return [
    ...(own === undefined ? [] : quantityFindings(place, 'reconciliationTolerance', own, 'mg', 'allowed')),
    ...(products.length === 0 ? [finding(place, { rule: 'noProduct', value: 'products' })] : []),
    ...products.flatMap((product) => [
      ...quantityFindings({ kind: 'product', id: product.id }, 'strength', product.strength, 'mg/mL'),
      ...quantityFindings({ kind: 'product', id: product.id }, 'vialVolume', product.vialVolume, 'mL'),
    ]),
  ];
}

function protocolFindings(library: DrugLibrary, protocol: Protocol): readonly LintFinding[] {
  const place: LintPlace = { kind: 'protocol', id: protocol.id };
  const { drug } = protocol;
  return [
    ...(findDrug(library, drug)
      ? []
      : [finding(place, { rule: 'unknownDrug', value: 'drug', actual: drug })]),
    ...limitFindings(place, protocol),
    ...countFindings(place, commonCounts(protocol)),
    ...(protocol.mode === 'countedDoses'
      ? countedFindings(place, protocol)
      : pumpedFindings(place, library, protocol)),
  ];
}

function pumpedFindings(
  place: LintPlace,
  library: DrugLibrary,
  protocol: PumpedProtocol,
): readonly LintFinding[] {
  const { pump, bolus } = protocol;
  return [
    ...(findPump(library, pump)
      ? []
      : [finding(place, { rule: 'unknownPump', value: 'pump', actual: pump })]),
    ...nurseRangeFindings(place, protocol),
    ...quantityFindings(place, 'container.volume', protocol.container.volume, 'mL'),
    ...countFindings(place, [['useByHours', protocol.useByHours, 'h']]),
    ...loadingFindings(place, protocol),
    ...weightRuleFindings(place, protocol),
    ...toleranceFindings(library, protocol),
    ...(bolus
      ? quantityFindings(place, 'bolus.gapMinutes', `${bolus.gapMinutes} min`, 'min', 'allowed')
      : []),
    ...concentrationFindings(library, protocol),
  ];
}

function weightRuleFindings(place: LintPlace, protocol: PumpedProtocol): readonly LintFinding[] {
  const cap = weightRuleOf(protocol)?.cap;
  return cap === undefined ? [] : quantityFindings(place, 'dosingWeight.cap', cap, 'kg');
}

/**
 * A drug that is ordered in mcg needs a remainder of its own: one that suits milligrams would let a whole syringe of it
 * be missing and still balance.
 */
function toleranceFindings(library: DrugLibrary, protocol: PumpedProtocol): readonly LintFinding[] {
  const drug = findDrug(library, protocol.drug);
  if (amountUnitOf(protocol) === 'mg' || drug === undefined || drug.reconciliationTolerance !== undefined)
    return [];
  return [finding({ kind: 'drug', id: drug.id }, { rule: 'limitMissing', value: 'reconciliationTolerance' })];
}

type Count = readonly [LintedValue, number, 'h' | 'min' | 'mmHg'];

/** The whole numbers every protocol has, which must be above 0, with their units. */
function commonCounts(protocol: Protocol): readonly Count[] {
  const { infusion, recovery } = protocol.vitalsEveryMinutes;
  return [
    ['observationMinutes', protocol.observationMinutes, 'min'],
    ['weightMaxAgeHours', protocol.weightMaxAgeHours, 'h'],
    ['vitalsEveryMinutes.infusion', infusion, 'min'],
    ['vitalsEveryMinutes.recovery', recovery, 'min'],
    ['systolicActionLimit', protocol.systolicActionLimit, 'mmHg'],
  ];
}

function countFindings(place: LintPlace, counts: readonly Count[]): readonly LintFinding[] {
  return counts.flatMap(([value, count, unit]) => quantityFindings(place, value, `${count} ${unit}`, unit));
}
