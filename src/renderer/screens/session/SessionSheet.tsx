import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { useRead } from '../../hooks/queries.ts';
import { belongsTo, type ChairCommand } from '../board/chairCommands.ts';
import { ContainerSheet } from './container/ContainerSheet.tsx';
import { DiscardNextSheet } from './container/DiscardNextSheet.tsx';
import { ConfirmDosesSheet } from './counted/ConfirmDosesSheet.tsx';
import { DoseSheet } from './counted/DoseSheet.tsx';
import { FailureLine } from './running/FailureLine.tsx';
import type { SheetProps } from './running/sheetProps.ts';
import { useKeyTime } from './running/useKeyTime.ts';
import { CancelSheet } from './sheets/CancelSheet.tsx';
import { CompleteSheet } from './sheets/CompleteSheet.tsx';
import { InterruptionSheet } from './sheets/InterruptionSheet.tsx';
import { NoteSheet } from './sheets/NoteSheet.tsx';
import { PauseSheet } from './sheets/PauseSheet.tsx';
import { RateSheet } from './sheets/RateSheet.tsx';
import { RecordPad } from './sheets/RecordPad.tsx';
import { ReopenSheet } from './sheets/ReopenSheet.tsx';
import { ResumeSheet } from './sheets/ResumeSheet.tsx';
import { StopSheet } from './sheets/StopSheet.tsx';
import { WasteSheet } from './sheets/WasteSheet.tsx';
import { StageSheet } from './stage/StageSheet.tsx';

type SessionSheetProps = {
  readonly session: string;
  readonly command: ChairCommand;
  readonly onClose: () => void;
  /** Told when a person works blind on the sheet: what lies under it leaves the page meanwhile. */
  readonly onAlone?: (isAlone: boolean) => void;
};

/** The sheet of one command, over the board or over a screen of the session. One sheet may lead to another. */
export function SessionSheet({ session: id, command, onClose, onAlone }: SessionSheetProps) {
  const { data: session, failure } = useRead('session:load', { session: id });
  const [shown, setShown] = useState(command);
  const keyTime = useKeyTime(shown === 'pause' || shown === 'stop' || shown === 'container');
  if (failure) {
    return (
      <Sheet isOpen onClose={onClose} title="Session" footer={<Button onPress={onClose}>Close</Button>}>
        <FailureLine failure={failure} />
      </Sheet>
    );
  }
  if (!session) return null;
  const back = shown === command ? onClose : () => setShown(command);
  const props: SheetProps = { session, onClose: back, onCommand: setShown };
  if (!belongsTo(shown, session)) return null;
  switch (shown) {
    case 'vitals':
    case 'effect':
      return <RecordPad key={shown} {...props} startsWith={shown} />;
    case 'note':
      return <NoteSheet {...props} />;
    case 'rate':
      return <RateSheet {...props} />;
    case 'stage':
      return <StageSheet {...props} onAlone={onAlone} />;
    case 'dose':
      return <DoseSheet {...props} />;
    case 'pause':
      return <PauseSheet {...props} onClose={onClose} keyTime={keyTime} />;
    case 'resume':
      return <ResumeSheet {...props} />;
    case 'container':
      return <ContainerSheet {...props} keyTime={keyTime} onAlone={onAlone} />;
    case 'discardNext':
      return <DiscardNextSheet session={session} onClose={onClose} />;
    case 'complete':
      return <CompleteSheet {...props} />;
    case 'stop':
      return <StopSheet {...props} keyTime={keyTime} />;
    case 'interruption':
      return session.counted ? <ConfirmDosesSheet {...props} /> : <InterruptionSheet {...props} />;
    case 'waste':
      return <WasteSheet session={session} onClose={onClose} />;
    case 'cancel':
      return <CancelSheet session={session} onClose={onClose} />;
    case 'reopen':
      return <ReopenSheet session={session} onClose={onClose} />;
  }
}
