import { type ReactNode, useRef } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import type { Failure } from '../../../../contract/failures.ts';
import type { SessionView } from '../../../../contract/views/session.ts';
import { ActionBar } from '../../../components/ActionBar.tsx';
import { Button } from '../../../components/Button.tsx';
import { StateChip } from '../../../components/StateChip.tsx';
import { TakeOver } from '../../../components/TakeOver.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { FailureLine } from '../running/FailureLine.tsx';
import { isAboutSecret } from '../running/SecondPerson.tsx';
import { SessionBanner } from '../running/SessionBanner.tsx';
import { useFocusOnOpen } from '../running/useFocusOnOpen.ts';
import styles from './OwnView.module.css';

type OwnViewProps = {
  readonly session: SessionView;
  readonly title: string;
  readonly note: string;
  readonly facts?: readonly ReactNode[];
  readonly failure: Failure | null;
  readonly save: ReactNode;
  readonly keypad: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/**
 * The whole window for the one who checks: the screen with the values is not behind it but gone from the page.
 * Source: UX 3.9 step 4, UX 3.10.
 */
export function OwnView(props: OwnViewProps) {
  const { app } = useApp();
  const fields = useRef<HTMLDivElement>(null);
  useFocusOnOpen(fields);
  return (
    <ModalOverlay
      className={styles['cover'] ?? ''}
      isOpen
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
    >
      <Modal>
        <Dialog className={styles['dialog'] ?? ''} aria-label={props.title}>
          <TakeOver
            banner={<SessionBanner session={props.session} chip={<StateChip state="BLIND" />} />}
            title={props.title}
            note={props.note}
            facts={props.facts ?? []}
            training={app.file === 'training'}
            actions={<OwnActions {...props} />}
          >
            <div className={styles['columns']}>
              <div className={styles['fields']} ref={fields}>
                {props.children}
              </div>
              <div className={styles['pad']}>{props.keypad}</div>
            </div>
          </TakeOver>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function OwnActions({ failure, onClose, save }: OwnViewProps) {
  return (
    <>
      {failure && !isAboutSecret(failure) && (
        <div className={styles['failure']}>
          <FailureLine failure={failure} />
        </div>
      )}
      <ActionBar
        groups={[
          <Button key="leave" size="act" onPress={onClose}>
            Cannot do this now
          </Button>,
        ]}
        end={save}
      />
    </>
  );
}
