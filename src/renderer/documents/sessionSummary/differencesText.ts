import type { SessionSummaryData } from '../../../contract/views/documents.ts';
import type { PlanView, SessionView } from '../../../contract/views/session.ts';
import { formatQuantity, NO_BREAK_SPACE } from '../../../core/quantity/format.ts';
import { minus, quantity, readQuantity } from '../../../core/quantity/quantity.ts';
import { magnitude } from '../../../core/quantity/rational.ts';
import { DISCHARGE_NEED_WORDS } from '../../../core/session/words.ts';
import { formatHourMinute, formatTime, formatTimeSince } from '../../components/time.ts';
import { limitedName, limitedText } from '../../errorTexts/breachText.ts';
import { formatShortestTime } from '../paperTime.ts';

type Breach = PlanView['breaches'][number];

/** Everything that was not as planned, line by line; where there is nothing, it says so in words (UX 4, D1.7). */
export function differenceLines(data: SessionSummaryData): readonly string[] {
  const listed = overrides(data);
  const none = listed.length === 0 ? 'Overrides: none. ' : '';
  return [
    ...listed,
    `${none}${corrections(data)}`,
    lateEntries(data),
    ...(data.session.counted ? [] : [volumeDifference(data)]),
    ...incidents(data.session, data.print.zone),
  ];
}

/** Each observation that was put right before the signature: what, when, by whom and why. The table has both values. */
function corrections({ session, print }: SessionSummaryData): string {
  const made = session.timeline.flatMap(({ text, done, correction }) =>
    correction ? [{ text, done, correction }] : [],
  );
  if (made.length === 0) return 'Corrections: none.';
  const listed = made.map(
    ({ text, done, correction }) =>
      `${text} ${formatShortestTime(done.happenedAt, print.zone)}, ${formatShortestTime(correction.recordedAt, print.zone)} by ${unbroken(done.by.name)}: ${correction.why}`,
  );
  return `Corrections: ${made.length}. ${listed.join('; ')}.`;
}

/** Each limit passed with its reason and who gave it, a discharge against the criteria, an early stop. */
function overrides(data: SessionSummaryData): readonly string[] {
  const { session, print } = data;
  const found = [
    ...limitOverrides(session),
    ...checkDecisions(session, print.zone),
    ...earlyDoses(session, print.zone),
    ...dischargeOverride(session, print.zone),
    ...earlyStop(session, print.zone),
  ];
  return found.map((text) => `Override: ${text}`);
}

/** What a prescriber let pass before the start: items of the checklist, and the baseline. */
function checkDecisions({ checklist }: SessionView, zone: string): readonly string[] {
  const decided = [
    ...checklist.items.map(({ item, decision }) => ({ text: item.text, decision })),
    { text: 'Baseline outside the entry limits', decision: checklist.baselineDecision },
  ];
  return decided.flatMap(({ text, decision }) =>
    decision
      ? [
          `${text}, decided ${formatHourMinute(decision.done.happenedAt, zone)}: “${decision.reason}” ${unbroken(decision.prescriber.name)}.`,
        ]
      : [],
  );
}

/** Entries recorded at least a minute after what they tell, by both times (UX 2.5). */
function lateEntries({ session, print }: SessionSummaryData): string {
  const late = session.timeline.filter(
    ({ clinical, done, superseded }) => clinical && done.late && !superseded,
  );
  if (late.length === 0) return 'Late entries: none.';
  const listed = late.map(
    ({ done }) =>
      `${formatShortestTime(done.happenedAt, print.zone)} (recorded ${formatTime(done.recordedAt, print.zone)})`,
  );
  return `Late entries: ${late.length}, at ${listed.join(', ')}.`;
}

/** `Pump 35.6 mL, record 36 mL: 0.4 mL (1.11 %).` */
function volumeDifference({ session }: SessionSummaryData): string {
  const reading = session.recovery?.finalReading;
  if (!reading) return 'Pump volume at the end: not recorded.';
  const pump = readQuantity(reading.pumpVolume, 'mL');
  const record = readQuantity(reading.calculatedVolume, 'mL');
  const apart = formatQuantity(quantity(magnitude(minus(pump, record).value), 'mL'));
  const percent = formatQuantity(
    quantity(magnitude(readQuantity(reading.differencePercent, '%').value), '%'),
  );
  const reason = reading.differenceReason === null ? '' : ` Reason: ${reading.differenceReason}.`;
  return `Pump ${formatQuantity(pump)}, record ${formatQuantity(record)}: ${apart} (${percent}).${reason}`;
}

/** What else a reader has to know: refused read-backs, a gap nobody has answered for, a cancellation. */
function incidents(
  { readBackRefusals, interruption, cancelled, counted }: SessionView,
  zone: string,
): readonly string[] {
  const found: string[] = [];
  if (readBackRefusals > 0)
    found.push(
      `Pump read-back: refused ${readBackRefusals} ${readBackRefusals === 1 ? 'time' : 'times'} first.`,
    );
  if (interruption) {
    const gap = `${formatTime(interruption.from, zone)} to ${formatTimeSince(interruption.from, interruption.to, zone)}`;
    found.push(
      counted
        ? `Program was not running ${gap}; whether a dose was given meanwhile is not yet answered.`
        : `Program was not running ${gap}; what the pump did is not yet answered.`,
    );
  }
  if (cancelled) {
    const when = formatHourMinute(cancelled.done.happenedAt, zone);
    found.push(`Cancelled ${when} by ${unbroken(cancelled.done.by.name)}: “${cancelled.reason}”`);
  }
  return found;
}

function limitOverrides({ plan, counted, authorised }: SessionView): readonly string[] {
  const ordered = plan ?? counted;
  const by = authorised ? ` ${unbroken(authorised.by.name)}.` : '';
  return (ordered?.overrideReasons ?? []).map(({ limit, reason }) => {
    const breach = ordered?.breaches.find((passed) => breachName(passed) === limit);
    return `${breach ? breachText(breach) : limit}: “${reason}”${by}`;
  });
}

/** Names a breach as the reasons do: `soft above dose`. */
function breachName({ strength, side, value }: Breach): string {
  return `${strength} ${side} ${value}`;
}

function breachText({ strength, side, value, actual, limit }: Breach): string {
  return `${limitedName(value)} ${limitedText(actual)}, ${side} the ${strength} limit ${limitedText(limit)}`;
}

/** Counted doses that were given before the gap had passed. */
function earlyDoses({ counted }: SessionView, zone: string): readonly string[] {
  return (counted?.doses ?? []).flatMap(({ number, early, done }) =>
    early
      ? [
          `${counted?.of ?? 'dose'} ${number} before its time, ${formatTime(done.happenedAt, zone)}: “${early.reason}” ${unbroken(early.prescriber.name)}.`,
        ]
      : [],
  );
}

function dischargeOverride({ recovery }: SessionView, zone: string): readonly string[] {
  const discharged = recovery?.discharged;
  if (!discharged?.override) return [];
  const { prescriber, reason } = discharged.override;
  const unmet = discharged.unmet.map((need) => DISCHARGE_NEED_WORDS[need]).join('; ');
  const when = formatHourMinute(discharged.done.happenedAt, zone);
  return [`discharged ${when} although not met: ${unmet}. “${reason}” ${unbroken(prescriber.name)}.`];
}

function earlyStop({ recovery }: SessionView, zone: string): readonly string[] {
  if (recovery?.how !== 'stopped') return [];
  const reason = recovery.stopReason === null ? 'reason not recorded' : `“${recovery.stopReason}”`;
  return [
    `stopped early ${formatTime(recovery.endedAt, zone)}: ${reason} ${unbroken(recovery.ended.by.name)}.`,
  ];
}

/** A name that does not fall apart at the end of a line. */
function unbroken(name: string): string {
  return name.replaceAll(' ', NO_BREAK_SPACE);
}
