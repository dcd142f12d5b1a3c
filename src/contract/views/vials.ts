import { expiryMonth } from '../events/sessionEvents.ts';
import { shortText } from '../primitives.ts';
import { type Infer, z } from '../zod.ts';

/** What a scan says of a vial; where it does not say lot and expiry both, they are typed. */
export const readVial = z.strictObject({
  product: shortText,
  label: z.strictObject({ lot: z.string().max(20), expiry: expiryMonth }).nullable(),
});
export type ReadVial = Infer<typeof readVial>;

/** A lot of the ordered product that was taken here before. */
export const lotInUse = z.strictObject({ lot: z.string().max(20), expiry: expiryMonth });
export type LotInUse = Infer<typeof lotInUse>;

/** As a scanner types it. */
export const scannedCode = z.string().max(120);
