import type { PassedLimit } from '../../../contract/views/limits.ts';
import { Quantity } from '../../components/Quantity.tsx';
import { formatDate } from '../../components/time.ts';
import { personName } from '../../documents/words.ts';
import { useApp } from '../../hooks/useApp.tsx';
import styles from './LimitRow.module.css';
import { leftOut, limitName, passedOfSigned } from './limitsWords.ts';

/** One soft limit: how often it was passed, and every reason with its date and its prescriber. */
export function LimitRow({ limit }: { readonly limit: PassedLimit }) {
  const { clock } = useApp();
  const note = leftOut(limit);
  return (
    <li className={styles['row']}>
      <h3 className={styles['name']}>{limitName(limit)}</h3>
      <p className={styles['rate']}>
        <Quantity value={limit.rate} size={24} decimals={1} />
        <span className={styles['muted']}>{passedOfSigned(limit)}</span>
      </p>
      <ol className={styles['reasons']} aria-label={`Reasons: ${limitName(limit)}`}>
        {limit.reasons.map(({ signedAt, by, reason }) => (
          <li key={`${signedAt} ${by.id}`} className={styles['reason']}>
            <span className="hy">{formatDate(signedAt, clock.zone)}</span>
            <span className={styles['muted']}>{personName(by)}</span>
            <span>{reason}</span>
          </li>
        ))}
        {note !== undefined && <li className={styles['muted']}>{note}</li>}
      </ol>
    </li>
  );
}
