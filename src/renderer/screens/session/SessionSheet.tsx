import { Button } from '../../components/Button.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import type { ChairCommand } from '../board/chairCommands.ts';

type SessionSheetProps = {
  readonly session: string;
  readonly command: ChairCommand;
  readonly onClose: () => void;
};

export function SessionSheet({ command, onClose }: SessionSheetProps) {
  return (
    <Sheet isOpen onClose={onClose} title={command} footer={<Button onPress={onClose}>Close</Button>}>
      {command}
    </Sheet>
  );
}
