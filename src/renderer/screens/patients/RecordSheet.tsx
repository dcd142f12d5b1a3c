import type { ReactNode } from 'react';
import type { Failure } from '../../../contract/failures.ts';
import type { PatientRecordView } from '../../../contract/views/people.ts';
import { ActionBar } from '../../components/ActionBar.tsx';
import { Button } from '../../components/Button.tsx';
import { FailureNote } from '../../components/FailureNote.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { errorText } from '../../errorText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import styles from './FormRows.module.css';
import { PatientRecordBanner } from './PatientRecordBanner.tsx';

type RecordSheetProps = {
  readonly record: PatientRecordView;
  readonly title: string;
  /** What the button says and does. */
  readonly save: string;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly missing?: string | undefined;
  /** Why it was not recorded; null where it is said at a field. */
  readonly failure: Failure | null;
  readonly children: ReactNode;
};

/** One thing to record of a patient, over their page. */
export function RecordSheet(props: RecordSheetProps) {
  const { clock } = useApp();
  const { record, failure } = props;
  return (
    <Sheet
      isOpen
      onClose={props.onClose}
      title={props.title}
      banner={<PatientRecordBanner record={record} />}
      footer={
        <ActionBar
          groups={[
            <Button key="close" size="act" onPress={props.onClose}>
              Do not record
            </Button>,
          ]}
          end={
            <Button size="act" variant="primary" missing={props.missing} onPress={props.onSave}>
              {props.save}
            </Button>
          }
        />
      }
    >
      <div className={styles['form']}>
        {props.children}
        {failure && (
          <FailureNote tone={failure.kind === 'notSaved' ? 'stop' : 'warn'}>
            {errorText(failure, clock.zone)}
          </FailureNote>
        )}
      </div>
    </Sheet>
  );
}
