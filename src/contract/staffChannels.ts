import type { Role } from '../core/session/roles.ts';
import { channel, KEEPERS } from './channel.ts';
import { role } from './events/otherEvents.ts';
import { clinicSettings } from './events/peopleEvents.ts';
import { calendarDate, personId, requestId, secret, shortText } from './primitives.ts';
import { NAME_LENGTH } from './typedBounds.ts';
import { staffList } from './views/staff.ts';
import { z } from './zod.ts';

const ADMIN: readonly Role[] = ['admin'];

const onPerson = z.strictObject({ requestId, user: personId });
/** Typed by the person it is for, or chosen by an administrator and then replaced at the next sign-in. */
const typedBy = z.enum(['person', 'administrator']);
const changeable = {
  suffix: z.string().max(12),
  roles: z.array(role).max(7),
  licence: shortText.nullable(),
  licenceExpires: calendarDate.nullable(),
} as const;

/** Who works here, what they may do, their keys, and what the clinic has decided about this desk. Source: UX 3.17. */
export const staffChannels = {
  'people:load': channel(KEEPERS, z.strictObject({}), staffList),
  'people:add': channel(
    ADMIN,
    z.strictObject({
      requestId,
      fullName: z.string().trim().min(NAME_LENGTH.least).max(NAME_LENGTH.most),
      ...changeable,
      passphrase: secret,
      typedBy,
    }),
    staffList,
  ),
  'people:change': channel(ADMIN, onPerson.extend(changeable), staffList),
  'people:disable': channel(ADMIN, onPerson, staffList),
  'people:enable': channel(ADMIN, onPerson, staffList),
  'people:clearPin': channel(ADMIN, onPerson, staffList),
  'people:resetPassphrase': channel(ADMIN, onPerson.extend({ passphrase: secret, typedBy }), staffList),
  /** On the passphrase of whoever changes them. */
  'settings:change': channel(
    KEEPERS,
    z.strictObject({ requestId, settings: clinicSettings, passphrase: secret }),
    staffList,
  ),
} as const;
