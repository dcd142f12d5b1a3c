import type { LimitsReport } from '../../contract/views/limits.ts';
import { FailureNote } from '../components/FailureNote.tsx';
import { Screen } from '../components/Screen.tsx';
import { ScreenHead } from '../components/ScreenHead.tsx';
import { formatTime } from '../components/time.ts';
import { errorText } from '../errorText.ts';
import { useRead } from '../hooks/queries.ts';
import { useApp } from '../hooks/useApp.tsx';
import styles from './LimitsScreen.module.css';
import { LimitRow } from './limits/LimitRow.tsx';
import { protocolNote } from './limits/limitsWords.ts';

/** How often the limits of the library are passed, for the two roles that set them. Source: UX 0.2 and 3.7; H17. */
export function LimitsScreen() {
  const { clock } = useApp();
  const { data: report, failure } = useRead('limits:report', {});
  return (
    <Screen
      head={
        <ScreenHead
          title="Limits passed"
          note={report && `library ${report.library}; an order counts once its entries are no longer blind`}
          clock={formatTime(clock.now, clock.zone)}
        />
      }
    >
      {failure && <FailureNote tone="stop">{errorText(failure, clock.zone)}</FailureNote>}
      {report?.protocols.map((protocol) => (
        <Protocol key={protocol.id} protocol={protocol} />
      ))}
    </Screen>
  );
}

function Protocol({ protocol }: { readonly protocol: LimitsReport['protocols'][number] }) {
  const { id, title, limits } = protocol;
  return (
    <section className={styles['protocol']} aria-labelledby={`limits-${id}`}>
      <h2 id={`limits-${id}`} className={styles['title']}>
        {title}
      </h2>
      <p className={styles['note']}>{protocolNote(protocol)}</p>
      <ul>
        {limits.map((limit) => (
          <LimitRow key={`${limit.side} ${limit.value}`} limit={limit} />
        ))}
      </ul>
    </section>
  );
}
