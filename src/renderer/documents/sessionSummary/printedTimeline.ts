import type { SessionSummaryData } from '../../../contract/views/documents.ts';
import type { TimelineRow } from '../../../contract/views/session.ts';
import { formatNumberText, formatQuantityText } from '../../../core/quantity/format.ts';
import { quantityText, readQuantity } from '../../../core/quantity/quantity.ts';
import { doseIn } from '../../../core/session/delivered.ts';
import { formatTime } from '../../components/time.ts';
import { formatShortestTime } from '../paperTime.ts';

/** A row of the timeline as text, column by column. */
export type PrintedRow = {
  readonly id: string;
  readonly strong: boolean;
  readonly late: boolean;
  readonly time: string;
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
  let oxygen: Vitals['oxygen'] = null;
  return data.session.timeline
    .filter(({ clinical }) => clinical)
    .map((row) => {
      const printed = printedRow(row, data, oxygen);
      oxygen = row.vitals?.oxygen ?? oxygen;
      return printed;
    });
}

function printedRow(row: TimelineRow, data: SessionSummaryData, oxygen: Vitals['oxygen']): PrintedRow {
  const { zone } = data.print;
  const { vitals, done } = row;
  return {
    id: row.id,
    strong: row.strong,
    late: done.late,
    time: formatTime(done.happenedAt, zone),
    event: eventText(row, oxygen, zone),
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

/** The row's own words, the vital signs without a column, and a late entry's second time. */
function eventText(row: TimelineRow, oxygen: Vitals['oxygen'], zone: string): string {
  const parts = [row.text, row.detail ?? '', ...otherVitals(row.vitals, oxygen)];
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
  if (given === null || session.infusion === null) return '';
  const concentration = readQuantity(session.infusion.concentration, 'mg/mL');
  return formatNumberText(quantityText(doseIn(readQuantity(given, 'mL'), concentration)));
}

function pressureText({ systolic, diastolic }: Vitals): string {
  if (systolic === null && diastolic === null) return NOT_RECORDED;
  return `${wholeText(systolic)}/${wholeText(diastolic)}`;
}

function wholeText(value: number | null): string {
  return value === null ? NOT_RECORDED : String(value);
}
