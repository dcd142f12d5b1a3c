import type { SessionView } from '../../../../contract/views/session.ts';
import { TimelineSheet } from '../review/TimelineSheet.tsx';
import { SessionSheet } from '../SessionSheet.tsx';
import { WasteSheet } from '../sheets/WasteSheet.tsx';
import { EscortSheet } from './EscortSheet.tsx';
import { ReadPumpSheet } from './ReadPumpSheet.tsx';
import { StopReasonSheet } from './StopReasonSheet.tsx';

export type RecoverySheetName =
  | 'vitals'
  | 'effect'
  | 'note'
  | 'readPump'
  | 'stopReason'
  | 'escort'
  | 'waste'
  | 'timeline';

type RecoverySheetProps = {
  readonly sheet: RecoverySheetName;
  readonly session: SessionView;
  readonly onClose: () => void;
};

/** What lies over the recovery screen. */
export function RecoverySheet({ sheet, session, onClose }: RecoverySheetProps) {
  switch (sheet) {
    case 'vitals':
    case 'effect':
    case 'note':
      return <SessionSheet session={session.id} command={sheet} onClose={onClose} />;
    case 'readPump':
      return <ReadPumpSheet session={session} onClose={onClose} />;
    case 'stopReason':
      return <StopReasonSheet session={session} onClose={onClose} />;
    case 'escort':
      return <EscortSheet session={session} onClose={onClose} />;
    case 'timeline':
      return <TimelineSheet session={session} onClose={onClose} />;
    case 'waste':
      return <WasteSheet session={session} onClose={onClose} />;
  }
}
