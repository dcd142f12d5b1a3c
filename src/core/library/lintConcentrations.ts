import { type PumpSetting, pumpSetting, roundingWeight } from '../dosing/pumpSetting.ts';
import {
  compareQuantities,
  derive,
  type Quantity,
  type QuantityText,
  wholeQuantity,
} from '../quantity/quantity.ts';
import {
  type Drug,
  type DrugLibrary,
  findDrug,
  findPump,
  type PumpedProtocol,
  type PumpProfile,
} from './library.ts';
import { outsideFindings } from './lintBands.ts';
import { above0, finding, type LintFinding, type LintPlace, readable } from './lintFinding.ts';

/** From ten steps on, half a step is at most the 5 % at which a plan is refused. Source: UX 3.6. */
const STEPS_FOR_ROUNDING = wholeQuantity(1_000n, '%');
/** A concentration should give at least this rate. Source: self-tests of the library editor, UX 3.15. */
const SLOWEST_GOOD_RATE = wholeQuantity(1n, 'mL/h');

/** All a rate of the usual order is worked out from. */
type Usual = {
  readonly place: LintPlace;
  /** Drug per hour for a body weight. */
  readonly drugPerHour: (weight: Quantity<'kg'>) => Quantity<'mg/h'>;
  /** Drug in all, where the usual time is known. */
  readonly drug: (weight: Quantity<'kg'>) => Quantity<'mg'> | undefined;
  readonly rateStep: Quantity<'mL/h'>;
  readonly volumeStep: Quantity<'mL'>;
  readonly rateMinimum: Quantity<'mL/h'>;
  readonly rateMaximum: Quantity<'mL/h'>;
  readonly products: readonly StrengthOf[];
};
type StrengthOf = { readonly id: string; readonly strength: Quantity<'mg/mL'> };

/**
 * Whether the usual order can be given on the protocol's pump at the lowest and the highest weight, warned weights
 * left out: some concentration a product can give must keep the rate within the pump's range and every rounding
 * within 5 %. The protocol's usual concentration is worked through exactly, at weights beyond a soft limit with a
 * warning.
 *
 * Says nothing where a usual value, a weight limit, the pump or the drug is missing: that is a finding of its own.
 * Source: UX 3.15 (concentrations give rates of 1 mL/h or more), UX 3.6 (5 %).
 */
export function concentrationFindings(
  library: DrugLibrary,
  protocol: PumpedProtocol,
): readonly LintFinding[] {
  const pump = findPump(library, protocol.pump);
  const drug = findDrug(library, protocol.drug);
  const usual = pump && drug && usualOf(protocol, pump, drug);
  if (!usual) return [];
  const prepared = above0(readable(protocol.concentration?.usual, 'mg/mL'));
  return [
    ...feasibleFindings(usual, protocol),
    ...(prepared ? preparedFindings(usual, protocol, prepared) : []),
  ];
}

function usualOf(protocol: PumpedProtocol, pump: PumpProfile, drug: Drug): Usual | undefined {
  const ordered = usualOrder(protocol);
  const rateStep = above0(readable(pump.rateStep, 'mL/h'));
  const volumeStep = above0(readable(pump.volumeStep, 'mL'));
  const rateMinimum = above0(readable(pump.rateMinimum, 'mL/h'));
  const rateMaximum = above0(readable(pump.rateMaximum, 'mL/h'));
  const products = drug.products.flatMap(({ id, strength: text }) => {
    const strength = above0(readable(text, 'mg/mL'));
    return strength ? [{ id, strength }] : [];
  });
  if (!ordered || !rateStep || !volumeStep || !rateMinimum || !rateMaximum) return undefined;
  const place: LintPlace = { kind: 'protocol', id: protocol.id };
  return { place, ...ordered, rateStep, volumeStep, rateMinimum, rateMaximum, products };
}

/** Dose × weight ÷ duration, rate × weight, or a rate that asks for no weight; × duration for the drug in all. */
function usualOrder(protocol: PumpedProtocol): Pick<Usual, 'drugPerHour' | 'drug'> | undefined {
  const duration = above0(readable(protocol.duration.usual, 'min'));
  if (protocol.mode === 'doseOverTime') {
    const dose = above0(readable(protocol.dose.usual, 'mg/kg'));
    if (!dose || !duration) return undefined;
    return {
      drugPerHour: (weight) => derive('mg/h', [dose, weight], [duration]),
      drug: (weight) => derive('mg', [dose, weight]),
    };
  }
  const rate =
    protocol.mode === 'weightRate'
      ? above0(readable(protocol.rate.usual, 'mg/kg/h'))
      : above0(readable(protocol.flatRate.usual, 'mg/h'));
  if (!rate) return undefined;
  const drugPerHour = (weight: Quantity<'kg'>) =>
    derive('mg/h', rate.unit === 'mg/kg/h' ? [rate, weight] : [rate]);
  return {
    drugPerHour,
    drug: (weight) => duration && derive('mg', [drugPerHour(weight), duration]),
  };
}

/**
 * The weakest concentration that keeps the heaviest patient below the pump's highest rate, against the strongest
 * that keeps the lightest above its lowest and above ten steps, and that a product is strong enough for:
 * concentration (mg per mL) = drug per hour (mg/h) ÷ rate, or drug in all (mg) ÷ volume.
 */
function feasibleFindings(usual: Usual, { weight }: PumpedProtocol): readonly LintFinding[] {
  const { place, products } = usual;
  const lightest = above0(readable(weight.softMinimum ?? weight.hardMinimum, 'kg'));
  const heaviest = above0(readable(weight.softMaximum ?? weight.hardMaximum, 'kg'));
  if (!lightest || !heaviest || products.length === 0) return [];
  const weakest = derive('mg/mL', [usual.drugPerHour(heaviest)], [usual.rateMaximum]);
  const perHour = usual.drugPerHour(lightest);
  const drug = usual.drug(lightest);
  const strongest = [
    ...[usual.rateMinimum, derive('mL/h', [usual.rateStep, STEPS_FOR_ROUNDING])].map((rate) =>
      derive('mg/mL', [perHour], [rate]),
    ),
    ...(drug ? [derive('mg/mL', [drug], [derive('mL', [usual.volumeStep, STEPS_FOR_ROUNDING])])] : []),
    products.map(({ strength }) => strength).reduce(larger),
  ].reduce(smaller);
  if (compareQuantities(weakest, strongest) > 0) {
    const noted = { rule: 'noConcentrationFits', value: 'concentration' } as const;
    return [finding(place, { ...noted, actual: weakest, limit: strongest })];
  }
  return products.flatMap(({ id, strength }) =>
    outsideFindings(
      { kind: 'product', id },
      { rule: 'productTooWeak', value: 'strength', severity: 'warning' },
      strength,
      [weakest, undefined],
    ),
  );
}

function smaller(left: Quantity<'mg/mL'>, right: Quantity<'mg/mL'>): Quantity<'mg/mL'> {
  return compareQuantities(left, right) <= 0 ? left : right;
}

function larger(left: Quantity<'mg/mL'>, right: Quantity<'mg/mL'>): Quantity<'mg/mL'> {
  return compareQuantities(left, right) >= 0 ? left : right;
}

/** One concentration at each end of the weights: an error within the soft limits, a warning between soft and hard. */
function preparedFindings(
  usual: Usual,
  { weight }: PumpedProtocol,
  concentration: Quantity<'mg/mL'>,
): readonly LintFinding[] {
  const { place, products } = usual;
  const usable = [weight.softMinimum ?? weight.hardMinimum, weight.softMaximum ?? weight.hardMaximum];
  const warned = [weight.softMinimum && weight.hardMinimum, weight.softMaximum && weight.hardMaximum];
  const strengths = products.map(({ strength }) => strength);
  const strongest = strengths.length > 0 ? strengths.reduce(larger) : undefined;
  const at = (texts: readonly (QuantityText<'kg'> | undefined)[], severity: LintFinding['severity']) =>
    texts.flatMap((text) => {
      const read = above0(readable(text, 'kg'));
      return read ? weightFindings(usual, concentration, read, severity) : [];
    });
  return [
    ...outsideFindings(place, { rule: 'concentrationTooStrong', value: 'concentration' }, concentration, [
      undefined,
      strongest,
    ]),
    ...at(usable, 'error'),
    ...at(warned, 'warning'),
  ];
}

/** rate (mL/h) = drug per hour (mg/h) ÷ concentration (mg per mL), on the pump's grid and within its range. */
function weightFindings(
  usual: Usual,
  concentration: Quantity<'mg/mL'>,
  at: Quantity<'kg'>,
  severity: LintFinding['severity'],
): readonly LintFinding[] {
  const { place } = usual;
  const rate = pumpSetting(derive('mL/h', [usual.drugPerHour(at)], [concentration]), usual.rateStep);
  const drug = usual.drug(at);
  const volume = drug && pumpSetting(derive('mL', [drug], [concentration]), usual.volumeStep);
  const noted = { severity, value: 'concentration', at } as const;
  const tooCoarse = (setting: PumpSetting<'mL/h'> | PumpSetting<'mL'>) =>
    roundingWeight(setting.changePercent) === 'refused'
      ? [finding(place, { ...noted, rule: 'roundingTooLarge', actual: setting.exact, limit: setting.set })]
      : [];
  return [
    ...outsideFindings(place, { ...noted, rule: 'rateOutsidePump' }, rate.set, [
      usual.rateMinimum,
      usual.rateMaximum,
    ]),
    ...tooCoarse(rate),
    ...(volume ? tooCoarse(volume) : []),
    ...outsideFindings(place, { ...noted, rule: 'rateBelowOne', severity: 'warning' }, rate.exact, [
      SLOWEST_GOOD_RATE,
      undefined,
    ]),
  ];
}
