import type { Bands, PumpedProtocol } from './library.ts';
import { amountUnitOf } from './orderUnits.ts';

/** The limits of a loading dose on its size and on its time. */
export type LoadingRule = { readonly dose: Bands['loading']; readonly duration: Bands['loadingDuration'] };

/**
 * The limits a loading dose of a protocol is ordered within; undefined where none can be ordered. Both are needed: a dose
 * without a limit on its time could be ordered into a minute. Its limits are in mg/kg, which a protocol ordered in mcg
 * shows nowhere.
 *
 * Source: docs/decisions/0015-stages.md.
 */
export function loadingRuleOf(protocol: PumpedProtocol): LoadingRule | undefined {
  const { loading: dose, loadingDuration: duration } = protocol;
  return dose && duration && amountUnitOf(protocol) === 'mg' ? { dose, duration } : undefined;
}

/** The most steps an order of a protocol may have; 1 where its rate, or its dose, is given in one. */
export function mostSteps(protocol: PumpedProtocol): number {
  return (protocol.mode === 'doseOverTime' ? undefined : protocol.steps?.most) ?? 1;
}
