import { longText, moment, shortText } from '../primitives.ts';
import { type Infer, z } from '../zod.ts';

/** A way in that was taken without a proof, until a medical director has looked at what was done. */
export const emergency = z.strictObject({
  id: shortText,
  name: shortText,
  openedAt: moment,
  /** Null while it is open. */
  closedAt: moment.nullable(),
  acts: z.array(
    z.strictObject({ id: shortText, chair: z.number().int(), what: longText, happenedAt: moment }),
  ),
});
export type EmergencyView = Infer<typeof emergency>;

/** A key pressed on a locked desk by nobody known, until the person says so. */
export const unclaimedPress = z.strictObject({
  event: shortText,
  chair: z.number().int(),
  what: z.enum(['pause', 'stop']),
  happenedAt: moment,
});
export type UnclaimedPress = Infer<typeof unclaimedPress>;

/** What waits for somebody on every screen, locked or not. */
export const awayView = z.strictObject({
  /** The emergency access that is open now. */
  open: z.strictObject({ id: shortText, name: shortText, since: moment }).nullable(),
  emergencies: z.array(emergency),
  unclaimed: z.array(unclaimedPress),
});
export type AwayView = Infer<typeof awayView>;

/** A key that went down on a locked desk: its moment, and until when somebody may say who they are. */
export const press = z.strictObject({ press: shortText, at: moment, until: moment });
export type PressView = Infer<typeof press>;
