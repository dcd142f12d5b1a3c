import { channel, KEEPERS, nothing, pageOf } from './channel.ts';
import { EXPORT_PART } from './exportPart.ts';
import { requestId, secret } from './primitives.ts';
import { askedForExport, chosenExport, fullCheck, keepingView, loginRow, restored } from './views/keeping.ts';
import { z } from './zod.ts';

/** The record itself: backups, checks, exports that can be opened beside it. */
export const keepingChannels = {
  /** The record itself: backups, the last check, exports that can be restored. */
  'keeping:load': channel(KEEPERS, nothing, keepingView),
  /** Who signed in, was refused or locked, newest first; `after` is where the page before ended. */
  'keeping:logins': channel(
    KEEPERS,
    z.strictObject({ after: z.number().int().positive().nullable() }),
    pageOf(loginRow, z.number().int().positive()),
  ),
  'keeping:backUp': channel(KEEPERS, nothing, keepingView),
  /** Checks every event; progress is pushed as `checking`. Answered at its end. */
  'keeping:checkAll': channel(KEEPERS, nothing, fullCheck),
  'keeping:stopCheck': channel(KEEPERS, nothing, nothing),
  /** Takes the newest backup, opens it in a place of its own, checks it in full and records what came out. */
  'keeping:drill': channel(KEEPERS, z.strictObject({ requestId }), keepingView),
  'keeping:export': channel(
    KEEPERS,
    z.strictObject({ requestId, passphrase: secret }),
    z.strictObject({ path: z.string() }),
  ),
  /** Asks for an export from elsewhere, where the shell has a dialog of its own. */
  'keeping:chooseExport': channel(KEEPERS, z.strictObject({}), askedForExport),
  /** An export that was chosen in the window on its way in, part by part as base64; the first one begins anew. */
  'keeping:takeExport': channel(
    KEEPERS,
    z.strictObject({
      file: requestId,
      part: z.number().int().min(0).max(10_000_000),
      bytes: z.base64().max((EXPORT_PART * 4) / 3),
    }),
    nothing,
  ),
  'keeping:restore': channel(
    KEEPERS,
    z.strictObject({ requestId, chosen: chosenExport, passphrase: secret }),
    restored,
  ),
  /** Records what opening found wrong with the record; from then on it is written to again. */
  'keeping:acceptStanding': channel(KEEPERS, z.strictObject({ requestId, passphrase: secret }), nothing),
} as const;
