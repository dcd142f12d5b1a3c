import type { PlanScreenView } from '../../../contract/views/plan.ts';
import type { PlanNumber } from './planNumbers.ts';
import { boxesOf, numberOf } from './savedNumbers.ts';

/**
 * Numbers of the last session's order as they would be typed. They stand hollow in the fields and are nothing but an
 * offer: what is saved, worked out and signed is what somebody typed, or entered by Enter. Source: UX 3.6.
 */
export type PlanCopy = Readonly<Partial<Record<PlanNumber, string>>>;

export const NO_COPY: PlanCopy = {};

/** The copy for a protocol: there is one only where the last session was ordered by the same. */
export function copyFor({ lastSession, choices }: PlanScreenView, protocol: string): PlanCopy {
  const counted = lastSession?.counted;
  if (counted?.protocol === protocol) return { doses: `${counted.doses}`, gap: numberOf(counted.gap) };
  const order = lastSession?.order;
  const shape = choices.find((choice) => choice.protocol.id === protocol)?.shape;
  if (order?.protocol !== protocol || !shape) return NO_COPY;
  const numbers = {
    dose: numberOf(order.dose),
    ...boxesOf(order.duration, shape.duration),
    amount: numberOf(order.amount),
    volume: numberOf(order.volume),
  };
  return Object.fromEntries(Object.entries(numbers).filter(([, text]) => text !== ''));
}
