import { type ReactNode, useCallback } from 'react';
import type { LabelSize } from '../../../core/session/events.ts';
import { PrintSheet } from '../PrintSheet.tsx';
import './printLabel.css';

type LabelPrintRootProps = {
  readonly size: LabelSize;
  readonly onReady?: () => void;
  readonly children: ReactNode;
};

/** A label as a page of its own size, without header and footer. */
export function LabelPrintRoot({ size, onReady, children }: LabelPrintRootProps) {
  const begin = useCallback(
    (root: HTMLElement) => {
      root.setAttribute('data-print-paper', size);
      return () => root.removeAttribute('data-print-paper');
    },
    [size],
  );
  return (
    <PrintSheet begin={begin} onReady={onReady}>
      {children}
    </PrintSheet>
  );
}
