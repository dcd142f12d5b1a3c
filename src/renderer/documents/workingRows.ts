import type { SessionSummaryData } from '../../contract/views/documents.ts';
import { COUNTED_STEP_WORDS, WORKING_STEP_WORDS } from './words.ts';

/** One line of the planned sum as it is printed. */
export type WorkingRow = {
  readonly step: string;
  readonly word: string;
  readonly calculation: string;
  readonly result: string;
};

/** The planned sum of a session, of an infusion or of counted doses; none where it is not recorded. */
export function workingRows({ session: { plan, counted } }: SessionSummaryData): readonly WorkingRow[] {
  if (counted) return counted.working.map((line) => ({ ...line, word: COUNTED_STEP_WORDS[line.step] }));
  return (plan?.working ?? []).map((line) => ({ ...line, word: WORKING_STEP_WORDS[line.step] }));
}
