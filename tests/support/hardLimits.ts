import type { PlanHardLimits } from '../../src/core/dosing/planInput.ts';

/** For sums that are tried without a protocol. */
export const NO_HARD_LIMITS: PlanHardLimits = { dose: {}, doseRate: {}, duration: {} };
