import type { SessionSummaryData } from '../../../contract/views/documents.ts';
import type { RecoveryView } from '../../../contract/views/session.ts';
import { formatNumberText } from '../../../core/quantity/format.ts';
import { formatElapsed } from '../../../core/quantity/formatDuration.ts';
import { DISCHARGE_NEED_WORDS } from '../../../core/session/words.ts';
import { formatHourMinute } from '../../components/time.ts';

/** One thing a discharge asks for, with its answer. */
export type RecoveryAnswer = { readonly key: string; readonly met: boolean; readonly text: string };

/** Every criterion with its answer, those people tick and those the program works out (UX 3.13). */
export function recoveryAnswers(recovery: RecoveryView, zone: string): readonly RecoveryAnswer[] {
  const ticked = recovery.criteria.map(({ criterion, met, done }) => {
    const when = done && criterion === 'accessRemoved' ? ` ${formatHourMinute(done.happenedAt, zone)}` : '';
    return { key: criterion, met, text: `${DISCHARGE_NEED_WORDS[criterion]}${when}` };
  });
  return [...ticked, systolicAnswer(recovery), escortAnswer(recovery)];
}

/** How many criteria were met, when the last was, and how long the patient was observed. */
export function recoverySummary(data: SessionSummaryData, recovery: RecoveryView): string {
  const answers = recoveryAnswers(recovery, data.print.zone);
  const met = answers.filter((answer) => answer.met).length;
  return `${met} of ${answers.length} criteria met; ${observedText(data, recovery)}`;
}

function observedText({ times }: SessionSummaryData, { neededMinutes }: RecoveryView): string {
  const needed = `at least ${neededMinutes} min`;
  if (times.observedMilliseconds === null) return `observation not ended, ${needed}`;
  return `observed ${formatElapsed(times.observedMilliseconds)}, ${needed}`;
}

function systolicAnswer({ systolic }: RecoveryView): RecoveryAnswer {
  const key = 'systolic';
  if (!systolic) return { key, met: false, text: 'Systolic: no baseline recorded' };
  const limits = `${formatNumberText(systolic.lowest)} to ${formatNumberText(systolic.highest)}`;
  return { key, met: systolic.settled, text: `Systolic ${systolic.last ?? 'not recorded'} (${limits})` };
}

function escortAnswer({ escort }: RecoveryView): RecoveryAnswer {
  const text = escort ? `Escort ${escort.name}, ${escort.relation}` : 'Escort: none recorded';
  return { key: 'escort', met: escort !== null, text };
}
