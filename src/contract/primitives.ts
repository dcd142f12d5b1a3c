import { isQuantityText, type QuantityText, type Unit } from '../core/quantity/quantity.ts';
import { z } from './zod.ts';

/** A stored quantity in one unit: `54 mL/h`. Any other unit is refused. */
export function quantityIn<U extends Unit>(unit: U) {
  return z.custom<QuantityText<U>>(
    (value) => typeof value === 'string' && value.length <= 200 && isQuantityText(value, unit),
    { error: `is not a quantity in ${unit}` },
  );
}

/** A stored quantity in one of several units: a rate in that of its protocol. Any other unit is refused. */
export function quantityInOneOf<U extends Unit>(units: readonly U[]) {
  return z.custom<QuantityText<U>>(
    (value) =>
      typeof value === 'string' && value.length <= 200 && units.some((unit) => isQuantityText(value, unit)),
    { error: `is not a quantity in ${units.join(', ')}` },
  );
}

/** A stored quantity in any unit. */
export const anyQuantity = z.custom<QuantityText>(
  (value) => typeof value === 'string' && value.length <= 200 && /^-?\d+(?:\.\d+|\/\d+)? \S.*$/.test(value),
  { error: 'is not a quantity' },
);

/** UUID made by whoever causes the event, before the first try: sending a request twice stores it once. */
export const requestId = z.uuid();
export const streamId = z.string().min(1).max(80);
export const personId = z.string().min(1).max(80);
/** UTC milliseconds. */
export const moment = z.number().int().nonnegative();
/** `1984-03-09` */
export const calendarDate = z.iso.date();
/** What somebody typed into a number field, still to be parsed. */
export const typedNumber = z.string().max(40);
export const shortText = z.string().max(200);
export const longText = z.string().max(2_000);
export const chairNumber = z.number().int().min(1).max(12);
/** PIN or passphrase. Never stored, never logged. */
export const secret = z.string().min(1).max(200);

/** A second person who proves who they are for one action. */
export const secondPerson = z.strictObject({ user: personId, secret });
