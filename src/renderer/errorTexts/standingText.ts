import type { RecordStanding } from '../../contract/recordStanding.ts';
import type { FailureText } from '../../contract/startFailureText.ts';
import { formatDate, formatHourMinute } from '../components/time.ts';

const PAPER = 'Until then write on downtime forms: nothing is recorded here.';
const WHO =
  'A medical director or an administrator signs in and records what happened; then the record goes on';

/** What is wrong with a record, what is safe, what to do; null where nothing is. `zone` is for the times in it. */
export function standingText(standing: RecordStanding, zone: string): FailureText | null {
  switch (standing.kind) {
    case 'whole':
    case 'unanchored':
      return null;
    case 'endMissing':
      return {
        what: `The end of this record is missing: ${stretch(standing.ends + 1, standing.seen)} on this computer, but the file ends at event ${standing.ends}.`,
        safe: standing.ends === 0 ? 'Nothing was changed.' : `${upTo(standing.ends)} Nothing was changed.`,
        todo: `Look for the right file, or print-outs with later events. ${WHO} from event ${standing.ends}. ${PAPER}`,
      };
    case 'rewritten':
      return {
        what: `This is not the record that was open here: event ${standing.seq} is not the one that was seen.`,
        safe: 'It can be read. Nothing was changed.',
        todo: `Look for the right file. ${WHO}. ${PAPER}`,
      };
    case 'broken':
      return {
        what: `Event ${standing.badSeq} ${standing.why}.`,
        safe: `Everything can be read; doubt event ${standing.badSeq}. Nothing was changed.`,
        todo: `Compare with print-outs and backups. ${WHO}. ${PAPER}`,
      };
    case 'fromBackup':
      return {
        what: `The record file was damaged. This is the newest good backup${lastAt(standing.lastAt, zone)}, up to event ${standing.ends}.${lost(standing)}`,
        safe: `${upTo(standing.ends)} The damaged file is kept as ${standing.aside}.`,
        todo: `Call whoever looks after this computer. ${WHO} from event ${standing.ends}. ${PAPER}`,
      };
  }
}

function lost({ ends, seen }: Extract<RecordStanding, { readonly kind: 'fromBackup' }>): string {
  if (seen === null) return ' Whether later events are missing is not known.';
  return seen > ends ? ` Missing: ${stretch(ends + 1, seen)} here.` : ' No event that was seen is missing.';
}

function stretch(from: number, to: number): string {
  return from >= to ? `event ${to} was seen` : `events ${from} to ${to} were seen`;
}

function upTo(ends: number): string {
  return `Events 1 to ${ends} are there to read and print.`;
}

function lastAt(moment: number | null, zone: string): string {
  return moment === null ? '' : `, last saved ${formatDate(moment, zone)} ${formatHourMinute(moment, zone)}`;
}
