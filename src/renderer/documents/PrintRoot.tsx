import { useEffectEvent, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { DocumentData } from '../../contract/views/documents.ts';
import { PaperDocument } from './PaperDocument.tsx';
import './print.css';
import { type PaperName, showPageFrame, whenPrintable } from './printPage.ts';

type PrintRootProps = {
  readonly document: DocumentData;
  readonly paper: PaperName;
  /** Called once, when a page made now would be complete. Data loaded anew meanwhile does not print a second time. */
  readonly onReady?: () => void;
};

/**
 * The document beside the application: unseen on screen, and all there is on paper. Stands directly in the body,
 * so that hiding everything else is one rule. Taken down, it leaves no header text behind.
 */
export function PrintRoot({ document, paper, onReady }: PrintRootProps) {
  const isSaid = useRef(false);
  const ready = useEffectEvent(() => {
    if (isSaid.current) return;
    isSaid.current = true;
    onReady?.();
  });
  useLayoutEffect(() => {
    let current = true;
    const takeAway = showPageFrame(document, paper, window.document.documentElement);
    void whenPrintable(window.document).then(() => {
      if (current) ready();
    });
    return () => {
      current = false;
      takeAway();
    };
  }, [document, paper]);
  return createPortal(
    <div data-print-root="">
      <PaperDocument document={document} />
    </div>,
    window.document.body,
  );
}
