import { doseForWeight } from '../../../src/core/dosing/orderedDose.ts';
import { minus, readQuantity } from '../../../src/core/quantity/quantity.ts';

/** Read by the compiler alone: each line that must not compile says what it would have mixed up. */

const dose = readQuantity('36 mg', 'mg');
const dosePerKg = readQuantity('0.5 mg/kg', 'mg/kg');
const weight = readQuantity('72 kg', 'kg');
const rate = readQuantity('54 mL/h', 'mL/h');

doseForWeight(dosePerKg, weight);

// @ts-expect-error a dose is not a dose per kilogram
doseForWeight(dose, weight);

// @ts-expect-error a rate is not a body weight
doseForWeight(dosePerKg, rate);

// @ts-expect-error milligrams are not subtracted from millilitres per hour
minus(rate, dose);

// @ts-expect-error a bare number carries no unit
doseForWeight(0.5, weight);

// @ts-expect-error a stored dose is not read as a volume
readQuantity('36 mg', 'mL');
