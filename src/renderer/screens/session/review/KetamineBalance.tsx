import type { ReconciliationView, SessionView } from '../../../../contract/views/session.ts';
import { formatNumberText, formatQuantityText } from '../../../../core/quantity/format.ts';
import { CHECKERS, hasRole } from '../../../../core/session/roles.ts';
import { Button } from '../../../components/Button.tsx';
import { Quantity } from '../../../components/Quantity.tsx';
import { capitalised, WASTE_PLACE_WORDS } from '../../../documents/words.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import styles from './KetamineBalance.module.css';
import { isUnsigned } from './signing.ts';

type KetamineBalanceProps = {
  readonly session: SessionView;
  readonly balance: ReconciliationView;
  readonly onDiscrepancy: () => void;
};

/** Where every milligram went: opened − given − wasted = not accounted for. Source: DESIGN 8, mockup 11. */
export function KetamineBalance({ session, balance, onDiscrepancy }: KetamineBalanceProps) {
  return (
    <section aria-label="Balance">
      <div className={styles['head']}>
        <h2>{`${capitalised(session.drugName)} balance`}</h2>
        <span>{witnesses(balance)}</span>
      </div>
      <table className={styles['sum']}>
        <tbody>
          <tr>
            <th scope="row">{`Opened, ${balance.vials} ${balance.vials === 1 ? 'vial' : 'vials'}`}</th>
            <td>
              <Quantity value={balance.opened} />
            </td>
          </tr>
          <Less name="Given" detail="" amount={balance.given} />
          <Less name="Wasted" detail={wastedText(balance)} amount={balance.wasted} />
          <tr className={styles['result']}>
            <th scope="row">Not accounted for</th>
            <td>
              <Quantity value={balance.unaccounted} />
            </td>
          </tr>
        </tbody>
      </table>
      {balance.discrepancy && <p className={styles['note']}>{discrepancyText(balance.discrepancy)}</p>}
      <Unbalanced session={session} balance={balance} onDiscrepancy={onDiscrepancy} />
    </section>
  );
}

type LessProps = {
  readonly name: string;
  readonly detail: string;
  readonly amount: ReconciliationView['given'];
};

function Less({ name, detail, amount }: LessProps) {
  return (
    <tr>
      <th scope="row">
        {name} {detail && <span className={styles['detail']}>{detail}</span>}
      </th>
      <td>{amount.startsWith('0 ') ? <Quantity value={amount} /> : `−${formatQuantityText(amount)}`}</td>
    </tr>
  );
}

/** After waste two people can still miss some of it: then words are the only way to a signature. */
function Unbalanced({ session, balance, onDiscrepancy }: KetamineBalanceProps) {
  const { app } = useApp();
  const isOpen = !balance.balances && balance.discrepancy === null && balance.wastes.length > 0;
  const mayRecord = app.user !== null && hasRole(app.user, CHECKERS) && isUnsigned(session);
  if (!isOpen) return null;
  return (
    <div className={styles['open']}>
      <span>{`More than ${formatQuantityText(balance.tolerance)} apart.`}</span>
      {mayRecord && <Button onPress={onDiscrepancy}>Record the discrepancy</Button>}
    </div>
  );
}

/** `vial 150, syringe 14` */
function wastedText({ wastes }: ReconciliationView): string {
  return wastes
    .map(({ from, amount }) => `${WASTE_PLACE_WORDS[from]} ${formatNumberText(amount)}`)
    .join(', ');
}

function witnesses({ wastes }: ReconciliationView): string {
  const names = [...new Set(wastes.flatMap(({ done }) => (done.witness ? [done.witness.name] : [])))];
  return names.length === 0 ? '' : `witness ${names.join(', ')}`;
}

function discrepancyText({
  unaccounted,
  text,
  done,
}: NonNullable<ReconciliationView['discrepancy']>): string {
  const witness = done.witness ? `, witness ${done.witness.name}` : '';
  return `Discrepancy of ${formatQuantityText(unaccounted)}: “${text}” ${done.by.name}${witness}.`;
}
