import type { SessionView } from '../../../../contract/views/session.ts';
import { Button } from '../../../components/Button.tsx';
import { Sheet } from '../../../components/Sheet.tsx';

type CancelSheetProps = { readonly session: SessionView; readonly onClose: () => void };

export function CancelSheet({ session, onClose }: CancelSheetProps) {
  return (
    <Sheet isOpen onClose={onClose} title={session.number} footer={<Button onPress={onClose}>Close</Button>}>
      {session.number}
    </Sheet>
  );
}
