import type { SessionSummaryData } from '../../../contract/views/documents.ts';
import { formatNumberText } from '../../../core/quantity/format.ts';
import { AlignedNumber, digitsAfterPoint } from '../AlignedNumber.tsx';
import { Part } from '../Part.tsx';
import sheet from '../sheet.module.css';
import { LateMark } from './LateMark.tsx';
import { NOT_RECORDED, type PrintedRow, printedTimeline } from './printedTimeline.ts';
import styles from './TimelineTable.module.css';

type TimelineTableProps = {
  readonly data: SessionSummaryData;
  /** Beside the totals, or over the full width with the dose as a column of its own. */
  readonly layout: 'short' | 'long';
};

type NumberColumn = 'rate' | 'volume' | 'dose' | 'dosePerKg';
type Digits = Readonly<Record<NumberColumn, number>>;

/** Every clinical event with the rate, what had been given and the vital signs (UX 4, D1.5). */
export function TimelineTable({ data, layout }: TimelineTableProps) {
  const rows = printedTimeline(data);
  const digits = {
    rate: digitsAfterPoint(rows.map(({ rate }) => rate)),
    volume: digitsAfterPoint(rows.map(({ volume }) => volume)),
    dose: digitsAfterPoint(rows.map(({ dose }) => dose)),
    dosePerKg: digitsAfterPoint(rows.map(({ dosePerKg }) => dosePerKg)),
  };
  const columns = columnsOf(data, layout);
  const strength = strengthOf(data);
  const title = `Timeline, ${rows.length} ${rows.length === 1 ? 'event' : 'events'}`;
  return (
    <Part title={title} note={timelineKey(data, rows)} flows spaced={layout === 'long'}>
      <table className={styles[layout]} data-initials={longestInitials(rows)}>
        <TimelineHead columns={columns} amount={strength ? amountIn(strength) : 'mg'} />
        <tbody>
          {rows.map((row) => (
            <TimelineLine key={row.id} row={row} digits={digits} columns={columns} />
          ))}
        </tbody>
      </table>
    </Part>
  );
}

function timelineKey({ session, print }: SessionSummaryData, rows: readonly PrintedRow[]): string {
  const gaps = rows.some(({ pressure, heartRate, spo2, sedation }) =>
    [pressure, heartRate, spo2, sedation].some((text) => text.includes(NOT_RECORDED)),
  );
  const strength = strengthOf({ session });
  const parts = [
    strength ? `1 mL holds ${formatNumberText(strength)} ${amountIn(strength)}` : '',
    'Sed is MOAA/S',
    gaps ? `${NOT_RECORDED} not recorded` : '',
    print.zone,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function strengthOf({ session }: Pick<SessionSummaryData, 'session'>) {
  return session.infusion?.concentration ?? session.counted?.sum.concentration;
}

/** `mcg` of `4 mcg/mL` */
function amountIn(strength: string): string {
  return strength.slice(strength.indexOf(' ') + 1).split('/')[0] ?? '';
}

/** Where doses are counted there is no rate and no volume of a pump. */
function columnsOf(
  { session }: SessionSummaryData,
  layout: TimelineTableProps['layout'],
): readonly NumberColumn[] {
  if (session.counted) return ['dose', 'dosePerKg'];
  return layout === 'long' ? ['rate', 'volume', 'dose', 'dosePerKg'] : ['rate', 'volume', 'dosePerKg'];
}

const COLUMN_HEADS: Readonly<Record<NumberColumn, readonly [title: string, unit: string]>> = {
  rate: ['Rate', 'mL/h'],
  volume: ['Given', 'mL'],
  dose: ['Given', 'mg'],
  dosePerKg: ['Given', 'mg/kg'],
};

type TimelineHeadProps = {
  readonly columns: readonly NumberColumn[];
  /** What the drug is counted in. */
  readonly amount: string;
};

function TimelineHead({ columns, amount }: TimelineHeadProps) {
  return (
    <thead>
      <tr>
        <th className={styles['time']}>Time</th>
        <th>Event</th>
        {columns.map((column) => (
          <NumberHead
            key={column}
            column={column}
            title={COLUMN_HEADS[column][0]}
            unit={COLUMN_HEADS[column][1].replace(/^mg/, amount)}
          />
        ))}
        <NumberHead column="pressure" title="BP" unit="mmHg" />
        <NumberHead column="heartRate" title="HR" unit="/min" />
        <NumberHead column="spo2" title="SpO2" unit="%" />
        <th className={`${styles['sedation']} ${sheet['middle']}`}>
          Sed<span>0–5</span>
        </th>
        <th className={`${styles['by']} ${sheet['middle']}`}>By</th>
      </tr>
    </thead>
  );
}

type NumberHeadProps = { readonly column: string; readonly title: string; readonly unit: string };

function NumberHead({ column, title, unit }: NumberHeadProps) {
  return (
    <th className={`${styles[column]} ${sheet['number']}`}>
      {title}
      <span>{unit}</span>
    </th>
  );
}

type TimelineLineProps = {
  readonly row: PrintedRow;
  readonly digits: Digits;
  readonly columns: readonly NumberColumn[];
};

function TimelineLine({ row, digits, columns }: TimelineLineProps) {
  return (
    <tr className={row.superseded ? styles['superseded'] : row.strong ? sheet['strong'] : undefined}>
      <td className={sheet['clock']}>
        {row.time}
        {row.offset === '' ? null : <span className={styles['offset']}>{row.offset}</span>}
      </td>
      <td>
        {row.late ? <LateMark /> : null}
        {row.event}
      </td>
      {columns.map((column) => (
        <td key={column} className={sheet['number']}>
          {row[column] === '' ? null : <AlignedNumber text={row[column]} digits={digits[column]} />}
        </td>
      ))}
      <td className={sheet['number']}>{row.pressure}</td>
      <td className={sheet['number']}>{row.heartRate}</td>
      <td className={sheet['number']}>{row.spo2}</td>
      <td className={sheet['middle']}>{row.sedation}</td>
      <td className={sheet['middle']}>{row.by}</td>
    </tr>
  );
}

function longestInitials(rows: readonly PrintedRow[]): number {
  return Math.max(2, ...rows.map(({ by }) => by.length));
}
