import { type ReactNode, useId } from 'react';
import type { Failure } from '../../../contract/failures.ts';
import { classes } from '../../components/classes.ts';
import { FailureNote } from '../../components/FailureNote.tsx';
import { Icon } from '../../components/Icon.tsx';
import { errorText } from '../../errorText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import styles from './Door.module.css';
import type { DoorRow, DoorWords } from './doorWords.ts';

type DoorProps = {
  readonly words: DoorWords;
  readonly training?: boolean;
  /** What goes on after the press. Its line is kept free, so that nothing moves. */
  readonly status?: string | null;
  readonly failure?: Failure | null;
  /** The one button. */
  readonly children: ReactNode;
};

/** One way in: for whom, what waits there, one button. */
export function Door({ words, training = false, status = null, failure = null, children }: DoorProps) {
  const { clock } = useApp();
  const title = useId();
  return (
    <section className={classes(styles['door'], training && styles['training'])} aria-labelledby={title}>
      <span className={styles['whom']}>{words.whom}</span>
      <h2 id={title} className={styles['title']}>
        {words.title}
      </h2>
      <p className={styles['what']}>{words.what}</p>
      <ul>
        {words.rows.map((row) => (
          <Row key={row.strong} row={row} />
        ))}
      </ul>
      <div className={styles['way']}>
        {failure && <FailureNote tone="stop">{errorText(failure, clock.zone)}</FailureNote>}
        <p role="status" className={styles['status']}>
          {status}
        </p>
        {children}
      </div>
    </section>
  );
}

function Row({ row: { sign, strong, rest } }: { readonly row: DoorRow }) {
  return (
    <li className={styles['row']}>
      {typeof sign === 'number' ? <b>{sign}</b> : <Icon name={sign} size={16} />}
      <span>
        <strong className={styles['strong']}>{strong}</strong>
        {rest}
      </span>
    </li>
  );
}
