import type { SessionView } from '../../../../contract/views/session.ts';
import { Button } from '../../../components/Button.tsx';
import { errorText } from '../../../errorText.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import body from '../recovery/SheetBody.module.css';
import { CareSheet } from '../running/CareSheet.tsx';
import { roleMissing } from '../running/sessionWords.ts';

type WasteBlockedProps = {
  readonly session: SessionView;
  /** Null where it is not the pump that is waited for. */
  readonly onReadPump: (() => void) | null;
  readonly onClose: () => void;
};

/** Why nothing can be wasted now, and what comes first. */
export function WasteBlocked({ session, onReadPump, onClose }: WasteBlockedProps) {
  const { app, clock } = useApp();
  return (
    <CareSheet
      session={session}
      title="Record waste"
      onClose={onClose}
      save={
        onReadPump && (
          <Button
            size="act"
            variant="primary"
            icon="pump"
            missing={roleMissing(app, ['nurse'])}
            onPress={onReadPump}
          >
            Read the pump
          </Button>
        )
      }
    >
      <p className={`${body['one']} ${body['say']}`}>
        {onReadPump ? errorText({ kind: 'pumpNotReadYet' }, clock.zone) : nothingLeftText(session)}
      </p>
    </CareSheet>
  );
}

function nothingLeftText({ reconciliation }: SessionView): string {
  return reconciliation ? 'Nothing is left to waste.' : 'No vial is opened: there is nothing to waste.';
}
