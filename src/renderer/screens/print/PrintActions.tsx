import { useState } from 'react';
import type { DocumentData } from '../../../contract/views/documents.ts';
import type { Paper } from '../../../core/session/events.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNote } from '../../components/FailureNote.tsx';
import { PrintRoot } from '../../documents/PrintRoot.tsx';
import { errorText } from '../../errorText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { useKeys } from '../../hooks/useKeys.ts';
import { useStep } from '../../hooks/useStep.ts';
import styles from './PrintActions.module.css';

type Job = {
  readonly paper: Paper;
  readonly to: 'pdf' | 'printer';
  /** As it was when the button was pressed: a copy that is counted meanwhile starts no second print. */
  readonly document: DocumentData;
};

type PrintActionsProps = {
  readonly document: DocumentData;
  readonly session: string;
  readonly onPrinted?: () => void;
};

/**
 * PDF on A4 or Letter, or the system's print dialog, which Ctrl P opens too. The document is put into the window's
 * print root first and rendered by the shell only when it is complete, so screen, PDF and paper are one drawing.
 */
export function PrintActions({ document, session, onPrinted }: PrintActionsProps) {
  const { clock } = useApp();
  const [job, setJob] = useState<Job | null>(null);
  const [said, setSaid] = useState('');
  const pdf = useStep('document:savePdf');
  const printer = useStep('document:print');
  const failure = pdf.failure ?? printer.failure;
  const begin = (paper: Paper, to: Job['to']): void => {
    if (job) return;
    pdf.clear();
    printer.clear();
    setSaid('');
    setJob({ paper, to, document });
  };
  const run = async ({ paper, to }: Job): Promise<void> => {
    const request = { kind: document.kind, session, paper };
    const saved = to === 'pdf' ? await pdf.send(request) : null;
    const printed = to === 'printer' ? await printer.send(request) : null;
    setSaid(saved ? `Saved as ${saved.path}` : printed ? 'Handed to the print dialog.' : '');
    setJob(null);
    if (saved ?? printed) onPrinted?.();
  };
  useKeys({ 'ctrl+p': () => begin('A4', 'printer') });
  return (
    <div className={styles['actions']}>
      {job && <PrintRoot document={job.document} paper={job.paper} onReady={() => void run(job)} />}
      <div className={styles['buttons']}>
        <Button onPress={() => begin('A4', 'pdf')}>Save PDF, A4</Button>
        <Button onPress={() => begin('Letter', 'pdf')}>Save PDF, Letter</Button>
        <Button icon="print" shortcut={['Ctrl', 'P']} onPress={() => begin('A4', 'printer')}>
          Print
        </Button>
      </div>
      <p role="status" className={styles['said']}>
        {job ? 'Preparing the pages …' : said}
      </p>
      {failure && <FailureNote tone="stop">{errorText(failure, clock.zone)}</FailureNote>}
    </div>
  );
}
