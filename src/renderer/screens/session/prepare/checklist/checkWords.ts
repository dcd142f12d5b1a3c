import type { CheckView } from '../../../../../contract/views/checklist.ts';
import { NO_BREAK_SPACE } from '../../../../../core/quantity/format.ts';
import { formatElapsed } from '../../../../../core/quantity/formatDuration.ts';
import { formatHourMinute, formatWhen } from '../../../../components/time.ts';

const MILLISECONDS_PER_MINUTE = 60_000;
const PREGNANT = { no: 'no', yes: 'yes', notApplicable: 'not applicable' } as const;

/** What was answered, in the words of the list: `6 h 30 min, rule 6 h`, `22 G left forearm 09:31, flushed`. */
export function answerText({ item, answer }: CheckView, now: number, zone: string): string {
  if (answer === null) return 'Not asked';
  switch (answer.kind) {
    case 'yes':
      return '';
    case 'no':
      return `no: ${answer.reason}`;
    case 'time':
      return timeText(item, answer.at, now, zone);
    case 'pregnancy':
      return PREGNANT[answer.pregnant];
    case 'withheld':
      return withheldText(answer.medicines, now, zone);
    case 'escort':
      return `${answer.name}, ${answer.relation}, ${answer.phone}`;
    case 'access': {
      const flushed = answer.flushed ? 'flushed' : 'not flushed';
      const attempts = answer.attempts === 1 ? '1 attempt' : `${answer.attempts} attempts`;
      const where = `${answer.gauge}${NO_BREAK_SPACE}G ${answer.side} ${answer.site}`;
      return `${where}${NO_BREAK_SPACE}${formatHourMinute(answer.placedAt, zone)}, ${attempts}, ${flushed}`;
    }
  }
}

/** `4 h 50 min, rule 6 h`: what has gone by since, and what the protocol asks for. Source: UX 7, scenario 40. */
function timeText(item: CheckView['item'], at: number, now: number, zone: string): string {
  const minutes = Math.max(0, Math.floor((now - at) / MILLISECONDS_PER_MINUTE));
  const says = item.asks === 'arrival' ? 'plan says' : 'rule';
  const rule = item.hours === undefined ? '' : `, ${says} ${item.hours}${NO_BREAK_SPACE}h`;
  const ago = unbroken(formatElapsed(minutes * MILLISECONDS_PER_MINUTE));
  // The point between both stays at the end of a line, and neither is torn apart.
  return `${unbroken(formatWhen(at, now, zone))}${NO_BREAK_SPACE}· ${ago}${rule}`;
}

/** A figure of several words on one line: `6 h 29 min`. */
function unbroken(text: string): string {
  return text.replaceAll(' ', NO_BREAK_SPACE);
}

type Medicines = Extract<CheckView['answer'], { kind: 'withheld' }>['medicines'];

function withheldText(medicines: Medicines, now: number, zone: string): string {
  if (medicines.length === 0) return 'nothing to withhold';
  return medicines
    .map(({ name, lastTaken }) =>
      lastTaken === null
        ? `${name}, last taken not known`
        : `${name} last ${unbroken(formatWhen(lastTaken, now, zone))}`,
    )
    .join('; ');
}
