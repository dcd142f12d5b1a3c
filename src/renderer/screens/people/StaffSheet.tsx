import type { ReactNode } from 'react';
import type { Failure } from '../../../contract/failures.ts';
import { ActionBar } from '../../components/ActionBar.tsx';
import { Button } from '../../components/Button.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import sheet from '../keeping/Sheet.module.css';
import { FailureLine } from '../session/running/FailureLine.tsx';

type StaffSheetProps = {
  readonly title: string;
  readonly action: string;
  readonly missing: string | undefined;
  readonly failure: Failure | null;
  readonly onSave: () => void;
  readonly onClose: () => void;
  /** What the way out does, where it does more than close. */
  readonly close?: string;
  readonly children: ReactNode;
};

/** A sheet about one person: what is typed, why it was refused, and the one thing it does. */
export function StaffSheet(props: StaffSheetProps) {
  const { title, action, missing, failure, onSave, onClose, close = 'Close', children } = props;
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={title}
      footer={
        <>
          <FailureLine failure={failure} />
          <ActionBar
            end={
              <>
                <Button size="act" shortcut="Esc" onPress={onClose}>
                  {close}
                </Button>
                <Button size="act" variant="primary" missing={missing} onPress={onSave}>
                  {action}
                </Button>
              </>
            }
          />
        </>
      }
    >
      <div className={sheet['body']}>{children}</div>
    </Sheet>
  );
}
