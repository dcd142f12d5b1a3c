import { useState } from 'react';
import type { PatientRecordView } from '../../../contract/views/people.ts';
import { CLINICAL, hasRole, type Role } from '../../../core/session/roles.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNote } from '../../components/FailureNote.tsx';
import { useApp } from '../../hooks/useApp.tsx';
import styles from '../PatientScreen.module.css';
import { ActivitySheet } from './ActivitySheet.tsx';
import { AllergySheet } from './AllergySheet.tsx';
import { DetailsSheet } from './DetailsSheet.tsx';
import { PatientFacts } from './PatientFacts.tsx';
import { WeighingForm } from './WeighingForm.tsx';
import { Weighings } from './Weighings.tsx';

/** Who changes a patient's details. Source: UX T1. */
const ADMITTING: readonly Role[] = ['nurse', 'prescriber', 'assistant'];

/** Today's weight, the last ones, and what an order needs. */
export function Summary({ record }: { readonly record: PatientRecordView }) {
  const { app, clock } = useApp();
  const [sheet, setSheet] = useState<'details' | 'allergies' | 'activity' | null>(null);
  const person = { roles: app.user?.roles ?? [] };
  const close = (): void => setSheet(null);
  return (
    <>
      {record.inactive && <FailureNote>{`This patient is inactive: ${record.inactive.reason}`}</FailureNote>}
      <div className={styles['top']}>
        {hasRole(person, CLINICAL) && <WeighingForm record={record} />}
        <Weighings record={record} clock={clock} />
        <PatientFacts record={record} zone={clock.zone}>
          <div className={styles['changes']}>
            {hasRole(person, CLINICAL) && (
              <Button onPress={() => setSheet('allergies')}>Record allergies</Button>
            )}
            {hasRole(person, ADMITTING) && (
              <>
                <Button onPress={() => setSheet('details')}>Change details</Button>
                <Button onPress={() => setSheet('activity')}>
                  {record.inactive ? 'Make active' : 'Make inactive'}
                </Button>
              </>
            )}
          </div>
        </PatientFacts>
      </div>
      {sheet === 'details' && <DetailsSheet record={record} onClose={close} />}
      {sheet === 'allergies' && <AllergySheet record={record} onClose={close} />}
      {sheet === 'activity' && <ActivitySheet record={record} onClose={close} />}
    </>
  );
}
