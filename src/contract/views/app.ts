import { moment, shortText } from '../primitives.ts';
import { recordStanding } from '../recordStanding.ts';
import { type Infer, z } from '../zod.ts';
import { awayView } from './away.ts';
import { chairName, staffMember } from './people.ts';

/** Which record is open. `none` is the first start: two doors. */
export const openFile = z.enum(['none', 'clinic', 'training']);

/** The clock, once a second. The window has no clock of its own. */
export const clockTick = z.strictObject({
  now: moment,
  counter: z.number(),
  boot: z.string(),
  zone: shortText,
});
/** What every screen needs to know about the program it runs in. */
export const appView = z.strictObject({
  version: shortText,
  file: openFile,
  /** Which records exist on this computer. */
  has: z.strictObject({ clinic: z.boolean(), training: z.boolean() }),
  clinic: shortText,
  workstation: shortText,
  chairs: z.array(chairName),
  user: staffMember.nullable(),
  staff: z.array(staffMember),
  /** What waits for somebody on every screen; null when no record is open. */
  away: awayView.nullable(),
  library: z.strictObject({ name: shortText, version: shortText, notice: shortText }).nullable(),
  lastSavedAt: moment.nullable(),
  /** Room on the disk, in megabytes: under 1,000 it is `low`, under 200 no session is ordered or started. */
  disk: z.strictObject({
    level: z.enum(['enough', 'low', 'tooLittle']),
    megabytes: z.number().int().nonnegative(),
  }),
  /** When the newest good backup was made; null when there is none. */
  lastBackupAt: moment.nullable(),
  /** What opening found out about the record; null when none is open. */
  standing: recordStanding.nullable(),
  /** How far the computer's clock lies behind the last record; 0 when it does not. Milliseconds. */
  clockBehind: z.number().int().nonnegative(),
  clock: clockTick,
  /** The latest move of the computer's clock since the program was started; null when there was none. */
  clockChange: z
    .strictObject({ id: z.string(), before: moment, after: moment, difference: z.number().int() })
    .nullable(),
  theme: z.enum(['dim', 'night', 'light']),
  /** Passphrases and PINs of the training clinic's invented people. Null in a clinic. */
  trainingKeys: z
    .array(
      z.strictObject({
        user: shortText,
        name: shortText,
        does: shortText,
        passphrase: shortText,
        pin: shortText,
      }),
    )
    .nullable(),
  /** What keeps the record from being opened; null when it is open or there is none yet. */
  problem: z
    .strictObject({
      kind: z.enum(['newerFile', 'unwritableFolder', 'busyLog', 'damagedFile']),
      file: shortText,
    })
    .nullable(),
});
export type AppView = Infer<typeof appView>;

export type ClockTick = Infer<typeof clockTick>;
