import { useState } from 'react';
import type { SessionView } from '../../../../contract/views/session.ts';
import { Button } from '../../../components/Button.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { type ChairCommand, canDo } from '../../board/chairCommands.ts';
import { ReopenButton } from '../../entry/ReopenButton.tsx';
import { SessionSheet } from '../SessionSheet.tsx';

type CancelActionsProps = { readonly session: SessionView; readonly size: 'act' | 'normal' };

/** The ways out before the start: cancel, and first the waste of what is drawn up. Source: UX 2.3 T20. */
export function CancelActions({ session, size }: CancelActionsProps) {
  const { app } = useApp();
  const [open, setOpen] = useState<ChairCommand | null>(null);
  const can = (command: ChairCommand): boolean => canDo(command, session.state, app.user?.roles ?? []);
  const hasDrug = session.preparation?.vial !== null && session.preparation !== null;
  return (
    <>
      {can('cancel') && (
        <Button size={size} onPress={() => setOpen('cancel')}>
          Cancel session
        </Button>
      )}
      {hasDrug && can('waste') && (
        <Button size={size} onPress={() => setOpen('waste')}>
          Record waste
        </Button>
      )}
      <ReopenButton session={session} size={size} />
      {open && <SessionSheet session={session.id} command={open} onClose={() => setOpen(null)} />}
    </>
  );
}
