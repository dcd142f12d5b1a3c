import { moment, shortText } from './primitives.ts';
import { type Infer, z } from './zod.ts';

const eventNumber = z.number().int().nonnegative();

/** The last event of a log: its number and its seal. */
export const logHead = z.strictObject({ seq: eventNumber, hash: z.string().length(64) });

/** What opening found out about a record, before anything was written to it. Source: decision 8. */
export const recordStanding = z.discriminatedUnion('kind', [
  /** Checked; the head that was seen last is in it. */
  z.strictObject({ kind: z.literal('whole') }),
  /** Checked; no head was kept on this computer, so a cut end would not be seen. */
  z.strictObject({ kind: z.literal('unanchored') }),
  /** Events after `ends` up to `seen` were seen here and are not in the file. */
  z.strictObject({ kind: z.literal('endMissing'), seen: eventNumber, ends: eventNumber }),
  /** A whole chain, but event `seq` is not the one that was seen. */
  z.strictObject({ kind: z.literal('rewritten'), seq: eventNumber, ends: eventNumber }),
  /** Event `badSeq` does not fit the one before it, or its own seal. */
  z.strictObject({
    kind: z.literal('broken'),
    badSeq: eventNumber,
    ends: eventNumber,
    why: shortText,
    /** SHA-256 of the event as it is now: changed once more, it is another finding. */
    found: z.string().length(64),
  }),
  /** The file was damaged and is kept as `aside`; this one is the newest good backup. */
  z.strictObject({
    kind: z.literal('fromBackup'),
    aside: shortText,
    ends: eventNumber,
    /** When its last event was recorded; null for an empty log. */
    lastAt: moment.nullable(),
    /** The last event that was seen here; null when no head was kept. */
    seen: eventNumber.nullable(),
  }),
]);
export type RecordStanding = Infer<typeof recordStanding>;

/** Whether a record that stands so is only read until somebody has recorded what happened. */
export function isForReading({ kind }: RecordStanding): boolean {
  return kind !== 'whole' && kind !== 'unanchored';
}
