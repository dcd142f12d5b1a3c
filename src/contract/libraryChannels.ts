import { LIBRARY_OWNERS } from '../core/session/roles.ts';
import { channel, nothing } from './channel.ts';
import { LIBRARY_PART } from './libraryPart.ts';
import { longText, requestId, secondPerson } from './primitives.ts';
import { libraryReview, libraryView } from './views/library.ts';
import { limitsReport } from './views/limits.ts';
import { z } from './zod.ts';

/** The drug library, and how often its limits are passed. */
export const libraryChannels = {
  /** How often each soft limit of the published library is passed, and why. For those who set the limits. */
  'limits:report': channel(LIBRARY_OWNERS, nothing, limitsReport),

  /** The published library in words. Everybody may read what they work by. */
  'library:load': channel('signedIn', nothing, libraryView),
  /** A library file on its way in, part by part; the first one begins anew. Nothing is recorded yet. */
  'library:take': channel(
    LIBRARY_OWNERS,
    z.strictObject({
      file: requestId,
      part: z.number().int().min(0).max(1_000),
      text: z.string().max(LIBRARY_PART),
    }),
    nothing,
  ),
  /** What the file would change, in words. */
  'library:review': channel(LIBRARY_OWNERS, z.strictObject({ file: requestId }), libraryReview),
  /** Two people, each by passphrase. `hash` is what they have seen. */
  'library:publish': channel(
    LIBRARY_OWNERS,
    z.strictObject({
      requestId,
      file: requestId,
      hash: z.string().length(64),
      reason: longText,
      pharmacist: secondPerson.nullable(),
      director: secondPerson.nullable(),
    }),
    libraryView,
  ),
  /** Writes a published library with its hash into the folder of documents. */
  'library:export': channel(
    LIBRARY_OWNERS,
    z.strictObject({ hash: z.string().length(64) }),
    z.strictObject({ path: z.string() }),
  ),
} as const;
