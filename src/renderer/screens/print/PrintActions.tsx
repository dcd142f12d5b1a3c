import { useRef, useState } from 'react';
import type { Request } from '../../../contract/channels.ts';
import type { Failure } from '../../../contract/failures.ts';
import type { DocumentData } from '../../../contract/views/documents.ts';

import type { Paper } from '../../../core/session/events.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNote } from '../../components/FailureNote.tsx';
import { PrintRoot } from '../../documents/PrintRoot.tsx';
import { errorText } from '../../errorText.ts';
import { call } from '../../hooks/call.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { useKeys } from '../../hooks/useKeys.ts';
import { useStep } from '../../hooks/useStep.ts';
import styles from './PrintActions.module.css';

type Job = {
  readonly paper: Paper;
  readonly to: 'pdf' | 'printer';
  /** Read when the button was pressed: neither what was on the screen before nor what is counted meanwhile. */
  readonly document: DocumentData;
};

type PrintActionsProps = {
  readonly kind: Request<'document:load'>['kind'];
  readonly session: string;
};

const PREPARING = 'Preparing the pages …';

/**
 * PDF on A4 or Letter, or the system's print dialog, which Ctrl P opens too. The document is put into the window's
 * print root first and rendered by the shell only when it is complete, so screen, PDF and paper are one drawing.
 */
export function PrintActions({ kind, session }: PrintActionsProps) {
  const { clock } = useApp();
  const [job, setJob] = useState<Job | null>(null);
  const [said, setSaid] = useState('');
  const pdf = useStep('document:savePdf');
  const printer = useStep('document:print');
  const [unread, setUnread] = useState<Failure | null>(null);
  const isBusy = useRef(false);
  const failure = unread ?? pdf.failure ?? printer.failure;
  const begin = async (paper: Paper, to: Job['to']): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    pdf.clear();
    printer.clear();
    setSaid(PREPARING);
    const read = await call('document:load', { kind, session });
    setUnread(read.ok ? null : read.failure);
    if (read.ok) setJob({ paper, to, document: read.value });
    else end('');
  };
  const end = (words: string): void => {
    setSaid(words);
    setJob(null);
    isBusy.current = false;
  };
  const run = async ({ paper, to, document }: Job): Promise<void> => {
    const request = { kind, session, paper, position: document.print.position };
    const saved = to === 'pdf' ? await pdf.send(request) : null;
    const printed = to === 'printer' ? await printer.send(request) : null;
    end(saved ? `Saved as ${saved.path}` : printed ? 'Handed to the print dialog.' : '');
  };
  useKeys({ 'ctrl+p': () => void begin('A4', 'printer') });
  return (
    <div className={styles['actions']}>
      {job && <PrintRoot document={job.document} paper={job.paper} onReady={() => void run(job)} />}
      <div className={styles['buttons']}>
        <Button onPress={() => void begin('A4', 'pdf')}>Save PDF, A4</Button>
        <Button onPress={() => void begin('Letter', 'pdf')}>Save PDF, Letter</Button>
        <Button icon="print" shortcut={['Ctrl', 'P']} onPress={() => void begin('A4', 'printer')}>
          Print
        </Button>
      </div>
      <p role="status" className={styles['said']}>
        {said}
      </p>
      {failure && <FailureNote tone="stop">{errorText(failure, clock.zone)}</FailureNote>}
    </div>
  );
}
