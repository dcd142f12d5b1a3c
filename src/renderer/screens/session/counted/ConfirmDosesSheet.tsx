import { siteText } from '../../../../core/session/saidOfDose.ts';
import { formatTime } from '../../../components/time.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import { CareSheet } from '../running/CareSheet.tsx';
import { interruptionText } from '../running/interruptionText.ts';
import { SaveButton } from '../running/SaveButton.tsx';
import { chairAndPatient, roleMissing } from '../running/sessionWords.ts';
import styles from '../running/sheetBody.module.css';
import type { SheetProps } from '../running/sheetProps.ts';
import { doseName } from './countedWords.ts';

/** After the program was not running: the doses that are recorded, and that there are no others. Source: UX 2.6. */
export function ConfirmDosesSheet({ session, onClose }: SheetProps) {
  const { app, clock } = useApp();
  const step = useStep('doses:confirm');
  const { counted, interruption } = session;
  const save = async (): Promise<void> => {
    if (await step.send({ session: session.id })) onClose();
  };
  return (
    <CareSheet
      session={session}
      title="After the interruption"
      onClose={onClose}
      failure={step.failure}
      save={
        <SaveButton autoFocus onSave={save} missing={roleMissing(app, ['nurse', 'prescriber'])}>
          {`Every dose given is recorded, ${chairAndPatient(session)}`}
        </SaveButton>
      }
    >
      <div className={styles['body']}>
        <p className={styles['first']}>
          {interruption ? interruptionText(interruption, clock.zone, session) : ''}
        </p>
        {counted?.doses.map(({ number, site, done }) => (
          <p key={number} className={styles['line']}>
            {`${doseName(counted, number)}, ${siteText(site)}, ${formatTime(done.happenedAt, clock.zone)}, ${done.by.name}`}
          </p>
        ))}
      </div>
    </CareSheet>
  );
}
