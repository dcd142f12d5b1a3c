import type { SessionView } from '../../../../contract/views/session.ts';
import type { ChairCommand } from '../../board/chairCommands.ts';

/** What every sheet gets; `onCommand` goes on to another sheet, from which one comes back to the first. */
export type SheetProps = {
  readonly session: SessionView;
  readonly onClose: () => void;
  readonly onCommand: (command: ChairCommand) => void;
};
