import type { ReactNode } from 'react';
import type { SessionSummaryData } from '../../../contract/views/documents.ts';
import type { ReconciliationView, SessionView } from '../../../contract/views/session.ts';
import { formatQuantityText } from '../../../core/quantity/format.ts';
import { formatHourMinute } from '../../components/time.ts';
import { Part } from '../Part.tsx';
import sheet from '../sheet.module.css';
import { WASTE_PLACE_WORDS } from '../words.ts';
import { balanceText } from './reconciliationText.ts';
import styles from './Totals.module.css';

type ReconciliationProps = { readonly data: SessionSummaryData; readonly spaced?: boolean };

/** Where every milligram of the opened vials went, down to what is not accounted for (UX 4, D1.8). */
export function Reconciliation({ data, spaced = false }: ReconciliationProps) {
  const balance = data.session.reconciliation;
  if (!balance || !data.session.recovery) {
    return (
      <Part title="Reconciliation" spaced={spaced}>
        <p className={sheet['text']}>
          {balance
            ? `Not yet: ${data.session.counted ? 'the giving' : 'the infusion'} has not ended. Opened ${formatQuantityText(balance.opened)}, drawn ${formatQuantityText(balance.drawn)}.`
            : 'Not recorded: no vial opened.'}
        </p>
      </Part>
    );
  }
  return (
    <Part title="Reconciliation" note={witnessText(balance, data.print.zone)} spaced={spaced}>
      <table className={`${sheet['plain']} ${styles['reconciliation']}`}>
        <tbody>
          <Line amount={balance.opened}>{openedText(balance, data.session)}</Line>
          <Line amount={balance.given}>{givenText(data.session)}</Line>
          {balance.wastes.map(({ from, amount, volume, done }) => (
            <Line key={`${from} ${done.at}`} amount={amount}>
              − wasted from {WASTE_PLACE_WORDS[from]}, {formatQuantityText(volume)}
            </Line>
          ))}
          {balance.wastes.length === 0 ? (
            <Line amount={`0 ${balance.amount}`}>− wasted: none recorded</Line>
          ) : null}
          <tr className={sheet['total']}>
            <td>Not accounted for</td>
            <td className={sheet['number']}>{formatQuantityText(balance.unaccounted)}</td>
          </tr>
        </tbody>
      </table>
      <p className={sheet['text']}>{balanceText(balance, data)}</p>
    </Part>
  );
}

type LineProps = { readonly amount: ReconciliationView['opened']; readonly children: ReactNode };

function Line({ amount, children }: LineProps) {
  return (
    <tr>
      <td>{children}</td>
      <td className={sheet['number']}>{formatQuantityText(amount)}</td>
    </tr>
  );
}

function openedText({ vials }: ReconciliationView, { preparation }: SessionView): string {
  const product = preparation?.vial?.product;
  const size = product ? ` of ${formatQuantityText(product.vialVolume)}` : '';
  return `Opened, ${vials} ${vials === 1 ? 'vial' : 'vials'}${size}`;
}

function givenText({ recovery, counted }: SessionView): string {
  if (counted)
    return `− given, ${counted.doses.length} ${counted.of}${counted.doses.length === 1 ? '' : 's'}`;
  const reading = recovery?.finalReading;
  return reading ? `− given, pump ${formatQuantityText(reading.pumpVolume)}` : '− given, pump not read';
}

function witnessText({ wastes }: ReconciliationView, zone: string): string {
  const [first] = wastes;
  if (!first) return 'no waste recorded';
  const witnesses = [...new Set(wastes.map(({ done }) => done.witness?.name ?? 'none'))].join(', ');
  return `witness ${witnesses} ${formatHourMinute(first.done.happenedAt, zone)}`;
}
