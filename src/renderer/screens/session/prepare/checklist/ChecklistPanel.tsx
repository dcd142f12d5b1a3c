import { useEffect, useRef, useState } from 'react';
import type { CheckView } from '../../../../../contract/views/checklist.ts';
import type { SessionView } from '../../../../../contract/views/session.ts';
import { CheckLine } from './CheckLine.tsx';
import styles from './Checklist.module.css';
import { CheckSheet } from './CheckSheet.tsx';
import { DecideSheet } from './DecideSheet.tsx';

type Group = CheckView['item']['group'];

const COLUMNS: readonly (readonly Group[])[] = [['patient'], ['line', 'pump', 'room']];
const GROUP_WORDS: Record<Group, string> = { patient: 'Patient', line: 'Line', pump: 'Pump', room: 'Room' };

/** Which item has its sheet open, and what for. */
type Open = { readonly item: string; readonly as: 'answer' | 'no' | 'decision' } | null;

/**
 * The checklist: every item by itself, with person and time; there is no "all yes". The first that is not asked yet has
 * the focus, and Enter goes on. Source: UX 3.10, 3.20.
 */
export function ChecklistPanel({ session }: { readonly session: SessionView }) {
  const { items } = session.checklist;
  const [open, setOpen] = useState<Open>(null);
  const list = useFirstNotAsked(items, open === null);
  const chosen = open && items.find(({ item }) => item.id === open.item);
  if (items.length === 0) return null;
  return (
    <section aria-label="Checklist" className={styles['panel']} ref={list}>
      <div className={styles['columns']}>
        {COLUMNS.map((groups) => (
          <div key={groups.join()}>
            {groups.map((group) => (
              <CheckGroup
                key={group}
                session={session}
                words={GROUP_WORDS[group]}
                checks={items.filter(({ item }) => item.group === group)}
                onOpen={setOpen}
              />
            ))}
          </div>
        ))}
      </div>
      {open && chosen && open.as !== 'decision' && (
        <CheckSheet session={session} check={chosen} isNo={open.as === 'no'} onClose={() => setOpen(null)} />
      )}
      {open && chosen && open.as === 'decision' && (
        <DecideSheet
          session={session}
          subject={chosen.item.id}
          text={chosen.item.text}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

/** `14 of 15 answered` */
export function answeredText({ checklist: { items } }: SessionView): string {
  if (items.length === 0) return '';
  return `${items.filter(({ answer }) => answer !== null).length} of ${items.length} answered`;
}

type CheckGroupProps = {
  readonly session: SessionView;
  readonly words: string;
  readonly checks: readonly CheckView[];
  readonly onOpen: (open: Open) => void;
};

function CheckGroup({ session, words, checks, onOpen }: CheckGroupProps) {
  if (checks.length === 0) return null;
  return (
    <div className={styles['group']}>
      <h2 className={styles['group-head']}>
        {words} <span>{checks.length}</span>
      </h2>
      <ul>
        {checks.map((check) => (
          <CheckLine
            key={check.item.id}
            session={session}
            check={check}
            onOpen={(as) => onOpen({ item: check.item.id, as })}
          />
        ))}
      </ul>
    </div>
  );
}

/** Puts the focus on the first item nobody has asked about: when the screen opens, and after each answer. */
function useFirstNotAsked(items: readonly CheckView[], isFree: boolean) {
  const list = useRef<HTMLElement>(null);
  const left = items.filter(({ answer }) => answer === null).map(({ item }) => item.id);
  const [first] = left;
  const count = left.length;
  useEffect(() => {
    if (!isFree || first === undefined || count === 0) return;
    // A sheet that closes gives the focus back first.
    const frame = requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-check="${first}"] button`)?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, [first, count, isFree]);
  return list;
}
