import { ROLES } from '../../core/session/roles.ts';
import { librarySchema } from '../library.ts';
import { chairNumber, longText, moment, shortText, streamId } from '../primitives.ts';
import { logHead, recordStanding } from '../recordStanding.ts';
import { type Infer, z } from '../zod.ts';

/**
 * Facts of the streams `user:…`, `library` and `workstation`, version 1; later versions stand beside them.
 */

const eventCount = z.number().int().nonnegative();

export const role = z.enum(ROLES);
export const chair = z.strictObject({ number: chairNumber, name: shortText });

export const userDetails = z.strictObject({
  /** `R. Lim`, as written in tables and on paper. */
  name: shortText,
  fullName: shortText,
  initials: z.string().min(1).max(4),
  /** `RN`, `MD`; empty for none. */
  suffix: z.string().max(12),
  roles: z.array(role).min(1),
  licence: shortText.nullable(),
});

export const userEventData = {
  UserAdded: userDetails,
  CredentialSet: z.strictObject({
    kind: z.enum(['passphrase', 'pin']),
    /** SHA-256 of the stored credential: a swapped credential no longer fits the log. */
    commitment: z.string().length(64),
  }),
  SignedIn: z.strictObject({ by: z.enum(['passphrase', 'pin']) }),
  SignInRefused: z.strictObject({ by: z.enum(['passphrase', 'pin']) }),
  Locked: z.strictObject({}),
} as const;

export const workstationEventData = {
  WorkstationSetUp: z.strictObject({
    kind: z.enum(['clinic', 'training']),
    clinic: shortText,
    workstation: shortText,
    chairs: z.array(chair).min(1).max(12),
  }),
  ProgramStarted: z.strictObject({
    /** When the program was last seen alive before this start. */
    lastAlive: moment.nullable(),
  }),
  /** The program was open and nothing of it ran: the machine slept, or something held the program up. */
  MachineSlept: z.strictObject({ from: moment, to: moment }),
  /** The wall clock moved against the counter by more than 60 s. Source: UX 2.5. */
  ClockChanged: z.strictObject({
    /** What the clock would have shown. */
    before: moment,
    /** What it showed. */
    after: moment,
    /** `after` less `before`: below zero for a clock set back. Milliseconds. */
    difference: z.number().int(),
  }),
  /** A medical director or an administrator has recorded that this was wrong with the record. */
  RecordStandingAccepted: z.strictObject({
    standing: recordStanding,
    /** The head that was seen here last, and the one the file had. */
    seen: logHead.nullable(),
    there: logHead,
  }),
  /** The second engine did not confirm a number, and none was shown or recorded. Source: DESIGN 1.2. */
  EnginesDisagreed: z.strictObject({
    /** What was asked for: the channel, or the figure of a view. */
    calculation: shortText,
    /** What was not confirmed. */
    on: z.array(shortText),
    patient: streamId.nullable(),
    session: streamId.nullable(),
    /** As JSON, where it was worked out from what somebody was typing. */
    typed: z.string().max(4_000).nullable(),
  }),
  /** The newest backup was opened in a place of its own and checked to the last seal. */
  RestoreDrillDone: z.strictObject({
    backup: logHead,
    madeAt: moment,
    /** Null: whole. Else what is wrong with it. */
    fault: shortText.nullable(),
  }),
  /** A backup left the profile, encrypted. */
  RecordExported: z.strictObject({ head: logHead, file: shortText }),
  /** An export was opened beside the record, into a new file. */
  RecordRestored: z.strictObject({
    head: logHead,
    file: shortText,
    /** Whether the events in it are the ones of this record. */
    isOfThisRecord: z.boolean(),
    /** Events of this record that are not in it. */
    missing: eventCount,
  }),
} as const;

export const libraryEventData = {
  LibraryPublished: z.strictObject({
    library: librarySchema,
    /** SHA-256 of the library's canonical text. */
    hash: z.string().length(64),
    reason: longText,
  }),
} as const;

export type UserDetails = Infer<typeof userDetails>;
export type EnginesDisagreedDetails = Infer<(typeof workstationEventData)['EnginesDisagreed']>;
export type ClockChangeDetails = Infer<(typeof workstationEventData)['ClockChanged']>;
export type WorkstationDetails = Infer<(typeof workstationEventData)['WorkstationSetUp']>;
