import { continuousRate } from '../dosing/continuousRate.ts';
import { doseOverDuration } from '../dosing/doseOverDuration.ts';
import { orderedDose } from '../dosing/orderedDose.ts';
import {
  type Quantity,
  type QuantityText,
  quantityText,
  readQuantity,
  wholeQuantity,
} from '../quantity/quantity.ts';
import { bandsOf, LIMITED_UNITS, type Protocol } from './library.ts';
import { type LimitBreach, valueBreaches } from './limits.ts';
import type { LimitName } from './lintFinding.ts';

/** The people a limit is tried on. Source: UX 3.15. */
export const WORKED_WEIGHTS = [50n, 72n, 120n] as const;

/** What one value of a band means for one of them; null where the library does not say enough to tell. */
export type WorkedPatient = {
  readonly weight: QuantityText<'kg'>;
  readonly dose: QuantityText<'mg'> | null;
  /** Exact, before the pump's step. At the usual time and concentration. */
  readonly rate: QuantityText<'mL/h'> | null;
  /** The limit on the total dose that this dose alone passes. */
  readonly passes: LimitBreach | null;
};

export type WorkedLimit = {
  readonly band: WorkedBand;
  readonly end: LimitName;
  readonly value: QuantityText;
  readonly patients: readonly WorkedPatient[];
};

/** The bands that mean another amount or rate for each body weight. */
export const WORKED_BANDS = ['dose', 'rate', 'loading', 'bolus'] as const;
export type WorkedBand = (typeof WORKED_BANDS)[number];

const ENDS: readonly LimitName[] = ['hardMinimum', 'softMinimum', 'usual', 'softMaximum', 'hardMaximum'];

/**
 * Every value of the bands per kilogram, worked out for three body weights: drug = dose × weight, rate by the usual
 * time and concentration. Both engines agree on every number or it is left out. Not rounded to the pump's step.
 *
 * Source: "typing a limit shows three worked patients (50, 72, 120 kg)", UX 3.15.
 */
export function workedLimits(protocol: Protocol): readonly WorkedLimit[] {
  const bands = bandsOf(protocol);
  return WORKED_BANDS.flatMap((band) =>
    ENDS.flatMap((end): readonly WorkedLimit[] => {
      const value = bands[band]?.[end];
      if (value === undefined) return [];
      const patients = WORKED_WEIGHTS.map((weight) =>
        workedPatient(protocol, band, value, wholeQuantity(weight, 'kg')),
      );
      return [{ band, end, value, patients }];
    }),
  );
}

function workedPatient(
  protocol: Protocol,
  band: WorkedBand,
  value: QuantityText,
  weight: Quantity<'kg'>,
): WorkedPatient {
  const dose =
    band === 'rate' ? undefined : doseOf(readQuantity(value as QuantityText<'mg/kg'>, 'mg/kg'), weight);
  const rate = rateOf(protocol, band, value, weight);
  const passed = dose && valueBreaches('total', protocol, dose)[0];
  return {
    weight: quantityText(weight),
    dose: dose ? quantityText(dose) : null,
    rate: rate ? quantityText(rate) : null,
    passes: passed ?? null,
  };
}

function doseOf(order: Quantity<'mg/kg'>, weight: Quantity<'kg'>): Quantity<'mg'> | undefined {
  const dose = orderedDose(order, { weight });
  return dose.ok ? dose.value : undefined;
}

/** Of a dose over the usual time, or of a rate; a loading dose and a bolus have no rate in the library. */
function rateOf(
  protocol: Protocol,
  band: WorkedBand,
  value: QuantityText,
  weight: Quantity<'kg'>,
): Quantity<'mL/h'> | undefined {
  const bands = bandsOf(protocol);
  const usualConcentration = bands.concentration?.usual;
  if (usualConcentration === undefined) return undefined;
  const concentration = readQuantity(usualConcentration, LIMITED_UNITS.concentration);
  if (band === 'rate') {
    const doseRate = readQuantity(value as QuantityText<'mg/kg/h'>, LIMITED_UNITS.rate);
    const rate = continuousRate(doseRate, { concentration, weight });
    return rate.ok ? rate.value : undefined;
  }
  const usualDuration = bands.duration?.usual;
  if (band !== 'dose' || usualDuration === undefined) return undefined;
  const dose = readQuantity(value as QuantityText<'mg/kg'>, LIMITED_UNITS.dose);
  const duration = readQuantity(usualDuration, LIMITED_UNITS.duration);
  const sum = doseOverDuration({ dose, duration, concentration, weight });
  return sum.ok ? sum.value.rate : undefined;
}
