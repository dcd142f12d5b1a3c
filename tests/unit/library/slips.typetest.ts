import { slips } from '../../../src/core/library/slips.ts';
import { weightPlausibility } from '../../../src/core/library/weightPlausibility.ts';
import { readQuantity } from '../../../src/core/quantity/quantity.ts';

/** Read by the compiler alone: each line that must not compile says what it would have mixed up. */

const dose = readQuantity('5 mg/kg', 'mg/kg');
const weight = readQuantity('72 kg', 'kg');
const rate = readQuantity('54 mL/h', 'mL/h');

slips({ typed: dose, band: { usual: '0.5 mg/kg' }, last: dose, planned: { rate } });
weightPlausibility({ typed: weight, last: weight, height: readQuantity('172 cm', 'cm') });

// @ts-expect-error a dose is not held against a weight
slips({ typed: dose, last: weight });

// @ts-expect-error limits of a rate are no limits of a dose
slips({ typed: dose, band: { usual: '0.75 mg/kg/h' } });

// @ts-expect-error the planned rate is no dose
slips({ typed: weight, planned: { rate: dose } });

// @ts-expect-error a dose is no body weight
weightPlausibility({ typed: dose });
