import { useState } from 'react';
import type { DocumentData } from '../../../contract/views/documents.ts';
import type { Paper } from '../../../core/session/events.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNote } from '../../components/FailureNote.tsx';
import { PrintRoot } from '../../documents/PrintRoot.tsx';
import { errorText } from '../../errorText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { useStep } from '../../hooks/useStep.ts';
import styles from './PrintActions.module.css';

type Job = { readonly paper: Paper; readonly to: 'pdf' | 'printer' };

type PrintActionsProps = {
  readonly document: DocumentData;
  readonly session: string;
  readonly onPrinted?: () => void;
};

/**
 * PDF on A4 or Letter, or the system's print dialog. The document is put into the window's print root first and
 * rendered by the shell only when it is complete, so screen, PDF and paper are one drawing.
 */
export function PrintActions({ document, session, onPrinted }: PrintActionsProps) {
  const { clock } = useApp();
  const [job, setJob] = useState<Job | null>(null);
  const [path, setPath] = useState<string | null>(null);
  const pdf = useStep('document:savePdf');
  const printer = useStep('document:print');
  const failure = pdf.failure ?? printer.failure;
  const run = async ({ paper, to }: Job): Promise<void> => {
    const request = { kind: document.kind, session, paper };
    if (to === 'pdf') {
      const saved = await pdf.send(request);
      setPath(saved?.path ?? null);
      if (saved) onPrinted?.();
    } else if (await printer.send(request)) {
      onPrinted?.();
    }
    setJob(null);
  };
  return (
    <div className={styles['actions']}>
      {job && <PrintRoot document={document} paper={job.paper} onReady={() => void run(job)} />}
      <div className={styles['buttons']}>
        <Button onPress={() => setJob({ paper: 'A4', to: 'pdf' })}>Save PDF, A4</Button>
        <Button onPress={() => setJob({ paper: 'Letter', to: 'pdf' })}>Save PDF, Letter</Button>
        <Button icon="print" onPress={() => setJob({ paper: 'A4', to: 'printer' })}>
          Print
        </Button>
      </div>
      <p role="status" className={styles['said']}>
        {job ? 'Preparing the pages …' : path === null ? '' : `Saved as ${path}`}
      </p>
      {failure && <FailureNote tone="stop">{errorText(failure, clock.zone)}</FailureNote>}
    </div>
  );
}
