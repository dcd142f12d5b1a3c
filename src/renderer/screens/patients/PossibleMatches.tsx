import { useEffect, useRef } from 'react';
import type { Failure } from '../../../contract/failures.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNote } from '../../components/FailureNote.tsx';
import { errorText } from '../../errorText.ts';
import { knownPatientText } from '../../errorTexts/patientTexts.ts';
import { useApp } from '../../hooks/useApp.tsx';
import styles from './FormRows.module.css';

type PossibleMatchesProps = {
  readonly failure: Extract<Failure, { readonly kind: 'possibleMatches' }>;
  readonly onOpen: (patient: string) => void;
  readonly onAnyway: () => void;
};

/** They may be the same person: somebody looks, and says that it is another. Nobody is opened by themselves. */
export function PossibleMatches({ failure, onOpen, onAnyway }: PossibleMatchesProps) {
  const { clock } = useApp();
  const block = useRef<HTMLDivElement>(null);
  useEffect(() => {
    block.current?.scrollIntoView({ block: 'end' });
  }, []);
  return (
    <div ref={block} className={styles['group']}>
      <FailureNote>{errorText(failure, clock.zone)}</FailureNote>
      <div className={styles['actions']}>
        {failure.patients.map((patient) => (
          <Button key={patient.id} onPress={() => onOpen(patient.id)}>
            {`Open ${knownPatientText(patient)}, ${patient.recordNumber}`}
          </Button>
        ))}
        <Button onPress={onAnyway}>It is somebody else: register</Button>
      </div>
    </div>
  );
}
