import { useState } from 'react';
import type { BoardView } from '../../../contract/views/session.ts';
import { Button } from '../../components/Button.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { formatDateTime } from '../../components/time.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { usePlace } from '../../hooks/usePlace.tsx';
import styles from './BoardLists.module.css';

/** Plans that wait for a signature of the order, and records that wait to be signed: behind the chairs, one press away. */
export function BoardLists({ board }: { readonly board: BoardView }) {
  const [open, setOpen] = useState<'planned' | 'unsigned' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <div className={styles['lists']}>
      {board.planned.length > 0 && (
        <Button variant="ghost" onPress={() => setOpen('planned')}>{`Plans ${board.planned.length}`}</Button>
      )}
      {board.unsigned.length > 0 && (
        <Button
          variant="ghost"
          onPress={() => setOpen('unsigned')}
        >{`Unsigned ${board.unsigned.length}`}</Button>
      )}
      <Planned board={board} isOpen={open === 'planned'} onClose={close} />
      <Unsigned board={board} isOpen={open === 'unsigned'} onClose={close} />
    </div>
  );
}

type ListProps = { readonly board: BoardView; readonly isOpen: boolean; readonly onClose: () => void };

function Planned({ board, isOpen, onClose }: ListProps) {
  const { go } = usePlace();
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title="Plans not yet authorised"
      footer={<Button onPress={onClose}>Close</Button>}
    >
      <ul className={styles['list']}>
        {board.planned.map((plan) => (
          <li key={plan.id}>
            <strong>{`Chair ${plan.chair} — ${plan.patient}`}</strong>
            <span>{plan.voided ? 'authorisation void: a limit is passed' : plan.protocol}</span>
            <span>{`by ${plan.by.name}`}</span>
            <Button onPress={() => go({ at: 'session', session: plan.id })}>Open</Button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function Unsigned({ board, isOpen, onClose }: ListProps) {
  const { go } = usePlace();
  const { clock } = useApp();
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title="Records not yet signed"
      footer={<Button onPress={onClose}>Close</Button>}
    >
      <ul className={styles['list']}>
        {board.unsigned.map((record) => (
          <li key={record.id}>
            <strong>{`${record.patient} — ${record.number}`}</strong>
            <span>
              {record.endedAt === null ? '' : `ended ${formatDateTime(record.endedAt, clock.zone)}`}
            </span>
            <span>
              {record.signedBy
                ? `signed by ${record.signedBy.name}, waits for the prescriber`
                : 'waits for the nurse'}
            </span>
            <Button onPress={() => go({ at: 'session', session: record.id })}>Review and sign</Button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
