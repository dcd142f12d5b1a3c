import type { SessionSummaryData } from '../../../contract/views/documents.ts';
import type { CountedView } from '../../../contract/views/session.ts';
import { formatQuantityText } from '../../../core/quantity/format.ts';
import { siteText } from '../../../core/session/saidOfDose.ts';
import { ClockLines } from '../ClockLines.tsx';
import { Part } from '../Part.tsx';
import sheet from '../sheet.module.css';
import styles from './Totals.module.css';

type CountedGivenProps = { readonly data: SessionSummaryData; readonly counted: CountedView };

/** Every dose with its time, its place and its amount, and what they add up to. */
export function CountedGiven({ data, counted }: CountedGivenProps) {
  const { zone } = data.print;
  const { doses, order, of } = counted;
  return (
    <Part title="Doses given" note={`${doses.length} of ${order.doses} ${of}s`}>
      <table className={`${sheet['plain']} ${styles['delivered']}`}>
        <tbody>
          {doses.map(({ number, site, amount, early, done }) => (
            <tr key={number}>
              <td className={sheet['clock']}>
                <ClockLines moment={done.happenedAt} zone={zone} />
              </td>
              <td className={sheet['number']}>
                {`${number}, ${siteText(site)}${early ? ', before its time' : ''}, ${done.by.initials}`}
              </td>
              <td className={sheet['number']}>{formatQuantityText(amount)}</td>
            </tr>
          ))}
          <tr className={sheet['total']}>
            <td className={sheet['clock']}>in all</td>
            <td className={sheet['number']}>{formatQuantityText(counted.givenPerKg)}</td>
            <td className={sheet['number']}>{formatQuantityText(counted.given)}</td>
          </tr>
        </tbody>
      </table>
    </Part>
  );
}
