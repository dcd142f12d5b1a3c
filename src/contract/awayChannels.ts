import { CLINICAL } from '../core/session/roles.ts';
import { channel, nothing } from './channel.ts';
import { PRESSES } from './events/peopleEvents.ts';
import { effectRecorded, noteKind, noteText, vitals } from './events/sessionEvents.ts';
import { requestId, secondPerson, secret, shortText, streamId } from './primitives.ts';
import { NAME_LENGTH } from './typedBounds.ts';
import { appView } from './views/app.ts';
import { press } from './views/away.ts';
import { z } from './zod.ts';

/**
 * What a locked desk still takes, who owns up to it afterwards, and the way in for emergencies. Source: UX 2.3, “never
 * refused”; HAZARDS H39, H40.
 */
export const awayChannels = {
  /** A key went down at a chair: its moment is kept, and recorded without a name when nobody says who they are. */
  'away:press': channel(
    'anyone',
    z.strictObject({ requestId, session: streamId, what: z.enum(PRESSES) }),
    press,
  ),
  'away:drop': channel('anyone', z.strictObject({ press: shortText }), nothing),
  'away:record': channel('anyone', z.strictObject({ press: shortText, by: secondPerson }), nothing),
  /** One round of vital signs or what was seen, by one person's own proof; the desk stays locked. Source: UX 3.1. */
  'away:observe': channel(
    'anyone',
    z.strictObject({
      requestId,
      session: streamId,
      by: secondPerson,
      vitals: vitals.nullable(),
      effects: z.array(effectRecorded).max(18),
    }),
    nothing,
  ),
  /** A note of a chair, by one person's own proof; the desk stays locked. */
  'away:note': channel(
    'anyone',
    z.strictObject({ requestId, session: streamId, by: secondPerson, kind: noteKind, text: noteText }),
    nothing,
  ),
  'away:claim': channel(CLINICAL, z.strictObject({ requestId, event: shortText }), nothing),

  'emergency:open': channel(
    'anyone',
    z.strictObject({ requestId, name: z.string().trim().min(NAME_LENGTH.least).max(NAME_LENGTH.most) }),
    appView,
  ),
  'emergency:review': channel(
    ['director'],
    z.strictObject({ requestId, emergency: shortText, note: shortText, passphrase: secret }),
    nothing,
  ),
} as const;

/** All that an emergency access opens; every other channel is closed to it. */
export const OPEN_IN_EMERGENCY: readonly string[] = [
  'identity:lock',
  'identity:stay',
  'session:load',
  'session:takeTime',
  'infusion:pause',
  'infusion:givePauseReason',
  'infusion:stop',
  'observation:record',
  'observation:note',
];
