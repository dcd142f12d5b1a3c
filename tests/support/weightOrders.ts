import { HOURS, type RateOrder } from './rateOrders.ts';

/**
 * Pain by adjusted weight, hours: 72 kg and 172 cm (female) make 66.7 kg; 0.35 mg/kg/h × 66.7 kg for 3 h at 2 mg per mL:
 * 23.345 mg/h, 70.035 mg, 35.0175 → 35 mL, 11.6725 → 11.7 mL/h.
 */
export const ADJUSTED: RateOrder = {
  ...HOURS,
  plan: { ...HOURS.plan, protocol: 'ketamine-pain-adjusted' },
  values: { ...HOURS.values, height: '172', pumpRate: '11.7', volumeToGive: '35' },
};
