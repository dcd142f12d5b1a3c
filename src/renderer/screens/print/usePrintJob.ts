import { useRef, useState } from 'react';
import type { Failure } from '../../../contract/failures.ts';

/** One thing on its way to paper. */
export type PrintJob<Sheet, Printed> = {
  readonly sheet: Sheet;
  readonly to: 'pdf' | 'printer';
  /** Read when the button was pressed: neither what was on the screen before nor what is counted meanwhile. */
  readonly document: Printed;
};

type Read<Printed> =
  | { readonly ok: true; readonly value: Printed }
  | { readonly ok: false; readonly failure: Failure };

type PrintJobParts<Sheet, Printed> = {
  readonly load: () => Promise<Read<Printed>>;
  /** Sends it once it stands in the print root; the words for what came of it, empty when it was refused. */
  readonly send: (job: PrintJob<Sheet, Printed>) => Promise<string>;
};

const PREPARING = 'Preparing the pages …';

/**
 * A document is read, put into the window's print root, and rendered by the shell only when it is complete there.
 * While one is on its way a second press does nothing.
 */
export function usePrintJob<Sheet, Printed>({ load, send }: PrintJobParts<Sheet, Printed>) {
  const [job, setJob] = useState<PrintJob<Sheet, Printed> | null>(null);
  const [said, setSaid] = useState('');
  const [unread, setUnread] = useState<Failure | null>(null);
  const isBusy = useRef(false);
  const end = (words: string): void => {
    setSaid(words);
    setJob(null);
    isBusy.current = false;
  };
  return {
    job,
    said,
    unread,
    begin: async (sheet: Sheet, to: PrintJob<Sheet, Printed>['to']): Promise<void> => {
      if (isBusy.current) return;
      isBusy.current = true;
      setSaid(PREPARING);
      const read = await load();
      setUnread(read.ok ? null : read.failure);
      if (read.ok) setJob({ sheet, to, document: read.value });
      else end('');
    },
    run: async (ready: PrintJob<Sheet, Printed>): Promise<void> => end(await send(ready)),
  };
}

/** What is said once the shell has it. */
export function printedWords(
  saved: { readonly path: string } | null,
  printed: Record<string, never> | null,
): string {
  return saved ? `Saved as ${saved.path}` : printed ? 'Handed to the print dialog.' : '';
}
