import type { InfusionView } from '../../contract/views/session.ts';

/** `0 mcg/kg/h`: a rate that stands still, in the unit it is said in. */
export function nothingOf(rate: InfusionView['doseRate']): InfusionView['doseRate'] {
  return rate.replace(/^\S+/, '0') as InfusionView['doseRate'];
}
