import type { PlanInput } from '../../src/core/dosing/planInput.ts';
import type { KnownPatient } from '../../src/core/library/patientValues.ts';
import { planHardLimits } from '../../src/core/library/planHardLimits.ts';
import { readQuantity } from '../../src/core/quantity/quantity.ts';
import { MOOD_40 } from '../fixtures/libraries/everyMode.ts';

/** Born on 9 March 1984, a first session on 14 November 2025. */
export const FIRST_SESSION: KnownPatient = {
  born: '1984-03-09',
  on: '2025-11-14',
  startsAt: 1_763_114_400_000,
  earlier: [],
  lastOrdered: null,
};

/** A plan of the mood protocol: 50 mg made up to 50 mL from 10 mg per mL, by its hard limits or others. */
export function moodInput(
  dose: string,
  weight: string,
  minutes: string,
  hard?: PlanInput['hard'],
): PlanInput {
  const body = readQuantity(`${weight} kg`, 'kg');
  return {
    dosePerKg: readQuantity(`${dose} mg/kg`, 'mg/kg'),
    weight: body,
    duration: readQuantity(`${minutes} min`, 'min'),
    amount: readQuantity('50 mg', 'mg'),
    volume: readQuantity('50 mL', 'mL'),
    mixing: 'madeUpTo',
    strength: readQuantity('10 mg/mL', 'mg/mL'),
    rateStep: readQuantity('0.1 mL/h', 'mL/h'),
    volumeStep: readQuantity('0.1 mL', 'mL'),
    containerVolume: readQuantity('50 mL', 'mL'),
    hard: hard ?? planHardLimits(MOOD_40, body),
  };
}
