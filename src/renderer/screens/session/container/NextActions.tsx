import { useState } from 'react';
import type { SessionView } from '../../../../contract/views/session.ts';
import { Button } from '../../../components/Button.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { usePlace } from '../../../hooks/usePlace.tsx';
import { type ChairCommand, canDo } from '../../board/chairCommands.ts';
import { SessionSheet } from '../SessionSheet.tsx';

/** Away from the preparation of the next container: back to the infusion, waste, or discard what was begun. */
export function NextActions({ session }: { readonly session: SessionView }) {
  const { app } = useApp();
  const { go } = usePlace();
  const [open, setOpen] = useState<ChairCommand | null>(null);
  const can = (command: ChairCommand): boolean => canDo(command, session.state, app.user?.roles ?? []);
  return (
    <>
      <Button size="act" onPress={() => go({ at: 'session', session: session.id })}>
        {`Chair ${session.chair}`}
      </Button>
      {can('waste') && (
        <Button size="act" onPress={() => setOpen('waste')}>
          Record waste
        </Button>
      )}
      {session.nextPreparation?.vial && can('discardNext') && (
        <Button size="act" onPress={() => setOpen('discardNext')}>
          Discard it
        </Button>
      )}
      {open && <SessionSheet session={session.id} command={open} onClose={() => setOpen(null)} />}
    </>
  );
}
