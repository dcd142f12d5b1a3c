import { useState } from 'react';
import type { SessionView } from '../../../contract/views/session.ts';
import { Button } from '../../components/Button.tsx';
import { useApp } from '../../hooks/useApp.tsx';
import { canDo } from '../board/chairCommands.ts';
import { SessionSheet } from '../session/SessionSheet.tsx';

/** T20 from every screen before the start; absent for whoever may not. */
export function CancelButton({ session }: { readonly session: Pick<SessionView, 'id' | 'state'> }) {
  const { app } = useApp();
  const [isOpen, setOpen] = useState(false);
  if (!canDo('cancel', session.state, app.user?.roles ?? [])) return null;
  return (
    <>
      <Button size="act" onPress={() => setOpen(true)}>
        Cancel this session
      </Button>
      {isOpen && <SessionSheet session={session.id} command="cancel" onClose={() => setOpen(false)} />}
    </>
  );
}
