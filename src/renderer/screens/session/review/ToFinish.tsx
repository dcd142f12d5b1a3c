import { useEffect, useRef } from 'react';
import type { SessionView } from '../../../../contract/views/session.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { isUnsigned } from './signing.ts';
import styles from './ToFinish.module.css';
import { type FinishLine, type FinishSheetName, finishLines } from './toFinish.ts';

type ToFinishProps = {
  readonly session: SessionView;
  readonly onOpen: (sheet: FinishSheetName) => void;
};

const WORDS: Readonly<Record<FinishSheetName, string>> = {
  readPump: 'Read the pump',
  stopReason: 'Give the reason',
  waste: 'Record waste',
};

const ROLES: Readonly<Record<FinishSheetName, readonly string[]>> = {
  readPump: ['nurse'],
  stopReason: ['nurse', 'prescriber'],
  waste: ['nurse', 'prescriber', 'pharmacist'],
};

/** What the record still lacks, each line with the way to it; the focus begins at the first. Source: UX 3.14, 3.20. */
export function ToFinish({ session, onOpen }: ToFinishProps) {
  const { clock } = useApp();
  const lines = finishLines(session, clock.zone);
  const left = lines.filter(({ opens }) => opens !== null);
  const list = useRef<HTMLUListElement>(null);
  // At the start and whenever one is done: the next one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: their number says that one was done
  useEffect(() => list.current?.querySelector('button')?.focus(), [left.length]);
  return (
    <section aria-label="To finish">
      <div className={styles['head']}>
        <h2>To finish</h2>
        <span>{left.length === 0 ? 'nothing left' : `${left.length} left`}</span>
      </div>
      <ul ref={list}>
        {lines.map((line) => (
          <Line key={line.id} line={line} session={session} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}

type LineProps = ToFinishProps & { readonly line: FinishLine };

function Line({ line, session, onOpen }: LineProps) {
  const { app } = useApp();
  const { opens, label, detail, value } = line;
  const mayOpen =
    opens !== null &&
    // What the nurse has signed is what the prescriber countersigns: nothing is added in between.
    isUnsigned(session) &&
    (app.user?.roles ?? []).some((role) => ROLES[opens].includes(role));
  return (
    <li className={styles['line']}>
      <span className={styles['sign']}>
        <Icon name={opens === null ? 'check' : 'clock'} label={opens === null ? 'done' : 'to do'} />
      </span>
      <span className={opens === null ? styles['label'] : styles['open']}>
        {label} {detail && <span className={styles['detail']}>{`· ${detail}`}</span>}
      </span>
      <span className={styles['value']}>{value}</span>
      {mayOpen && <Button onPress={() => onOpen(opens)}>{WORDS[opens]}</Button>}
    </li>
  );
}
