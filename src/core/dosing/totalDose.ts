import type { Quantity } from '../quantity/quantity.ts';
import { doseForWeight } from './orderedDose.ts';

/**
 * Total dose of a weight-based order: dose (mg) = dose per kg (mg/kg) × weight (kg).
 *
 * Source: definition of a per-kilogram dose. Exact; refuses nothing, its inputs are parsed as above 0.
 */
export function totalDose(dosePerKg: Quantity<'mg/kg'>, weight: Quantity<'kg'>): Quantity<'mg'> {
  return doseForWeight(dosePerKg, weight);
}
