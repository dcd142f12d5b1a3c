import { useCallback, useMemo } from 'react';
import type { DocumentData } from '../../contract/views/documents.ts';
import { PaperDocument } from './PaperDocument.tsx';
import { PrintSheet } from './PrintSheet.tsx';
import { printable } from './printable.ts';
import { type PaperName, showPageFrame } from './printPage.ts';

type PrintRootProps = {
  readonly document: DocumentData;
  readonly paper: PaperName;
  readonly onReady?: () => void;
};

/** A document on paper, with its header and footer in the margins. */
export function PrintRoot({ document: data, paper, onReady }: PrintRootProps) {
  const document = useMemo(() => printable(data), [data]);
  const begin = useCallback((root: HTMLElement) => showPageFrame(document, paper, root), [document, paper]);
  return (
    <PrintSheet begin={begin} onReady={onReady}>
      <PaperDocument document={document} />
    </PrintSheet>
  );
}
