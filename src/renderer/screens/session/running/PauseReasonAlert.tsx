import { useState } from 'react';
import type { SessionView } from '../../../../contract/views/session.ts';
import type { PauseReason } from '../../../../core/session/events.ts';
import { Button } from '../../../components/Button.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import { FailureLine } from './FailureLine.tsx';
import { PauseReasons } from './PauseReasons.tsx';
import styles from './SessionAlert.module.css';
import { chairAndPatient, firstMissing, roleMissing } from './sessionWords.ts';

/** Who may give the reason afterwards. Source: UX 2.3 T11. */
const MAY_GIVE = ['nurse', 'prescriber', 'assistant'] as const;

/** The pause came first; its reason may follow, and is asked for as long as it is missing. Source: UX 3.11. */
export function PauseReasonAlert({ session }: { readonly session: SessionView }) {
  const { app } = useApp();
  const step = useStep('infusion:givePauseReason');
  const [reason, setReason] = useState<PauseReason | null>(null);
  const paused = session.infusion?.paused ?? session.counted?.paused;
  if (!paused || paused.reason !== null) return null;
  return (
    <section aria-label="Reason for the pause" className={styles['ask']}>
      <PauseReasons label="Why was it paused?" chosen={reason} onChoose={setReason} />
      <Button
        size="act"
        missing={roleMissing(app, MAY_GIVE) ?? firstMissing([reason === null, 'Choose the reason.'])}
        onPress={() => {
          if (reason) void step.send({ session: session.id, reason });
        }}
      >
        {`Save for ${chairAndPatient(session)}`}
      </Button>
      <FailureLine failure={step.failure} />
    </section>
  );
}
