import { calendarDate, shortText } from '../primitives.ts';
import { LOCK_MINUTES } from '../typedBounds.ts';
import { type Infer, z } from '../zod.ts';
import { role, userDetails } from './otherEvents.ts';

/**
 * Facts about people and about how they prove who they are, beside the first ones in `otherEvents.ts`. Version 1 of
 * `UserAdded` had no expiry, version 1 of `CredentialSet` was always the person's own, version 1 of `Locked` did not
 * say why.
 */
export const staffEventData = {
  /** What may change about a member of staff, as it stands from now on. The name never does: it stands on paper. */
  UserChanged: z.strictObject({
    suffix: z.string().max(12),
    roles: z.array(role).min(1),
    licence: shortText.nullable(),
    licenceExpires: calendarDate.nullable(),
  }),
  /** Has left: never deleted, because what they did stays. */
  UserDisabled: z.strictObject({}),
  UserEnabled: z.strictObject({}),
  /** An administrator took a PIN away; its owner chooses the next one. */
  CredentialCleared: z.strictObject({ kind: z.enum(['pin']) }),
  /** The right secret after wrong ones, without a sign-in: the wrong ones no longer count. */
  SecretAccepted: z.strictObject({ by: z.enum(['passphrase', 'pin']) }),
} as const;

const settingsFirst = z.strictObject({
  /** The desk locks after so many minutes without a touch. */
  lockAfterMinutes: z.number().int().min(LOCK_MINUTES.least).max(LOCK_MINUTES.most),
  /** One person may make both entries, some time apart and in another order. Source: UX 2.4. */
  oneClinician: z.boolean(),
});

/** What closes a record: a nurse's signature and a prescriber's, or either alone. Source: UX 0.4, T18. */
export const SIGNATURES = ['both', 'either'] as const;

export const PRESSES = ['pause', 'stop'] as const;

/** Facts of the stream `workstation` about its people. */
export const deskEventData = {
  ClinicSettingsChanged: settingsFirst,
  /** Somebody who could not prove who they are took the way in for emergencies, under a name they typed. */
  BreakGlassOpened: z.strictObject({ name: shortText }),
  BreakGlassClosed: z.strictObject({ opened: shortText }),
  /** A medical director has looked at what was done. */
  BreakGlassReviewed: z.strictObject({ opened: shortText, note: shortText }),
  /** A key went down on a locked desk: kept at once, until it is recorded in its session or dropped. */
  PressKept: z.strictObject({ press: shortText, session: shortText, what: z.enum(PRESSES) }),
  /** Somebody brushed against that key, or there was nothing left to pause or stop. */
  PressDropped: z.strictObject({ press: shortText }),
  /** The person who pressed a key on a locked desk and did not say who they were, says so now. */
  PressClaimed: z.strictObject({ event: shortText }),
} as const;

export const LOCK_REASONS = ['person', 'idle', 'computer'] as const;
const lockReason = z.enum(LOCK_REASONS);
export type LockReason = Infer<typeof lockReason>;

const credentialSet = z.strictObject({
  kind: z.enum(['passphrase', 'pin']),
  commitment: z.string().length(64),
  /** Chosen by an administrator: its owner replaces it at the next sign-in and does nothing before. */
  provisional: z.boolean(),
});
const staffDetails = userDetails.extend({
  /** Last day of the licence; null where there is none or it does not end. */
  licenceExpires: calendarDate.nullable(),
});

/** Version 1 did not say who signs: both. */
export const clinicSettings = settingsFirst.extend({ signatures: z.enum(SIGNATURES) });

export const laterDeskEventData = { ClinicSettingsChanged: { 2: clinicSettings } } as const;

/** Schemas of later versions, by type and version. */
export const laterUserEventData = {
  UserAdded: { 2: staffDetails },
  CredentialSet: { 2: credentialSet },
  Locked: { 2: z.strictObject({ why: lockReason }) },
} as const;

export type StaffDetails = Infer<typeof staffDetails>;
export type StaffChange = Infer<(typeof staffEventData)['UserChanged']>;
export type CredentialDetails = Infer<typeof credentialSet>;

export type LaterDeskEvent = {
  readonly type: 'ClinicSettingsChanged';
  readonly version: 2;
  readonly data: Infer<typeof clinicSettings>;
};

export type LaterUserEvent =
  | { readonly type: 'UserAdded'; readonly version: 2; readonly data: StaffDetails }
  | { readonly type: 'CredentialSet'; readonly version: 2; readonly data: CredentialDetails }
  | { readonly type: 'Locked'; readonly version: 2; readonly data: { readonly why: LockReason } };
