import { useState } from 'react';
import type { RecoveryView, SessionView } from '../../../../contract/views/session.ts';
import { hasRole } from '../../../../core/session/roles.ts';
import { Button } from '../../../components/Button.tsx';
import { errorText } from '../../../errorText.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import { FailureLine } from '../running/FailureLine.tsx';
import { chairAndPatient, roleMissing } from '../running/sessionWords.ts';
import styles from './Discharge.module.css';
import { DischargeSheet } from './DischargeSheet.tsx';
import { dischargeRefusal, unmetNeeds } from './dischargeNeeds.ts';
import { openEffects } from './recoveryWords.ts';

type DischargeProps = {
  readonly session: SessionView;
  readonly recovery: RecoveryView;
  readonly minutes: number;
};

/**
 * T17c: a nurse discharges when everything is met; otherwise a prescriber decides, with a reason. An open effect is
 * never passed over in silence: it is named on a sheet before the patient goes. Source: UX 2.3, UX 1 row 25.
 */
export function Discharge({ session, recovery, minutes }: DischargeProps) {
  const { app, clock } = useApp();
  const [isDeciding, setIsDeciding] = useState(false);
  const step = useStep('recovery:discharge');
  const refusal = dischargeRefusal(recovery, minutes);
  const noRole = roleMissing(app, ['nurse', 'prescriber']);
  const missing = noRole ?? (refusal ? errorText(refusal, clock.zone) : undefined);
  const press = (): void => {
    if (openEffects(session).length > 0) setIsDeciding(true);
    else void step.send({ session: session.id, prescriber: null, reason: null });
  };
  return (
    <div className={styles['discharge']}>
      <FailureLine failure={step.failure} />
      <Button size="act" variant="primary" wide missing={missing} onPress={press}>
        {`Discharge ${chairAndPatient(session)}`}
      </Button>
      {refusal && !noRole && (
        <Button size="act" icon="person" wide onPress={() => setIsDeciding(true)}>
          {app.user && hasRole(app.user, ['prescriber']) ? 'Decide as the prescriber' : 'Prescriber decides'}
        </Button>
      )}
      {isDeciding && (
        <DischargeSheet
          session={session}
          unmet={unmetNeeds(recovery, minutes)}
          onClose={() => setIsDeciding(false)}
        />
      )}
    </div>
  );
}
