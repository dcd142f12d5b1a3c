import type { EnginesDisagree } from '../crosscheck/agreement.ts';
import type { WayOnDisagreement } from '../crosscheck/wayOnBackward.ts';
import type { Quantity, QuantityText } from '../quantity/quantity.ts';
import type { Rational } from '../quantity/rational.ts';
import type { AmountUnit, DurationUnit } from '../quantity/units.ts';
import type { Result } from '../result.ts';
import type { NotAboveZero } from './doseUnits.ts';
import type { HardRates, PumpRange, PumpRate, PumpRateRefusal } from './pumpRounding.ts';
import type { PumpSetting } from './pumpSetting.ts';

/** An infusion that was paused, changed or added to, and is to go on. */
export type Interrupted<Amount extends AmountUnit> = {
  /** Given so far, boluses included. */
  readonly given: Quantity<'mL'>;
  /** The whole volume that was ordered. */
  readonly ordered: Quantity<'mL'>;
  /** The rate it runs at, or ran at before the pause. */
  readonly rate: Quantity<'mL/h'>;
  /** The highest rate it ran at so far. */
  readonly highestRate: Quantity<'mL/h'>;
  /** Since the start, pauses included. */
  readonly elapsed: Quantity<DurationUnit>;
  /** From now to the end that was planned; 0 or less when that has passed. */
  readonly remaining: Quantity<DurationUnit>;
  readonly concentration: Quantity<`${Amount}/mL`>;
  /** Without it nothing is said per kilogram. */
  readonly weight?: Quantity<'kg'> | undefined;
  readonly pump: PumpRange & { readonly volumeStep: Quantity<'mL'> };
  readonly hard?: HardRates | undefined;
};

/**
 * Dose, end and rate cannot all be kept. `onTime` keeps dose and end and changes the rate; `wholeDose` keeps dose and
 * rate and moves the end; `sameRate` keeps rate and end and changes the dose.
 */
export type WayName = 'onTime' | 'wholeDose' | 'sameRate';

/** One way on, as the pump can be set and what it then gives. */
export type WayOn<Amount extends AmountUnit> = {
  readonly rate: PumpRate;
  /** Still to give. */
  readonly volume: PumpSetting<'mL'>;
  /** From now to the end. */
  readonly duration: Quantity<'min'>;
  /** From the start to the end, pauses included. */
  readonly endsAfter: Quantity<'min'>;
  /** Later than planned; below 0 when earlier. */
  readonly laterThanPlanned: Quantity<'min'>;
  /** Of the whole infusion: what was given and what is still to give. */
  readonly totalVolume: Quantity<'mL'>;
  readonly dose: Quantity<Amount>;
  /** (dose − ordered dose) ÷ ordered dose × 100. */
  readonly doseChangePercent: Rational;
  /** Of the whole infusion. */
  readonly highestRate: Quantity<'mL/h'>;
  readonly highestDoseRate: Quantity<`${Amount}/h`>;
  readonly perKg: WayOnPerKg<Amount> | undefined;
};

export type WayOnPerKg<Amount extends AmountUnit> = {
  readonly dose: Quantity<`${Amount}/kg`>;
  readonly doseRate: Quantity<`${Amount}/kg/h`>;
  readonly highestDoseRate: Quantity<`${Amount}/kg/h`>;
};

/** Why one of the ways is closed. */
export type WayRefusal =
  | { readonly kind: 'nothingLeft'; readonly given: QuantityText<'mL'>; readonly ordered: QuantityText<'mL'> }
  | { readonly kind: 'noTimeLeft' }
  | PumpRateRefusal
  | EnginesDisagree<WayOnDisagreement>;

/** Why nothing can be said of any way. */
export type WaysOnRefusal =
  | NotAboveZero
  | { readonly kind: 'belowZero'; readonly name: 'given' | 'elapsed'; readonly value: QuantityText };

export type WaysOn<Amount extends AmountUnit> = {
  readonly [Name in WayName]: Result<WayOn<Amount>, WayRefusal>;
};
