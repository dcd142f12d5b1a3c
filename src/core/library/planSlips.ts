import type { Quantity, Unit } from '../quantity/quantity.ts';
import { bandsOf, type LIMITED_UNITS, type Protocol } from './library.ts';
import type { KnownPatient } from './patientValues.ts';
import { type PlannedValues, type Slip, slips } from './slips.ts';

/** What a prescriber types of an order, each in the unit its limits are in; what is not typed yet is left out. */
export type TypedOrder = {
  readonly [Value in 'dose' | 'rate' | 'flatRate' | 'duration' | 'loading' | 'loadingDuration']?: Quantity<
    (typeof LIMITED_UNITS)[Value]
  >;
};

/** What one typed value looks like; the first explains it best. */
export type ValueSlips = {
  readonly value: keyof TypedOrder;
  readonly found: readonly [Slip, ...Slip[]];
};

/** What the prescriber can see beside the typed values. */
export type SeenBeside = Pick<KnownPatient, 'lastOrdered'> & {
  readonly protocol: Protocol;
  readonly weight?: Quantity<'kg'>;
};

/**
 * The typed values of an order that look like a slip: against the protocol's limits on each, this patient's last order
 * in the same unit, and the other numbers of the order. See `slips`. Source: UX 3.7, net 3; UX 7, scenario 10.
 */
export function planSlips(
  typed: TypedOrder,
  { protocol, lastOrdered, weight }: SeenBeside,
): readonly ValueSlips[] {
  const bands = bandsOf(protocol);
  const { dose, duration } = typed;
  const planned: PlannedValues = {
    ...(dose && { dose }),
    ...(duration && { duration }),
    ...(weight && { weight }),
  };
  return (Object.entries(typed) as [keyof TypedOrder, Quantity<Unit>][]).flatMap(([value, own]) => {
    const band = bands[value];
    const [first, ...more] = slips({
      typed: own,
      planned,
      ...(band && { band }),
      ...(lastOrdered?.unit === own.unit && { last: lastOrdered }),
    });
    return first ? [{ value, found: [first, ...more] }] : [];
  });
}
