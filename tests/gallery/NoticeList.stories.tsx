import { useState } from 'react';
import { Button } from '../../src/renderer/components/Button.tsx';
import { type Notice, NoticeList } from '../../src/renderer/components/NoticeList.tsx';
import { nothing, type Story } from './story.ts';

const NOTICES: readonly Notice[] = [
  { id: 'pdf', text: 'Session summary saved as PDF' },
  { id: 'due', tone: 'due', text: 'Chair 1 BAKER: vitals are due' },
  {
    id: 'overdue',
    tone: 'overdue',
    text: 'OVERDUE 5 min: Chair 2 OKAFOR, vitals were due 10:20',
    action: <Button onPress={nothing}>Record vitals</Button>,
  },
  { id: 'saved', tone: 'stop', text: 'NOT SAVED (2): the disk is full. Use the downtime form' },
];

function Demo() {
  const [notices, setNotices] = useState(NOTICES);
  return (
    <NoticeList
      notices={notices}
      onAcknowledge={(seen) => setNotices(notices.filter(({ id }) => id !== seen))}
    />
  );
}

export const stories: readonly Story[] = [
  { name: 'every tone', render: () => <Demo /> },
  { name: 'none', render: () => <NoticeList notices={[]} onAcknowledge={nothing} /> },
];
