import { Fragment } from 'react';
import type { SessionSummaryData } from '../../../contract/views/documents.ts';
import { formatQuantity, formatQuantityText } from '../../../core/quantity/format.ts';
import { formatElapsed } from '../../../core/quantity/formatDuration.ts';
import { compareQuantities, plus, readQuantity, wholeQuantity } from '../../../core/quantity/quantity.ts';
import { formatDate } from '../../components/time.ts';
import { ClockLines } from '../ClockLines.tsx';
import { Part } from '../Part.tsx';
import sheet from '../sheet.module.css';
import styles from './Totals.module.css';

type DeliveredProps = { readonly data: SessionSummaryData };
type Stretch = SessionSummaryData['delivered']['stretches'][number];

/**
 * The integral written out: every stretch at one rate, and what it adds up to. Where the pump counted another
 * volume, that stands below it as what was given (DESIGN 8).
 */
export function Delivered({ data }: DeliveredProps) {
  const { delivered, times, print } = data;
  const total = delivered.stretches.reduce(
    (sum, { volume }) => plus(sum, readQuantity(volume, 'mL')),
    wholeQuantity(0n, 'mL'),
  );
  const asGiven = compareQuantities(total, readQuantity(delivered.volume, 'mL')) === 0;
  const dose = `${formatQuantityText(delivered.dose)}, ${formatQuantityText(delivered.dosePerKg)}`;
  const { zone } = print;
  const start = times.start ?? print.printedAt;
  return (
    <Part title="Delivered, added up" note="from recorded rates">
      <table className={`${sheet['plain']} ${styles['delivered']}`}>
        <tbody>
          {delivered.stretches.map((stretch, index) => (
            <Fragment key={stretch.from}>
              <NewDay
                since={delivered.stretches[index - 1]?.from ?? start}
                moment={stretch.from}
                zone={zone}
              />
              <tr>
                <td className={sheet['clock']}>
                  <ClockLines moment={stretch.from} zone={zone} />
                </td>
                <td className={sheet['number']}>{stretchText(stretch)}</td>
                <td className={sheet['number']}>{formatQuantityText(stretch.volume)}</td>
              </tr>
            </Fragment>
          ))}
          {times.end !== null && (
            <NewDay since={delivered.stretches.at(-1)?.from ?? start} moment={times.end} zone={zone} />
          )}
          <tr className={sheet['total']}>
            <td className={sheet['clock']}>
              {times.end === null ? 'so far' : <ClockLines moment={times.end} zone={zone} />}
            </td>
            <td className={sheet['number']}>{asGiven ? dose : 'by the record'}</td>
            <td className={sheet['number']}>{formatQuantity(total)}</td>
          </tr>
          {asGiven ? null : (
            <tr className={sheet['strong']}>
              <td>By pump</td>
              <td className={sheet['number']}>{dose}</td>
              <td className={sheet['number']}>{formatQuantityText(delivered.volume)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </Part>
  );
}

type NewDayProps = { readonly since: number; readonly moment: number; readonly zone: string };

/** The date in a row of its own where it changes; the first stands in the head of the page. */
function NewDay({ since, moment, zone }: NewDayProps) {
  const day = formatDate(moment, zone);
  if (day === formatDate(since, zone)) return null;
  return (
    <tr>
      <td colSpan={3}>{day}</td>
    </tr>
  );
}

function stretchText({ milliseconds, rate, stageOver }: Stretch): string {
  const runs = readQuantity(rate, 'mL/h').value.numerator !== 0n;
  const length = formatElapsed(milliseconds);
  if (runs) return `${length} × ${formatQuantityText(rate)}`;
  return stageOver ? `${length}, until the next stage` : `${length}, paused`;
}
