import { HOURS, type RateOrder } from './rateOrders.ts';

/** 0.25 mg/kg × 72 kg in 20 min: 9 mL at 27 mL/h; then 0.25 mg/kg/h for 2 h: 36 mg, 18 mL at 9 mL/h. */
export const WITH_LOADING: RateOrder = {
  ...HOURS,
  plan: {
    ...HOURS.plan,
    protocol: 'ketamine-pain-loading',
    dose: '0.25',
    hours: '2',
    loading: 'ordered',
    loadingDose: '0.25',
    loadingOver: '20',
  },
  values: {
    ...HOURS.values,
    dose: '0.25',
    overHours: '2',
    loadingDose: '0.25',
    loadingOver: '20',
    pumpRate: '9',
    volumeToGive: '18',
  },
  first: { rate: '27', volumeLimit: '9' },
};

/** 0.1 and 0.2 mg/kg/h × 72 kg, an hour each, then 0.1 again: 3.6, 7.2 and 3.6 mL/h at 2 mg per mL. */
export const IN_STEPS: RateOrder = {
  ...HOURS,
  plan: {
    ...HOURS.plan,
    protocol: 'ketamine-pain-steps',
    dose: '0.1',
    hours: '1',
    steps: 3,
    step2Rate: '0.2',
    step2Hours: '1',
    step2Over: '0',
    step3Rate: '0.1',
    step3Hours: '1',
    step3Over: '0',
  },
  values: {
    ...HOURS.values,
    dose: '0.1',
    overHours: '1',
    step2Rate: '0.2',
    step2Hours: '1',
    step2Over: '0',
    step3Rate: '0.1',
    step3Hours: '1',
    step3Over: '0',
    pumpRate: '3.6',
    volumeToGive: '3.6',
  },
};
