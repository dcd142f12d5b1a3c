import type { EffectRow, SessionView } from '../../../../contract/views/session.ts';
import { formatHourMinute } from '../../../components/time.ts';
import { capitalised, effectText } from '../../../documents/words.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import styles from './Effects.module.css';
import { openEffects } from './recoveryWords.ts';

/** What was seen, the open ones first: each stays open until somebody ends it or hands it over. Source: UX 1, 25. */
export function Effects({ session }: { readonly session: SessionView }) {
  const open = openEffects(session);
  const others = session.effects.filter((effect) => !open.includes(effect)).reverse();
  return (
    <section aria-label="Effects">
      <div className={styles['head']}>
        <h2>Effects</h2>
        <span>{`${open.length} open`}</span>
      </div>
      {session.effects.length === 0 && <p className={styles['note']}>None recorded.</p>}
      <ul>
        {[...open, ...others].map((effect) => (
          <Effect
            key={`${effect.effect} ${effect.began.at}`}
            effect={effect}
            isOpen={open.includes(effect)}
          />
        ))}
      </ul>
      {open.length > 0 && (
        <p className={styles['note']}>Open effects are handed over by name at discharge.</p>
      )}
    </section>
  );
}

function Effect({ effect, isOpen }: { readonly effect: EffectRow; readonly isOpen: boolean }) {
  const { clock } = useApp();
  const from = formatHourMinute(effect.began.happenedAt, clock.zone);
  const to = effect.ended ? ` to ${formatHourMinute(effect.ended.happenedAt, clock.zone)}` : '';
  return (
    <li className={styles['effect']}>
      <span>{capitalised(effectText(effect.effect, isOpen ? effect.severity : effect.worst))}</span>
      {isOpen ? <strong>{`open since ${from}`}</strong> : <span>{`${from}${to}`}</span>}
    </li>
  );
}
