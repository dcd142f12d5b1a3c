import { CLINICAL } from '../core/session/roles.ts';
import { channel } from './channel.ts';
import { requestId, secondPerson, secret, shortText, streamId } from './primitives.ts';
import { appView } from './views/app.ts';
import { press } from './views/away.ts';
import { z } from './zod.ts';

const nothing = z.strictObject({});

/** What a locked desk still takes, and the way in for emergencies. Source: UX 2.3, “never refused”; HAZARDS H39, H40. */
export const awayChannels = {
  /** A key went down at a chair: its moment is kept, and recorded without a name when nobody says who they are. */
  'away:press': channel(
    'anyone',
    z.strictObject({ requestId, session: streamId, what: z.enum(['pause', 'stop']) }),
    press,
  ),
  'away:drop': channel('anyone', z.strictObject({ press: shortText }), nothing),
  'away:record': channel('anyone', z.strictObject({ press: shortText, by: secondPerson }), nothing),
  'away:claim': channel(CLINICAL, z.strictObject({ requestId, event: shortText }), nothing),

  'emergency:open': channel(
    'anyone',
    z.strictObject({ requestId, name: z.string().trim().min(2).max(80) }),
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
];
