import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './Sheet.module.css';

export type SheetProps = {
  readonly isOpen: boolean;
  /** Esc, or the close button the footer has. What to do with half-typed values is the screen's matter. */
  readonly onClose: () => void;
  readonly title: string;
  /** The patient banner once more: a sheet covers the one of the screen. */
  readonly banner?: ReactNode;
  /** Beside the title: the time, what follows from saving. */
  readonly head?: ReactNode;
  /** The save button names the chair and the patient. */
  readonly footer: ReactNode;
  readonly children: ReactNode;
};

/** Rises from below over the screen. The focus stays in it and goes back to where it was when it closes. */
export function Sheet({ isOpen, onClose, title, banner, head, footer, children }: SheetProps) {
  return (
    <ModalOverlay
      className={styles['scrim'] ?? ''}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={styles['sheet'] ?? ''}>
        <Dialog className={styles['dialog'] ?? ''}>
          {banner && <div className={styles['banner']}>{banner}</div>}
          <div className={styles['head']}>
            <Heading slot="title" level={1} className={styles['title'] ?? ''}>
              {title}
            </Heading>
            {head}
          </div>
          <div className={styles['body']}>{children}</div>
          <div className={styles['footer']}>{footer}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
