import { type ReactNode, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import './print.css';
import { whenPrintable } from './printPage.ts';

type PrintSheetProps = {
  readonly children: ReactNode;
  /** Tells the page what it is printed on, and gives how to take that back. The same function while nothing changes. */
  readonly begin: (root: HTMLElement) => () => void;
  /** Called once, when a page made now would be complete. Data loaded anew meanwhile does not print a second time. */
  readonly onReady?: (() => void) | undefined;
};

/**
 * What is printed, beside the application: unseen on screen, and all there is on paper. Stands directly in the body,
 * so that hiding everything else is one rule. Taken down, it leaves nothing behind.
 */
export function PrintSheet({ children, begin, onReady }: PrintSheetProps) {
  const isSaid = useRef(false);
  const ready = useEffectEvent(() => {
    if (isSaid.current) return;
    isSaid.current = true;
    onReady?.();
  });
  useLayoutEffect(() => {
    let current = true;
    const takeAway = begin(window.document.documentElement);
    void whenPrintable(window.document).then(() => {
      if (current) ready();
    });
    return () => {
      current = false;
      takeAway();
    };
  }, [begin]);
  return createPortal(<div data-print-root="">{children}</div>, window.document.body);
}
