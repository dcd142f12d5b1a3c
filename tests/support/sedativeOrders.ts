import { SEDATIVE, SEDATIVE_DRUG } from '../fixtures/libraries/sedative.ts';
import type { TestClinic } from './clinic.ts';
import { DEMO_LIBRARY, publishLibrary } from './publish.ts';
import { HOURS, type RateOrder } from './rateOrders.ts';

/** 0.5 mcg/kg/h × 72 kg for 3 h at 4 mcg per mL: 36 mcg/h, 108 mcg, 27 mL, 9 mL/h. */
export const SEDATION: RateOrder = {
  plan: {
    ...HOURS.plan,
    protocol: SEDATIVE.id,
    product: 'sedative-100-2',
    dose: '0.5',
    amount: '200',
  },
  values: {
    ...HOURS.values,
    product: 'sedative-100-2',
    dose: '0.5',
    amount: '200',
    pumpRate: '9',
    volumeToGive: '27',
  },
  drawn: '2',
  vials: 1,
};

/** The demo library with the sedative, published by two people. */
export function publishSedative(
  clinic: TestClinic,
  unit: NonNullable<typeof SEDATIVE.unit> = 'mcg/kg/h',
): Promise<string> {
  return publishLibrary(clinic, {
    version: 'EXAMPLE 2025.12-v8',
    drugs: [...DEMO_LIBRARY.drugs, SEDATIVE_DRUG],
    protocols: [...DEMO_LIBRARY.protocols, { ...SEDATIVE, unit }],
  });
}
