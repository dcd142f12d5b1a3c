import { doseRateAtRate } from '../../../src/core/dosing/continuousRate.ts';
import { doseOverDuration } from '../../../src/core/dosing/doseOverDuration.ts';
import type { AmountIn } from '../../../src/core/dosing/doseUnits.ts';
import type { WayOn } from '../../../src/core/dosing/interrupted.ts';
import { doseForSurface, doseForWeight, orderedDose } from '../../../src/core/dosing/orderedDose.ts';
import { preparation } from '../../../src/core/dosing/preparation.ts';
import { pumpRate } from '../../../src/core/dosing/pumpRounding.ts';
import { solveInfusion } from '../../../src/core/dosing/solveInfusion.ts';
import { stepProgramme } from '../../../src/core/dosing/stepProgramme.ts';
import { type Quantity, readQuantity, type Unit } from '../../../src/core/quantity/quantity.ts';
import type { Result } from '../../../src/core/result.ts';

/** Read by the compiler alone: each line that must not compile says what it would have mixed up. */

declare const pump: Parameters<typeof pumpRate>[1];

const weight = readQuantity('72 kg', 'kg');
const surface = readQuantity('1.73 m2', 'm2');
const mgPerKg = readQuantity('0.5 mg/kg', 'mg/kg');
const unitsPerM2 = readQuantity('40 units/m2', 'units/m2');
const mlPerKg = readQuantity('20 mL/kg', 'mL/kg');
const milligrams = readQuantity('36 mg', 'mg');
const rate = readQuantity('54 mL/h', 'mL/h');
const concentration = readQuantity('1 mg/mL', 'mg/mL');
const duration = readQuantity('40 min', 'min');

/** Compiles when the two types are one. */
function same<Left extends Unit>(value: Quantity<Left>, unit: Left): [Quantity<Left>, Left] {
  return [value, unit];
}
function answer<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error('only the types are read');
  return result.value;
}

same<'mg'>(doseForWeight(mgPerKg, weight), 'mg');
same<'units'>(doseForSurface(unitsPerM2, surface), 'units');
same<'mL'>(doseForWeight(mlPerKg, weight), 'mL');
same<'mg'>(answer(orderedDose(mgPerKg, { weight })), 'mg');
same<'units'>(answer(orderedDose(unitsPerM2, { surface })), 'units');
same<'mg'>(answer(orderedDose(milligrams)), 'mg');
same<'mg/kg/h'>(
  answer(doseOverDuration({ dose: mgPerKg, duration, concentration, weight })).doseRate,
  'mg/kg/h',
);
same<'mcg/kg/min'>(answer(doseRateAtRate(rate, { concentration, weight }, 'mcg/kg/min')), 'mcg/kg/min');
same<'mcg/mL'>(answer(solveInfusion({ dose: milligrams }, 'mcg')).concentration, 'mcg/mL');
same<'mg'>(answer(stepProgramme([], concentration, pump)).dose, 'mg');
export type FluidPerKg = AmountIn<'mL/kg/h'> extends 'mL' ? true : never;

// @ts-expect-error a dose per kilogram needs a weight, not a surface
doseForWeight(mgPerKg, surface);

// @ts-expect-error a dose per square metre is not multiplied by a weight
doseForWeight(unitsPerM2, weight);

// @ts-expect-error a fixed dose has nothing to be multiplied by
doseForWeight(milligrams, weight);

// @ts-expect-error milligrams per kilogram never become units
same<'units'>(doseForWeight(mgPerKg, weight), 'units');

// @ts-expect-error a dose rate is no order for a whole dose
orderedDose(readQuantity('0.35 mg/kg/h', 'mg/kg/h'), { weight });

// @ts-expect-error a surface is no weight
orderedDose(mgPerKg, { weight: surface });

// @ts-expect-error a whole dose is no dose rate to ask for
doseRateAtRate(rate, { concentration }, 'mg');

// @ts-expect-error a concentration is no volume
doseOverDuration({ dose: mgPerKg, duration, concentration: readQuantity('50 mL', 'mL'), weight });

// @ts-expect-error a rate is not a duration
doseOverDuration({ dose: mgPerKg, duration: rate, concentration, weight });

// @ts-expect-error a dose per kilogram does not stand in the field of the whole dose
solveInfusion({ dose: mgPerKg }, 'mg');

// @ts-expect-error a drug is not counted in millilitres
solveInfusion({ dose: milligrams }, 'mL');

// @ts-expect-error a volume is not a pump rate
pumpRate(readQuantity('54 mL', 'mL'), pump);

// @ts-expect-error a drug in mg is not drawn from a vial in units
preparation(milligrams, readQuantity('100 units/mL', 'units/mL'), readQuantity('50 mL', 'mL'), 'madeUpTo');

// @ts-expect-error a programme in mg has no dose in units
same<'units'>(answer(stepProgramme([], concentration, pump)).dose, 'units');

// @ts-expect-error what is per kilogram is not the whole dose
export type Mixed = WayOn<'mg/kg'>;
