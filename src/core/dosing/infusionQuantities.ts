import type { Quantity, Unit } from '../quantity/quantity.ts';
import type { AmountUnit, Basis, DurationUnit, VolumeUnit } from '../quantity/units.ts';

/**
 * An infusion is a handful of totals: all of it, its time, its volume, its drug, and its drug per kilogram and per
 * square metre. Every quantity people order or read is one of these totals over another: the concentration is drug
 * over volume, the rate volume over time, the weight drug over drug per kilogram.
 */
export type Total = 'all' | 'time' | 'volume' | 'drug' | 'drugPerKg' | 'drugPerM2';

/** The unit each quantity is answered in, for a drug counted in `Amount`. */
export type InfusionUnits<Amount extends AmountUnit> = {
  readonly dose: Amount;
  readonly dosePerKg: `${Amount}/kg`;
  readonly dosePerM2: `${Amount}/m2`;
  readonly weight: 'kg';
  readonly surface: 'm2';
  readonly concentration: `${Amount}/mL`;
  readonly concentrationPerKg: `${Amount}/kg/mL`;
  readonly concentrationPerM2: `${Amount}/m2/mL`;
  readonly volume: 'mL';
  readonly rate: 'mL/h';
  readonly duration: 'min';
  readonly doseRate: `${Amount}/h`;
  readonly doseRatePerKg: `${Amount}/kg/h`;
  readonly doseRatePerM2: `${Amount}/m2/h`;
};

export type InfusionName = keyof InfusionUnits<AmountUnit>;

type DrugPer<B extends Basis> = `${AmountUnit}${B}`;
type DrugPerTime<B extends Basis> = `${AmountUnit}${B}/${'min' | 'h' | 'd'}`;

/** The units each quantity may be given in. */
type GivenUnits = {
  readonly dose: AmountUnit;
  readonly dosePerKg: DrugPer<'/kg'>;
  readonly dosePerM2: DrugPer<'/m2'>;
  readonly weight: 'kg';
  readonly surface: 'm2';
  readonly concentration: `${AmountUnit}/mL`;
  readonly concentrationPerKg: `${AmountUnit}/kg/mL`;
  readonly concentrationPerM2: `${AmountUnit}/m2/mL`;
  readonly volume: VolumeUnit;
  readonly rate: `${VolumeUnit}/${'min' | 'h' | 'd'}`;
  readonly duration: DurationUnit;
  readonly doseRate: DrugPerTime<''>;
  readonly doseRatePerKg: DrugPerTime<'/kg'>;
  readonly doseRatePerM2: DrugPerTime<'/m2'>;
};

/** What is known of an infusion. */
export type GivenInfusion = {
  readonly [Name in InfusionName]?: Quantity<GivenUnits[Name]> | undefined;
};

/** Each quantity as the total it counts over the total it is counted by. */
const PARTS: Readonly<Record<InfusionName, readonly [of: Total, over: Total]>> = {
  dose: ['drug', 'all'],
  dosePerKg: ['drugPerKg', 'all'],
  dosePerM2: ['drugPerM2', 'all'],
  weight: ['drug', 'drugPerKg'],
  surface: ['drug', 'drugPerM2'],
  concentration: ['drug', 'volume'],
  concentrationPerKg: ['drugPerKg', 'volume'],
  concentrationPerM2: ['drugPerM2', 'volume'],
  volume: ['volume', 'all'],
  rate: ['volume', 'time'],
  duration: ['time', 'all'],
  doseRate: ['drug', 'time'],
  doseRatePerKg: ['drugPerKg', 'time'],
  doseRatePerM2: ['drugPerM2', 'time'],
};

/** Every quantity, in the one order in which they are ever looked at. */
export const INFUSION_NAMES = Object.keys(PARTS) as readonly InfusionName[];

/** The two totals a quantity stands between. */
export function totalsOf(name: InfusionName): readonly [of: Total, over: Total] {
  return PARTS[name];
}

/** The unit a quantity is answered in. */
export function infusionUnit(name: InfusionName, amount: AmountUnit): Unit {
  const units: InfusionUnits<AmountUnit> = {
    dose: amount,
    dosePerKg: `${amount}/kg`,
    dosePerM2: `${amount}/m2`,
    weight: 'kg',
    surface: 'm2',
    concentration: `${amount}/mL`,
    concentrationPerKg: `${amount}/kg/mL`,
    concentrationPerM2: `${amount}/m2/mL`,
    volume: 'mL',
    rate: 'mL/h',
    duration: 'min',
    doseRate: `${amount}/h`,
    doseRatePerKg: `${amount}/kg/h`,
    doseRatePerM2: `${amount}/m2/h`,
  };
  return units[name];
}
