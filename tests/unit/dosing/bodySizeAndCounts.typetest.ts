import { bodySurface } from '../../../src/core/dosing/bodySurface.ts';
import { idealWeight } from '../../../src/core/dosing/bodyWeight.ts';
import { bolus } from '../../../src/core/dosing/bolus.ts';
import { intranasalDoses } from '../../../src/core/dosing/countedDoses.ts';
import { dosingWeight } from '../../../src/core/dosing/dosingWeight.ts';
import { dripRate } from '../../../src/core/dosing/dripRate.ts';
import { loadingDose } from '../../../src/core/dosing/loadingDose.ts';
import { titrationTable } from '../../../src/core/dosing/titrationTable.ts';
import { readQuantity } from '../../../src/core/quantity/quantity.ts';

/** Read by the compiler alone: each line that must not compile says what it would have mixed up. */

const weight = readQuantity('72 kg', 'kg');
const height = readQuantity('172 cm', 'cm');
const rate = readQuantity('54 mL/h', 'mL/h');
const dropFactor = readQuantity('20 gtt/mL', 'gtt/mL');
const volume = readQuantity('50 mL', 'mL');
const duration = readQuantity('5 min', 'min');
const concentration = readQuantity('1 mg/mL', 'mg/mL');
const dose = readQuantity('0.35 mg/kg', 'mg/kg');
const doseRate = readQuantity('0.75 mg/kg/h', 'mg/kg/h');
const pump = { step: rate, minimum: rate, maximum: rate };

bodySurface({ formula: 'DuBois', weight, height });

// @ts-expect-error a height is not a weight
bodySurface({ formula: 'DuBois', weight: height, height: weight });

// @ts-expect-error a formula nobody published
bodySurface({ formula: 'Boyd', weight, height });

// @ts-expect-error an ideal weight comes from a height, not from a weight
idealWeight('male', weight);

// @ts-expect-error a formula needs the height and the sex
dosingWeight({ basis: 'ideal', actual: weight, cap: undefined });

// @ts-expect-error whether there is a cap has to be said
dosingWeight({ basis: 'actual', actual: weight });

dripRate({ rate, dropFactor });

// @ts-expect-error drops per minute are the answer, not the drop factor
dripRate({ rate, dropFactor: readQuantity('20 gtt/min', 'gtt/min') });

const order = { dose, weight, concentration, duration, remaining: volume, pump, volumeStep: volume };

bolus(order);

// @ts-expect-error a dose rate is not a bolus
bolus({ ...order, dose: doseRate });

// @ts-expect-error an amount is not what a container holds
bolus({ ...order, remaining: readQuantity('50 mg', 'mg') });

// @ts-expect-error the infusion after a loading dose is an amount, not a rate
loadingDose({ ...order, infusion: rate });

const table = { target: doseRate, concentration, weight, pump };

titrationTable({ ...table, rows: { by: 'step', step: doseRate, eachSide: 2n } });

const otherUnit = readQuantity('1 mcg/kg/min', 'mcg/kg/min');

// @ts-expect-error a step is in the unit of the target
titrationTable({ ...table, rows: { by: 'step', step: otherUnit, eachSide: 2n } });

const spray = { amountPerSpray: readQuantity('10 mg', 'mg'), doses: 2n, gap: duration, filling: undefined };

intranasalDoses({ ...spray, spraysPerDose: readQuantity('1 sprays', 'sprays') });

// @ts-expect-error millilitres are not counted as sprays
intranasalDoses({ ...spray, spraysPerDose: volume });
