import type { Request } from '../../../contract/channels.ts';
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
import { printedWords, usePrintJob } from './usePrintJob.ts';

type PrintActionsProps = {
  readonly kind: Request<'document:load'>['kind'];
  readonly session: string;
};

/**
 * PDF on A4 or Letter, or the system's print dialog, which Ctrl P opens too. The document is put into the window's
 * print root first and rendered by the shell only when it is complete, so screen, PDF and paper are one drawing.
 */
export function PrintActions({ kind, session }: PrintActionsProps) {
  const { clock } = useApp();
  const pdf = useStep('document:savePdf');
  const printer = useStep('document:print');
  const { job, said, unread, begin, run } = usePrintJob<Paper, DocumentData>({
    load: () => {
      pdf.clear();
      printer.clear();
      return call('document:load', { kind, session });
    },
    send: async ({ sheet, to, document }) => {
      const request = { kind, session, paper: sheet, position: document.print.position };
      return to === 'pdf'
        ? printedWords(await pdf.send(request), null)
        : printedWords(null, await printer.send(request));
    },
  });
  const failure = unread ?? pdf.failure ?? printer.failure;
  useKeys({ 'ctrl+p': () => void begin('A4', 'printer') });
  return (
    <div className={styles['actions']}>
      {job && <PrintRoot document={job.document} paper={job.sheet} onReady={() => void run(job)} />}
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
