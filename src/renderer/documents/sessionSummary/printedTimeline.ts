import type { SessionSummaryData } from '../../../contract/views/documents.ts';
import type { TimelineRow } from '../../../contract/views/session.ts';
import { formatNumberText, formatQuantityText, NO_BREAK_SPACE } from '../../../core/quantity/format.ts';
import { quantityText, readQuantity } from '../../../core/quantity/quantity.ts';
import { readStrength } from '../../../core/quantity/shownAmount.ts';
import { doseIn } from '../../../core/session/delivered.ts';
import { formatDate, formatTime } from '../../components/time.ts';
import { formatShortestTime } from '../paperTime.ts';

/** A row of the timeline as text, column by column. */
export type PrintedRow = {
  readonly id: string;
  readonly strong: boolean;
  readonly late: boolean;
  /** Put right by a later row: struck through. */
  readonly superseded: boolean;
  readonly time: string;
  /** Behind a time the clocks showed twice: `+01:00`; otherwise empty. */
  readonly offset: string;
  readonly event: string;
  readonly rate: string;
  readonly volume: string;
  readonly dose: string;
  readonly dosePerKg: string;
  readonly pressure: string;
  readonly heartRate: string;
  readonly spo2: string;
  readonly sedation: string;
  readonly by: string;
};

/** A value missing from a round of vital signs: never a blank, a dash or a nought (UX 3.0). The table's head explains it. */
export const NOT_RECORDED = 'n.r.';

type Vitals = NonNullable<TimelineRow['vitals']>;

/** The printed timeline: what the session's projection marked as clinical, in its order. */
export function printedTimeline(data: SessionSummaryData): readonly PrintedRow[] {
  const { zone } = data.print;
  let before: Before = { oxygen: null, day: formatDate(startOf(data), zone) };
  return data.session.timeline
    .filter(({ clinical }) => clinical)
    .map((row) => {
      const printed = printedRow(row, data, before);
      before = {
        oxygen: row.vitals?.oxygen ?? before.oxygen,
        day: formatDate(row.done.happenedAt, zone),
      };
      return printed;
    });
}

/** What the rows above have said: it is said again only where it changes. The first day stands on every page. */
type Before = { readonly oxygen: Vitals['oxygen']; readonly day: string };

function startOf({ session, times, print }: SessionSummaryData): number {
  return times.start ?? session.authorised?.happenedAt ?? print.printedAt;
}

function printedRow(row: TimelineRow, data: SessionSummaryData, before: Before): PrintedRow {
  const { zone } = data.print;
  const { vitals, done } = row;
  const [time = '', offset = ''] = formatTime(done.happenedAt, zone).split(NO_BREAK_SPACE);
  return {
    id: row.id,
    strong: row.strong,
    late: done.late,
    superseded: row.superseded,
    time,
    offset,
    event: eventText(row, before, zone),
    rate: row.rate === null ? '' : formatNumberText(row.rate),
    volume: row.given === null ? '' : formatNumberText(row.given),
    dose: givenDose(row, data),
    dosePerKg: row.givenPerKg === null ? '' : formatNumberText(row.givenPerKg),
    pressure: vitals ? pressureText(vitals) : '',
    heartRate: vitals ? wholeText(vitals.heartRate) : '',
    spo2: vitals ? wholeText(vitals.spo2) : '',
    sedation: vitals ? wholeText(vitals.moaas) : '',
    by: done.by.initials,
  };
}

/** A new day, the row's own words, the vital signs without a column, and a late entry's second time. */
function eventText(row: TimelineRow, before: Before, zone: string): string {
  const day = formatDate(row.done.happenedAt, zone);
  const parts = [
    day === before.day ? '' : day,
    row.text,
    row.detail ?? '',
    ...otherVitals(row.vitals, before.oxygen),
  ];
  if (row.correction) {
    const { recordedAt, why } = row.correction;
    parts.push(`corrected ${formatShortestTime(recordedAt, zone)} (${why})`);
  }
  if (row.done.late) parts.push(`late entry ${formatShortestTime(row.done.recordedAt, zone)}`);
  return parts.filter((part) => part !== '').join(', ');
}

/** Oxygen is named where it begins or changes. */
function otherVitals(vitals: Vitals | null, oxygen: Vitals['oxygen']): readonly string[] {
  if (!vitals) return [];
  const parts: string[] = [];
  if (vitals.oxygen !== null && vitals.oxygen !== oxygen) parts.push(vitals.oxygen);
  if (vitals.respiration !== null) parts.push(`resp ${vitals.respiration}`);
  if (vitals.temperature !== null) parts.push(formatQuantityText(vitals.temperature));
  if (vitals.pain !== null) parts.push(`pain ${vitals.pain}`);
  return parts;
}

function givenDose({ given }: TimelineRow, { session }: SessionSummaryData): string {
  const strength = session.infusion?.concentration ?? session.counted?.sum.concentration;
  if (given === null || strength === undefined) return '';
  return formatNumberText(quantityText(doseIn(readQuantity(given, 'mL'), readStrength(strength))));
}

function pressureText({ systolic, diastolic }: Vitals): string {
  if (systolic === null && diastolic === null) return NOT_RECORDED;
  return `${wholeText(systolic)}/${wholeText(diastolic)}`;
}

function wholeText(value: number | null): string {
  return value === null ? NOT_RECORDED : String(value);
}
