import { channel, nothing } from './channel.ts';
import { calendarDate, personId, requestId, secret, shortText } from './primitives.ts';
import { NAME_LENGTH } from './typedBounds.ts';
import { appView } from './views/app.ts';
import { z } from './zod.ts';

const newPerson = z.strictObject({
  fullName: z.string().trim().min(NAME_LENGTH.least).max(NAME_LENGTH.most),
  suffix: z.string().max(12),
  licence: shortText.nullable(),
  /** Its last day. */
  licenceExpires: calendarDate.nullable(),
  passphrase: secret,
});

/** Opening a file, and who is at the desk. */
export const appChannels = {
  'app:load': channel('anyone', nothing, appView),
  'app:openTraining': channel('anyone', nothing, appView),
  'app:openClinic': channel('anyone', nothing, appView),
  /** Back to the two doors. */
  'app:leave': channel('anyone', nothing, appView),
  'app:createClinic': channel(
    'anyone',
    z.strictObject({
      clinic: z.string().trim().min(NAME_LENGTH.least).max(NAME_LENGTH.most),
      workstation: z.string().trim().min(1).max(80),
      chairs: z.array(z.string().trim().min(1).max(40)).min(1).max(12),
      director: newPerson,
      administrator: newPerson,
    }),
    appView,
  ),
  /** Answered at once by whoever can answer at all. */
  'pulse:beat': channel('anyone', nothing, nothing),
  'identity:signIn': channel(
    'anyone',
    z.strictObject({ user: personId, secret, by: z.enum(['passphrase', 'pin']) }),
    appView,
  ),
  'identity:lock': channel('signedIn', nothing, appView),
  /** Somebody touched the desk: it stays open for as long again. */
  'identity:stay': channel('signedIn', nothing, nothing),
  'identity:changePassphrase': channel(
    'signedIn',
    z.strictObject({ requestId, passphrase: secret, next: secret }),
    nothing,
  ),
  'identity:choosePin': channel(
    'signedIn',
    z.strictObject({ requestId, passphrase: secret, pin: z.string().max(12) }),
    nothing,
  ),
} as const;
