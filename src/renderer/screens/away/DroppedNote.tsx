import { NoticeList } from '../../components/NoticeList.tsx';
import type { Dropped } from '../../hooks/useDroppedByLock.ts';

/** What was typed and not saved when the desk locked, on the next screens until somebody has put it away. */
export function DroppedNote({ dropped: { texts, onSeen } }: { readonly dropped: Dropped }) {
  if (texts.length === 0) return null;
  const text = `Typed and not saved when this desk locked: ${texts.join('; ')}. It is not in the record. Record it again.`;
  return <NoticeList notices={[{ id: 'dropped', text, tone: 'stop' }]} onAcknowledge={onSeen} />;
}
