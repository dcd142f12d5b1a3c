import { useEffect, useRef } from 'react';
import type { SessionView } from '../../../../contract/views/session.ts';
import type { Role } from '../../../../core/session/roles.ts';
import { ActionBar } from '../../../components/ActionBar.tsx';
import { Button } from '../../../components/Button.tsx';
import type { IconName } from '../../../components/Icon.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { canDo } from '../../board/chairCommands.ts';
import { sessionNow } from '../sessionTime.ts';
import styles from './RecoveryActions.module.css';
import type { RecoverySheetName } from './RecoverySheet.tsx';

type RecoveryActionsProps = {
  readonly session: SessionView;
  readonly onOpen: (sheet: RecoverySheetName) => void;
};

/** What is done to the patient, then what the record still lacks after a stop. */
export function RecoveryActions({ session, onOpen }: RecoveryActionsProps) {
  const { app, clock } = useApp();
  const roles = app.user?.roles ?? [];
  const isDue = session.vitalsDueAt !== null && session.vitalsDueAt <= sessionNow(session, clock);
  const care = canDo('vitals', session.state, roles) && (
    <>
      <Button
        size="act"
        variant={isDue ? 'primary' : 'quiet'}
        icon="heart"
        shortcut="V"
        onPress={() => onOpen('vitals')}
      >
        Vitals
      </Button>
      <Button size="act" icon="effect" shortcut="E" onPress={() => onOpen('effect')}>
        Effect
      </Button>
      <Button size="act" icon="note" shortcut="N" onPress={() => onOpen('note')}>
        Note
      </Button>
    </>
  );
  return <ActionBar groups={[care, <LeftToRecord key="left" session={session} onOpen={onOpen} />]} />;
}

type Lacking = {
  readonly sheet: Extract<RecoverySheetName, 'readPump' | 'stopReason' | 'waste'>;
  readonly icon: IconName;
  readonly word: string;
};

function LeftToRecord({ session, onOpen }: RecoveryActionsProps) {
  const { app } = useApp();
  const group = useRef<HTMLDivElement>(null);
  const lacking = lackingIn(session, app.user?.roles ?? []);
  const done = lacking.map(({ sheet }) => sheet).join();
  useEffect(() => {
    // The button that was pressed is gone with what it recorded: the focus goes on to the next one.
    if (done !== '' && document.activeElement === document.body)
      group.current?.querySelector('button')?.focus();
  }, [done]);
  return (
    <div ref={group} className={styles['left']}>
      {lacking.map(({ sheet, icon, word }) => (
        <Button key={sheet} size="act" icon={icon} onPress={() => onOpen(sheet)}>
          {word}
        </Button>
      ))}
    </div>
  );
}

/** What a signature will ask for and can be recorded now, by this person. */
function lackingIn(
  { recovery, reconciliation, state, counted }: SessionView,
  roles: readonly Role[],
): readonly Lacking[] {
  if (!recovery) return [];
  const { how, stopReason } = recovery;
  // Counted doses have no pump to read.
  const isRead = counted !== null || recovery.finalReading !== null;
  const mayGiveReason = roles.some((role) => role === 'nurse' || role === 'prescriber');
  const lacks: readonly (Lacking & { readonly when: boolean })[] = [
    {
      sheet: 'readPump',
      icon: 'pump',
      word: 'Read the pump',
      when: !isRead && roles.includes('nurse'),
    },
    {
      sheet: 'stopReason',
      icon: 'note',
      word: 'Give the reason for the stop',
      when: how === 'stopped' && stopReason === null && mayGiveReason,
    },
    {
      sheet: 'waste',
      icon: 'syringe',
      word: 'Record waste',
      when: isRead && reconciliation?.balances === false && canDo('waste', state, roles),
    },
  ];
  return lacks.filter(({ when }) => when);
}
