import type { AppView } from '../../contract/views/app.ts';
import { formatMinutesLeft } from '../../core/quantity/formatDuration.ts';

type Problem = NonNullable<AppView['problem']>;

/** Three sentences for a person: what happened, what is safe, what to do. */
type StartText = { readonly what: string; readonly safe: string; readonly todo: string };

/** Why a record was not opened. The same sentences stand on the terminal: `main/startFailure.ts`. */
export function startText({ kind, file }: Problem): StartText {
  switch (kind) {
    case 'busyLog':
      return {
        what: `Another program is using the record (${file}).`,
        safe: 'Nothing was changed and nothing is lost.',
        todo: 'Close the other program, for instance a check of the record, and start again.',
      };
    case 'unwritableFolder':
      return {
        what: `Infusion Desk cannot write where it keeps its records (${file}).`,
        safe: 'Records that are there are untouched. Nothing new could be saved, so nothing was opened.',
        todo: 'Give this user the right to write there, or free some space on the disk, and start again.',
      };
    case 'newerFile':
      return {
        what: `The record was written by a newer version of Infusion Desk (${file}).`,
        safe: 'The record is whole and was not touched.',
        todo: 'Install the newer version on this computer and start it.',
      };
    case 'damagedFile':
      return {
        what: `The record cannot be read as it is (${file}).`,
        safe: 'The file was left where it is. Nothing was deleted or overwritten.',
        todo: 'Do not move or copy the file. Document on paper and call whoever looks after this computer.',
      };
  }
}

const MILLISECONDS_PER_MINUTE = 60_000;

/** What the sign-in says of a clock that runs behind; null when it does not, to the minute. Wording: UX 3.1. */
export function clockBehindText(behind: number): string | null {
  const minutes = Math.round(behind / MILLISECONDS_PER_MINUTE);
  if (minutes === 0) return null;
  const span = formatMinutesLeft(minutes * MILLISECONDS_PER_MINUTE);
  return `Computer clock is behind the last record by ${span}. Set the clock before starting a session.`;
}
