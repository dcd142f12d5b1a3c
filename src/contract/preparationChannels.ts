import { CHECKERS } from '../core/session/roles.ts';
import { channel, step } from './channel.ts';
import { expiryMonth } from './events/sessionEvents.ts';
import { moment, secondPerson, shortText, streamId, typedNumber } from './primitives.ts';
import { sessionView } from './views/session.ts';
import { lotInUse, readVial, scannedCode } from './views/vials.ts';
import { z } from './zod.ts';

/** The drug on its way into the container, the first one and the next. */
export const preparationChannels = {
  'preparation:takeVial': channel(
    CHECKERS,
    step.extend({
      product: shortText,
      lot: z.string().max(20),
      expiry: expiryMonth,
      vials: z.number().int().min(1).max(20),
      /** The code of the vial as scanned: product, lot and expiry are then held against it. */
      scan: scannedCode.exactOptional(),
    }),
    sessionView,
  ),
  /** What a scan says of the vial in the hand. Nothing is recorded. */
  'preparation:readScan': channel(
    CHECKERS,
    z.strictObject({ session: streamId, scan: scannedCode }),
    readVial,
  ),
  /** Lots of the ordered product that were taken here lately, soonest expiry first. */
  'preparation:lots': channel(
    CHECKERS,
    z.strictObject({ session: streamId }),
    z.strictObject({ lots: z.array(lotInUse) }),
  ),
  'preparation:draw': channel(CHECKERS, step.extend({ volume: typedNumber }), sessionView),
  'preparation:addDiluent': channel(CHECKERS, step.extend({ finalVolume: typedNumber }), sessionView),
  'preparation:witness': channel(
    CHECKERS,
    step.extend({ witness: secondPerson, volumeDrawn: typedNumber, finalVolume: typedNumber }),
    sessionView,
  ),
  'preparation:checkLabel': channel(CHECKERS, step.extend({ lastFour: z.string().max(8) }), sessionView),

  /** T14: another container is connected; `checker` reads the pump. Times are on the wall clock. */
  'container:change': channel(
    ['nurse'],
    step.extend({
      /** The last four of the new label as typed, or the whole of it as scanned. */
      label: z.string().max(40),
      stoppedAt: moment,
      /** Null while the infusion is paused. */
      restartedAt: moment.nullable(),
      volumeLeft: typedNumber,
      leftReason: shortText.nullable(),
      /** The rate the pump shows, typed by the checker; null while paused. */
      readBack: typedNumber.nullable(),
      checker: secondPerson.nullable(),
      /** Why it is recorded so late; needed more than 120 min back. */
      lateReason: shortText.optional(),
    }),
    sessionView,
  ),
  /** What was made up for a change and will not be connected. */
  'container:discardNext': channel(CHECKERS, step.extend({ reason: shortText }), sessionView),
} as const;
