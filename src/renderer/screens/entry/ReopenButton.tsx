import { useState } from 'react';
import type { SessionView } from '../../../contract/views/session.ts';
import { Button } from '../../components/Button.tsx';
import { useApp } from '../../hooks/useApp.tsx';
import { canDo } from '../board/chairCommands.ts';
import { SessionSheet } from '../session/SessionSheet.tsx';

type ReopenButtonProps = {
  readonly session: Pick<SessionView, 'id' | 'state'>;
  readonly size?: 'act' | 'normal';
};

/** T21b from every screen between the order and the start; absent for whoever is no prescriber. */
export function ReopenButton({ session, size = 'act' }: ReopenButtonProps) {
  const { app } = useApp();
  const [isOpen, setOpen] = useState(false);
  if (!canDo('reopen', session.state, app.user?.roles ?? [])) return null;
  return (
    <>
      <Button size={size} onPress={() => setOpen(true)}>
        Change the order
      </Button>
      {isOpen && <SessionSheet session={session.id} command="reopen" onClose={() => setOpen(false)} />}
    </>
  );
}
